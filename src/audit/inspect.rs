//! HTML of one page in, what it declares and links to out: read as a browser does, whatever its form.

use std::borrow::Cow;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// What a page declares.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct DeclaredLinks<'h> {
    /// Element ids, in order.
    pub ids: Vec<Cow<'h, str>>,
    /// Values of `href`, `src` and `action`, in order, with character references resolved.
    pub links: Vec<Cow<'h, str>>,
    /// Levels of the headings, in order.
    pub headings: Vec<u8>,
}

/// Reads a page in any form.
pub(super) fn inspect(html: &[u8]) -> DeclaredLinks<'static> {
    let mut declared = DeclaredLinks::default();
    let mut attribute = Attribute::Other;
    let callback = |event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name: [b'h', level @ b'1'..=b'6'] } => declared.headings.push(level - b'0'),
            CallbackEvent::AttributeName { name } => {
                attribute = match name {
                    b"id" => Attribute::Id,
                    b"href" | b"src" | b"action" => Attribute::Link,
                    _ => Attribute::Other,
                };
            }
            CallbackEvent::AttributeValue { value } => match attribute {
                Attribute::Id => declared.ids.push(owned(value)),
                Attribute::Link => declared.links.push(owned(value)),
                Attribute::Other => {}
            },
            _ => {}
        }
        None
    };
    // Reading from memory cannot fail.
    for _ in Tokenizer::new_with_emitter(html, CallbackEmitter::new(callback)).flatten() {}
    declared
}

fn owned(value: &[u8]) -> Cow<'static, str> {
    Cow::Owned(String::from_utf8_lossy(value).into_owned())
}

enum Attribute {
    Id,
    Link,
    Other,
}

#[cfg(test)]
mod tests {
    use super::inspect;

    #[test]
    fn finds_ids_links_and_headings() {
        let page =
            br##"<h1 id=top>A</h1><a href="../b/?x=1&amp;y#z">b</a><!-- <a href="no"> --><img src='c.svg'><form action=../d/></form><h3>C</h3>"##;
        let declared = inspect(page);
        assert_eq!(declared.ids, ["top"]);
        assert_eq!(declared.links, ["../b/?x=1&y#z", "c.svg", "../d/"]);
        assert_eq!(declared.headings, [1, 3]);
    }
}
