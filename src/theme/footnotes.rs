//! HTML in; the same with a number behind every link to another site, and the addresses by number at the end, out.

use std::fmt::Write;

use tera::{Kwargs, State, TeraResult, Value};

/// The filter of templates: `{% filter footnotes(heading=…) %}…{% endfilter %}`. Nothing is added where nothing leads
/// elsewhere.
pub(super) fn filter(html: &str, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let heading: &str = kwargs.must_get("heading")?;
    Ok(Value::safe_string(&footnotes(html, heading)))
}

fn footnotes(html: &str, heading: &str) -> String {
    let mut addresses: Vec<&str> = Vec::new();
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(at) = rest.find("<a ") {
        let end = rest[at..].find("</a>").map_or(rest.len(), |end| at + end + 4);
        let (before, after) = rest.split_at(end);
        out.push_str(before);
        rest = after;
        if let Some(address) = address(&before[at..]) {
            let number = addresses.iter().position(|have| *have == address).unwrap_or(addresses.len());
            if number == addresses.len() {
                addresses.push(address);
            }
            // Writing to a string cannot fail.
            let _ = write!(out, "<sup class=\"mark\">{}</sup>", number + 1);
        }
    }
    out.push_str(rest);
    if !addresses.is_empty() {
        out.push_str("<section class=\"addresses\" aria-labelledby=\"_addresses\"><h2 id=\"_addresses\">");
        out.push_str(&heading.replace('&', "&amp;").replace('<', "&lt;"));
        out.push_str("</h2><ol>");
        for address in addresses {
            let _ = write!(out, "\n<li>{address}</li>");
        }
        out.push_str("\n</ol></section>\n");
    }
    out
}

/// Where a link to another site leads, as it stands in the attribute.
fn address(link: &str) -> Option<&str> {
    let tag = &link[..link.find('>')?];
    let (_, href) = tag.split_once("href=\"")?;
    let address = href.split('"').next()?;
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::footnotes;

    #[test]
    fn numbers_what_leads_elsewhere() {
        let html = "<p><a class=\"x\" href=\"https://a.example/?a=1&amp;b\">A</a>, <a href=\"../laws/\">law</a>, \
                    <a href=\"http://b.example/\">B</a> and <a href=\"https://a.example/?a=1&amp;b\">A</a>.</p>";
        let noted = footnotes(html, "7 Addresses");
        assert!(noted.contains("A</a><sup class=\"mark\">1</sup>, <a href=\"../laws/\">law</a>, "), "{noted}");
        assert!(noted.contains("B</a><sup class=\"mark\">2</sup> and "), "{noted}");
        assert!(noted.contains("A</a><sup class=\"mark\">1</sup>.</p>"), "{noted}");
        assert!(
            noted.ends_with("<li>https://a.example/?a=1&amp;b</li>\n<li>http://b.example/</li>\n</ol></section>\n")
        );
    }

    #[test]
    fn adds_nothing_where_nothing_leads_elsewhere() {
        let html = "<p><a href=\"tel:123\">123</a> <a href=\"#x\">x</a> and no end <a href=\"y\"";
        assert_eq!(footnotes(html, "7 Addresses"), html);
    }
}
