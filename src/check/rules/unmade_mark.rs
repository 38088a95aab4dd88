//! Marks of Markdown that make nothing: a link in brackets of Chinese, an address of a kind that is not linked, a heading without
//! its blank. Readers would see the marks, or words that lead nowhere.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::Rule;
use super::forms::{Form, FormKind, each};

static CODE: Code = Code {
    id: "E106",
    name: "unmade-mark",
    what: ["Markdown 记号没有起作用", "marks of Markdown that make nothing"],
    why: [
        "括号是中文的、括号之间有空格、地址里有空格或种类不对，写的就不是链接：读者会看到这些记号，或看到不能点的字。",
        "With brackets of Chinese, a blank between the brackets or in the address, or an address of another kind, there is no link: readers see the marks, or words that lead nowhere.",
    ],
    fix: [
        "链接是方括号里的文字紧接圆括号里的地址，括号用英文的，中间不留空格；地址以 /、http://、https://、mailto: 或 tel: 开头。标题的 # 后面空一格。",
        "A link is words in square brackets with an address in round ones right behind, all of ASCII and with no blank between; the address begins with /, http://, https://, mailto: or tel:. A blank stands behind the # of a heading.",
    ],
    example: "见[全部清单]（/lists/）。",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        if !matches!(form.kind, FormKind::Page | FormKind::Prose | FormKind::Note) || !form.text.contains(MARKS) {
            return;
        }
        let defined = definitions(form.text);
        let mut code = false;
        let mut start = 0;
        for line in form.text.split_inclusive('\n') {
            if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
                code = !code;
            } else if !code && !line.starts_with("    ") && !line.starts_with('\t') {
                let line = outside_of_code(line);
                links(&line, start, form, &defined, sink);
                if form.kind == FormKind::Page {
                    heading(&line, start, form, sink);
                }
            }
            start += line.len();
        }
    });
}

/// Without one of these there is nothing to look for.
const MARKS: &[char] = &[']', '】', '］', '#'];

/// A line with its code blotted out, as long as it was.
fn outside_of_code(line: &str) -> String {
    let mut inside = false;
    let count = line.matches('`').count();
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c == '`' {
            inside = !inside && count > 1;
        }
        if inside { out.extend(std::iter::repeat_n(' ', c.len_utf8())) } else { out.push(c) }
    }
    out
}

/// The names that the text gives addresses, in small letters.
fn definitions(text: &str) -> Vec<String> {
    let of = |line: &str| {
        let (name, _) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
        Some(name.to_lowercase())
    };
    text.lines().filter_map(of).collect()
}

fn links(line: &str, start: usize, form: &Form<'_>, defined: &[String], sink: &mut Sink) {
    for (at, c) in line.char_indices().filter(|(_, c)| matches!(c, ']' | '】' | '］')) {
        if line[..at].ends_with('\\') {
            continue;
        }
        let rest = &line[at + c.len_utf8()..];
        let open = rest.trim_start_matches(' ');
        let address = open.strip_prefix(['(', '（']).unwrap_or_default();
        let is_plain = c == ']' && rest.starts_with('(');
        let closed = open.char_indices().find(|(_, c)| matches!(c, ')' | '）')).map(|(at, c)| at + c.len_utf8());
        let end = at + c.len_utf8() + rest.len() - open.len() + closed.unwrap_or_default();
        let bytes = start + at..start + end;
        if !is_plain && is_address(address) {
            tell(form, bytes, NO_LINK, sink);
        } else if is_plain {
            linked(rest, at + c.len_utf8() + start, form, sink);
        } else if let Some(name) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).filter(|_| c == ']') {
            let name = if name.0.is_empty() { line[..at].rsplit('[').next().unwrap_or_default() } else { name.0 };
            if form.kind == FormKind::Page && !defined.contains(&name.to_lowercase()) && line[..at].contains('[') {
                tell(form, start + at..start + at + 2, NO_NAME, sink);
            }
        } else if form.kind == FormKind::Page
            && !rest.starts_with(':')
            && line[..at].rfind('[').is_some_and(|open| line[open..at].starts_with("[^"))
        {
            tell(form, start + at..start + at + 1, NO_NOTE, sink);
        }
    }
}

/// What stands behind `]`, from its bracket on.
fn linked(rest: &str, start: usize, form: &Form<'_>, sink: &mut Sink) {
    let Some(close) = rest.find(')') else {
        // It may go on in the next line.
        if !form.text[start..].split("\n\n").next().is_some_and(|paragraph| paragraph.contains(')')) {
            tell(form, start..start + 1, NO_LINK, sink);
        }
        return;
    };
    let address = rest[1..close].trim();
    let bytes = start..start + close + 1;
    if address.starts_with('<') {
        return;
    }
    if let Some((_, title)) = address.split_once([' ', '\u{3000}']) {
        if !title.trim_start().starts_with(['"', '\'', '(']) {
            tell(form, bytes, NO_LINK, sink);
        }
        return;
    }
    let scheme = address.split(['/', '?', '#', '\\']).next().and_then(|begin| begin.split_once(':'));
    let lacks = match scheme {
        None => address.is_empty(),
        Some((scheme, _)) => match &*scheme.to_ascii_lowercase() {
            "http" | "https" => {
                let behind = &address[scheme.len() + 1..];
                !behind
                    .strip_prefix("//")
                    .is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
            }
            "mailto" | "tel" => address.len() == scheme.len() + 1,
            _ => true,
        },
    };
    if lacks {
        tell(form, bytes, NO_ADDRESS, sink);
    }
}

/// Whether something can be meant for an address.
fn is_address(text: &str) -> bool {
    const BEGINNINGS: [&str; 9] = ["/", "#", "http:", "https:", "http：", "https：", "www.", "mailto:", "tel:"];
    BEGINNINGS.iter().any(|begin| text.trim_start().starts_with(begin)) && !text.starts_with("//")
}

/// A heading whose words follow its marks at once.
fn heading(line: &str, start: usize, form: &Form<'_>, sink: &mut Sink) {
    let bare = line.trim_start_matches(' ');
    let words = bare.trim_start_matches('#');
    let marks = bare.len() - words.len();
    let is_text = words.starts_with(|c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '（' | '《' | '“'));
    if (1..=6).contains(&marks) && line.len() - bare.len() < 4 && is_text {
        let at = start + line.len() - bare.len();
        tell(form, at..at + marks, NO_HEADING, sink);
    }
}

/// What is wrong and what to do, in Chinese and English.
type Words = [[&'static str; 2]; 2];

const NO_LINK: Words = [
    ["这里没有成为链接", "this makes no link"],
    [
        "写成 [文字](地址)：括号用英文的，中间和地址里不留空格",
        "write [words](address): brackets of ASCII, no blank between them and none in the address",
    ],
];
const NO_NAME: Words = [
    ["这里没有成为链接：没有给这个名称写地址", "this makes no link: the name has no address"],
    ["写成 [文字](地址)，或另起一行写 [名称]: 地址", "write [words](address), or a line [name]: address"],
];
const NO_NOTE: Words = [
    ["脚注没有起作用，会原样显示", "notes at the foot of a page are not known, and the marks are shown"],
    ["把注写进正文，或写成一节", "put the note into the text, or into a section of its own"],
];
const NO_ADDRESS: Words = [
    ["这个地址不能链接", "an address of this kind is not linked"],
    [
        "地址以 /、http://、https://、mailto: 或 tel: 开头；文件放进 static/ 再链接",
        "let it begin with /, http://, https://, mailto: or tel:; put a file into static/ and link it there",
    ],
];
const NO_HEADING: Words =
    [["这一行没有成为标题", "this makes no heading"], ["在 # 后面空一格", "put a blank behind the #"]];

fn tell(form: &Form<'_>, bytes: Range<usize>, [message, help]: Words, sink: &mut Sink) {
    let [message, help] = [message, help].map(|[zh, en]| Message::new(zh, en));
    sink.push(Diagnostic::warning(&CODE, form.part(bytes), message).help(help));
}
