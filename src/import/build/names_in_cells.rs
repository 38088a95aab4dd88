//! A cell that lists names or phones in, each of them out.

use crate::import::clean::one_line;

/// The phones of a cell: told apart by the marks that tell names apart, and by blanks and strokes between two numbers.
/// `None` where the cell says anything else as well.
pub fn phones(cell: &str) -> Option<Vec<String>> {
    let mut phones = Vec::new();
    for entry in split(cell) {
        let entry = ["电话：", "电话:", "电话", "联系电话：", "传真："]
            .iter()
            .find_map(|label| entry.strip_prefix(label))
            .unwrap_or(&entry);
        let parts: Vec<&str> =
            entry.split(['/', ' ', '或', '\u{3000}']).map(str::trim).filter(|part| !part.is_empty()).collect();
        for part in parts {
            phones.push(phone(part)?);
        }
    }
    Some(phones)
}

/// One number, with its extension.
fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let (number, extension) = match text.split_once('转') {
        Some((number, extension)) => {
            (number.trim_end_matches(['（', '(', '，']), extension.trim_matches(['）', ')', '：', ':']))
        }
        None => (text, ""),
    };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let plain =
        number.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | '(' | ')' | '（' | '）' | '+'));
    let extended = extension.chars().all(|c| c.is_ascii_digit());
    let fits = plain && (3..=16).contains(&digits) && extended && !number.ends_with(['-', '—']);
    fits.then(|| if extension.is_empty() { number.to_owned() } else { format!("{number}转{extension}") })
}

/// The entries of a cell that lists names.
pub fn split(cell: &str) -> Vec<String> {
    let mut depth = 0_i32;
    let mut entries = vec![String::new()];
    for c in cell.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        if c == '\n' || (depth <= 0 && matches!(c, '、' | '；' | ';' | '，' | ',')) {
            depth = 0;
            entries.push(String::new());
        } else if let Some(last) = entries.last_mut() {
            last.push(c);
        }
    }
    entries.into_iter().map(|entry| one_line(&entry)).filter(|entry| !entry.is_empty()).collect()
}

/// The offices of an entry such as `水政科/水保站` or `水保站及办公室`.
pub fn offices_of(entry: &str) -> Vec<String> {
    let entry = ["牵头：", "牵头:", "主办：", "配合：", "协办："]
        .iter()
        .find_map(|label| entry.strip_prefix(label))
        .unwrap_or(entry);
    let ends = ["股", "科", "室", "队", "站", "所", "中心", "局", "办", "处"];
    let is_office = |part: &&str| ends.iter().any(|end| part.ends_with(end)) && part.chars().count() >= 2;
    for mark in ["/", " ", "及", "和", "\u{3000}"] {
        let parts: Vec<&str> = entry.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && parts.iter().all(is_office) {
            return parts.into_iter().map(str::to_owned).collect();
        }
    }
    vec![entry.to_owned()]
}
