//! Marks of Markdown that make nothing: a link in brackets of Chinese, an address of a kind that is not linked, a heading without
//! its blank. Readers would see the marks, or words that lead nowhere.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

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
        let made = Made::of(form);
        for (address, bytes) in &made.links {
            if lacks(address) {
                tell(form, bytes.clone(), NO_ADDRESS, sink);
            }
        }
        links(form, &made, sink);
        if form.kind == FormKind::Page {
            headings(form, &made, sink);
        }
    });
}

/// Without one of these there is nothing to look for.
const MARKS: &[char] = &[']', '】', '］', '#'];

/// How far a bracket is looked for that closes what another opens.
const FAR: usize = 300;

/// What Markdown makes of a text.
#[derive(Default)]
struct Made {
    /// Bytes in which nothing else is looked for: links, code. By their start.
    taken: Vec<Range<usize>>,
    /// The address of each link, and where it stands: from the bracket that opens it on, or all of the link.
    links: Vec<(String, Range<usize>)>,
}

impl Made {
    fn of(form: &Form<'_>) -> Made {
        let mut made = Made::default();
        let options = if form.kind == FormKind::Page { Options::ENABLE_TABLES } else { Options::empty() };
        for (event, bytes) in Parser::new_ext(form.text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Link { dest_url, link_type, .. } | Tag::Image { dest_url, link_type, .. }) => {
                    let inline =
                        (link_type == LinkType::Inline).then(|| form.text[bytes.clone()].rfind("](")).flatten();
                    let start = inline.map_or(bytes.start, |at| bytes.start + at + 1);
                    made.links.push((dest_url.into_string(), start..bytes.end));
                    made.taken.push(bytes);
                }
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => made.taken.push(bytes),
                _ => {}
            }
        }
        made.taken.sort_by_key(|bytes| bytes.start);
        made
    }
}

/// Looks for brackets that were meant for a link and make none.
fn links(form: &Form<'_>, made: &Made, sink: &mut Sink) {
    let text = form.text;
    let mut taken = made.taken.iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut line_start = true;
    while let Some(c) = text[at..].chars().next() {
        if let Some(bytes) = taken.next_if(|bytes| bytes.start <= at) {
            at = at.max(bytes.end);
            continue;
        }
        let behind = at + c.len_utf8();
        match c {
            '\\' => {
                // What is escaped is meant to be seen.
                at = behind + text[behind..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            '[' | '【' | '［' => open.push(at),
            ']' | '】' | '］' => {
                if let Some(start) = open.pop() {
                    unmade(form, start, at, c, sink);
                }
            }
            // Brackets do not reach beyond their paragraph.
            '\n' if line_start => open.clear(),
            _ => {}
        }
        line_start = c == '\n' || line_start && c == ' ';
        at = behind;
    }
}

/// Says what a pair of brackets that make no link were meant for, if anything: the byte of either is given.
fn unmade(form: &Form<'_>, start: usize, at: usize, close: char, sink: &mut Sink) {
    let rest = &form.text[at + close.len_utf8()..];
    let open = rest.trim_start_matches(' ');
    let address = open.strip_prefix(['(', '（']);
    let is_plain = close == ']' && rest.starts_with('(') && form.text[start..].starts_with('[');
    if address.is_some_and(|address| is_plain || is_address(address)) {
        let mut near = open.char_indices().take(FAR).take_while(|(_, c)| *c != '\n');
        let closed = near.find(|(_, c)| matches!(c, ')' | '）')).map_or(1, |(at, c)| at + c.len_utf8());
        let end = at + close.len_utf8() + rest.len() - open.len() + closed;
        // What Markdown itself takes for an address that does not end is shown from its bracket on.
        let from = if is_plain { at + 1 } else { at };
        tell(form, from..end, NO_LINK, sink);
        return;
    }
    if form.kind != FormKind::Page {
        return;
    }
    if close == ']' && rest.starts_with('[') && rest[1..].contains(']') {
        tell(form, at..at + 2, NO_NAME, sink);
    } else if form.text[start..].starts_with("[^") && !rest.starts_with(':') {
        tell(form, at..at + close.len_utf8(), NO_NOTE, sink);
    }
}

/// Whether nothing is linked at an address.
fn lacks(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#', '\\']).next().and_then(|begin| begin.split_once(':'));
    match scheme {
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
    }
}

/// Looks for lines that were meant for headings.
fn headings(form: &Form<'_>, made: &Made, sink: &mut Sink) {
    let mut start = 0;
    let mut taken = made.taken.iter().peekable();
    for line in form.text.split_inclusive('\n') {
        while taken.next_if(|bytes| bytes.end <= start).is_some() {}
        if !taken.peek().is_some_and(|bytes| bytes.contains(&start)) {
            heading(line, start, form, sink);
        }
        start += line.len();
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
