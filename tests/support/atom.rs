//! A feed in; its entries out, and what the W3C feed validator would find in it: the rules of Atom (RFC 4287) that it holds feeds
//! to, and its recommendations for whoever makes one.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

/// An element with what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes, in order.
    pub attributes: Vec<(String, String)>,
    /// The text in it, of its children as well.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// The elements of a name in it.
    pub fn all<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e Element> + use<'e> {
        let name = name.to_owned();
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first element of a name in it.
    pub fn text_of(&self, name: &str) -> &str {
        self.all(name).next().map_or("", |child| child.text.trim())
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a feed.
///
/// # Errors
///
/// Says why it is no XML.
pub fn read(bytes: &[u8]) -> Result<Element, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if let Some(bad) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
        return Err(format!("the control character {bad:?}"));
    }
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let fail = |error: &dyn std::fmt::Display| error.to_string();
    loop {
        match reader.read_event().map_err(|error| fail(&error))? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let child = element(&start)?;
                open.last_mut().ok_or("no parent")?.children.push(child);
            }
            Event::End(_) => {
                let child = open.pop().ok_or("an end too many")?;
                let parent = open.last_mut().ok_or("an end too many")?;
                parent.text += &child.text;
                parent.children.push(child);
            }
            Event::Text(text) => {
                open.last_mut().ok_or("text outside")?.text += &text;
            }
            Event::GeneralRef(name) => {
                let c =
                    quick_xml::escape::unescape(&format!("&{};", &*name)).map_err(|error| fail(&error))?.into_owned();
                open.last_mut().ok_or("text outside")?.text += &c;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.len(), open.pop().map(|root| root.children)) {
        (1, Some(mut children)) if children.len() == 1 => Ok(children.remove(0)),
        _ => Err("not one element that holds all".into()),
    }
}

fn element(start: &quick_xml::events::BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        attributes.push((attribute.key.0.to_owned(), value));
    }
    Ok(Element { name: start.name().0.to_owned(), attributes, ..Element::default() })
}

/// Everything that is wrong with a feed. `home` is the address that the site knows itself by, where it does: then every link of the
/// feed is absolute.
pub fn faults(bytes: &[u8], home: Option<&str>) -> Vec<String> {
    let feed = match read(bytes) {
        Ok(feed) => feed,
        Err(why) => return vec![why],
    };
    let mut found = Vec::new();
    let mut say = |ok: bool, what: String| {
        if !ok {
            found.push(what);
        }
    };
    say(feed.name == "feed", format!("the root is `{}`", feed.name));
    say(feed.attribute("xmlns") == Some("http://www.w3.org/2005/Atom"), "another namespace".into());
    say(feed.attribute("xml:lang").is_some_and(|lang| !lang.is_empty()), "no language".into());
    let known = ["title", "id", "link", "updated", "author", "entry", "subtitle", "rights", "generator", "category"];
    for child in &feed.children {
        say(known.contains(&child.name.as_str()), format!("`{}` in the feed", child.name));
    }
    common(&feed, "the feed", home, &mut say);
    let own: Vec<&Element> = feed.all("link").filter(|link| link.attribute("rel") == Some("self")).collect();
    say(own.len() == 1, format!("{} links of the feed to itself", own.len()));
    for link in own {
        say(link.attribute("type") == Some("application/atom+xml"), "a link to itself that is no Atom".into());
    }
    let entries: Vec<&Element> = feed.all("entry").collect();
    let authors = |of: &Element| of.all("author").filter(|author| !author.text_of("name").is_empty()).count();
    let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.text_of("id")).collect();
    say(ids.len() == entries.len(), "an id stands twice".into());
    say(!ids.contains(feed.text_of("id")), "an entry has the id of the feed".into());
    let updated: Vec<&str> = entries.iter().map(|entry| entry.text_of("updated")).collect();
    say(updated.is_sorted_by(|a, b| a >= b), "entries that are not in order, the latest first".into());
    if let Some(latest) = updated.iter().max() {
        say(feed.text_of("updated") == *latest, "the feed was not updated with its latest entry".into());
    }
    let known = ["title", "id", "link", "published", "updated", "summary", "content", "author", "category"];
    for (at, entry) in entries.iter().enumerate() {
        let whose = format!("entry {}", at + 1);
        for child in &entry.children {
            say(known.contains(&child.name.as_str()), format!("`{}` in {whose}", child.name));
        }
        common(entry, &whose, home, &mut say);
        say(authors(&feed) + authors(entry) > 0, format!("{whose} has no author, nor has the feed"));
        let summary = entry.text_of("summary");
        say(!summary.is_empty() || entry.all("content").next().is_some(), format!("{whose} says nothing"));
        say(!summary.contains('<'), format!("{whose} has mark-up in what is called text"));
        let pages = entry.all("link").filter(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate")).count();
        say(pages == 1, format!("{whose} leads to {pages} pages"));
        if let Some(published) = entry.all("published").next() {
            say(is_moment(published.text.trim()), format!("{whose} was published on no day"));
            say(
                published.text.trim() <= entry.text_of("updated"),
                format!("{whose} was updated before it was published"),
            );
        }
    }
    found
}

/// What holds of the feed and of each entry.
fn common(of: &Element, whose: &str, home: Option<&str>, say: &mut dyn FnMut(bool, String)) {
    for name in ["id", "title", "updated"] {
        let count = of.all(name).count();
        say(count == 1, format!("{whose} has {count} of `{name}`"));
        say(!of.text_of(name).is_empty(), format!("{whose} has an empty `{name}`"));
    }
    let id = of.text_of("id");
    say(is_absolute(id), format!("{whose} has the id `{id}`, which is not absolute"));
    say(is_moment(of.text_of("updated")), format!("{whose} was updated at `{}`", of.text_of("updated")));
    let mut links = BTreeSet::new();
    for link in of.all("link") {
        let [rel, kind, href] = ["rel", "type", "href"].map(|name| link.attribute(name).unwrap_or_default());
        say(["alternate", "self"].contains(&rel), format!("{whose} has a link `{rel}`"));
        say(
            kind.split_once('/').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()),
            format!("{whose} links to no type of file"),
        );
        say(!href.is_empty() && !href.contains([' ', '<', '"']), format!("{whose} links to `{href}`"));
        if let Some(home) = home {
            say(href.starts_with(home), format!("{whose} links to `{href}`, which is not on {home}"));
        }
        say(links.insert((rel.to_owned(), kind.to_owned())), format!("{whose} has two links of one kind"));
    }
    for name in ["title", "summary"] {
        for text in of.all(name) {
            let kind = text.attribute("type").unwrap_or("text");
            say(["text", "html", "xhtml"].contains(&kind), format!("{whose} has a {name} of the type `{kind}`"));
        }
    }
}

/// Whether this is an absolute address: a scheme, a colon, something behind it, no blank.
fn is_absolute(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !rest.is_empty()
            && !text.contains(char::is_whitespace)
    })
}

/// Whether this is a moment as RFC 3339 writes it, on a day that there is.
fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else { return false };
    let day_exists = day.len() == 10 && day.parse::<qingdan::model::Date>().is_ok();
    day_exists && matches!(time.as_bytes(), [_, _, b':', _, _, b':', _, _, b'Z']) && time < "24:00:00Z"
}
