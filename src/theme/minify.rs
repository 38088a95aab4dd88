//! A style sheet in; the same without what only its authors read out: indents, empty lines, comments of their own lines,
//! the spaces before a brace, after a colon or a comma and beside `>`, zeros before a point, and the ends of lines that say
//! nothing.

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
        (_, Some(selector)) => out.extend([&tight(selector), "{"]),
        (Some((property, value)), None) if name(property) => out.extend([property, ":", &tight(value)]),
        _ => out.push_str(&tight(line)),
    }
}

/// The same without spaces and zeros that say nothing; a line with text in quotes as it is.
fn tight(line: &str) -> String {
    if line.contains(['"', '\'']) {
        return line.to_owned();
    }
    let mut tight = line.replace(", ", ",");
    if !line.starts_with('@') {
        tight = tight.replace(" > ", ">");
    }
    for before in [" ", ":", ",", "("] {
        tight = tight.replace(&format!("{before}0."), &format!("{before}."));
    }
    match tight.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => tight,
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

    #[test]
    fn leaves_out_spaces_and_zeros_that_say_nothing() {
        let sheet = "ul > li,\nol > li {\n  margin: 0 0.5rem 10.5px;\n  width: clamp(0.1rem, 2vw + 0.2rem, 3rem);\n}\n";
        let mut out = String::new();
        minify(sheet, &mut out);
        assert_eq!(out, "ul>li,ol>li{margin:0 .5rem 10.5px;width:clamp(.1rem,2vw + .2rem,3rem)}");
    }
}
