//! Bars made of characters.

/// A bar that is so full, 0 to 1, in halves of a column. A line, not a block: rows of blocks run into one another.
pub fn line(share: f64, columns: u16) -> String {
    let halves = (share.clamp(0.0, 1.0) * f64::from(columns) * 2.0).round() as usize;
    format!("{}{}", "━".repeat(halves / 2), if halves % 2 == 1 { "╸" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fill_by_their_share() {
        assert_eq!(line(0.5, 4), "━━");
        assert_eq!(line(0.6, 4), "━━╸");
        assert_eq!(line(9.0, 3), "━━━");
    }
}
