//! The cells of a row of `citation_articles` in; what it cites, as it is written in the content, out.

use crate::model::Articles;

/// The table of cited articles.
pub(super) const ARTICLES: &str = "citation_articles";

/// What a row cites; `cell` gives the cell of a column, empty where there is none.
pub(super) fn articles(cell: &dyn Fn(&str) -> String) -> Option<Articles> {
    let between = |mark: &str, cell: String| if cell.is_empty() { cell } else { format!("{mark}{cell}") };
    let number = |of: &str, inserted: &str| format!("{}{}", cell(of), between("_", cell(inserted)));
    let annex = cell("annex");
    if !annex.is_empty() {
        return format!("{annex}{}{}", between(".", cell("item")), between("-", cell("item_to"))).parse().ok();
    }
    let (first, last) = (number("article", "article_inserted"), number("article_to", "article_to_inserted"));
    if !last.is_empty() {
        return format!("{first}-{last}").parse().ok();
    }
    let (paragraph, item) = (cell("paragraph"), between(".", cell("item")));
    let dot = if paragraph.is_empty() && item.is_empty() { "" } else { "." };
    format!("{first}{dot}{paragraph}{item}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::articles;
    use crate::model::Articles;

    #[test]
    fn the_cells_are_those_of_what_is_cited() {
        for text in [
            "18",
            "12.2",
            "12.2.3",
            "12..3",
            "45-55",
            "134_1",
            "134_1.2",
            "120_1-120_6",
            "annex",
            "annex2",
            "annex.3",
            "annex2.17-19",
        ] {
            let written: Articles = text.parse().expect("articles");
            let parts = written.parts();
            let numbers = [
                ("article", parts.article),
                ("article_inserted", parts.inserted),
                ("article_to", parts.to),
                ("article_to_inserted", parts.to_inserted),
                ("paragraph", parts.paragraph),
                ("item", parts.item),
                ("item_to", parts.item_to),
            ];
            let cell = |name: &str| {
                let number = numbers.iter().find(|(own, _)| *own == name).and_then(|(_, number)| *number);
                let annex = parts.annex.clone().filter(|_| name == "annex");
                annex.or(number.map(|number| number.to_string())).unwrap_or_default()
            };
            assert_eq!(articles(&cell), Some(written), "{text}");
        }
    }
}
