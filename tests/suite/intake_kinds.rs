//! What comes in, kind by kind: for each input the codes that come out; none where it is taken as it was meant.

use std::fs;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;

use crate::support::{folder, repository, scratch};

const DUTIES: &str = "lists/shiqiao-market/duties.yaml";
const LIST: &str = "lists/shiqiao-market/list.yaml";
const ABOUT: &str = "pages/about.zh.md";
const STATEMENT: &str = "{zh: 负责产品质量监督管理。, en: Supervises the quality of products.}";
const ARTICLES: &str = "articles: [\"8\"]";

/// What is done to `tests/rules/base` before it is checked.
enum Done {
    /// A piece of a file becomes another.
    Instead(&'static str, &'static str, &'static str),
    /// A file is written.
    Written(&'static str, &'static str),
    /// A file has another name.
    Renamed(&'static str, &'static str),
}

use Done::{Instead, Renamed, Written};

/// The codes of the faults and warnings, in their order.
fn codes(done: &Done) -> Vec<&'static str> {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    match done {
        Instead(file, from, to) => {
            let path = content.join(file);
            let text = fs::read_to_string(&path).expect("a file");
            assert!(text.contains(from), "{file} lacks {from}");
            fs::write(path, text.replacen(from, to, 1)).expect("a file");
        }
        Written(file, text) => {
            let path = content.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        Renamed(from, to) => {
            let to = content.join(to);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
            fs::rename(content.join(from), to).expect("a file");
        }
    }
    let mut sink = Sink::new();
    let mut sources = load(&content, &mut sink).expect("a folder");
    if !sink.has_errors() {
        check(&mut sources, &mut sink);
    }
    // What is left unused by a file that is gone is no matter here.
    sink.found().iter().map(|fault| fault.code.id).filter(|code| *code != "E124").collect()
}

fn hold(kind: &str, cases: &[(Done, &[&str])]) {
    for (done, wanted) in cases {
        let what = match done {
            Instead(_, _, what) | Written(what, _) | Renamed(_, what) => what,
        };
        assert_eq!(codes(done), *wanted, "{kind}: {what}");
    }
}

#[test]
fn files_beside_the_content() {
    hold(
        "nobody's",
        &[
            (Written("README.md", "# x"), &[]),
            (Written("LICENSE.md", "x"), &[]),
            (Written("lists/shiqiao-market/README.md", "x"), &[]),
            (Written("#recycle/duties.yaml", "{"), &[]),
            (Written("__pycache__/x.yaml", "{"), &[]),
            (Written("lists/shiqiao-market/CVS/duties.yaml", "{"), &[]),
            (Written("lists/shiqiao-market/._duties.yaml", "{"), &[]),
            (Written("lists/shiqiao-market/.duties.yaml", "{"), &[]),
            (Written("lists/shiqiao-market/duties.json", "{"), &[]),
            (Written("lists/shiqiao-market/duties.yaml.bak", "{"), &[]),
        ],
    );
    hold(
        "renamed",
        &[
            (Renamed(DUTIES, "lists/shiqiao-market/.duties.yaml"), &["E007"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties"), &["E007"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties.json"), &["E007"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties.ymal"), &["E007"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties.yaml\u{200b}"), &["E007"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties.yaml.bak"), &["E066"]),
            (Renamed(DUTIES, "lists/shiqiao-market/duties.yaml~"), &["E066"]),
            (Renamed(ABOUT, "page/about.zh.md"), &["E007"]),
            (Renamed("laws/national.yaml", "laws/national"), &["E066"]),
            (Renamed("laws/national.yaml", "laws.yaml"), &["E007"]),
            (Written("Static/form.pdf", "x"), &["E007"]),
            (Written("lists/shiqiao-market/Translated.txt", "x"), &["E007"]),
            (Written("lists/.pingchuan-market/list.yaml", "{"), &["E066"]),
            (Written("lists/.shiqiao-market/list.yaml", "{"), &[]),
            (Written("lists/.git/config.yaml", "{"), &[]),
        ],
    );
}

#[test]
fn texts_as_they_come() {
    let statement = |with: &'static str| Instead(DUTIES, STATEMENT, with);
    hold(
        "characters",
        &[
            (statement("{zh: 质量??监督, en: x}"), &["E101"]),
            (statement("{zh: 质量, en: the ﬁrst}"), &["E101"]),
            (statement("{zh: 质量﹙一﹚, en: x}"), &["E101"]),
            (statement("{zh: 质\u{fe00}量, en: x}"), &["E067"]),
            (statement("{zh: 葛\u{e0100}城, en: x}"), &["E067"]),
            (statement("{zh: \"质\\u3164量\", en: x}"), &["E067"]),
            (statement("{zh: \"质\\u061c量\", en: x}"), &["E067"]),
            (statement("{zh: \"质\\u206a量\", en: x}"), &["E067"]),
            (statement("{zh: 质量&#x202e;监督, en: x}"), &["E057"]),
            (statement("{zh: 质量&#1;监督, en: x}"), &["E057"]),
            (statement("{zh: 质量&#65;监督😀️, en: x}"), &[]),
            (statement("{zh: 𝟐𝟎𝟏𝟓年⼯作, en: x}"), &[]),
        ],
    );
    hold(
        "what YAML takes for something else",
        &[
            (statement("1e1000"), &["E005"]),
            (statement("!!null x"), &["E005"]),
            (statement("!!timestamp 2016-01-01"), &["E005"]),
            (statement("!!binary 6LSo6YeP"), &["E005"]),
            (statement("{zh: !!binary 6LSo6YeP, en: x}"), &["E005"]),
            (statement("{zh: 质量, en: !<tag:yaml.org,2002:binary> eA==}"), &["E005"]),
            (statement("{zh: \"!!binary 6LSo\", en: a binary file}"), &[]),
            (Instead(DUTIES, "id: product-quality", "id: \"..\""), &["E010"]),
        ],
    );
}

#[test]
fn articles_as_they_are_written() {
    let articles = |with: &'static str| Instead(DUTIES, ARTICLES, with);
    hold(
        "inserted articles",
        &[
            (articles("articles: [134_1]"), &[]),
            (articles("articles: [\"134_1-134_3\"]"), &[]),
            (articles("articles: [134-1]"), &["E005"]),
            (articles("articles: [134之一]"), &["E005"]),
            (articles("articles: [第134条之一]"), &["E005"]),
            (articles("articles: [134_0]"), &["E005"]),
            (articles("articles: [\"134_1\"], as_printed: 《产品质量法》第134-1条"), &[]),
            (articles("articles: [\"134\"], as_printed: 《产品质量法》第一百三十四条之一"), &["E038"]),
            (articles("articles: [\"134\"], as_printed: 《产品质量法》第一百三十四条（之一）"), &["E038"]),
            (articles("articles: [\"134_1\"], as_printed: 《产品质量法》第一百三十四条（之一）"), &[]),
            (articles("articles: [\"134_1\"], as_printed: 《产品质量法》第134条(之一)"), &[]),
        ],
    );
}

#[test]
fn links_and_headings_of_pages() {
    let page = |text: &'static str| Written(ABOUT, text);
    hold(
        "marks that make nothing",
        &[
            (page("# 关于\n\n[甲]（/lists/）\n"), &["E106"]),
            (page("# 关于\n\n【甲】(/lists/)\n"), &["E106"]),
            (page("# 关于\n\n[甲] (/lists/)\n"), &["E106"]),
            (page("# 关于\n\n[甲](/lists/ “题”)\n"), &["E106"]),
            (page("# 关于\n\n[甲](/lists/\n"), &["E106"]),
            (page("# 关于\n\n[甲](C:\\x.pdf)\n"), &["E106"]),
            (page("# 关于\n\n[甲](javascript:alert)\n"), &["E106"]),
            (page("# 关于\n\n[甲]()\n"), &["E106"]),
            (page("# 关于\n\n[甲][乙]\n"), &["E106"]),
            (page("# 关于\n\n甲[^1]\n"), &["E106"]),
            (page("# 关于\n\n##甲\n"), &["E106"]),
            (page("# 关于\n\n[甲](/lists/\n\"题\") [乙][丙] `[丁]（/x）`\n\n[丙]: /lists/\n"), &[]),
            (page("# 关于\n\n[甲](<C:\\x.pdf>)\n"), &["E106"]),
            (page("# 关于\n\n[甲](<>)\n"), &["E106"]),
            (page("# 关于\n\n[甲](<javascript:alert>)\n"), &["E106"]),
            (page("# 关于\n\n[甲\n乙](\nC:\\x.pdf\n\"题\")\n"), &["E106"]),
            (page("# 关于\n\n[甲\n乙](javascript:alert\n)\n"), &["E106"]),
            (page("# 关于\n\n[甲\n乙]（/lists/）\n"), &["E106"]),
            (page("# 关于\n\n[甲\n乙](/lists/) [丙](\n/lists/\n) [丁](</lists/> \"题\")\n"), &[]),
            (page("# 关于\n\n\\[甲](/lists/) \\[乙]（/lists/）\n\n    [甲]（/x）\n"), &[]),
            (page("# 关于\n\n[甲](<a b>) [乙](mailto:a@example.org \"题\") 国发〔2015〕[1]（三）号 #1\n"), &[]),
        ],
    );
    hold("a name", &[(Instead(LIST, "edition: \"2016\"", "edition: \"2016\\u200b\""), &["E067"])]);
}
