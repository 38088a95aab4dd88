//! An article inserted later and an item of an annex, from the YAML to the page of the law, the links to it, the tables,
//! the data files, `impact` and `cite`: each is a place of its own everywhere.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::folder::Tree;
use crate::support::{folder, program, repository, scratch, site};

fn lay_out(root: &Path) {
    let content = root.join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    let path = content.join("lists/shiqiao-market/duties.yaml");
    let text = fs::read_to_string(&path).expect("a file of the base");
    let edited = text
        .replace(r#"articles: ["8"]"#, r#"articles: ["8", "8_1.2", "8_1-8_3", "annex2.17-19"]"#)
        .replace("组织产品质量监督抽查", "组织产品质量监督抽查，执行《产品质量法》第九条之二和附件第3项")
        .replace(
            "Organizes spot checks of products",
            "Organizes spot checks under Article 9-2 of the Product Quality Law",
        );
    assert_ne!(text, edited);
    fs::write(&path, edited).expect("a file");
}

fn built() -> &'static Tree {
    site::once("inserted articles and annexes", || site::build(&[], lay_out))
}

fn text(path: &str) -> &'static str {
    std::str::from_utf8(built().get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

#[test]
fn each_has_a_heading_on_the_page_of_the_law() {
    for (lang, names) in [
        ("", ["第八条", "第八条之一", "第九条之二", "第六十五条", "附件第3项", "附件2第17项"]),
        ("en/", ["Article 8", "Article 8-1", "Article 9-2", "Article 65", "Annex, item 3", "Annex 2, item 17"]),
    ] {
        let page = text(&format!("{lang}laws/product-quality-law/index.html"));
        let anchors = ["article-8", "article-8-1", "article-9-2", "article-65", "annex-3", "annex-2-17"];
        let mut at = 0;
        for (anchor, name) in anchors.iter().zip(names) {
            let heading = page[at..].find(&format!("id=\"{anchor}\"")).map(|found| at + found);
            at = heading.unwrap_or_else(|| panic!("{lang}: no {anchor} behind the one before"));
            assert!(page[at..].chars().take(200).collect::<String>().contains(name), "{lang}{anchor} is not {name}");
        }
    }
    let page = text("laws/product-quality-law/index.html");
    for exact in ["第八条之一第二款", "第八条之一至第八条之三", "附件2第17项至第19项"] {
        assert!(page.contains(exact), "{exact}");
    }
}

#[test]
fn records_and_their_texts_lead_there() {
    let law = "../../../../laws/product-quality-law/index.html";
    let duty = text("lists/shiqiao-market/duties/product-quality/index.html");
    for anchor in ["article-8", "article-8-1", "annex-2-17", "article-9-2"] {
        assert!(duty.contains(&format!("href=\"{law}#{anchor}\"")), "{anchor}");
    }
    let duty = text("en/lists/shiqiao-market/duties/product-quality/index.html");
    assert!(duty.contains("#article-9-2\">Article 9-2 of the Product Quality Law</a>"));
}

#[test]
fn tables_and_data_files_tell_them_apart() {
    let rows: Vec<&str> = text("data/citation_articles.csv").lines().collect();
    let columns =
        "citation_id,position,article,article_to,paragraph,item,article_inserted,article_to_inserted,annex,item_to";
    assert_eq!(rows[0], columns);
    let id = "shiqiao-market/duties/product-quality/basis/1";
    for row in ["1,8,,,,,,,", "2,8,,2,,1,,,", "3,8,8,,,1,3,,", "4,,,,17,,,annex2,19"] {
        assert!(rows.contains(&format!("{id},{row}").as_str()), "{row}: {rows:?}");
    }
    let data: Value =
        serde_json::from_str(text("lists/shiqiao-market/duties/product-quality/index.json")).expect("JSON");
    assert_eq!(data["data"]["basis"][0]["articles"], json!(["8", "8_1.2", "8_1-8_3", "annex2.17-19"]));
}

#[test]
fn impact_and_cite_tell_them_apart() {
    let root = scratch::folder();
    lay_out(root.path());
    let articles = |place: &str| {
        let run = program::run(
            root.path(),
            &["impact", "product-quality-law", "--article", place, "--format", "json", "--lang", "en"],
        );
        let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let rows = answer["rows"].as_array().expect("rows").clone();
        rows.iter().flat_map(|row| row["articles"].as_array().expect("articles").clone()).collect::<Vec<Value>>()
    };
    assert_eq!(articles("8"), ["8"]);
    assert_eq!(articles("8_1"), ["8_1.2", "8_1-8_3"]);
    assert_eq!(articles("8_3"), ["8_1-8_3"]);
    assert_eq!(articles("annex2.18"), ["annex2.17-19"]);
    assert_eq!(articles("annex2"), ["annex2.17-19"]);
    assert_eq!(articles("annex.17"), [""; 0]);
    fs::write(root.path().join("notice.txt"), "《计量法》第九条之一、之二和附件2第17项").expect("a file");
    let run = program::run(root.path(), &["cite", "notice.txt", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let expected =
        json!([{"article": 9, "inserted": 1}, {"article": 9, "inserted": 2}, {"annex": "annex2", "item": 17}]);
    assert_eq!(found[0]["articles"], expected);
}
