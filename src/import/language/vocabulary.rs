//! The words interviews use for each category, with how much they weigh.
//!
//! A phrase of weight 4 decides on its own, 3 outweighs a single weaker word, 2 is enough where nothing else is said,
//! 0 says nothing and keeps a stronger word inside from counting. Phrases are compared by stems, so one form of a word stands for all.

use crate::domain::category::Category;

/// Phrases parted by commas, by category and weight.
pub(in crate::import) const PHRASES: &[(Category, u8, &str)] = &[
    (
        Category::Motivation,
        4,
        "about yourself, about your self, introduce yourself, introduce your self, why do you want to work, why do you want to join, \
         why this company, why this team, why this role, why us, why are you leaving, why did you leave, leave your job, leave your current job, \
         leaving your, leave your last job, where do you see yourself, in five years, in 5 years, why should we hire, why are you interested, \
         interested in this, interested in working, good fit, new job, next role, next job, your next role, new work, looking for in, dream job, \
         ideal job, walk me through your resume, walk me through your background, your resume, resume walkthrough, elevator pitch, \
         what motivates you, what drives you, passionate about, passion, motivates you, motivated by, career goal, goal for the future, \
         long term goal, future goal, makes you unique, what sets you apart, what interests you, why our company, work at our company, \
         why do you want, why did you choose, why did you apply, why here, work here, want to work for, looking for a new, \
         reason for leaving, change job, changing job, job change, cover letter, your background, your hobby, hobby, outside of work, \
         what do you know about our, know about us, ideal company, ideal manager, ideal team, work environment, what would you bring, \
         what do you enjoy, favorite part of your job, like about your job, like about your last job, like least about, our mission, our product, \
         why leave, attracts you, attracted you, drew you, drawn to, interested you, in three years, years from now, over other candidate, \
         other candidate, choose you, hire me, looking for a change, enjoy most, enjoy about, energizes you, about this role, this position, \
         this opportunity, first six months here, first ninety days, job description, your journey, career path, career so far, \
         what made you become, move on, moving on, brings out your best, best work environment, not on your resume, me about you, bit about you, \
         working style, work style, want to be in, are you looking for, hope to look for, dissatisfied in your work, dissatisfied with your work, \
         dissatisfied with your job, satisfied in your work, satisfied with your job, what you know about, successful in this role, \
         this role look like, first 90 days, first 30 days, dream company, like about working, motivational",
    ),
    (
        Category::Motivation,
        3,
        "motivation, career, hire you, culture fit, fit, interest in, strength, your skill, skill needed, expectation from, expectation, \
         introduction, intro, past employer, previous employer, current position",
    ),
    (
        Category::Motivation,
        2,
        "why do you, apply, company specific, aspiration, values, internship, self introduction, join, skill, background",
    ),
    (
        Category::Proudest,
        4,
        "proud, proudest, most proud, biggest accomplishment, greatest accomplishment, greatest achievement, biggest achievement, \
         significant accomplishment, professional achievement, favorite project, favourite project, best project, biggest success, greatest success, \
         most impactful project, most significant project, most successful project, career highlight, biggest win, most impressive, \
         most interesting project, most meaningful, biggest impact, best thing you ever built, best thing you ever made, best thing you have built, \
         best work you, work you are proud, you are proud of, reached a goal, goal you set, goal you reached, received recognition, received praise, \
         recognition for, praise for",
    ),
    (
        Category::Proudest,
        3,
        "accomplishment, achievement, highlight, success story, impactful, big win, achieved goal, exceeded expectation, exceed expectation, set a goal",
    ),
    (
        Category::Proudest,
        2,
        "success, achieve, impact, showcase, side project, deliver result, result, driving result, drive for result",
    ),
    (
        Category::Conflict,
        4,
        "conflict, disagree, disagreement, dispute, argument with, difficult coworker, difficult co worker, difficult colleague, \
         difficult team member, difficult teammate, difficult person, difficult people, difficult manager, difficult boss, difficult stakeholder, \
         backbone, disagree and commit, have backbone, pushed back, push back, pushback, not getting along, clash, clashed, pulling their weight, \
         not agree with, didnt agree, dont agree, does not agree, harsh truth, conflicted, hard to work with, difficult to work with, \
         uncomfortable environment, confrontation, challenging coworker, challenging colleague, annoying, difference of opinion, different opinion, argued, \
         toxic, did not agree, not doing their, doing their share, doing their part, doing their work, complete their part, do their part, \
         their fair share, build a relationship, built a relationship, building a relationship, building relationships",
    ),
    (
        Category::Conflict,
        3,
        "tension, friction, unpopular, personality, difficult conversation, speak up, resolve conflict, confront, disagreed with, teamwork, \
         collaborate, collaborated, collaboration, difficult situation with",
    ),
    (
        Category::Conflict,
        2,
        "colleague, coworker, co worker, teammate, team member, peer, ideal coworker, cooperation, getting along, cross functional, other team, \
         team player, work with others, worked with others, misunderstanding, relationship, worked as part of a team, work in a team, work on a team, worked on a team",
    ),
    (
        Category::Failure,
        4,
        "failure, failed, fail, mistake, biggest mistake, went wrong, go wrong, didnt go, did not go, didnt go according, not go as planned, \
         didnt meet, did not meet, couldnt meet, could not meet, missed a deadline, miss a deadline, regret, wrong direction, wrong goal, \
         wrong approach, wrong assumption, wrong call, setback, biggest failure, bad decision, wrong decision, you were wrong, been wrong, \
         error you made, messed up, screwed up, broke production, took down production, bug you caused, fell short, disappointed, disappointment, \
         unsuccessful, bad news, fired from, low point, let someone down, let somebody down, let a teammate down, let your team down, let down, \
         did not succeed, didnt succeed, did not reach, didnt reach, not reach, did not pay off, didnt pay off, did not work out, didnt work out, \
         your fault, fault of yours, fell apart, cost you, bug you introduced, bug that you introduced, introduced a bug, bad call",
    ),
    (
        Category::Failure,
        3,
        "done differently, do differently, broke, lesson from, worst, rejection, rejected, weakness, your weakness, disappointing, you struggled",
    ),
    (Category::Failure, 2, "wrong"),
    (
        Category::Deadline,
        4,
        "deadline, tight deadline, under pressure, pressure, time constraint, limited time, not enough time, on call, oncall, outage, incident, \
         production issue, production incident, production problem, production outage, emergency, crisis, urgent, firefighting, fire drill, stress, \
         stressful, time pressure, last minute, short notice, rush, crunch, war room, postmortem, post mortem, run out of time, sev1, rollback, \
         hotfix, high stakes, on time, critical issue, went down, behind schedule, slipping, tight time, on fire, at risk of slipping, slip, \
         ship date, was due, running late, a date you, too little time, think on your feet, thinking on your feet, thought on your feet",
    ),
    (
        Category::Deadline,
        3,
        "deliver result, time management, tight, time line, manage your time, schedule, on schedule, heavy workload, at risk",
    ),
    (Category::Deadline, 2, "production, delivery"),
    (
        Category::Prioritization,
        4,
        "prioritize, prioritise, priority, prioritization, prioritisation, competing priority, conflicting priority, multiple task, \
         multiple project, several project, many task, juggle, juggling, too much to do, workload, multitask, multi task, competing demand, \
         competing deadline, organize your, what to cut, what to work on first, balance between, backlog, on your plate, manage your time, \
         work on first, balance feature, do everything, compete for your time, claim on your time, taken on too much, took on too much, \
         what to drop, what not to do, most important task, spread too thin, to do list, todo list, overwhelmed, overwhelming, \
         multiple responsibilities, numerous responsibilities, many responsibilities, several responsibilities, multiple requests, several requests, \
         variety of assignments, at the same time, limited resource, few resources, full plate, full slate",
    ),
    (
        Category::Prioritization,
        3,
        "organized, time management, plan your, urgent versus important, work life balance, frugality, stay organized, set goal, say no, saying no, \
         said no, budget, planning skill",
    ),
    (Category::Prioritization, 2, "balance, planning"),
    (
        Category::Ambiguity,
        4,
        "ambiguity, ambiguous, uncertainty, uncertain, unclear, unclear requirement, vague, unknown, incomplete information, \
         insufficient information, limited information, incomplete data, without all the information, without clear, no clear, not clear, \
         changing requirement, changed requirement, unstructured, undefined, lack of information, without data, without any data, little guidance, \
         without direction, no direction, comfort zone, embracing ambiguity, pivot, scope change, nobody knows, nobody knew, no one knew, \
         nobody could, requirement kept changing, changing requirements, kept changing, without a plan, without a spec, little direction, no spec, \
         no clear owner, not enough information, missing information, unforeseen, unexpected circumstance, unexpected problem, unexpected situation",
    ),
    (
        Category::Ambiguity,
        2,
        "requirement, assumption, new situation, unfamiliar, unexpected, adapt, adaptability, adaptable, flexible, flexibility",
    ),
    (
        Category::Ownership,
        4,
        "ownership, owner, took ownership, above and beyond, beyond your job, beyond your responsibility, outside your responsibility, \
         outside of your responsibility, outside your job, initiative, took initiative, took the initiative, bias for action, proactive, \
         proactively, took the lead, take the lead, self starter, stepped up, step up, extra mile, accountability, accountable, took responsibility, \
         take responsibility, without being asked, end to end, saw it through, exceed what was, more than was asked, on your own, \
         more than was expected, more than expected, beyond what was, not your job, not your responsibility, wasnt your job, was not your job, \
         outside of your area, outside your area, nobody owned, no one owned, nobody asked, without being told, not part of your job, \
         belonged to nobody, belonged to none, slipping through the cracks, fell through the cracks, start to finish, from scratch, prior approval, \
         without approval, without consulting, outside your normal",
    ),
    (
        Category::Ownership,
        3,
        "responsibility, responsible, dependable, reliable, reliability, persistence, persevere, perseverance, gave up, leadership, lead a project, \
         led a project, beginning to end, obstacle, long term project, anticipated",
    ),
    (
        Category::Ownership,
        2,
        "commit, commitment, follow through, went beyond, hard work, drive",
    ),
    (
        Category::Technical,
        4,
        "dive deep, technical depth, technical challenge, technical problem, technical difficulty, technically, architecture, system design, \
         tech stack, technology stack, debugging, debug, hardest bug, worst bug, hard bug, difficult bug, scalability, performance issue, \
         performance problem, complex problem, complicated problem, complex system, technical debt, tech debt, algorithm, refactor, refactoring, \
         refactored, root cause, codebase, code base, problem solving, innovative solution, novel solution, most complex, machine learning, \
         data pipeline, testing strategy, unit test, could not reproduce, you have designed, system you designed, optimized, troubleshoot, \
         troubleshooting, troubleshot",
    ),
    (
        Category::Technical,
        3,
        "challenge, challenging, hardest, toughest, difficulty, difficult problem, hard problem, optimization, optimize, bug, stack, performance, \
         complex project",
    ),
    (
        Category::Technical,
        2,
        "problem, analysis, api, security, infrastructure, cloud, framework, difficult challenge, code, tool, design, migration, deployment, \
         code review, technology, technological, depth, scale, piece of code, database, technical decision, design a, designed a, technical",
    ),
    (
        Category::Decisions,
        4,
        "tough decision, important decision, difficult decision, bold decision, make a decision, made a decision, took a decision, decision making, \
         hard decision, trade off, tradeoff, judgment, judgement, calculated risk, risk, took a risk, take risk, are right a lot, right a lot, \
         made a choice, make a choice, multiple solution, several option, choose between, chose between, risky, unpopular decision, short term, \
         long term better, optimal solution, which option, ethical, ethics, integrity, dilemma, values were tested, critical thinking",
    ),
    (
        Category::Decisions,
        3,
        "decision, choice, choose, chose, compromise, sacrifice, data driven, use data, used data, recommendation, leveraged data, leverage data, \
         weigh, options, alternatives, company policy, confidential",
    ),
    (
        Category::Growth,
        4,
        "feedback, criticism, constructive criticism, negative feedback, learn, learned, learning, learn and be curious, curiosity, curious, lesson, \
         lesson learned, self improvement, improve yourself, greatest weakness, biggest weakness, weakness, weaknesses, area of improvement, \
         area for improvement, development area, growth, growing, grow from, new skill, new technology, new technologies, learn something new, \
         learned something, learned recently, stay up to date, stay updated, keep up with, up to date, stay current, self development, \
         personal development, changed your mind, growing continuously, personal growth, learning new, greatest strength, biggest strength, \
         strength and weakness, performance review, take criticism, takeaway from, new tool, new language, ask for help, asked for help, \
         keep your skill, getting better at, get better at, hard to hear, get good at, honest view, skills current, blind spot, \
         stepped out of your comfort zone, change about yourself, taught yourself, would describe you, describe you in, colleagues describe you, \
         no previous experience, without previous experience, without prior experience, no prior experience, never done before, greatest advantage, adapt to a new technology, adapt to a new tool",
    ),
    (
        Category::Growth,
        3,
        "grow, develop yourself, training, course, adaptability, not know, self aware, humility",
    ),
    (Category::Growth, 2, "improvement, improve"),
    (
        Category::Mentoring,
        4,
        "mentor, mentoring, mentored, mentee, onboard, onboarding, new hire, new hires, new developer, new developers, new joiner, new employee, \
         newcomer, junior, juniors, junior developer, junior engineer, coach, coaching, coached, teach, taught, teaching, peer struggling, \
         helped a colleague, helped someone, help someone, helped a teammate, help a teammate, help a peer, helped somebody, hire and develop, \
         develop the best, intern, interns, grow in career, helped a team member, knowledge sharing, share knowledge, new team member, \
         knowledge transfer, supported a colleague, train new, trained, struggling colleague, who struggled, who was struggling, was struggling, \
         up to speed, someone grow, engineer grow, developer grow, helped grow, helped someone grow, someone you were guiding, \
         people up for success",
    ),
    (
        Category::Mentoring,
        2,
        "help, helped, support others, guide, guidance, explain a complex, struggling",
    ),
    (
        Category::Influence,
        4,
        "influence, influencing, influenced, persuade, persuaded, persuasion, convince, convinced, convincing, without authority, buy in, on board, \
         earn trust, earned trust, earn the trust, gain trust, gain the trust, stakeholder, negotiate, negotiation, negotiated, sell an idea, \
         sell your idea, lead without, rally, rallied, executive, sceptical, skeptical, cross team, cross functional team, non technical audience, \
         present to, presentation, motivate others, motivated others, motivate your team, inspire, inspired, align, alignment, not report to you, \
         reported to you, change the mind, changed the mind, change someones mind, changed someones mind, change your managers mind, made the case, \
         make the case, agreement from, get others to, win over, won over, to change course, bring people along, get heard, non technical, \
         someones opinion, somebodys opinion, explain something complex, explain something technical, explained a technical, explain a technical, \
         technical topic, explained something",
    ),
    (
        Category::Influence,
        3,
        "trust, leadership, demonstrated leadership, showed leadership, show leadership, communicate, communication, point of view, communicating, \
         communicator, listening skill, written communication, advocated, advocate",
    ),
    (Category::Influence, 2, "lead, leader"),
    (
        Category::Customer,
        4,
        "customer, client, customer obsession, customer service, user need, end user, quality bar, code quality, quality of a, quality of the, \
         quality of your, high quality, high standard, highest standard, insist on the highest, insist on highest, standards, customer expectation, \
         customer satisfaction, user feedback, user experience, difficult customer, angry customer, unhappy customer, customer focus, \
         feedback from user, feedback from customer, dissatisfied customer, dissatisfied client, attention to detail, built a relationship with a client, build a relationship with a client, built a relationship with a customer, build a relationship with a customer",
    ),
    (
        Category::Customer,
        2,
        "user, users, quality, service, excellence, standard, satisfied",
    ),
    (
        Category::Change,
        4,
        "organizational change, big change, biggest change, adapt to change, adapt to a change, handle change, manage change, change management, \
         process change, drive change, drove change, led a change, process improvement, improve a process, improved a process, improve the process, \
         improved process, simplify, simplification, simplified, simple solution, invent, invented, invent and simplify, innovation, innovative, \
         innovate, innovated, think big, thinking big, vision, new idea, automate, automated, automation, streamline, streamlined, efficiency, \
         efficient, creativity, creative, reorganization, reorg, re org, organizational change, resistance to change, resist change, new process, \
         continuous improvement, transformation, unpopular idea, improve something, bold idea, outside the box, adapt to a major, adapt to a new, \
         sudden change, major change, undergoing change, undergoing some change, went through a change, suggestion, unexpected change",
    ),
    (
        Category::Change,
        2,
        "change, idea, ideas, improvement, improve, process, new approach, new way",
    ),
    (
        Category::People,
        4,
        "manage people, managing people, people management, direct report, direct reports, fire someone, fired someone, let someone go, letting go, \
         low performer, underperform, underperformer, underperforming, underperforming team member, performance management, management style, \
         leadership style, manage a team, managed a team, managing a team, managing managers, managing other managers, hiring, hire, hired, \
         bad hire, hiring decision, promotion, promote someone, promoted someone, pip, performance improvement plan, delegate, delegation, \
         delegated, delegating, one on one, one on ones, team morale, morale, build a team, built a team, building a team, team building, retention, \
         diversity, inclusion, inclusive, best employer, individual contributor, lead a team, led a team, leading a team, team culture, \
         your reports, reporting to you, let somebody go, had to let go, team you built, people you manage directly, your teams morale, \
         spirits were low, underperforming employee, struggling report, team engaged, people leadership, had to fire, different background, \
         diverse group, diverse team",
    ),
    (
        Category::People,
        2,
        "managing, management, supervise, supervised, staff, team lead",
    ),
    (
        Category::Logistics,
        4,
        "salary, salary expectation, compensation, wage, notice period, visa, sponsorship, relocate, relocation, start date, when can you start, \
         available to start, your availability, availability to start, work authorization, authorized to work, work permit, remote, hybrid, on site, commute, willing to travel, \
         other offer, competing offer, other interview, expected ctc, ctc, benefits package, background check, references available, right to work, \
         pay range, expected pay, current pay, when could you start, could you start, start with us, how much notice, notice do you, much travel, \
         able to travel, other companies, any offer, an offer, other offers, references, work from home, deadline for an offer, relocating, \
         days in the office, from the office, working from home",
    ),
    (
        Category::AskThem,
        4,
        "questions to ask, question to ask, questions for the interviewer, question for the interviewer, questions for interviewer, \
         questions for them, any question for us, any question for me, do you have any question, have any question, question for me, \
         question for us, ask the interviewer, ask them, question for the panel, reverse interview",
    ),
    (
        Category::Unsorted,
        0,
        "story backlog, taught you, leadership principle, leadership principles, company values, core values, software engineer, what did you learn, \
         what you learned, what have you learned from, what did you learn from it, hiring manager, product manager, project manager, \
         engineering manager, line manager, would you change, what would you change, has changed for you, argued for, technical or not, non technical question, soft skill",
    ),
];
