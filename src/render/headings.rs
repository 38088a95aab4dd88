//! The events of a free page in; the same with an id for every heading, made of its words, out.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

/// Ids that the page has around its text.
const TAKEN: [&str; 3] = ["_main", "_elder", "_find"];

/// Gives every heading an id: the one that its author wrote behind it (`{#usage}`), else its words as hosts of Markdown make
/// them, in any script: small letters, hyphens for blanks, no marks; a number behind it where another has the same. Headings
/// of the first level become second, since the page has its title already.
pub(super) fn name(events: &mut [Event<'_>]) {
    let mut times: HashMap<String, usize> = TAKEN.iter().map(|id| ((*id).to_owned(), 1)).collect();
    for at in 0..events.len() {
        // Only of headings: looked for at every event, the words of a long page would be read again and again.
        let is_heading = matches!(events[at], Event::Start(Tag::Heading { .. }));
        let words = if is_heading { words(&events[at + 1..]) } else { String::new() };
        match &mut events[at] {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                *level = below_the_title(*level);
                classes.clear();
                attrs.clear();
                let own = id.take().filter(|id| !id.is_empty() && !id.contains(char::is_whitespace));
                *id = unique(own.map_or_else(|| slug(&words), |id| id.to_string()), &mut times).map(CowStr::from);
            }
            Event::End(TagEnd::Heading(level)) => *level = below_the_title(*level),
            _ => {}
        }
    }
}

fn below_the_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

/// The words until the heading ends.
fn words(events: &[Event<'_>]) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter_map(|event| match event {
            Event::Text(words) | Event::Code(words) => Some(&**words),
            Event::SoftBreak | Event::HardBreak => Some(" "),
            _ => None,
        })
        .collect()
}

/// What a heading is called in an address.
fn slug(words: &str) -> String {
    let kept = words.trim().chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
        _ => None,
    });
    kept.flat_map(char::to_lowercase).collect()
}

/// The id, with a number where it is taken; none for a heading without words.
fn unique(id: String, times: &mut HashMap<String, usize>) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let mut name = id.clone();
    while let Some(time) = times.get(&name).copied() {
        times.entry(id.clone()).and_modify(|time| *time += 1);
        name = format!("{id}-{}", times.get(&id).map_or(time, |time| time - 1));
    }
    times.insert(name.clone(), 1);
    Some(name)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::name;

    fn ids(text: &str) -> Vec<String> {
        let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).collect();
        name(&mut events);
        let of = |event: &Event<'_>| match event {
            Event::Start(Tag::Heading { id, .. }) => Some(id.as_ref().map(ToString::to_string).unwrap_or_default()),
            _ => None,
        };
        events.iter().filter_map(of).collect()
    }

    #[test]
    fn ids_are_the_words_in_any_script() {
        assert_eq!(ids("## 使用说明\n## 使用说明\n## 使用说明"), ["使用说明", "使用说明-1", "使用说明-2"]);
        assert_eq!(ids("# How to *use* it?\n## 一、“总则”（试行）"), ["how-to-use-it", "一总则试行"]);
        assert_eq!(ids("## قانون العمل\n## Ελλάδα\n## …\n## _Main"), ["قانون-العمل", "ελλάδα", "", "_main-1"]);
        assert_eq!(ids("## 使用说明 {#usage .x onclick=alert}\n## `a_b` c"), ["usage", "a_b-c"]);
    }
}
