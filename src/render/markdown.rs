//! Markdown in, HTML out: raw HTML shown as text, pictures as links, links of the site resolved by the caller.

use pulldown_cmark::{CowStr, Event, Options, Tag, TagEnd, html};

use super::{chinese, headings};

/// What Markdown a free page may hold beside the common one.
const PAGE: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Gives the address for a link that starts with `/`.
pub(super) type Resolve<'r> = &'r dyn Fn(&str) -> String;

/// Gives the HTML of words that cite laws; `None` where they cite none.
pub(super) type Cite<'r> = &'r dyn Fn(&str) -> Option<String>;

/// HTML of a text that may hold inline Markdown; paragraphs are divided by line breaks, other blocks lose their marks.
pub(super) fn inline(text: &str, resolve: Resolve<'_>, cite: Cite<'_>) -> String {
    let mut links = LinkFilter::new(resolve);
    let mut events = Vec::new();
    let mut ended = false;
    let marked = chinese::marked(text);
    for event in chinese::events(&marked, Options::empty()) {
        let event = match event {
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock) => {
                ended = true;
                continue;
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => links.pass(event),
            Event::Start(_) | Event::End(_) | Event::Rule => None,
            Event::Text(words) if !links.open.contains(&true) => Some(match cite(&words) {
                Some(html) => Event::InlineHtml(html.into()),
                None => Event::Text(words),
            }),
            other => Some(as_text(other)),
        };
        if let Some(event) = event {
            if std::mem::take(&mut ended) && !events.is_empty() {
                events.push(Event::HardBreak);
            }
            events.push(event);
        }
    }
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    out
}

/// HTML of a free page. Headings of the first level become second, since the page has its title already; each has the id that
/// links to it say.
pub(super) fn page(text: &str, resolve: Resolve<'_>) -> String {
    let marked = chinese::marked(text);
    let mut events: Vec<Event<'_>> = chinese::events(&marked, PAGE).collect();
    headings::name(&mut events);
    let mut links = LinkFilter::new(resolve);
    let events = events.into_iter().filter_map(|event| {
        Some(match event {
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Link | TagEnd::Image) => {
                links.pass(event)?
            }
            other => as_text(other),
        })
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

fn as_text(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        other => other,
    }
}

/// Sees links by: pictures become links, addresses of other kinds than web, mail and phone lose their link.
struct LinkFilter<'r> {
    resolve: Resolve<'r>,
    open: Vec<bool>,
}

impl<'r> LinkFilter<'r> {
    fn new(resolve: Resolve<'r>) -> LinkFilter<'r> {
        LinkFilter { resolve, open: Vec::new() }
    }

    fn pass<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        match event {
            Event::Start(
                Tag::Link { link_type, dest_url, title, id } | Tag::Image { link_type, dest_url, title, id },
            ) => {
                // A link inside a link is no HTML.
                let address = if self.open.contains(&true) { None } else { self.address(&dest_url) };
                self.open.push(address.is_some());
                let dest_url = CowStr::from(address?);
                Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.open.pop().unwrap_or_default().then_some(Event::End(TagEnd::Link))
            }
            other => Some(other),
        }
    }

    fn address(&self, url: &str) -> Option<String> {
        if url.starts_with('/') && !url.starts_with("//") {
            return Some((self.resolve)(url));
        }
        let scheme = url.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
        match scheme {
            Some((scheme, _)) if !["http", "https", "mailto", "tel"].contains(&&*scheme.to_ascii_lowercase()) => None,
            _ => Some(url.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, page};

    fn root(path: &str) -> String {
        format!("..{path}")
    }

    #[test]
    fn raw_html_is_shown_as_text() {
        let html = inline("a <b onclick=\"x\">c</b> & *d*", &root, &|_| None);
        assert_eq!(html, "a &lt;b onclick=\"x\"&gt;c&lt;/b&gt; &amp; <em>d</em>");
        let html = page("<script>alert(1)</script>\n\ntext", &root);
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
    }

    #[test]
    fn links_are_resolved_and_strange_ones_dropped() {
        assert_eq!(inline("[数据](/data/)", &root, &|_| None), "<a href=\"../data/\">数据</a>");
        assert_eq!(inline("[x](javascript:alert(1))", &root, &|_| None), "x");
        assert_eq!(
            inline("[x](JAVASCRIPT:1) [y](https://e.org/a:b)", &root, &|_| None),
            "x <a href=\"https://e.org/a:b\">y</a>"
        );
        assert_eq!(inline("![map](https://e.org/m.png)", &root, &|_| None), "<a href=\"https://e.org/m.png\">map</a>");
    }

    #[test]
    fn notes_stay_inline_and_pages_have_one_title() {
        assert_eq!(inline("one\n\ntwo", &root, &|_| None), "one<br />\ntwo");
        assert_eq!(inline("# 一\n\n- 二", &root, &|_| None), "一<br />\n二");
        assert_eq!(page("# A\n\nb", &root), "<h2 id=\"a\">A</h2>\n<p>b</p>\n");
    }
}
