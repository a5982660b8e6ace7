//! Whom questions are for: somebody who looks for work, or those who have it to give. Questions that stand together decide
//! together.

use crate::domain::names::{self, Meaning};
use crate::import::language::asks;
use crate::import::lines::words::first_words;

/// What speaks of the place one would come to.
const PLACE: &str = "your team|the team|this team|my team|your teams|the teams|each team|team members|team structure|team size|your company|the company|this company|your organization|the organization|your organisation|the organisation|your department|the department|the office|\
this role|the role|this position|the position|this job|the job|the manager|my manager|new hires|new hire|new joiners|new people|new members|new engineers|new developers|new employees|your employees|the employees|employees|engineers|your engineers|the engineers|your developers|developers|your product|the product|your customers|the customers|\
work here|works here|working here|worked here|joined|been here|join here|on call|oncall|code review|code reviews|the codebase|your codebase|the code base|technical debt|tech debt|tech stack|your stack|the stack|sprint|sprints|roadmap|deploy|deployed|deployment|deployments|releases|turnover|attrition|promotion|promotions|promoted|performance reviews|performance review|career path|career paths|career growth|\
next steps|onboarding|hiring process|interview process|remote|remotely|working hours|overtime|vacation|benefits|day to day|typical day|typical week|average day|average week|the culture|your culture|company culture|work life balance|runway|funding|funded|competitors|headcount|budget|mentorship|training|first week|first month|first year|first 30 days|first 90 days|first six months";
/// What speaks to somebody who works there.
const HERE: &str = "here|you joined|you like most|you like best|you like the most|you like about|you enjoy most|you enjoy about|you wish you|your favorite part|your favourite part";
/// What speaks of the life of the one who is asked.
const LIFE: &str = "yourself|a time|your greatest|your biggest|your strength|your strengths|your weakness|your weaknesses|you ever|your career|your experience|your resume|your cv|your background|your last|your previous|your current|your past|your ideal|hire you|motivates you|interests you|you see yourself|you know about|our company|our product|our products|our team|about us|we";
/// What one is asked who looks for work, where nobody speaks of coming.
const ASKED: &str = "have you|did you|would you|are you willing|are you able|are you comfortable|you bring|you learned|you worked|you solved|you want|you leave|you leaving|you left|you interested|you apply|you applying|you looking";
/// What is asked of both, more often of the one who looks for work.
const DOES: &str = "you handle|you deal|you prioritize|you prioritise|you manage|you learn|you work|you solve|you approach|you stay|you react|you respond|you feel";
/// Who speaks of coming to a place.
const COMES: &str = "i|me|my|im|ill|id|ive";

/// Whom one question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// Somebody who looks for work.
    Candidate,
    /// Those who have it to give.
    Them,
    /// It does not say.
    Anybody,
}

/// Questions that stand together, by whom each is for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Tally {
    them: usize,
    candidate: usize,
    all: usize,
}

impl Tally {
    /// Counts some questions.
    pub(in crate::import) fn of<'a>(questions: impl Iterator<Item = &'a str>) -> Tally {
        let mut tally = Tally::default();
        for question in questions {
            tally.all += 1;
            match whom(question) {
                Whom::Them => tally.them += 1,
                Whom::Candidate => tally.candidate += 1,
                Whom::Anybody => {}
            }
        }
        tally
    }

    /// One that is asked of who looks for work, whatever it says.
    pub(in crate::import) fn answered() -> Tally {
        Tally {
            candidate: 1,
            all: 1,
            ..Tally::default()
        }
    }

    /// Both together.
    pub(in crate::import) fn and(self, other: Tally) -> Tally {
        Tally {
            them: self.them + other.them,
            candidate: self.candidate + other.candidate,
            all: self.all + other.all,
        }
    }

    /// Whether something is asked, and nothing of the one who looks for work.
    pub(in crate::import) fn open(self) -> bool {
        self.all > 0 && self.candidate == 0
    }

    /// Whether they are for those who have work to give: several speak of the place, next to none of the one who is asked.
    pub(in crate::import) fn for_them(self) -> bool {
        self.them > 1 && self.them * 3 >= self.all && self.candidate * 4 <= self.them
    }
}

fn whom(text: &str) -> Whom {
    const MOST: usize = 60;
    if names::opens_prompt(text) || asks::prompts(text) {
        return Whom::Candidate;
    }
    let words = first_words(text, MOST);
    let first = words.first().map(String::as_str);
    let text = format!(" {} ", words.join(" "));
    let holds = |list: &str| list.split('|').any(|phrase| text.contains(&format!(" {phrase} ")));
    let why_us = first == Some("why") && words.len() < 6;
    if holds(LIFE) || names::speaks(&text, Meaning::OfYou) || why_us {
        Whom::Candidate
    } else if holds(COMES) || holds(HERE) || names::speaks(&text, Meaning::OfThem) {
        Whom::Them
    } else if holds(ASKED) {
        Whom::Candidate
    } else {
        match (text.contains(" you "), holds(PLACE)) {
            (false, true) => Whom::Them,
            (true, false) if holds(DOES) => Whom::Candidate,
            _ => Whom::Anybody,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(questions: &str) -> bool {
        Tally::of(questions.lines()).for_them()
    }

    #[test]
    fn what_is_asked_of_a_place_is_for_those_who_work_there() {
        for questions in [
            "How many people are on the crew of the team?\nWhat does a typical day look like?\nIs there a rota?",
            "What would my first month look like?\nWho decides what is built?\nWhat do you like most about working here?",
            "How does the company handle storms?\nWhat happened to the last person in this role?\nWhich knots do you use?",
            "Wie groß ist das Team?\nWie sieht die Einarbeitung aus?\nWas erwarten Sie von mir?",
            "Comment est organisée l'équipe ?\nQuelles sont les prochaines étapes ?\nY a-t-il du télétravail ?",
            "御社の強みは何ですか\n入社後の研修はありますか\nチームは何人ですか",
            "团队有多少人？\n这个岗位的挑战是什么？\n新人怎么培养？",
        ] {
            assert!(asked(questions), "{questions}");
        }
    }

    #[test]
    fn what_is_asked_of_a_life_is_for_the_one_who_looks_for_work() {
        for questions in [
            "Why this role?\nWhat do you know about the company?\nWhat would you bring to the team?",
            "How do you motivate your team?\nHow do you build your team?\nHow do you hire engineers?",
            "What are your strengths?\nHow do you handle storms?\nWhat does the team say of you?",
            "What is a lock?\nHow does an index work?\nWhat is the difference between a list and a set?",
            "Was sind Ihre Stärken?\nWarum wollen Sie zu uns?\nHaben Sie schon einmal ein Team geführt?",
            "志望動機は何ですか\nあなたの長所は何ですか\nチームで働いた経験はありますか",
        ] {
            assert!(!asked(questions), "{questions}");
        }
    }
}
