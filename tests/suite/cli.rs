//! The program as its users meet it: what it prints for every command, and what it leaves alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::workbook::Cells;
use crate::support::{folder, program, repository, scratch, snapshot};

/// A command line, what is prepared in its folder, and the name of its expected files.
struct Case {
    name: &'static str,
    arguments: &'static [&'static str],
    prepare: fn(&Path),
}

const fn case(name: &'static str, arguments: &'static [&'static str]) -> Case {
    Case { name, arguments, prepare: |_| {} }
}

const CASES: &[Case] = &[
    case("no-command", &[]),
    case("help", &["--help"]),
    case("help-short", &["-h"]),
    case("help-new", &["new", "--help"]),
    case("help-new-list", &["new", "list", "--help"]),
    case("new", &["new", "site", "--region", "鸡泽县", "--department", "教育局", "--civic"]),
    Case { name: "new-official", arguments: OFFICIAL, prepare: |_| {} },
    case("new-no-folder", &["new"]),
    case("new-no-options", &["new", "site"]),
    case("new-official-no-code", &["new", "site", "--region", "130431", "--official"]),
    case("new-both", &["new", "site", "--civic", "--official"]),
    case("new-not-empty", &["new", "content"]),
    case("new-region-several", &["new", "site", "--region", "鼓楼区", "--department", "教育局", "--civic"]),
    case("new-region-slip", &["new", "site", "--region", "鸡择县", "--department", "教育局", "--civic"]),
    case("new-region-township", &["new", "site", "--region", "柳坪镇", "--department", "教育局", "--civic"]),
    case("new-department-several", &["new", "site", "--region", "130431", "--department", "局", "--civic"]),
    case("new-department-slip", &["new", "site", "--region", "130431", "--department", "educaton", "--civic"]),
    case(
        "new-kind-slip",
        &["new", "site", "--region", "130431", "--department", "教育局", "--civic", "--kind", "servces"],
    ),
    case("new-list", &["new", "list", "--region", "130431", "--department", "茶叶发展中心", "--kind", "services"]),
    case("new-list-no-options", &["new", "list"]),
    case("new-list-bad-id", &["new", "list", "教育局清单", "--region", "shiqiao", "--department", "教育局"]),
    case("new-list-taken", &["new", "list", "shiqiao-market", "--region", "shiqiao", "--department", "教育局"]),
    case(
        "new-list-no-content",
        &["new", "list", "--region", "130431", "--department", "教育局", "--content", "nowhere"],
    ),
    Case {
        name: "new-list-fault",
        arguments: &["new", "list", "--region", "130431", "--department", "教育局"],
        prepare: faulty,
    },
    case("help-build", &["build", "--help"]),
    case("help-check", &["check", "--help"]),
    case("help-serve", &["serve", "--help"]),
    case("serve-no-content", &["serve", "--content", "nowhere"]),
    case("import-missing-file", &["import", "content/site.yml"]),
    case("import-columns-unknown", &["import", "content/site.yaml", "--columns", "I=天地玄黄宇宙洪荒"]),
    case("serve-no-port", &["serve", "--port", "80000"]),
    case("help-cite", &["cite", "--help"]),
    case("help-impact", &["impact", "--help"]),
    case("help-schema", &["schema", "--help"]),
    case("help-verify", &["verify", "--help"]),
    case("schema", &["schema"]),
    case("schema-kind", &["schema", "terms"]),
    case("schema-slip", &["schema", "dutise"]),
    case("help-explain", &["explain", "--help"]),
    case("explain", &["explain"]),
    case("explain-code", &["explain", "E012"]),
    case("explain-small-letters", &["explain", "e002"]),
    case("explain-name", &["explain", "missing-translation"]),
    case("explain-slip", &["explain", "unknown-lwa"]),
    case("explain-unknown", &["explain", "E999"]),
    case("unknown-command", &["biuld"]),
    case("unknown-option", &["build", "--ouput", "site"]),
    case("unknown-argument", &["build", "site"]),
    case("no-value", &["build", "--output"]),
    case("no-law", &["impact"]),
    case("option-twice", &["build", "--jobs", "1", "--jobs", "2"]),
    case("unknown-format", &["check", "--format", "xml"]),
    case("no-content", &["check", "--content", "nowhere"]),
    case("content-is-a-file", &["check", "--content", "content/site.yaml"]),
    case("jobs-none", &["build", "--jobs", "0"]),
    case("jobs-word", &["build", "--jobs", "many"]),
    case("base-url-nonsense", &["build", "--base-url", "清单"]),
    case("base-url-without-scheme", &["build", "--base-url", "www.example.gov.cn/lists/"]),
    case("theme-unknown", &["build", "--theme", "spring"]),
    case("output-in-content", &["build", "--output", "content/site"]),
    case("output-around-content", &["build", "--output", "."]),
    case("check", &["check"]),
    case("build", &["build"]),
    case("build-base-url", &["build", "--base-url", "https://www.example.gov.cn/zwgk/lists"]),
    Case { name: "build-foreign-output", arguments: &["build"], prepare: foreign },
    Case { name: "build-output-is-a-file", arguments: &["build", "--output", "report.docx"], prepare: report },
    Case { name: "build-fault", arguments: &["build"], prepare: faulty },
    Case { name: "check-fault-concise", arguments: &["check", "--format", "concise"], prepare: faulty },
    Case { name: "check-fault-json", arguments: &["check", "--format", "json"], prepare: faulty },
    Case { name: "check-fault-github", arguments: &["check", "--format", "github"], prepare: faulty },
    Case { name: "check-fault-gitlab", arguments: &["check", "--format", "gitlab"], prepare: faulty },
    case("check-gitlab", &["check", "--format", "gitlab"]),
    Case { name: "check-fault-sarif", arguments: &["check", "--format", "sarif"], prepare: faulty },
    case("check-sarif", &["check", "--format", "sarif"]),
    Case { name: "check-fault-junit", arguments: &["check", "--format", "junit"], prepare: faulty },
    case("check-junit", &["check", "--format", "junit"]),
    Case { name: "check-show", arguments: &["check", "--show", "E013", "--show", "bad-range"], prepare: faulty },
    Case { name: "check-show-unknown", arguments: &["check", "--show", "unknown-ofice"], prepare: faulty },
    Case { name: "check-many", arguments: &["check"], prepare: many },
    Case { name: "check-many-show", arguments: &["check", "--show", "all"], prepare: many },
    Case { name: "build-warnings", arguments: &["build"], prepare: much_untranslated },
    Case { name: "build-warning", arguments: &["build"], prepare: untranslated },
    Case { name: "check-as-of", arguments: &["check", "--as-of", "2018-03-20"], prepare: repealed },
    Case { name: "check-as-of-day-before", arguments: &["check", "--as-of", "2018-03-19"], prepare: repealed },
    case("check-as-of-nonsense", &["check", "--as-of", "yesterday"]),
    Case { name: "cite", arguments: &["cite", "notice.txt"], prepare: notice },
    Case { name: "cite-json", arguments: &["cite", "notice.txt", "--format", "json"], prepare: notice },
    Case { name: "cite-nothing", arguments: &["cite"], prepare: |_| {} },
    case("cite-no-file", &["cite", "nowhere.txt"]),
    Case { name: "cite-fault", arguments: &["cite", "notice.txt"], prepare: faulty_law },
    Case { name: "impact", arguments: &["impact", "计量法"], prepare: repealed },
    Case { name: "impact-article", arguments: &["impact", "metrology-law", "--article", "1"], prepare: repealed },
    case("impact-inserted", &["impact", "metrology-law", "--article", "26_1"]),
    case("impact-no-article", &["impact", "metrology-law", "--article", "第二十六条"]),
    Case { name: "impact-on", arguments: &["impact", "metrology-law", "--on", "2018-03-20"], prepare: repealed },
    Case { name: "impact-csv", arguments: &["impact", "metrology-law", "--format", "csv"], prepare: |_| {} },
    Case { name: "impact-json", arguments: &["impact", "metrology-law", "--format", "json"], prepare: |_| {} },
    Case { name: "impact-between", arguments: &["impact", "--between", "2018-01-01", "2018-12-31"], prepare: repealed },
    Case {
        name: "impact-between-json",
        arguments: &["impact", "计量法", "--between", "2018-01-01", "2018-12-31", "--format", "json"],
        prepare: repealed,
    },
    Case {
        name: "impact-between-csv",
        arguments: &["impact", "--between", "2018-01-01", "2018-12-31", "--format", "csv"],
        prepare: repealed,
    },
    case("impact-between-nothing", &["impact", "--between", "2019-01-01", "2019-12-31"]),
    case("impact-between-reversed", &["impact", "--between", "2018-12-31", "2018-01-01"]),
    case("impact-between-one-day", &["impact", "--between", "2018-12-31"]),
    case("impact-unknown", &["impact", "metrology-lwa"]),
    case("help-sheet", &["sheet", "--help"]),
    case("help-import", &["import", "--help"]),
    case("sheet", &["sheet", "shiqiao-market"]),
    case("sheet-unknown", &["sheet", "shiqiao-markt"]),
    case("sheet-into-a-folder", &["sheet", "shiqiao-market", "--output", "content"]),
    Case { name: "import-into", arguments: &INTO, prepare: |root| edited(root, "") },
    Case { name: "import-into-unchanged", arguments: &INTO, prepare: |root| edited(root, "same") },
    Case {
        name: "import-into-trial",
        arguments: &["import", "list.xlsx", "--into", "shiqiao-market", "--dry-run"],
        prepare: |root| edited(root, ""),
    },
    Case { name: "import-into-fault", arguments: &INTO, prepare: |root| edited(root, "qualty") },
    Case {
        name: "import-into-other-list",
        arguments: &["import", "list.xlsx", "--into", "other"],
        prepare: |root| edited(root, "other"),
    },
    Case {
        name: "import-into-no-workbook",
        arguments: &INTO,
        prepare: |root| fs::write(root.join("list.xlsx"), "a report").expect("a file"),
    },
    Case { name: "import-into-stale", arguments: &INTO, prepare: stale },
    Case { name: "check-theme-broken", arguments: &["check"], prepare: broken_theme },
];

const OFFICIAL: &[&str] = &[
    "new",
    "清单 网站",
    "--region",
    "130431",
    "--department",
    "教育局",
    "--official",
    "--domain",
    "https://www.pingchuan.example/",
    "--id-code",
    "9901210001",
    "--ci",
    "gitlab",
];

const INTO: [&str; 4] = ["import", "list.xlsx", "--into", "shiqiao-market"];

/// The list as a workbook in which some cells were changed, or an office is written wrongly.
fn edited(root: &Path, how: &str) {
    let workbook = root.join("list.xlsx");
    qingdan::pipeline::sheet(&root.join("content"), "shiqiao-market", &workbook).expect("a workbook");
    let mut cells = Cells::read(&fs::read(&workbook).expect("a workbook"));
    let column = cells.column("职责", if how == "qualty" { "责任科室" } else { "职责内容" });
    match how {
        "same" => {}
        "other" => folder::copy(&root.join("content/lists/shiqiao-market"), &root.join("content/lists/other")),
        "" => {
            cells.sheet("职责")[1][column] = "检定和监督衡器。".to_owned();
            let column = cells.column("服务", "名称");
            let mut row = cells.sheet("服务")[1].clone();
            row[0] = String::new();
            row[column] = "检定预约".to_owned();
            cells.sheet("服务").push(row);
        }
        office => cells.sheet("职责")[1][column] = office.to_owned(),
    }
    fs::write(workbook, cells.write()).expect("a workbook");
}

/// A workbook of the list as it was before somebody changed it.
fn stale(root: &Path) {
    edited(root, "same");
    edit(root, "lists/shiqiao-market/services.yaml", "免费校秤", "免费检定");
}

fn foreign(root: &Path) {
    fs::create_dir_all(root.join("output")).expect("a folder");
    fs::write(root.join("output/thesis.txt"), "ten years of work").expect("a file");
}

fn report(root: &Path) {
    fs::write(root.join("report.docx"), "a report").expect("a file");
}

fn faulty(root: &Path) {
    edit(root, "lists/shiqiao-market/services.yaml", "months: [3, 9]", "months: [3, 13]");
    edit(root, "lists/shiqiao-market/duties.yaml", "offices: [quality]", "offices: [qualty]");
}

/// Six records that name an office which is not there, one that misspells one, and a warning before them.
fn many(root: &Path) {
    edit(
        root,
        "lists/shiqiao-market/list.yaml",
        "edition: \"2016\"",
        "valid_from: 2016-05-01\nvalid_until: 2015-05-01",
    );
    let service = |number: u32| {
        let office = if number == 5 { "qualty" } else { "weighing" };
        format!(
            "  - id: service-{number}\n    name: {{zh: 校秤, en: Scales}}\n    topics: [metrology]\n    description: {{zh: 校秤。, en: Scales.}}\n    \
             offices: [{office}]\n    source: {{part: services, row: \"{number}\"}}\n"
        )
    };
    let services: String = (1..=7).map(service).collect();
    let path = root.join("content/lists/shiqiao-market/services.yaml");
    fs::write(path, format!("services:\n{services}")).expect("a file");
}

fn much_untranslated(root: &Path) {
    untranslated(root);
    edit(root, "lists/shiqiao-market/services.yaml", "{zh: 免费校秤, en: Free checks of scales}", "免费校秤");
    edit(root, "lists/shiqiao-market/duties.yaml", "{zh: 产品质量监督, en: Product quality}", "产品质量监督");
}

fn untranslated(root: &Path) {
    edit(root, "site.yaml", "translations: complete", "translations: partial");
    edit(root, "topics.yaml", "{zh: 计量, en: Metrology}", "计量");
}

fn repealed(root: &Path) {
    let ended = "aliases: [计量法]\n  amendments: [{date: 2018-03-20, kind: repealed}]";
    edit(root, "laws/national.yaml", "aliases: [计量法]", ended);
}

fn notice(root: &Path) {
    let text = "一、依据《计量法》第九条和《中华人民共和国计\n量法》（1985年9月通过）第九条第二款检定。\n\
                二、按《食盐专营办法》（国务院令第696号）处理；填写《现场检查笔录》。\n";
    fs::write(root.join("notice.txt"), text).expect("a file");
}

fn faulty_law(root: &Path) {
    notice(root);
    edit(root, "laws/national.yaml", "kind: law", "kind: lwa");
}

fn broken_theme(root: &Path) {
    let layouts = root.join("themes/default/layouts");
    fs::create_dir_all(&layouts).expect("a folder");
    fs::write(layouts.join("home.html"), "<h1>{{ site.title </h1>\n").expect("a file");
}

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let path = root.join("content").join(path);
    let text = fs::read_to_string(&path).expect("a file of the base");
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

fn folder_with_content() -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    root
}

#[test]
fn every_command_says_what_is_expected() {
    let mut faults = Vec::new();
    let mut produced = BTreeSet::new();
    for Case { name, arguments, prepare } in CASES {
        for language in ["en", "zh"] {
            let root = folder_with_content();
            prepare(root.path());
            let mut command = program::command(root.path(), arguments);
            command.args(["--lang", language]);
            let run = program::finish(command);
            let line = format!("$ qingdan {} --lang {language}\n", arguments.join(" "));
            let text = line.replace("  ", " ") + &program::steady(&run.whole());
            let file = format!("{name}.{language}.txt");
            faults.extend(snapshot::compare(&repository("tests/cli").join(&file), &text).err());
            produced.insert(file);
            let silent = !run.stderr.contains(['\r', '\u{1b}']) && !run.stdout.contains(['\r', '\u{1b}']);
            assert!(silent, "{name}: progress or colour in a pipe");
        }
    }
    faults.extend(leftovers(&produced));
    snapshot::report(faults);
}

fn leftovers(produced: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for file in folder::read(&repository("tests/cli")).into_keys().filter(|file| !produced.contains(file)) {
        if snapshot::blessing() {
            fs::remove_file(repository("tests/cli").join(&file)).expect("a leftover is removed");
        } else {
            faults.push(format!("tests/cli/{file} belongs to no case"));
        }
    }
    faults
}

#[test]
fn language_follows_the_system() {
    let root = folder_with_content();
    for (variable, value, chinese) in [
        ("LANG", "zh_CN.UTF-8", true),
        ("LC_ALL", "zh_TW.UTF-8", true),
        ("LANG", "de_DE.UTF-8", false),
        ("LANG", "C", false),
    ] {
        let mut command = program::command(root.path(), &["check"]);
        command.env(variable, value);
        let run = program::finish(command);
        assert_eq!(run.stderr.contains("内容没有错误"), chinese, "{variable}={value}: {}", run.stderr);
    }
    let mut command = program::command(root.path(), &["check"]);
    command.env("LANG", "zh_CN.UTF-8").env("LC_ALL", "en_GB.UTF-8");
    assert!(program::finish(command).stderr.starts_with("No faults"), "LC_ALL goes before LANG");
}

#[test]
fn version_is_the_package_version() {
    let root = scratch::folder();
    let run = program::run(root.path(), &["--version"]);
    assert_eq!(run.stdout, format!("qingdan {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run.status, Some(0));
}

#[test]
fn foreign_files_are_left_alone() {
    let root = folder_with_content();
    foreign(root.path());
    let before = folder::read(root.path());
    assert_eq!(program::run(root.path(), &["build"]).status, Some(2));
    assert!(folder::read(root.path()) == before, "something was written");
}

#[test]
fn a_fault_leaves_the_old_site_as_it_was() {
    let root = folder_with_content();
    assert_eq!(program::run(root.path(), &["build"]).status, Some(0));
    let output = root.path().join("output");
    let times = |output: &Path| {
        let marker = fs::metadata(output.join(".qingdan")).expect("the marker").modified().expect("a time");
        (marker, fs::metadata(output).expect("the site").modified().expect("a time"))
    };
    let (before, written) = (folder::read(&output), times(&output));
    faulty(root.path());
    let run = program::run(root.path(), &["build", "--lang", "en"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.ends_with("nothing was written, the old site is as it was.\n"), "{}", run.stderr);
    assert!(folder::read(&output) == before, "the old site changed");
    assert_eq!(times(&output), written, "the old site was written to");
    let names: Vec<String> = folder::children(root.path()).iter().map(|path| folder::name(path)).collect();
    assert_eq!(names, ["content", "output"], "something was left beside the site");
}

#[test]
fn check_writes_nothing() {
    let root = folder_with_content();
    let before = folder::read(root.path());
    assert_eq!(program::run(root.path(), &["check"]).status, Some(0));
    assert!(folder::read(root.path()) == before, "something was written");
}
