//! Whole sites: what a content folder becomes is what stands in `tests/sites/<name>`, byte for byte but for fingerprints
//! and scripts, which are held to the theme instead.
//!
//! `minimal` is the content of `tests/rules/base`; of the pages of its tables one is kept. `small` is kept whole but for
//! the pages of its data. `forms` is held by `forms_pages.rs`. The others are `small` with some files laid over it; of each `files.txt` says which files are
//! not those of `small`, and the pages that show its point are kept. Files that hold or describe all tables are made
//! from the same rows as the CSV and JSON kept here; `tests/suite/data.rs`, the tests of `export` and `tests/clients`
//! hold them to those.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use qingdan::theme::{Fingerprint, Theme};

use crate::support::folder::{self, Tree};
use crate::support::{golden, repository, site, snapshot};

/// Sites that are `small` with other files, and the options they are built with. What is kept of each stands in its
/// `kept.txt`; what all pages of a government's site must have is tested below.
pub(super) const VARIANTS: [(&str, &[&str]); 5] = [
    ("untranslated", &[]),
    ("three-languages", &[]),
    ("raw-html", &[]),
    ("sub-folder", &["--base-url", "https://www.example.gov.cn/zwgk/lists/"]),
    ("official", &["--base-url", "https://www.liuxi.example/lists/"]),
];

/// Pages of the data kept of the site of `minimal`.
const KEPT: [&str; 2] = ["data/index.html", "data/duties/index.html"];

/// Endings of data files that are not kept.
const DERIVED: [&str; 13] = [
    ".ndjson",
    ".xlsx",
    ".db",
    ".zip",
    ".parquet",
    "/SHA256SUMS",
    "/datapackage.json",
    "/csv-metadata.json",
    "data/metadata.json",
    ".schema.json",
    "/openapi.json",
    "/catalog.ttl",
    "/catalog.jsonld",
];

fn scenario(name: &str) -> PathBuf {
    repository("tests/sites").join(name)
}

/// The site of `minimal`, with all its files.
fn minimal() -> &'static Tree {
    site::of("tests/rules/base", &[])
}

/// The site of a scenario that is `small` with other files, or of `small` itself, with all its files.
pub(super) fn small(name: &'static str) -> &'static Tree {
    let options = VARIANTS.iter().find(|(variant, _)| *variant == name).map_or(&[][..], |(_, options)| options);
    site::once(name, || {
        site::build(options, |root| {
            let layers = [scenario("small"), scenario(name)].map(|layer| layer.join("content"));
            for layer in layers.iter().filter(|layer| layer.is_dir()) {
                folder::copy(layer, &root.join("content"));
            }
            if name == "three-languages" {
                third_language(root);
            }
            if let Some(themes) = themes(name) {
                folder::copy(&themes, &root.join("themes"));
            }
        })
    })
}

/// The themes that a scenario brings.
fn themes(name: &str) -> Option<PathBuf> {
    Some(scenario(name).join("themes")).filter(|themes| themes.is_dir())
}

/// A third language is given by a file of strings alone.
fn third_language(root: &Path) {
    let english = fs::read_to_string(repository("themes/default/strings/en.yaml")).expect("the English strings");
    let german = english.replacen("language: {name: English}", "language: {name: Deutsch}", 1);
    assert_ne!(german, english, "the strings no longer open with the name of the language");
    let strings = root.join("themes/default/strings");
    fs::create_dir_all(&strings).expect("a folder");
    fs::write(strings.join("de.yaml"), german).expect("a file");
}

/// What may be kept of a site: no asset, and no file that is derived from all tables.
fn keepable(mut site: Tree) -> Tree {
    site.retain(|path, _| !path.starts_with("assets/") && !DERIVED.iter().any(|ending| path.ends_with(ending)));
    site
}

/// Whether a file is a page of the data.
fn of_data(path: &str) -> bool {
    path.contains("data/") && path.ends_with("/index.html")
}

/// Holds the files of a site, by name, and what is kept of them against what is expected.
fn hold(name: &str, listing: &str, kept: &Tree) -> Vec<String> {
    let expected = snapshot::compare_folder(&scenario(name).join("expected"), kept);
    [snapshot::compare(&scenario(name).join("files.txt"), listing), expected]
        .into_iter()
        .filter_map(Result::err)
        .collect()
}

#[test]
fn sites_are_what_is_expected() {
    let mut faults = Vec::new();
    let site = golden::steady(minimal());
    let listing = golden::listing(&site, None);
    let mut kept = keepable(site);
    kept.retain(|path, _| !of_data(path) || KEPT.iter().any(|kept| path.ends_with(kept)));
    faults.extend(hold("minimal", &listing, &kept));
    let plain = golden::steady(small("small"));
    let listing = golden::listing(&plain, None);
    let mut kept = keepable(plain.clone());
    kept.retain(|path, _| !of_data(path));
    faults.extend(hold("small", &listing, &kept));
    for (name, _) in VARIANTS {
        let list = fs::read_to_string(scenario(name).join("kept.txt")).expect("what is kept");
        let kept: BTreeSet<&str> = list.lines().collect();
        let mut site = golden::steady(small(name));
        let listing = golden::listing(&keepable(site.clone()), Some(&keepable(plain.clone())));
        site.retain(|path, bytes| kept.contains(path.as_str()) && plain.get(path) != Some(bytes));
        assert_eq!(
            site.len(),
            kept.len(),
            "{name}: what is kept is not there, or the same as in small: {:?}",
            site.keys()
        );
        faults.extend(hold(name, &listing, &site));
    }
    let known = ["forms", "minimal", "small"].into_iter().chain(VARIANTS.map(|(name, _)| name));
    let mut known: Vec<&str> = known.collect();
    known.sort_unstable();
    let folders: Vec<String> =
        folder::children(&repository("tests/sites")).iter().map(|path| folder::name(path)).collect();
    assert_eq!(folders, known, "folders of tests/sites and scenarios");
    snapshot::report(faults);
}

/// The files of the theme that are published as they are, by name.
fn published(themes: &Path) -> Tree {
    let assets = themes.join("default/assets");
    if assets.is_dir() { folder::read(&assets) } else { Tree::new() }
}

#[test]
fn style_sheet_and_scripts_are_those_of_the_theme() {
    for name in ["small"].into_iter().chain(VARIANTS.map(|(name, _)| name)) {
        let site = small(name);
        let mut assets = site.clone();
        assets.retain(|path, _| path.starts_with("assets/"));
        let own = themes(name);
        let theme = Theme::load(own.as_ref().map(|themes| themes.join("default")).as_deref()).expect("a theme");
        let expected: Tree = theme.assets().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
        assert!(assets == expected, "{name}: {:?} instead of {:?}", assets.keys(), expected.keys());
        // Scripts and pictures lie there as they are in the theme, under a name that changes with them.
        let mut files = published(&repository("themes"));
        files.extend(own.as_deref().map(published).unwrap_or_default());
        let path_of = |name: &str, bytes: &[u8]| match name.strip_suffix(".js") {
            Some(stem) => format!("assets/{stem}.{}.js", Fingerprint::of(bytes)),
            None => format!("assets/{name}"),
        };
        let mut paths: Tree = files.into_iter().map(|(name, bytes)| (path_of(&name, &bytes), bytes)).collect();
        let sheets: Vec<&String> = assets.keys().filter(|path| path.ends_with(".css")).collect();
        let [sheet] = sheets[..] else { panic!("{name}: one style sheet, not {sheets:?}") };
        assert_eq!(*sheet, format!("assets/style.{}.css", Fingerprint::of(&assets[sheet])), "{name}");
        paths.insert(sheet.clone(), assets[sheet].clone());
        assert!(assets == paths, "{name}: {:?} instead of {:?}", assets.keys(), paths.keys());
        let sheet = String::from_utf8_lossy(&assets[sheet]).into_owned();
        for selector in ["body{", ".skip-link", ".compare", "@media print"] {
            assert!(sheet.contains(selector), "{name}: the style sheet says nothing of {selector}");
        }
    }
}

#[test]
fn a_list_in_one_file_gives_the_same_site() {
    let split = minimal();
    let single = site::build(&[], |root| {
        folder::copy(&repository("tests/rules/base"), &root.join("content"));
        let list = root.join("content/lists/shiqiao-market");
        let read = |name: &str| fs::read_to_string(list.join(name)).expect("a file of the base");
        let mut text = ["list", "duties", "boundaries", "services", "accountability"]
            .map(|name| read(&format!("{name}.yaml")))
            .concat();
        let regime = read("regimes/01-scales.yaml");
        text += "regimes:\n";
        for (index, line) in regime.lines().enumerate() {
            text += &format!("{}{line}\n", if index == 0 { "  - " } else { "    " });
        }
        fs::remove_dir_all(&list).expect("the folder goes");
        fs::write(root.join("content/lists/shiqiao-market.yaml"), text).expect("a file");
    });
    let differing: Vec<&String> = split.keys().filter(|path| single.get(*path) != split.get(*path)).collect();
    assert!(differing.is_empty() && single.len() == split.len(), "{differing:?}");
}

#[test]
fn no_page_passes_html_through() {
    for (path, bytes) in small("raw-html").iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for bad in ["<script>alert", "<img src=x", "<b>", "<div onclick", "href=\"javascript:"] {
            assert!(!page.contains(bad), "{path} has {bad}");
        }
    }
}

#[test]
fn pages_of_a_sub_folder_say_where_they_live() {
    let site = small("sub-folder");
    let home = String::from_utf8_lossy(&site["index.html"]).into_owned();
    assert!(home.contains("rel=\"canonical\" href=\"https://www.example.gov.cn/zwgk/lists/\""), "{home}");
    let missing = String::from_utf8_lossy(&site["404.html"]).into_owned();
    assert!(missing.contains("\"/zwgk/lists/"), "404.html is shown under any address: {missing}");
}

/// Names and contents of the meta tags of a page, in order.
fn metas(page: &str) -> Vec<(&str, &str)> {
    let tags = page.split("<meta name=\"").skip(1);
    tags.filter_map(|tag| tag.split_once("\" content=\"").and_then(|(n, rest)| Some((n, rest.split_once('"')?.0))))
        .collect()
}

pub(super) fn pages(site: &Tree) -> impl Iterator<Item = (&str, String)> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned()))
}

const OF_SITE: [&str; 3] = ["SiteName", "SiteDomain", "SiteIDCode"];
const OF_COLUMN: [&str; 4] = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
const OF_ARTICLE: [&str; 2] = ["ArticleTitle", "ContentSource"];

#[test]
fn a_government_site_has_its_marks_on_every_page() {
    let site = small("official");
    let mut seen = [0; 3];
    for (path, page) in pages(site) {
        let tags = metas(&page);
        let has = |name: &&str| tags.iter().any(|(tag, content)| tag == name && !content.is_empty());
        assert!(OF_SITE.iter().all(has), "{path}: {tags:?}");
        let (column, article) = (OF_COLUMN.iter().all(has), OF_ARTICLE.iter().all(has));
        let neither = path.ends_with("404.html") || ["index.html", "en/index.html"].contains(&path);
        assert!(column != article || neither && !column, "{path} is a column or an article: {tags:?}");
        for (name, count) in [("description", 1), ("PubDate", usize::from(has(&"PubDate")))] {
            assert_eq!(tags.iter().filter(|(tag, _)| tag.eq_ignore_ascii_case(name)).count(), count, "{path}: {name}");
        }
        assert!(!has(&"Url") || page.contains("rel=\"canonical\""), "{path} has an address and no canonical link");
        for mark in
            ["9999980001", "柳ICP备00000001号", "柳公网安备 99999802000001号", "badge.svg", "office@liuxi.example"]
        {
            assert!(page.contains(mark), "{path} lacks {mark}");
        }
        seen[usize::from(article) + 2 * usize::from(neither)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 1), "columns, articles, neither: {seen:?}");
}

#[test]
fn a_date_of_publication_is_never_made_up() {
    let site = small("official");
    let date = |path: &str| {
        let page = String::from_utf8_lossy(&site[path]).into_owned();
        metas(&page).iter().find(|(name, _)| *name == "PubDate").map(|(_, date)| (*date).to_owned())
    };
    assert_eq!(date("lists/liuxi-market/duties/metrology/index.html").as_deref(), Some("2016-03-15 00:00"));
    assert_eq!(
        date("laws/metrology-law/index.html").as_deref(),
        Some("2026-07-15 00:00"),
        "when its state was set down"
    );
    assert_eq!(date("laws/weighing-rules/index.html"), None, "the day a law was adopted is not that of its page");
    assert_eq!(date("about/index.html"), None);
}

#[test]
fn a_site_of_somebody_else_says_so_on_every_page() {
    for name in ["small", "sub-folder"] {
        let site = small(name);
        for (path, page) in pages(site) {
            let english = page.contains("<html lang=\"en\">");
            let notice = if english { "This is not a government website." } else { "本网站不是政府网站。" };
            assert!(page.contains(notice), "{path} does not say that it is not official");
            let (_, after) = page.split_once("class=\"notice\"").expect("the notice");
            let (notice, _) = after.split_once("</p>").expect("its end");
            assert!(
                ["官方原件", "fficial document"].iter().any(|words| notice.contains(words)),
                "{path} does not say where the official document is: {notice}"
            );
            assert!(
                metas(&page).iter().all(|(tag, _)| !tag.starts_with("Site")),
                "{path} has tags of a government site"
            );
            assert!(!page.contains("class=\"official"), "{path} has the foot of a government site");
        }
    }
}

#[test]
fn a_whole_list_notes_the_addresses_of_other_sites() {
    let page = |name: &'static str| {
        String::from_utf8_lossy(&small(name)["en/lists/liuxi-market/dossier/index.html"]).into_owned()
    };
    let noted = page("official");
    assert!(
        noted.contains("<a href=\"https://www.liuxi.example/form\">Form</a><sup class=\"mark\">1</sup>"),
        "{noted}"
    );
    assert!(noted.contains("<ol>\n<li>https://www.liuxi.example/form</li>\n</ol>"), "{noted}");
    let plain = page("small");
    assert!(!plain.contains("class=\"mark\"") && !plain.contains("_addresses"), "nothing leads elsewhere: {plain}");
}

/// The page without its tags.
fn words(page: &str) -> String {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main part").0;
    main.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[test]
fn a_record_says_what_became_of_its_laws() {
    let site = small("official");
    let page = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    let duty = page("lists/liuxi-market/duties/metrology/index.html");
    let link = "laws/metrology-law/#_event-2018-10-26-2\">2018年10月26日修订</a>";
    assert!(duty.contains(link), "the second event of a day has an anchor of its own: {duty}");
    let said = words(&duty);
    assert!(said.contains("清单于2016年3月15日公布。"), "{said}");
    assert!(said.contains("2016年修正（可能在清单之后）、2018年10月26日修正、"), "{said}");
    assert!(said.contains("2017年1月1日被替代，现行文件见《衡器检定办法》"), "{said}");
    assert!(!said.contains("2013年12月28日"), "what came before the list is no news: {said}");
    assert_eq!(
        said.matches("部门规章 · 国家质检总局令第9号 · 已被替代").count(),
        1,
        "said where it is first cited: {said}"
    );
    assert_eq!(said.matches("已修改，现行有效").count(), 1, "{said}");
    assert_eq!(said.matches("已被替代").count(), 2, "that it is gone is said wherever it is cited: {said}");
    let said = words(&page("en/lists/liuxi-market/duties/metrology/index.html"));
    assert!(
        said.contains("amended in 2016 (may have been after the list), amended on 26 October 2018, revised"),
        "{said}"
    );
    let heir = words(&page("laws/scale-rules/index.html"));
    assert!(heir.contains("替代了 《电子秤检定办法》"), "{heir}");
}

#[test]
fn a_list_counts_what_changed_and_an_undated_list_claims_nothing() {
    let dated = small("official");
    let plain = small("small");
    let said = |site: &Tree, path: &str| words(&String::from_utf8_lossy(&site[path]));
    let list = said(dated, "lists/liuxi-market/index.html");
    assert!(list.contains("所引2部法规中，1部已失效，1部此后有修改。"), "{list}");
    let list = said(plain, "en/lists/liuxi-market/index.html");
    assert!(list.contains("The data have no date of this list, so it cannot be said"), "{list}");
    let changes = said(plain, "en/lists/liuxi-market/changes/index.html");
    assert!(changes.contains("the state of 0 is registered; 1 not verified"), "{changes}");
}
