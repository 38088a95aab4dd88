//! A place where YAML breaks in, a diagnostic that names the likely slip out.

use crate::diag::{At, Diagnostic, FileId, Message, Place};

use super::codes::YAML_SYNTAX;
use super::cures::Slip;
use super::repair::{Repair, repair};
use super::tree::Broken;

/// Explains why a file is not YAML, guessing at the slips that people make.
pub(super) fn explain(text: &str, file: FileId, broken: &Broken) -> Diagnostic {
    let at = floor(text, broken.at);
    if let Some(marks) = merge_marks(text) {
        return diagnostic(
            file,
            marks,
            Message::new("合并两个版本时留下的标记", "a mark that was left when two versions were merged"),
            Message::new(
                "两个版本里留下对的一份，再删去 `<<<<<<<`、`=======`、`>>>>>>>` 这几行",
                "keep the right one of the two versions and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`",
            ),
        );
    }
    if let Some(repair) = repair(text, at) {
        return repaired(file, repair);
    }
    if let Some(tab) = tab_near(text, at) {
        return diagnostic(
            file,
            tab..tab + 1,
            named(Slip::Tab),
            Message::new(
                "YAML 的缩进只能用空格：删去制表符，改用两个空格",
                "YAML is indented with spaces: take out the tab and type two spaces",
            ),
        );
    }
    if let Some(colon) = lines_near(text, at).into_iter().find_map(wide_colon) {
        return wide_colon_at(file, colon);
    }
    let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
    let end = if end == at { at } else { end.min(ceil(text, at + 1)) };
    diagnostic(
        file,
        at..end,
        Message::new(
            match in_chinese(&broken.message) {
                Some(words) => format!("这里不符合 YAML 写法：{words}"),
                None => "这里不符合 YAML 写法".to_owned(),
            },
            format!("this is not YAML: {}", broken.message),
        ),
        Message::new(
            "检查这一行和上一行：缩进是否对齐，引号、括号是否成对，含有“: ”或“ #”的文字是否加了英文双引号",
            "look at this line and the one before: the indentation must line up, every quote and bracket have its partner, and a text with `: ` or ` #` stand in double quotes",
        ),
    )
}

/// What the parser says, in Chinese; `None` where it says nothing that helps.
fn in_chinese(message: &str) -> Option<&'static str> {
    const WORDS: [(&str, &str); 17] = [
        ("plain scalar cannot start", "没有引号的文字不能以这个符号开头"),
        ("trailing content after", "引号已经结束，后面还有文字；引号里面的引号要写两个"),
        ("hexadecimal", "双引号里的 \\x、\\u 后面要写十六进制数字"),
        ("surrogate", "双引号里的 \\u 要成对"),
        ("escape", "双引号里的反斜杠写法不对"),
        ("ends too early", "文件没有写完"),
        ("a million values", "超过一百万个值；请分成几个文件，或删去多余的部分"),
        ("10,000 anchors", "锚点（&）超过一万个"),
        ("multiply", "引用展开以后太大"),
        ("recursion", "层次太深"),
        ("alias", "引用（*）没有对应的锚点（&）"),
        ("anchor", "锚点（&）写法不对"),
        ("mapping values", "这里不能有冒号"),
        ("flow", "括号没有成对，或括号里缺逗号"),
        ("quoted scalar", "引号没有成对"),
        ("indent", "缩进没有对齐"),
        ("block", "缩进没有对齐，或缺“- ”"),
    ];
    WORDS.iter().find(|(part, _)| message.contains(part)).map(|(_, words)| *words)
}

/// Names the slip and spells the line out.
pub(super) fn repaired(file: FileId, repair: Repair) -> Diagnostic {
    let message = named(repair.slip);
    let shown = repair.line.chars().count() <= LONGEST;
    let help = if repair.line.is_empty() {
        Message::new("删去这一行", "take this line out")
    } else if shown {
        Message::new(format!("把这一行写成 `{}`", repair.line), format!("write the line as `{}`", repair.line))
    } else {
        Message::new(format!("标出的地方写成 `{}`", repair.fix), format!("write `{}` where it is marked", repair.fix))
    };
    diagnostic(file, repair.span, message, help).fix(repair.fix).safe(repair.is_sure)
}

/// A line of more characters is not spelled out in a message.
const LONGEST: usize = 100;

fn named(slip: Slip) -> Message {
    match slip {
        Slip::Tab => Message::new("用制表符（Tab）缩进", "a tab in the indentation"),
        Slip::Hidden => Message::new(
            "这一行里有看不见的字符，如零宽空格",
            "a character that is not seen in this line, such as a zero-width space",
        ),
        Slip::WideColon => Message::new("键后面用了中文冒号", "a full-width colon after a key"),
        Slip::GluedColon => Message::new("键的冒号后面没有空格", "no blank after the colon of a key"),
        Slip::GluedDash => Message::new("一项的“-”后面没有空格", "no blank after the dash of an entry"),
        Slip::WideMarks => Message::new("括号或逗号是中文的", "a full-width bracket or comma"),
        Slip::CurlyQuotes => Message::new("引号是中文的", "curly quotes, which YAML does not know"),
        Slip::OpenQuote => Message::new("引号没有成对", "a quote without its partner"),
        Slip::OpenBracket => Message::new("括号没有成对", "a bracket without its partner"),
        Slip::Unquoted => Message::new(
            "这段文字里有 YAML 的符号，要加英文双引号",
            "a text with marks that mean something to YAML must stand in double quotes",
        ),
        Slip::Indentation => Message::new("这一行没有对齐", "this line does not line up"),
    }
}

/// Explains a value that is a text only because of a full-width colon on its first line; `None` where there is none.
pub(super) fn wide_colon_in(text: &str, file: FileId, at: usize) -> Option<Diagnostic> {
    lines_near(text, at).into_iter().take(1).find_map(wide_colon).map(|colon| wide_colon_at(file, colon))
}

fn wide_colon_at(file: FileId, colon: usize) -> Diagnostic {
    diagnostic(
        file,
        colon..colon + '：'.len_utf8(),
        named(Slip::WideColon),
        Message::new("改成英文冒号加一个空格“: ”", "type an ASCII colon and a space, `: `"),
    )
    .fix(": ")
    .safe(true)
}

fn diagnostic(file: FileId, bytes: std::ops::Range<usize>, message: Message, help: Message) -> Diagnostic {
    Diagnostic::error(&YAML_SYNTAX, Place { file, at: At::Bytes(bytes) }, message).help(help)
}

/// The first tab in the indentation of the line where reading broke off, or of the line before or after.
fn tab_near(text: &str, at: usize) -> Option<usize> {
    lines_near(text, at).into_iter().find_map(|(start, line)| {
        let indentation = line.len() - line.trim_start_matches([' ', '\t', '-']).len();
        line[..indentation].find('\t').map(|tab| start + tab)
    })
}

/// A full-width colon right after something that looks like a key, in a line that starts where the number says.
fn wide_colon((start, line): (usize, &str)) -> Option<usize> {
    let colon = line.find('：')?;
    let key = line[..colon].trim_start_matches([' ', '-', '\u{feff}']);
    let looks_like_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    looks_like_key.then_some(start + colon)
}

/// The line that holds `at`, the line before, the line after, with where each starts.
fn lines_near(text: &str, at: usize) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push((start, line));
        start += line.len();
    }
    let here = lines.iter().rposition(|(start, _)| *start <= at).unwrap_or(0);
    let near = [Some(here), here.checked_sub(1), Some(here + 1)];
    near.into_iter().flatten().filter_map(|index| lines.get(index).copied()).collect()
}

/// The first line that a merge of two versions left behind, where it left the others too.
fn merge_marks(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    let mut found: [Option<std::ops::Range<usize>>; 3] = [None, None, None];
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        for (mark, place) in ["<<<<<<<", "=======", ">>>>>>>"].iter().zip(found.iter_mut()) {
            if bare.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
                place.get_or_insert(at..at + bare.len());
            }
        }
        at += line.len();
    }
    // One of them may be mended already.
    (found.iter().flatten().count() > 1).then(|| found.into_iter().flatten().min_by_key(|range| range.start)).flatten()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at.min(text.len())
}
