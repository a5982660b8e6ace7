//! What stands around a company's name in a register and in nobody's mouth.

use super::fold::fold;

/// Legal forms behind a name, of the registers of some sixty countries; dots and accents make no difference.
const BEHIND: &str = "inc incorporated corp corporation co company companies ltd limited llc llp lp lllp plc pllc pc pbc
    cic gmbh mbh ggmbh ag kg kgaa ohg gbr ug ek ev eg eu se sce haftungsbeschränkt sa sas sasu sarl sarls eurl snc scs sca
    scop srl srls spa sapa scarl sl slu slne sau sll cv sab sapi ltda lda eireli epp mei bv nv vof bvba asbl vzw ab publ hb
    kb as asa ans aps oy oyj ky tmi oü sia uab mb sp zoo oo sk sro vos spol kft zrt nyrt bt kkt doo dd jdoo ad ead ood eood
    et sc pfa ike epe ae oe ee aş şti san tic ve bhd sdn pte pty pvt private tbk persero kk gk yk jsc ojsc cjsc pjsc ooo oao
    pao zao fzco fze fzllc wll saoc psc group gruppe groupe grupo gruppo holding holdings ооо оао ао пао зао нко ип тоо тов
    ат прат пат еоод оод ад еад дд доо αε επε ικε οε εε בע״מ ش.م.م ش.ذ.م.م จำกัด มหาชน";

/// Those that also stand before it.
const BEFORE: &str = "the pt cv ud uab sia ab as mb sc oy firma fa société ооо оао ао пао зао ип тоо тов прат ат บริษัท";

/// Those that are written to the name without a blank, before it or behind.
const JOINED: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "(株)",
    "(有)",
    "(同)",
    "㈱",
    "㈲",
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "有限公司",
    "集团",
    "集團",
    "公司",
    "주식회사",
    "유한회사",
    "(주)",
    "(유)",
    "㈜",
];

/// Words that join others and end no name.
pub const JOINING: &[&str] = &[
    "and", "und", "et", "y", "e", "i", "og", "och", "ja", "of", "for", "the", "de", "del", "di", "da", "do", "la",
    "le", "z", "&", "+",
];

/// A company's name without what is written to it in a register.
pub fn unjoined(name: &str) -> String {
    let mut name = name.trim().to_owned();
    for form in JOINED {
        let rest = name.strip_prefix(form).or(name.strip_suffix(form)).map(str::trim);
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            name = rest.to_owned();
        }
    }
    name
}

/// The words of a company's name, folded, that are no legal form; at least one that tells something is left.
pub fn told(words: &[String]) -> &[String] {
    let mut told = words;
    while let [rest @ .., last] = told
        && !rest.is_empty()
    {
        let stripped = told.len() < words.len();
        let form = is(last, BEHIND) || stripped && JOINING.contains(&last.as_str());
        if !form {
            break;
        }
        told = rest;
    }
    while let [first, rest @ ..] = told
        && !rest.is_empty()
        && is(first, BEFORE)
    {
        told = rest;
    }
    let tells = told.iter().any(|word| !JOINING.contains(&word.as_str()));
    if tells { told } else { words }
}

/// Whether two names are one company: they differ in case, accents, signs and legal forms alone.
pub fn same_company(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let spaced: String = fold(&unjoined(name)).replace([',', '(', ')', ';'], " ");
        let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
        told(&words).concat().replace(|c: char| !c.is_alphanumeric(), "")
    };
    let one = bare(one);
    !one.is_empty() && one == bare(other)
}

/// Whether a word is one of these forms, whatever stands between its letters: `s.p.a.` is `spa`, `a/s` is `as`.
fn is(word: &str, forms: &str) -> bool {
    let bare = |word: &str| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let word = bare(word);
    forms.split_whitespace().any(|form| bare(&fold(form)) == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_a_company_are_one_and_two_companies_are_two() {
        for (one, other) in [
            ("Acme", "Acme Inc."),
            ("ACME, Inc", "acme"),
            ("Northwind Traders GmbH", "Northwind Traders"),
            ("Müller AG", "muller"),
            ("Hooli", "Hooli GmbH & Co. KG"),
        ] {
            assert!(same_company(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Acme", "Acme Robotics"),
            ("Acme", "Acne"),
            ("", "Inc."),
            ("Co", "Corp"),
        ] {
            assert!(!same_company(one, other), "{one} {other}");
        }
    }

    #[test]
    fn legal_forms_of_many_registers_are_dropped_and_a_name_is_left() {
        for (name, wanted) in [
            ("northwind traders gmbh", "northwind traders"),
            ("acme, inc.", "acme,"),
            ("hooli gmbh & co. kg", "hooli"),
            ("vandelay s.p.a.", "vandelay"),
            ("globex sp. z o.o.", "globex"),
            ("initech s.a. de c.v.", "initech"),
            ("lego a/s", "lego"),
            ("pt gojek tbk", "gojek"),
            ("ооо ромашка", "ромашка"),
            ("the widget company", "widget"),
            ("arçelik a.ş.", "arcelik"),
            ("co", "co"),
            ("the company", "the company"),
            ("sa ag", "sa"),
        ] {
            let words: Vec<String> = name.split(' ').map(fold).collect();
            assert_eq!(told(&words).join(" "), wanted, "{name}");
        }
        assert_eq!(unjoined("株式会社メルカリ"), "メルカリ");
        assert_eq!(unjoined("토스 주식회사"), "토스");
        assert_eq!(unjoined("公司"), "公司");
    }
}
