//! A page in which words of another language stand between marks in, the page with elements that say the language out.
//!
//! A word may stand where no element can: in an attribute, a title, a script. There the marks go.

use crate::i18n::MARKS;
use crate::model::Lang;

/// Elements whose text has no elements.
const BARE: [&str; 5] = ["title", "script", "style", "textarea", "option"];

/// Sets the language of what stands between marks, from a byte of the page on.
pub(super) fn set(page: &mut Vec<u8>, from: usize) {
    let Some(Ok(html)) = page.get(from..).map(std::str::from_utf8) else { return };
    if !html.contains(MARKS[0]) {
        return;
    }
    let new = marked(html);
    page.truncate(from);
    page.extend_from_slice(new.as_bytes());
}

fn marked(html: &str) -> String {
    let [before, between, behind] = MARKS;
    let mut out = String::with_capacity(html.len());
    let mut tag: Option<Option<char>> = None;
    let mut bare: Option<&str> = None;
    let mut open = false;
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == before {
            let (lang, text) = after.split_once(between).unwrap_or(("", after));
            open = tag.is_none() && bare.is_none();
            if open {
                let direction = Lang::new(lang).map_or("ltr", |lang| lang.direction());
                out.push_str(&format!("<span lang=\"{lang}\" dir=\"{direction}\">"));
            }
            rest = text;
            continue;
        }
        if c == behind {
            out.push_str(if std::mem::take(&mut open) { "</span>" } else { "" });
            rest = after;
            continue;
        }
        match (&mut tag, c) {
            (None, '<') if bare.is_none_or(|name| closes(after, name)) => {
                bare = match bare {
                    Some(_) => None,
                    None => BARE.into_iter().find(|name| opens(after, name)),
                };
                tag = Some(None);
            }
            (Some(None), '>') => tag = None,
            (Some(quote @ None), '"' | '\'') => *quote = Some(c),
            (Some(quote), _) if *quote == Some(c) => *quote = None,
            _ => {}
        }
        out.push(c);
        rest = after;
    }
    out
}

fn opens(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>', '\n']))
}

fn closes(text: &str, name: &str) -> bool {
    text.strip_prefix('/').is_some_and(|rest| opens(rest, name))
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn the_language_is_said_where_an_element_can_stand() {
        let word = "\u{fdd0}zh\u{fdd1}清单\u{fdd2}";
        let page = format!(
            "<title>{word}</title><a title=\"{word}>\" href=x>{word} 1</a><script>a < b;\"{word}\"</script><p>{word}</p>"
        );
        assert_eq!(
            marked(&page),
            "<title>清单</title><a title=\"清单>\" href=x><span lang=\"zh\" dir=\"ltr\">清单</span> 1</a>\
             <script>a < b;\"清单\"</script><p><span lang=\"zh\" dir=\"ltr\">清单</span></p>"
        );
    }
}
