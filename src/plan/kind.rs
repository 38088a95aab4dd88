//! What pages of a kind have in common, as plain data, and the kinds that others are made of.

use super::target::Target;

/// What pages of a kind have in common.
#[derive(Clone, Copy, Debug)]
pub struct PageKind {
    /// The word for the kind: name of its layout in the theme and of its view there, `meta.kind` of its data file, the
    /// key of its `describe` among the strings, and its kind in the search.
    pub name: &'static str,
    /// The path from the root of the site, with the ids of a page in braces. It ends in a slash but for a file by itself.
    pub address: &'static str,
    /// The page above.
    pub parent: Parent,
    /// The key of its name among the `page` strings; none where the content names it.
    pub word: Option<&'static str>,
    /// Whether the title of the window names the page above as well, which tells pages of the same name apart.
    pub names_parent: bool,
    /// Whether it is an entry of the menu, which the pages below belong to.
    pub in_menu: bool,
    /// Whether a data file `index.json` stands beside the page, on a site that publishes them.
    pub has_data: bool,
    /// Which meta tags of a government site a page has.
    pub tags: Tags,
    /// What a page is in the terms of schema.org.
    pub schema_type: &'static str,
    /// Whether search engines are told of a page: not of what is no longer in force.
    pub found: bool,
    /// Whether a page must be linked from another.
    pub linked: bool,
    /// Whether a page tells sizes or contents of the files of data, or where the search index lies: such pages are made
    /// when these are there.
    pub waits: bool,
}

/// The page above the pages of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// None: the page is the home page.
    None,
    /// The same for all.
    Page(Target),
    /// The list that the page shows something of.
    List,
    /// The region that the page names regions below of, or a topic in.
    Region,
    /// The topic that the page compares lists under.
    Topic,
}

/// The meta tags of a government site (国办发〔2017〕47号) that a page has beside those of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// No others.
    Site,
    /// Those of a column, which leads to articles.
    Column,
    /// Those of an article.
    Article,
}

/// A page below the home page that the content names.
pub(super) const PAGE: PageKind = PageKind {
    name: "",
    address: "",
    parent: Parent::Page(Target::Home),
    word: None,
    names_parent: false,
    in_menu: false,
    has_data: false,
    tags: Tags::Column,
    schema_type: "WebPage",
    found: true,
    linked: true,
    waits: false,
};

/// An index of the menu.
pub(super) const INDEX: PageKind = PageKind { in_menu: true, schema_type: "CollectionPage", ..PAGE };

/// Something of a list.
pub(super) const OF_LIST: PageKind =
    PageKind { parent: Parent::List, names_parent: true, has_data: true, tags: Tags::Article, ..PAGE };
