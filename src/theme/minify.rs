//! A style sheet in; the same without what only its authors read out: indents, empty lines, comments of their own lines,
//! the spaces before a brace and after the colon of a declaration, and the ends of lines that say nothing.

/// Appends a style sheet.
pub(super) fn minify(sheet: &str, out: &mut String) {
    let mut comment = false;
    for line in sheet.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() {
            // The last declaration of a block needs no end of its own.
            if line == "}" && out.ends_with(';') {
                out.pop();
            }
            declaration(line, out);
            if !line.ends_with(['{', '}', ';', ',']) {
                out.push('\n');
            }
        }
        comment &= !line.ends_with("*/");
    }
}

/// A line with its first spaces that say nothing left out.
fn declaration(line: &str, out: &mut String) {
    let name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match (line.split_once(": "), line.strip_suffix(" {")) {
        (_, Some(selector)) => out.extend([selector, "{"]),
        (Some((property, value)), None) if name(property) => out.extend([property, ":", value]),
        _ => out.push_str(line),
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn keeps_every_rule() {
        let sheet = "/* One. */\n\na {\n  color: red; /* kept */\n}\n/* Two\n   lines. */\nb::after {\n  content: \"/*  */\";\n}\n";
        let mut out = String::new();
        minify(sheet, &mut out);
        assert_eq!(out, "a{color:red; /* kept */\n}b::after{content:\"/*  */\"}");
    }
}
