//! Bars made of characters.

/// A bar that is so full, 0 to 1, in eighths of a column.
pub(super) fn solid(share: f64, columns: u16) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (share.clamp(0.0, 1.0) * f64::from(columns) * 8.0).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// A thin bar of so many columns, filled to a share of 0 to 1.
pub(super) fn thin(share: f64, columns: u16) -> (String, String) {
    let full = ((share.clamp(0.0, 1.0) * f64::from(columns)).round() as usize).min(usize::from(columns));
    ("━".repeat(full), "╌".repeat(usize::from(columns) - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fill_by_their_share() {
        assert_eq!(solid(0.5, 4), "██");
        assert_eq!(solid(0.53, 4), "██▏");
        assert_eq!(solid(9.0, 3), "███");
        assert_eq!(thin(0.5, 4), ("━━".into(), "╌╌".into()));
        assert_eq!(thin(2.0, 3), ("━━━".into(), String::new()));
    }
}
