//! The source of the crate as a graph: which file names which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

/// A path as it is written, or from the root of the crate.
type Segments = Vec<String>;

/// Every file of `src` but those that hold only tests, by its name below `src`.
pub(crate) fn files() -> BTreeMap<String, String> {
    let src = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    read(&src, &src, &mut found);
    found.retain(|name, _| !name.ends_with("/tests.rs") && !name.contains("/tests/") && name != "main.rs");
    found
}

fn read(src: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            read(src, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(src).unwrap().to_str().unwrap().to_owned();
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

/// The module a file is: `app/mod.rs` and `app.rs` are `app`.
fn module(name: &str) -> Segments {
    let mut parts: Segments = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// What one file names, tests left out.
#[derive(Default)]
struct Named {
    /// Every path, with the name it gets where it is imported.
    paths: Vec<(Segments, Option<String>)>,
    /// What it hands on by `pub use`.
    handed_on: Vec<(Segments, String)>,
}

impl Named {
    fn of(text: &str) -> Named {
        let mut named = Named::default();
        named.visit_file(&syn::parse_file(text).unwrap());
        named
    }

    fn tree(&mut self, tree: &UseTree, before: &Segments, public: bool) {
        let longer = |name: String| before.iter().cloned().chain([name]).collect::<Segments>();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.tree(&path.tree, &longer(path.ident.to_string()), public),
            UseTree::Group(group) => return group.items.iter().for_each(|item| self.tree(item, before, public)),
            UseTree::Name(name) => (longer(name.ident.to_string()), name.ident.to_string()),
            UseTree::Rename(name) => (longer(name.ident.to_string()), name.rename.to_string()),
            UseTree::Glob(_) => (before.clone(), "*".to_owned()),
        };
        if public {
            self.handed_on.push((path.clone(), name.clone()));
        }
        self.paths.push((path, Some(name)));
    }

    /// Paths inside a macro, which are no syntax yet.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut path: Segments = Vec::new();
        let mut colons = 0;
        for token in tokens {
            // Who may see a thing says nothing of what is named.
            let seen_by = path == ["pub"] && matches!(token, proc_macro2::TokenTree::Group(_));
            match token {
                proc_macro2::TokenTree::Group(_) if seen_by => path.clear(),
                proc_macro2::TokenTree::Ident(ident) if colons == 2 || path.is_empty() => {
                    path.push(ident.to_string());
                    colons = 0;
                }
                proc_macro2::TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
                other => {
                    self.end(&mut path);
                    colons = 0;
                    match other {
                        proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                        proc_macro2::TokenTree::Ident(ident) => path.push(ident.to_string()),
                        _ => {}
                    }
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Segments) {
        if path.len() > 1 {
            self.paths.push((std::mem::take(path), None));
        }
        path.clear();
    }
}

fn for_tests(attributes: &[Attribute]) -> bool {
    let test = |attribute: &Attribute| attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test");
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg") && test(attribute))
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(ItemMod { attrs, .. }) | Item::Use(ItemUse { attrs, .. }) => attrs,
            Item::Fn(function) => &function.attrs,
            _ => return syn::visit::visit_item(self, item),
        };
        if !for_tests(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let public = !matches!(item.vis, Visibility::Inherited);
        self.tree(&item.tree, &Vec::new(), public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.paths.push((segments, None));
        }
        syn::visit::visit_path(self, path);
    }

    /// Who may see a thing says nothing of what is named.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_macro(&mut self, tokens: &'ast syn::Macro) {
        self.tokens(tokens.tokens.clone());
    }
}

/// The types a layer defines, tests left out.
pub(crate) fn types(layer: &str) -> Vec<String> {
    struct Types(Vec<String>);
    impl Types {
        /// The enums that a macro makes of its table.
        fn made_by(&mut self, table: proc_macro2::TokenStream) {
            let words: Vec<String> = table.into_iter().map(|token| token.to_string()).collect();
            let made = words
                .windows(2)
                .filter(|pair| pair[0] == "enum")
                .map(|pair| pair[1].clone());
            self.0.extend(made);
        }
    }
    impl<'ast> Visit<'ast> for Types {
        fn visit_item(&mut self, item: &'ast Item) {
            match item {
                Item::Mod(module) if for_tests(&module.attrs) => return,
                Item::Macro(item) => self.made_by(item.mac.tokens.clone()),
                Item::Struct(item) => self.0.push(item.ident.to_string()),
                Item::Enum(item) => self.0.push(item.ident.to_string()),
                Item::Trait(item) => self.0.push(item.ident.to_string()),
                Item::Type(item) => self.0.push(item.ident.to_string()),
                _ => {}
            }
            syn::visit::visit_item(self, item);
        }
    }
    let mut types = Types(Vec::new());
    for (name, text) in files() {
        if name.split('/').next() == Some(layer) {
            types.visit_file(&syn::parse_file(&text).unwrap());
        }
    }
    types.0
}

/// Which file names which, both by their names below `src`.
pub(crate) fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let files = files();
    let named: BTreeMap<&String, Named> = files.iter().map(|(name, text)| (name, Named::of(text))).collect();
    let modules: BTreeMap<Segments, &String> = files.keys().map(|name| (module(name), name)).collect();
    let mut handed_on: BTreeMap<Segments, Segments> = BTreeMap::new();
    for (name, named) in &named {
        let here = module(name);
        for (path, last) in &named.handed_on {
            if let Some(target) = absolute(path, &here, &modules) {
                handed_on.insert(here.iter().cloned().chain([last.clone()]).collect(), target);
            }
        }
    }
    let home = |path: &Segments| {
        let mut path = path.clone();
        for _ in 0..4 {
            let place = (1..=path.len()).rev().find(|end| handed_on.contains_key(&path[..*end]));
            let Some(end) = place else { break };
            path = handed_on[&path[..end]].iter().chain(&path[end..]).cloned().collect();
        }
        (1..=path.len())
            .rev()
            .find_map(|end| modules.get(&path[..end]).copied())
    };
    let mut arrows = BTreeMap::new();
    for (name, named) in &named {
        let here = module(name);
        let mut imported: BTreeMap<&str, Segments> = BTreeMap::new();
        for (path, alias) in &named.paths {
            if let (Some(alias), Some(path)) = (alias, absolute(path, &here, &modules)) {
                imported.insert(alias, path);
            }
        }
        let mut targets = BTreeSet::new();
        for (path, alias) in &named.paths {
            let known = absolute(path, &here, &modules).or_else(|| {
                let module = imported
                    .get(path[0].as_str())
                    .filter(|path| modules.contains_key(*path))?;
                Some(module.iter().chain(&path[1..]).cloned().collect())
            });
            // A module that is only brought into scope is named where something of it is used.
            let only_named = |path: &Segments| alias.is_some() && modules.contains_key(path);
            if let Some(file) = known.filter(|path| !only_named(path)).and_then(|path| home(&path)) {
                targets.insert(file.clone());
            }
        }
        targets.remove(*name);
        arrows.insert((*name).clone(), targets);
    }
    arrows
}

/// A path from the root of the crate; none where it leads out of it.
fn absolute(path: &[String], here: &[String], modules: &BTreeMap<Segments, &String>) -> Option<Segments> {
    let mut base = here.to_vec();
    let mut rest = path;
    match rest.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &rest[1..];
        }
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|first| first == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            let child: Segments = base.iter().cloned().chain([first.to_owned()]).collect();
            modules.get(&child)?;
        }
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

/// The files of each circle of a graph, the largest first.
pub(crate) fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = arrows.keys().map(|from| (from, reached(arrows, from))).collect();
    let mut circles: Vec<Vec<String>> = Vec::new();
    for from in arrows.keys() {
        if reach[from].contains(from) && !circles.iter().any(|circle| circle.contains(from)) {
            let back = |to: &&&String| reach[**to].contains(from);
            circles.push(reach[from].iter().filter(back).map(|to| (*to).clone()).collect());
        }
    }
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

fn reached<'a>(arrows: &'a BTreeMap<String, BTreeSet<String>>, from: &String) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&String> = arrows[from].iter().collect();
    while let Some(file) = next.pop() {
        if seen.insert(file) {
            next.extend(&arrows[file]);
        }
    }
    seen
}

/// How many functions of the crate have more lines of code than this between their braces.
pub(crate) fn functions_over(lines: usize) -> usize {
    files().values().map(|text| long_functions(text, lines)).sum()
}

fn long_functions(text: &str, most: usize) -> usize {
    let all: Vec<&str> = text
        .split("\n#[cfg(test)]\nmod tests {")
        .next()
        .unwrap()
        .lines()
        .collect();
    let begins = |line: &str| {
        let words = line
            .trim_start()
            .trim_start_matches("pub ")
            .trim_start_matches("const ");
        words.starts_with("fn ") || words.starts_with("pub(") && words.contains(") fn ")
    };
    let code = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let mut found = 0;
    for at in (0..all.len()).filter(|at| begins(all[*at])) {
        let indent = &all[at][..all[at].len() - all[at].trim_start().len()];
        let Some(open) = (at..all.len()).find(|line| all[*line].ends_with('{')) else {
            continue;
        };
        let close = format!("{indent}}}");
        let inside = all[open + 1..].iter().take_while(|line| **line != close);
        found += usize::from(inside.filter(code).count() > most);
    }
    found
}

/// The files in which a match over one of these types has an arm for whatever else there may be.
pub(crate) fn matches_with_a_rest(types: &[&str]) -> Vec<String> {
    struct Matches<'a> {
        types: &'a [&'a str],
        found: usize,
    }
    impl<'ast> Visit<'ast> for Matches<'_> {
        fn visit_expr_match(&mut self, of: &'ast syn::ExprMatch) {
            let named = of.arms.iter().any(|arm| names_one(&arm.pat, self.types));
            let rest = |arm: &syn::Arm| match &arm.pat {
                syn::Pat::Wild(_) => true,
                syn::Pat::Ident(name) => name.subpat.is_none(),
                _ => false,
            };
            self.found += usize::from(named && of.arms.iter().any(|arm| rest(arm) && arm.guard.is_none()));
            syn::visit::visit_expr_match(self, of);
        }
    }
    fn names_one(pattern: &syn::Pat, types: &[&str]) -> bool {
        let path = match pattern {
            syn::Pat::TupleStruct(one) => &one.path,
            syn::Pat::Struct(one) => &one.path,
            syn::Pat::Path(one) => &one.path,
            syn::Pat::Or(several) => return several.cases.iter().any(|one| names_one(one, types)),
            _ => return false,
        };
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        segments.len() > 1 && types.contains(&segments[segments.len() - 2].as_str())
    }
    let with_a_rest = |text: &str| {
        let mut found = Matches { types, found: 0 };
        found.visit_file(&syn::parse_file(text).unwrap());
        found.found > 0
    };
    let files = files().into_iter().filter(|(_, text)| with_a_rest(text));
    files.map(|(name, _)| name).collect()
}
