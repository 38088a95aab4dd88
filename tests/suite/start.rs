//! Whoever starts: sites and lists that `qingdan new` makes build without a finding, and nothing that is there is touched.

use std::fs;
use std::path::Path;

use qingdan::model::ListKind;
use qingdan::pipeline::{Job, run};

use crate::support::folder::{self, Tree};
use crate::support::program::{self, Run};
use crate::support::{Silence, repository, scratch, snapshot};

const CIVIC: &[&str] = &["--civic"];
const OFFICIAL: &[&str] =
    &["--official", "--domain", "www.pingchuan.example", "--id-code", "9901210001", "--published", "2025年3月1日"];

/// Runs `new` with options behind it.
fn new(root: &Path, arguments: &[&[&str]]) -> Run {
    program::run(root, &[&["new"], &arguments.concat()[..]].concat())
}

fn made(run: &Run) {
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

/// The faults and reminders that a check finds.
fn findings(content: &Path) -> Vec<String> {
    let job = Job { content: content.to_owned(), jobs: 1, ..Job::default() };
    let outcome = run(&job, &Silence).expect("a check");
    outcome.findings.iter().map(|finding| format!("{finding:?}")).collect()
}

/// A site in one choice of languages and publisher, with a list of every kind: a department's and, where governments
/// have such lists, a government's.
fn every_kind(languages: &str, publisher: &[&str]) {
    let root = scratch::folder();
    let region = ["--region", "130431"];
    made(&new(root.path(), &[&["site", "--languages", languages, "--department", "教育局"], &region, publisher]));
    let site = root.path().join("site");
    assert_eq!(findings(&site.join("content")), [""; 0], "the site alone");
    let dated: &[&str] = if publisher.len() > 1 { &["--published", "2025-03-01"] } else { &[] };
    for kind in ListKind::ALL {
        let id = format!("list-{}", kind.as_str());
        made(&new(&site, &[&["list", &id, "--kind", kind.as_str(), "--department", "气象"], &region, dated]));
    }
    for kind in ["township", "boundaries", "other"] {
        made(&new(&site, &[&["list", "--kind", kind, "--township", "柳坪镇"], &region, dated]));
        made(&new(&site, &[&["list", "--kind", kind], &region, dated]));
    }
    assert_eq!(findings(&site.join("content")), [""; 0], "{languages} {publisher:?}");
    assert_eq!(folder::children(&site.join("content/lists")).len(), 1 + ListKind::ALL.len() + 6);
}

#[test]
fn every_kind_of_list_builds_in_chinese_for_a_government() {
    every_kind("zh", OFFICIAL);
}

#[test]
fn every_kind_of_list_builds_in_chinese_for_others() {
    every_kind("zh", CIVIC);
}

#[test]
fn every_kind_of_list_builds_in_two_languages_for_a_government() {
    every_kind("zh,en", OFFICIAL);
}

#[test]
fn every_kind_of_list_builds_in_two_languages_for_others() {
    every_kind("en，zh", CIVIC);
}

#[test]
fn the_files_are_those_expected() {
    let mut faults = Vec::new();
    for (name, options) in [
        ("county", &["--lang", "zh", "--department", "教育局", "--civic", "--ci", "github"][..]),
        (
            "township",
            &[
                "--lang",
                "en",
                "--township",
                "柳坪镇",
                "--languages",
                "zh,en",
                "--official",
                "--domain",
                "www.pingchuan.example",
                "--id-code",
                "9901210001",
            ],
        ),
        ("own-department", &["--lang", "zh", "--department", "茶叶发展中心", "--kind", "4", "--civic"]),
    ] {
        let root = scratch::folder();
        made(&new(root.path(), &[&["site", "--region", "鸡泽县"], options]));
        let mut tree: Tree = folder::read(&root.path().join("site"));
        // The templates of services are held by tests of their own.
        if let Some(ci) = tree.remove(".github/workflows/qingdan.yml") {
            assert_eq!(ci, fs::read(repository("ci/github.yml")).expect("the template"));
        }
        faults.extend(snapshot::compare_folder(&repository("tests/start").join(name), &tree).err());
    }
    snapshot::report(faults);
}

#[test]
fn a_site_that_was_just_made_builds() {
    let root = scratch::folder();
    let folder = "责任 清单";
    made(&new(root.path(), &[&[folder, "--region", "鸡泽县", "--department", "教育", "--civic"]]));
    let site = root.path().join(folder);
    let run = program::run(&site, &["build", "--lang", "zh"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stderr.starts_with("已生成 output"), "{}", run.stderr);
    let home = fs::read_to_string(site.join("output/index.html")).expect("the home page");
    assert!(home.contains("鸡泽县教育局权责清单"));
    let item =
        folder::read(&site.join("output")).into_iter().find(|(path, _)| path.starts_with("lists/example/items/"));
    assert!(item.is_some_and(|(_, page)| String::from_utf8_lossy(&page).contains("【示例】")));
}

#[test]
fn services_get_their_file_where_they_look_for_it() {
    let root = scratch::folder();
    let all = ["--ci", "gitlab", "--ci", "gitee", "--ci", "github", "--ci", "gitee"];
    made(&new(root.path(), &[&["site", "--region", "130431", "--department", "education", "--civic"], &all]));
    for (path, template) in
        [(".github/workflows/qingdan.yml", "github"), (".gitlab-ci.yml", "gitlab"), (".workflow/qingdan.yml", "gitee")]
    {
        let file = fs::read(root.path().join("site").join(path)).expect(path);
        assert_eq!(file, fs::read(repository(&format!("ci/{template}.yml"))).expect(template));
    }
}

#[test]
fn what_is_there_is_left_alone() {
    let root = scratch::folder();
    let options: &[&str] = &["--region", "130431", "--department", "教育局", "--civic"];
    fs::create_dir(root.path().join("site")).expect("a folder");
    fs::write(root.path().join("site/thesis.txt"), "ten years of work").expect("a file");
    fs::write(root.path().join("table.xlsx"), "a table").expect("a file");
    let before = folder::read(root.path());
    for name in ["site", "table.xlsx", "."] {
        assert_eq!(new(root.path(), &[&[name], options]).status, Some(2), "{name}");
    }
    assert!(folder::read(root.path()) == before, "something was written");

    fs::create_dir_all(root.path().join("cloned/.git")).expect("a folder");
    made(&new(root.path(), &[&["cloned"], options]));
    made(&new(&root.path().join("cloned"), &[&["list", "jize-education"], &options[..4]]));
    let before = folder::read(root.path());
    let again = new(&root.path().join("cloned"), &[&["list", "jize-education", "--lang", "en"], &options[..4]]);
    assert_eq!((again.status, again.stderr.contains("already")), (Some(2), true), "{}", again.stderr);
    // A folder that is no list yet, but holds a file of that name.
    fs::create_dir_all(root.path().join("cloned/content/lists/draft")).expect("a folder");
    fs::write(root.path().join("cloned/content/lists/draft/items.csv"), "名称\n一\n").expect("a file");
    let half = new(&root.path().join("cloned"), &[&["list", "draft"], &options[..4]]);
    assert_eq!(half.status, Some(2), "{}", half.stderr);
    fs::remove_file(root.path().join("cloned/content/lists/draft/items.csv")).expect("the draft");
    assert!(folder::read(root.path()) == before, "something was left half done");
}

#[test]
fn a_second_list_takes_another_id_and_registers_once() {
    let root = scratch::folder();
    let options: &[&str] = &["--region", "130431", "--department", "茶叶发展中心"];
    made(&new(root.path(), &[&["site", "--languages", "zh,en", "--civic"], options]));
    let site = root.path().join("site");
    let registers = |site: &Path| {
        ["regions.yaml", "departments.yaml"]
            .map(|name| fs::read_to_string(site.join("content").join(name)).expect(name))
    };
    let before = registers(&site);
    made(&new(&site, &[&["list"], options]));
    made(&new(&site, &[&["list"], options]));
    assert_eq!(registers(&site), before);
    let lists: Vec<String> =
        folder::children(&site.join("content/lists")).iter().map(|path| folder::name(path)).collect();
    assert_eq!(lists, ["example", "jize-chayefazhanzhongxin", "jize-chayefazhanzhongxin-2"]);
    made(&new(&site, &[&["list", "--region", "130430", "--department", "粮油中心"]]));
    let after = registers(&site);
    assert!(after[0].starts_with(&before[0]) && after[0].ends_with("level: county, parent: handan}\n"), "{}", after[0]);
    assert!(after[1].starts_with(&before[1]) && after[1].contains("liangyouzhongxin"), "{}", after[1]);
}
