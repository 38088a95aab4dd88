//! Text as it comes: typed, pasted, wrapped, saved by any editor; the same in pages, data and search.

use std::fs;
use std::path::Path;

use crate::support::folder::{self, Tree};
use crate::support::preview::Preview;
use crate::support::{program, repository, scratch, site};

/// The content of `tests/rules/base` with the files of a case laid over it.
fn overlaid(case: &str) -> impl FnOnce(&Path) {
    move |root: &Path| {
        let content = root.join("content");
        folder::copy(&repository("tests/rules/base"), &content);
        let mut files = folder::read(&repository("tests/rules").join(case));
        files.retain(|path, _| !path.starts_with("expected."));
        folder::write(&content, &files);
    }
}

fn text<'t>(site: &'t Tree, path: &str) -> &'t str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

#[test]
fn lines_and_characters_are_plain_in_every_format() {
    let site = site::build(&[], overlaid("accepted-text-as-it-comes"));
    let wanted = [
        "负责产品质量监督管理，依照《产品质量法》第65条。",
        "生产品质量监督",
        "组织产品质量监督抽查",
        "二〇一五年起每季度一次（GB 2760）",
    ];
    let page = text(&site, "lists/shiqiao-market/duties/product-quality/index.html");
    // Citations are links.
    let mut shown = String::new();
    let mut tag = false;
    for c in page.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => shown.push(c),
            _ => {}
        }
    }
    for words in wanted {
        assert!(shown.contains(words), "the page lacks {words}");
        for file in ["data/duties.csv", "data/duties.json", "data/work_items.csv", "data/work_items.json"] {
            let of_items = words.starts_with("组织") || words.starts_with("二〇");
            if file.contains("work_items") == of_items {
                assert!(text(&site, file).contains(words), "{file} lacks {words}");
            }
        }
    }
    assert!(
        text(&site, "en/lists/shiqiao-market/duties/product-quality/index.html")
            .contains("Supervises the quality of products under")
    );
    for (path, bytes) in &site {
        if path.ends_with(".html") || path.ends_with(".csv") || path.ends_with(".json") {
            let text = String::from_utf8_lossy(bytes);
            for odd in ["产 品", "监 督", "⽣", "○", "ＧＢ", "Product\u{3000}"] {
                assert!(!text.contains(odd), "{path} has {odd}");
            }
        }
    }
}

#[test]
fn lines_behind_a_bar_stay_lines() {
    let site = site::build(&[], |root| {
        overlaid("accepted-text-as-it-comes")(root);
        let file = root.join("content/lists/shiqiao-market/services.yaml");
        let text = fs::read_to_string(&file).expect("a file");
        let text = text.replace(
            "description: {zh: 为集贸市场经营户免费检定电子秤。,",
            "description:\n      zh: |\n        第一行，\n        第二行。\n      en: \"",
        );
        let (before, after) = text.split_once("en: \"").expect("the description");
        let (_, after) = after.split_once('\n').expect("a line");
        fs::write(&file, format!("{before}en: Two lines.\n{after}")).expect("a file");
    });
    let pages: Vec<&str> = site
        .iter()
        .filter(|(path, _)| path.starts_with("lists/shiqiao-market/services/") && path.ends_with(".html"))
        .map(|(_, bytes)| std::str::from_utf8(bytes).expect("UTF-8"))
        .collect();
    assert!(pages.iter().any(|page| page.contains("第一行，<br>第二行。")), "{pages:?}");
    assert!(text(&site, "data/services.csv").contains("第一行，\n第二行。"));
}

#[test]
fn files_of_a_theme_may_have_a_byte_order_mark() {
    let site = site::build(&["--theme", "mine"], |root| {
        overlaid("accepted-links-of-pages")(root);
        for path in
            ["components/footer/template.html", "components/footer/style.css", "strings/en.yaml", "assets/copy.js"]
        {
            let text = fs::read_to_string(repository("themes/default").join(path)).expect("a file");
            let file = root.join("themes/mine").join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, format!("\u{feff}{text}")).expect("a file");
        }
        fs::create_dir_all(root.join("themes/mine/.git")).expect("a folder");
        fs::write(root.join("themes/mine/.git/x.html"), "{{ nothing }}").expect("a file");
    });
    for (path, bytes) in &site {
        if [".html", ".css", ".js"].iter().any(|ending| path.ends_with(ending)) {
            assert!(!String::from_utf8_lossy(bytes).contains('\u{feff}'), "{path}");
        }
    }
}

#[test]
fn languages_from_right_to_left_are_set_so() {
    let site = site::build(&["--theme", "mine"], |root| {
        overlaid("accepted-links-of-pages")(root);
        let strings = fs::read_to_string(repository("themes/default/strings/en.yaml")).expect("strings");
        fs::create_dir_all(root.join("themes/mine/strings")).expect("a folder");
        fs::write(root.join("themes/mine/strings/ug.yaml"), strings).expect("strings");
        let file = root.join("content/site.yaml");
        let text = fs::read_to_string(&file).expect("a file");
        let text = text.replace("[zh, en]", "[zh, en, ug]").replace("translations: complete", "translations: partial");
        fs::write(file, text).expect("a file");
        fs::write(root.join("content/pages/about.ug.md"), "# ھەققىدە\n\n## ئىشلىتىش\n\n[ئىشلىتىش](#ئىشلىتىش)\n")
            .expect("a page");
    });
    assert!(text(&site, "ug/index.html").contains("<html lang=\"ug\" dir=\"rtl\">"));
    assert!(text(&site, "index.html").contains("<html lang=\"zh\">"));
    let page = text(&site, "ug/method/index.html");
    assert!(page.contains("<div lang=\"en\" dir=\"ltr\">"), "{page}");
    assert!(text(&site, "ug/about/index.html").contains("<h2 id=\"ئىشلىتىش\">"));
    let (_, style) = site.iter().find(|(path, _)| path.starts_with("assets/style.")).expect("a style sheet");
    let style = std::str::from_utf8(style).expect("UTF-8");
    for side in [
        "padding-left",
        "padding-right",
        "margin-left",
        "margin-right",
        "border-left",
        "border-right",
        "text-align:left",
        "text-align:right",
    ] {
        assert!(!style.contains(side), "the style sheet says {side}");
    }
}

#[test]
fn addresses_that_moved_lead_on() {
    let root = scratch::folder();
    overlaid("accepted-redirects")(root.path());
    let run = program::run(root.path(), &["build", "--lang", "en", "--base-url", "https://石桥.中国/清单"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let site = folder::read(&root.path().join("output"));
    let page = text(&site, "lists/old-name/index.html");
    assert!(page.contains("content=\"0; url=../../lists/shiqiao-market/\""), "{page}");
    assert!(page.contains(
        "<link rel=\"canonical\" href=\"https://xn--6yv295a.xn--fiqs8s/%E6%B8%85%E5%8D%95/lists/shiqiao-market/\">"
    ));
    assert!(text(&site, "旧清单/index.html").contains("href=\"../lists/shiqiao-market/#_duties\""));
    assert!(text(&site, "old.html").contains("href=\"https://example.org/new?a=1&amp;b=2\""));
    let lines = text(&site, "_redirects");
    assert!(
        lines.contains("/%E6%B8%85%E5%8D%95/lists/old-name/ /%E6%B8%85%E5%8D%95/lists/shiqiao-market/ 301\n"),
        "{lines}"
    );
    assert!(text(&site, "sitemap.xml").contains("https://xn--6yv295a.xn--fiqs8s/%E6%B8%85%E5%8D%95/lists/"));
    let anywhere = site::build(&[], overlaid("accepted-redirects"));
    let page = text(&anywhere, "lists/old-name/index.html");
    assert!(page.contains("url=../../lists/shiqiao-market/index.html\""), "{page}");
    let preview = Preview::start(root.path(), &[]);
    assert!(preview.get("/lists/old-name/").text().contains("http-equiv=\"refresh\""));
    for (url, word) in [("https://u:p@a/", "password"), ("https://a:99999/", "port"), ("https://a/?x", "`?`")] {
        let run = program::run(root.path(), &["check", "--lang", "en", "--base-url", url]);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.contains(word), "{}", run.stderr);
    }
}
