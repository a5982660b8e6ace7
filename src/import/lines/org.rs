//! Org files, where headings are often the items of a list.

use super::{Line, Mark};

/// Whether notes under another name are written in org: stars for headings, and none of the headings of Markdown.
pub(in crate::import) fn speaks(lines: &[&str]) -> bool {
    let starred = |line: &&&str| {
        let rest = line.trim_start_matches('*');
        line.len() > rest.len() + 1 && rest.starts_with(' ') && !rest.trim_end().ends_with('*')
    };
    lines.iter().filter(starred).count() > 2 && !lines.iter().any(|line| line.starts_with('#'))
}

/// Makes items of the headings that have neither text nor headings under them, where all their siblings are such too.
pub(in crate::import) fn leaves_to_items(lines: &mut [Line<'_>]) {
    let heads: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| match line.mark {
            Mark::Heading(depth) => Some((at, depth)),
            _ => None,
        })
        .collect();
    let leaf: Vec<bool> = heads
        .iter()
        .enumerate()
        .map(|(n, (at, depth))| {
            let next = heads.get(n + 1);
            let end = next.map_or(lines.len(), |(at, _)| *at);
            *depth > 1 && lines[at + 1..end].iter().all(Line::blank) && next.is_none_or(|(_, below)| below <= depth)
        })
        .collect();
    let mut start = 0;
    while start < heads.len() {
        let depth = heads[start].1;
        let run = heads[start..]
            .iter()
            .zip(&leaf[start..])
            .take_while(|((_, one), leaf)| *one == depth && **leaf)
            .count();
        let ends_clean = heads.get(start + run).is_none_or(|(_, next)| *next < depth);
        let starts_clean = start > 0 && heads[start - 1].1 < depth;
        if run > 0 && ends_clean && starts_clean {
            for (at, _) in &heads[start..start + run] {
                lines[*at].mark = Mark::Bullet;
                lines[*at].indent = depth * 2;
            }
        }
        start += run.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    #[test]
    fn headings_without_anything_under_them_are_items() {
        let text = "* Crew\n** the cook\n** the mate\n* Storms\n** One\ntext\n** Two\n";
        let mut lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Org)).collect();
        leaves_to_items(&mut lines);
        let items: Vec<&str> = lines
            .iter()
            .filter(|line| line.mark == Mark::Bullet)
            .map(|line| line.text)
            .collect();
        assert_eq!(items, ["the cook", "the mate"]);
    }
}
