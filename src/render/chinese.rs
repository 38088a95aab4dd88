//! Markdown as Chinese is written in; its events, with emphasis and line breaks as a reader of Chinese expects them, out.
//!
//! The rules of Markdown tell where emphasis begins and ends by blanks and marks around the asterisks. Chinese has no blanks, so
//! `**“重要”**的` stays asterisks there. Beside Chinese a mark is set between asterisks and punctuation that says that a word
//! stands there, as the extension "CJK friendly emphasis" has it; it is taken out again before anybody sees it.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::text::{Joint, joint};

/// A word, to Markdown; code points that no text has.
const WORD: char = '\u{fdd0}';
/// A single tilde, which stands between figures (`3~5个`) and strikes nothing out.
const TILDE: char = '\u{fdd1}';
/// Asterisks that its author wrote as so many underscores.
const UNDERSCORES: [char; 2] = ['\u{fdd2}', '\u{fdd3}'];

/// The text with its marks; what is escaped or stands in code is marked as well, and loses the marks again.
pub(super) fn marked(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.contains('~') || !text.contains(['*', '~', '_']) {
        return Cow::Borrowed(text);
    }
    let starred = starred(text);
    if !starred.contains(['*', '~']) {
        return starred;
    }
    Cow::Owned(with_words(&starred))
}

/// The text with words set beside its asterisks.
fn with_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut before = None;
    while let Some(c) = rest.chars().next() {
        if !matches!(c, '*' | '~') {
            out.push(c);
            before = Some(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after_run = rest.trim_start_matches(c);
        let run = &rest[..rest.len() - after_run.len()];
        let after = after_run.chars().next();
        if run == "~" {
            out.push(TILDE);
        } else {
            let word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_mark(c));
            let mark = |c: Option<char>| c.is_some_and(is_mark);
            let closes =
                mark(before) && word(after) && (before.is_some_and(is_chinese) || after.is_some_and(is_chinese));
            let opens =
                word(before) && mark(after) && (before.is_some_and(is_chinese) || after.is_some_and(is_chinese));
            if closes {
                out.push(WORD);
            }
            out.push_str(run);
            if opens {
                out.push(WORD);
            }
        }
        before = Some(c);
        rest = after_run;
    }
    out
}

/// The text with asterisks in the place of underscores around words in brackets or quotes of Chinese, `按照__《计量法》__的`. Inside of
/// words Markdown takes underscores for what they are, and a blank to fill in (`第__条`) is one.
fn starred(text: &str) -> Cow<'_, str> {
    const OPENS: &str = "《〈“‘（【「『〔";
    const CLOSES: &str = "》〉”’）】」』〕";
    let mut out = String::new();
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = text[from..].find('_').map(|at| from + at) {
        let rest = text[at..].trim_start_matches('_');
        let run = text.len() - at - rest.len();
        from = at + run;
        if run > 2 || !rest.starts_with(|c| OPENS.contains(c)) {
            continue;
        }
        let Some(inside) = rest.split(['_', '\n', '`', '*']).next() else { continue };
        let after = &rest[inside.len()..];
        let closing = after.len() - after.trim_start_matches('_').len();
        if closing != run || !inside.ends_with(|c| CLOSES.contains(c)) {
            continue;
        }
        let stars = format!("{}{}", UNDERSCORES[run - 1], "*".repeat(run));
        out.push_str(&text[done..at]);
        // A run that a word stands before opens, and one that a word stands behind closes.
        out.push_str(&stars);
        out.push(WORD);
        out.push_str(inside);
        out.push(WORD);
        out.push_str(&"*".repeat(run));
        out.push(UNDERSCORES[run - 1]);
        done = at + run + inside.len() + run;
        from = done;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// The events of a marked text: without the marks, and without line breaks inside Chinese.
pub(super) fn events(marked: &str, options: Options) -> impl Iterator<Item = Event<'_>> {
    let events: Vec<Event<'_>> = Parser::new_ext(marked, options).map(bare).collect();
    // What stands beside each line break: one pass from either end, since emphasis may open thousands of times between.
    let mut before = None;
    let mut beside = vec![(None, None); events.len()];
    for (event, beside) in events.iter().zip(&mut beside) {
        beside.0 = before;
        before = edge(event, |text| text.chars().next_back()).unwrap_or(before);
    }
    let mut after = None;
    for (event, beside) in events.iter().zip(&mut beside).rev() {
        beside.1 = after;
        after = edge(event, |text| text.chars().next()).unwrap_or(after);
    }
    let nothing = |beside: &(Option<char>, Option<char>)| matches!(beside, (Some(before), Some(after)) if joint(*before, *after) == Joint::Nothing);
    let drop: Vec<bool> =
        events.iter().zip(&beside).map(|(event, beside)| *event == Event::SoftBreak && nothing(beside)).collect();
    let kept = events.into_iter().zip(drop).filter(|(_, drop)| !drop).map(|(event, _)| event);
    TextMergeStream::new(kept)
}

/// The character of an event that stands beside a line break; `None` for one that shows none, such as the beginning of
/// emphasis.
fn edge(event: &Event<'_>, of: impl Fn(&str) -> Option<char>) -> Option<Option<char>> {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => Some(of(text)),
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => None,
        _ => Some(None),
    }
}

/// An event without marks.
fn bare(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(plain(text)),
        Event::Code(text) => Event::Code(plain(text)),
        Event::Html(text) => Event::Html(plain(text)),
        Event::InlineHtml(text) => Event::InlineHtml(plain(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: plain(dest_url), title: plain(title), id: plain(id) })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: plain(dest_url), title: plain(title), id: plain(id) })
        }
        other => other,
    }
}

fn plain(text: CowStr<'_>) -> CowStr<'_> {
    if !text.contains([WORD, TILDE, UNDERSCORES[0], UNDERSCORES[1]]) {
        return text;
    }
    let [one, two] = UNDERSCORES;
    let text = text.replace(&format!("{two}**"), "__").replace(&format!("**{two}"), "__");
    let text = text.replace(&format!("{one}*"), "_").replace(&format!("*{one}"), "_");
    let text = text.replace(UNDERSCORES, "");
    let plain = text.chars().filter(|c| *c != WORD).map(|c| if c == TILDE { '~' } else { c });
    plain.collect::<String>().into()
}

/// Whether Markdown takes a character for punctuation.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}')
        || matches!(c, '\u{3030}' | '\u{30fb}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
        || matches!(c, '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '·' | '§' | '«' | '»' | '×' | '÷' | '±' | '°')
}

/// Whether a character is of Chinese, its punctuation included; quotes and dashes are of both.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
        || matches!(c, '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, html};

    use super::{events, marked};

    fn shown(text: &str) -> String {
        let marked = marked(text);
        let mut out = String::new();
        html::push_html(&mut out, events(&marked, Options::ENABLE_STRIKETHROUGH));
        out.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn emphasis_stands_beside_chinese_marks() {
        for (text, html) in [
            ("**注意：**请核对", "<strong>注意：</strong>请核对"),
            ("按照**《计量法》**的规定", "按照<strong>《计量法》</strong>的规定"),
            (
                "这一项**（试行）**已经结束，见*“旧清单”*一栏",
                "这一项<strong>（试行）</strong>已经结束，见<em>“旧清单”</em>一栏",
            ),
            ("他说**重要。**然后", "他说<strong>重要。</strong>然后"),
            ("正常的**粗体**文字", "正常的<strong>粗体</strong>文字"),
            ("见**[清单](/lists/)**。", "见<strong><a href=\"/lists/\">清单</a></strong>。"),
            ("~~已废止。~~新的", "<del>已废止。</del>新的"),
            ("***“甲”***乙", "<em><strong>“甲”</strong></em>乙"),
            ("按照__《计量法》__的规定，见_“旧”_栏", "按照<strong>《计量法》</strong>的规定，见<em>“旧”</em>栏"),
            ("__（试行）__", "<strong>（试行）</strong>"),
            ("**（一）**、**（二）**两项", "<strong>（一）</strong>、<strong>（二）</strong>两项"),
            ("甲**`代码`**乙", "甲<strong><code>代码</code></strong>乙"),
        ] {
            assert_eq!(shown(text), html, "{text}");
        }
    }

    #[test]
    fn what_is_no_emphasis_stays() {
        for (text, html) in [
            ("3 * 5 = 15，每人 2 * 3", "3 * 5 = 15，每人 2 * 3"),
            ("办理 3~5 日，最长 7~10 日", "办理 3~5 日，最长 7~10 日"),
            ("\\**《甲》*", "*<em>《甲》</em>"),
            ("`a**《b》**c`", "<code>a**《b》**c</code>"),
            ("[甲](/a**（b）**c/~d)", "<a href=\"/a**%EF%BC%88b%EF%BC%89**c/~d\">甲</a>"),
            ("第__条第__款，填写____处", "第__条第__款，填写____处"),
            ("`a__《b》__c` a_b_c", "<code>a__《b》__c</code> a_b_c"),
            ("[甲](/a__（b）__c)", "<a href=\"/a__%EF%BC%88b%EF%BC%89__c\">甲</a>"),
            ("see **this.** Then", "see <strong>this.</strong> Then"),
        ] {
            assert_eq!(shown(text), html, "{text}");
        }
    }

    #[test]
    fn lines_of_chinese_go_on_without_a_blank() {
        for (text, html) in [
            ("监督检查定\n量包装", "监督检查定量包装"),
            ("依照第\n65条，\n**处以**\n罚款", "依照第65条，<strong>处以</strong>罚款"),
            ("two\nlines", "two\nlines"),
            ("用\nExcel\n打开", "用\nExcel\n打开"),
            ("甲  \n乙", "甲<br />\n乙"),
            ("见[清单](/lists/)\n和说明", "见<a href=\"/lists/\">清单</a>和说明"),
        ] {
            assert_eq!(shown(text), html, "{text}");
        }
    }
}
