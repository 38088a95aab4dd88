//! A list in; what stands at the edge of every sheet that it is printed on (title, date, notice, address), as a style, out.

use serde::Serialize;

use crate::model::ListId;
use crate::theme::style_hash;

use super::super::atoms::dated_list;
use super::super::page::Page;
use super::super::text::TextView;

/// What stands at the edge of every sheet.
#[derive(Serialize)]
pub struct Running {
    style: TextView<'static>,
    /// The same in words, for the sheet of the title.
    pub notice: String,
    /// Where the page is.
    pub address: String,
    /// When the list was published, as far as the data say.
    pub dated: String,
}

impl Running {
    /// Of a page that is made to be printed.
    pub fn new(page: &Page<'_>, l: ListId) -> Running {
        let plan = page.shared.plan;
        let site = &page.model().site;
        let notice = page.t("publisher", site.publisher.kind.as_str()).to_owned();
        let address = match plan.base.is_known() {
            true => plan.url(page.target, page.lang),
            // Where the site will live is not known: its name and the path tell the page.
            false => format!("{} /{}", page.bare(&site.title), plan.path_in(page.target, page.lang)),
        };
        let dated = dated_list(page, l);
        // The number comes first, so that whoever reads the sheets in their order has it at the beginning of each.
        let title = quoted(page.bare(&page.list(l).title));
        // Every sheet says already what the foot of the page says, which would often have a sheet to itself.
        let style = format!(
            "@page{{@top-left{{content:counter(page)}}@top-right{{content:{title} \"\\a \" {}}}\
             @bottom-left{{content:{}}}@bottom-center{{content:none}}}}@media print{{.site-footer{{display:none}}}}",
            quoted(&dated),
            quoted(&format!("{notice} {address}"))
        );
        page.styles.borrow_mut().push(style_hash(&style));
        let style = format!("<style>{style}</style>");
        Running { style: TextView { html: true, ..TextView::plain(style) }, notice, address, dated }
    }
}

/// A text as a string of CSS, in a style element.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\22 "),
            '\\' => out.push_str("\\5c "),
            '<' => out.push_str("\\3c "),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_ends_neither_its_string_nor_its_element() {
        assert_eq!(quoted("a\"b\\c</style>\nd"), "\"a\\22 b\\5c c\\3c /style> d\"");
    }
}
