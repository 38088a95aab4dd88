//! The text of a cell in; the same without what Word and Excel leave around and between its words out.

/// A cell of lines: no blanks around a line, no empty lines, one kind of blank.
pub fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_matches(is_blank)).filter(|line| !line.is_empty());
    lines.map(inner).collect::<Vec<String>>().join("\n")
}

/// A cell as one line: Chinese goes on without a blank where a line was broken.
pub fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in lines(text).lines() {
        let joint = out.chars().next_back().zip(line.chars().next());
        if joint.is_some_and(|(before, after)| before.is_ascii() && after.is_ascii()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    spread(&out).unwrap_or(out)
}

/// A word that was spread out with blanks, `行 政 许 可`, in; the word out.
fn spread(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(' ').filter(|part| !part.is_empty()).collect();
    let single = |part: &&str| part.chars().count() == 1 && part.chars().all(|c| !c.is_ascii());
    (parts.len() > 1 && parts.iter().all(single)).then(|| parts.concat())
}

fn inner(line: &str) -> String {
    let kept = line.chars().filter(|c| !is_invisible(*c));
    kept.map(|c| if c == '\t' || c == '\u{a0}' { ' ' } else { c }).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || (c.is_control() && c != '\t')
}

/// Whether a cell holds a mark that says that nothing stands there.
pub fn is_mark_of_nothing(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(&*text, "/" | "／" | "\\" | "-" | "--" | "—" | "——" | "－" | "–" | "*" | "…" | "……")
}

/// Whether a cell says `nothing` in words.
pub fn is_nothing(text: &str) -> bool {
    is_mark_of_nothing(text) || matches!(text.trim(), "无" | "無" | "无。" | "暂无" | "没有")
}

/// Whether a cell says that it is as the one above.
pub fn is_ditto(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        text.trim_end_matches(['。', '.', '，']),
        "同上" | "〃" | "″" | "\"" | "”" | "“" | "同前" | "〃〃" | "々" | "（同上）" | "(同上)" | "''" | "″″"
    )
}

/// A text in one line whose sentences are numbered from 1, `1.受理：…。2.审查：…`, in; a line for each sentence out.
pub fn numbered_lines(text: &str) -> String {
    if text.contains('\n') {
        return text.to_owned();
    }
    let forms: [&dyn Fn(usize) -> String; 6] = [
        &|n| format!("{n}."),
        &|n| format!("{n}、"),
        &|n| format!("{n}．"),
        &|n| format!("（{n}）"),
        &|n| format!("({n})"),
        &|n| char::from_u32(0x245f + n as u32).map(String::from).unwrap_or_default(),
    ];
    let form = forms.iter().find(|form| text.starts_with(&form(1)));
    let Some(form) = form else { return text.to_owned() };
    let mut lines = Vec::new();
    let mut rest = text;
    for n in 2..=20 {
        let mark = form(n);
        // A number begins a sentence only behind the end of another.
        let next = rest
            .match_indices(&mark)
            .map(|(at, _)| at)
            .find(|at| rest[..*at].trim_end().ends_with(['。', '；', ';', '，']));
        let Some(at) = next else { break };
        lines.push(rest[..at].trim());
        rest = &rest[at..];
    }
    lines.push(rest.trim());
    lines.join("\n")
}

/// Figures and signs of a code, a number or a phone in their narrow form.
pub fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '－' | '—' | '–' | '‐' | '‑' => '-',
        '．' => '.',
        c => c,
    };
    text.chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_ditto, lines, narrow, numbered_lines, one_line};

    #[test]
    fn sentences_numbered_in_one_line_stand_in_lines() {
        assert_eq!(
            numbered_lines("1.受理：甲。2.审查：乙第3.1款。3.决定：丙。"),
            "1.受理：甲。\n2.审查：乙第3.1款。\n3.决定：丙。"
        );
        assert_eq!(numbered_lines("①不受理的；②乱收费的。"), "①不受理的；\n②乱收费的。");
        assert_eq!(numbered_lines("罚款1.5倍，2.处分"), "罚款1.5倍，2.处分");
    }

    #[test]
    fn blanks_of_word_and_excel_go() {
        assert_eq!(lines("\u{3000}\u{3000}受理：甲 \n\n\u{a0}审查：\u{200b}乙\t丙"), "受理：甲\n审查：乙 丙");
        assert_eq!(one_line("对未取得许可\n擅自经营的处罚"), "对未取得许可擅自经营的处罚");
        assert_eq!(one_line("行 政 许 可"), "行政许可");
        assert_eq!(one_line("ISO 9001 认证\nISO 9002"), "ISO 9001 认证ISO 9002");
        assert_eq!(narrow("０９９９－７１２３"), "0999-7123");
        assert!(is_ditto("同 上") && is_ditto("〃") && !is_ditto("同上级部门"));
    }
}
