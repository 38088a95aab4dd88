//! A style sheet in; the same without what only its authors read, indents, empty lines and comments of their own
//! lines, out.

/// Appends a style sheet, a line for each of its lines that says something.
pub(super) fn squeeze(sheet: &str, out: &mut String) {
    let mut comment = false;
    for line in sheet.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn keeps_every_rule() {
        let sheet = "/* One. */\n\na {\n  color: red; /* kept */\n}\n/* Two\n   lines. */\nb::after {\n  content: \"/*  */\";\n}\n";
        let mut out = String::new();
        squeeze(sheet, &mut out);
        assert_eq!(out, "a {\ncolor: red; /* kept */\n}\nb::after {\ncontent: \"/*  */\";\n}\n");
    }
}
