//! The preview as a browser and an editor meet it: the bytes of a build, each save shown, each fault explained, nothing
//! stale, nobody else let in.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::support::preview::{Preview, without_script};
use crate::support::{folder, program, repository, scratch, snapshot};

const OFFICES: &str = "/lists/shiqiao-market/offices/";

/// A folder with the content of the rules' base.
fn laid_out() -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    root
}

fn list(root: &Path) -> PathBuf {
    root.join("content/lists/shiqiao-market/list.yaml")
}

/// The header of the list with another name of its first office.
fn renamed(name: &str) -> String {
    let text = fs::read_to_string(repository("tests/rules/base/lists/shiqiao-market/list.yaml")).expect("a list");
    assert!(text.contains("zh: 质量科"), "the office of the base");
    text.replace("zh: 质量科", &format!("zh: {name}"))
}

/// Holds every file of a build of some sites laid over each other, with `data` at the end of site.yaml, against what the
/// preview answers.
fn same_as_built(sites: &[&str], options: &[&str], data: &str) -> Vec<String> {
    let root = scratch::folder();
    for site in sites.iter().map(|site| repository("tests/sites").join(site)) {
        for part in ["content", "themes"].iter().filter(|part| site.join(part).is_dir()) {
            folder::copy(&site.join(part), &root.path().join(part));
        }
    }
    let site = root.path().join("content/site.yaml");
    let own = fs::read_to_string(&site).expect("site.yaml");
    fs::write(site, format!("{own}{data}")).expect("site.yaml");
    let built = program::run(root.path(), &[&["build"], options].concat());
    assert_eq!(built.status, Some(0), "{}", built.stderr);
    let preview = Preview::start(root.path(), options);
    let home = preview.get("/").line("location").unwrap_or("/").to_owned();
    let mut faults = Vec::new();
    let tree = folder::read(&root.path().join("output"));
    for (path, bytes) in tree.iter().filter(|(path, _)| *path != ".qingdan") {
        let escaped: String = path
            .bytes()
            .map(|byte| match byte {
                b'/' | b'.' | b'-' | b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect();
        let reply = preview.get(&format!("{home}{escaped}"));
        let same = match path.ends_with(".html") {
            true => without_script(&reply.text()).as_bytes() == &bytes[..] && reply.text().contains("live.js"),
            false => reply.body == *bytes,
        };
        if reply.status != 200 || !same {
            faults.push(format!("{sites:?}: {path} is answered with {} and other bytes", reply.status));
        }
    }
    assert!(tree.len() > 100, "{sites:?}: only {} files", tree.len());
    faults
}

#[test]
fn every_file_is_that_of_a_build() {
    let mut faults = same_as_built(&["small"], &[], "");
    faults.extend(same_as_built(&["forms"], &[], ""));
    faults.extend(same_as_built(&["forms"], &[], "data: {preset: nation}\n"));
    faults.extend(same_as_built(&["small", "official"], &["--base-url", "https://www.liuxi.example/lists/"], ""));
    snapshot::report(faults);
}

#[test]
fn what_is_saved_is_shown_and_a_fault_takes_nothing_away() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let before = preview.told("en");
    assert!(preview.get(OFFICES).text().contains("质量科"));
    fs::write(list(root.path()), renamed("计量科")).expect("a save");
    preview.until_shows(OFFICES, "计量科");
    let after = preview.told("en");
    assert_ne!(before["site"], after["site"], "an open page is not told");
    assert!(after["fault"].is_null());

    let services = root.path().join("content/lists/shiqiao-market/services.yaml");
    let good = fs::read_to_string(&services).expect("a file");
    fs::write(&services, good.replace("months: [3, 9]", "months: [3, 13]")).expect("a save");
    preview.until("a fault", |preview| !preview.told("en")["fault"].is_null());
    let told = preview.told("zh-CN,zh;q=0.9");
    assert_eq!(told["site"], after["site"], "the site before the fault is gone");
    assert!(told["fault"]["title"].as_str().is_some_and(|title| title.contains("1 处错误")), "{told}");
    let first = told["fault"]["first"].as_str().expect("the first fault").to_owned();
    assert!(preview.get(OFFICES).text().contains("计量科"), "the page is gone");
    for (lang, advice) in [("zh", "<strong>办法：</strong>"), ("en", "<strong>help:</strong>")] {
        let page = preview.ask("GET", "/_qingdan/faults?back=/laws/", &[&format!("accept-language: {lang}")]).text();
        for words in ["services.yaml:", "<mark>", "href=\"/laws/\"", advice] {
            assert!(page.contains(words), "{lang}: no {words} in\n{page}");
        }
    }
    let checked = program::run(root.path(), &["check", "--lang", "zh"]);
    assert!(checked.stderr.contains(first.trim()), "other words than in the terminal:\n{first}\n{}", checked.stderr);
    assert!(preview.said().contains("1 fault in the content. The browser shows the site as it was before."));

    fs::write(&services, good).expect("a save");
    preview.until("no fault", |preview| preview.told("en")["fault"].is_null());
    assert_eq!(preview.told("en")["site"], after["site"]);
}

#[test]
fn a_content_with_faults_from_the_start_is_explained_under_every_address() {
    let root = laid_out();
    fs::write(list(root.path()), renamed("[")).expect("a save");
    let preview = Preview::start(root.path(), &[]);
    let reply = preview.get("/laws/");
    assert_eq!(reply.status, 503);
    assert!(reply.text().contains("list.yaml:"), "{}", reply.text());
    fs::write(list(root.path()), renamed("计量科")).expect("a save");
    preview.until_shows(OFFICES, "计量科");
}

#[test]
fn a_link_to_nothing_is_found_once_it_is_quiet() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let about = root.path().join("content/pages/about.zh.md");
    let good = fs::read_to_string(&about).expect("a page");
    fs::write(&about, good.replace("/lists/", "/lsits/")).expect("a save");
    preview.until("a fault", |preview| !preview.told("zh")["fault"].is_null());
    let told = preview.told("zh");
    assert!(told["fault"]["first"].to_string().contains("/lsits/"), "{told}");
    assert!(told["fault"]["kept"].to_string().contains("已是最新"), "{told}");
    fs::write(&about, good).expect("a save");
    preview.until("no fault", |preview| preview.told("en")["fault"].is_null());
}

#[test]
fn editors_save_in_many_ways() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let path = list(root.path());
    let folder = path.parent().expect("a folder").to_owned();
    // Beside and over, as vim does, with the lock of Emacs, which leads nowhere, and a swap file.
    #[cfg(unix)]
    std::os::unix::fs::symlink("clerk@office.1234", folder.join(".#list.yaml")).expect("a link");
    fs::write(folder.join(".list.yaml.swp"), [0, 255, 1]).expect("a save");
    fs::write(folder.join("list.yaml~"), renamed("旧科")).expect("a save");
    fs::write(folder.join(".new"), renamed("一科")).expect("a save");
    fs::rename(folder.join(".new"), &path).expect("a save");
    preview.until_shows(OFFICES, "一科");
    // Away and back.
    fs::remove_file(&path).expect("a removal");
    thread::sleep(Duration::from_millis(20));
    fs::write(&path, renamed("二科")).expect("a save");
    preview.until_shows(OFFICES, "二科");
    // Half, for long enough to be seen, and the rest.
    let whole = renamed("三科");
    fs::write(&path, &whole[..whole.find("offices:").expect("offices") + 20]).expect("half a save");
    preview.until("a fault", |preview| !preview.told("en")["fault"].is_null());
    fs::write(&path, &whole).expect("a save");
    preview.until_shows(OFFICES, "三科");
    preview.until("no fault", |preview| preview.told("en")["fault"].is_null());
}

#[test]
fn after_a_thousand_saves_the_last_is_shown() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let path = list(root.path());
    for number in 0..1000 {
        let text = renamed(&format!("第{number}科"));
        // Every third is cut in two, and every seventh wrong.
        if number % 3 == 0 {
            fs::write(&path, &text[..text.len() / 2]).expect("half a save");
        }
        let text = if number % 7 == 0 { text.replace("kind: office", "kind: offcie") } else { text };
        fs::write(&path, text).expect("a save");
        if number % 50 == 0 {
            thread::sleep(Duration::from_millis(60));
            assert_eq!(preview.get("/").status, 200, "after {number} saves");
        }
    }
    fs::write(&path, renamed("最后一科")).expect("a save");
    preview.until_shows(OFFICES, "最后一科");
    preview.until("no fault", |preview| preview.told("en")["fault"].is_null());
    thread::sleep(Duration::from_millis(1500));
    assert!(preview.get(OFFICES).text().contains("最后一科"), "a stale page came back");
}

#[test]
fn folders_go_and_come_back() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let content = root.path().join("content");
    fs::remove_dir_all(&content).expect("a removal");
    preview.until("a fault", |preview| !preview.told("en")["fault"].is_null());
    assert_eq!(preview.get(OFFICES).status, 200, "the last good site is gone");
    assert!(preview.get("/_qingdan/faults").text().contains("content"), "no word of the folder");
    folder::copy(&repository("tests/rules/base"), &content);
    fs::write(list(root.path()), renamed("四科")).expect("a save");
    preview.until_shows(OFFICES, "四科");
    // Moved away, another in its place, and saved again there.
    fs::rename(&content, root.path().join("away")).expect("a move");
    folder::copy(&repository("tests/rules/base"), &content);
    preview.until_shows(OFFICES, "质量科");
    for name in ["五科", "六科"] {
        fs::write(list(root.path()), renamed(name)).expect("a save");
        preview.until_shows(OFFICES, name);
    }
}

#[test]
#[cfg(unix)]
fn files_behind_links_and_without_events_are_followed() {
    use std::os::unix::fs::symlink;
    let root = laid_out();
    let elsewhere = root.path().join("elsewhere");
    fs::rename(root.path().join("content"), &elsewhere).expect("a move");
    fs::create_dir(root.path().join("content")).expect("a folder");
    for name in folder::read_flat(&elsewhere).into_iter().chain(["laws".into(), "lists".into(), "pages".into()]) {
        symlink(elsewhere.join(&name), root.path().join("content").join(&name)).expect("a link");
    }
    for arguments in [&[][..], &["--poll"]] {
        let preview = Preview::start(root.path(), arguments);
        let name = format!("第{}科", arguments.len());
        fs::write(elsewhere.join("lists/shiqiao-market/list.yaml"), renamed(&name)).expect("a save");
        preview.until_shows(OFFICES, &name);
        let site = fs::read_to_string(elsewhere.join("site.yaml")).expect("a file");
        let title = site.replacen("title: {zh: ", &format!("title: {{zh: {name}"), 1);
        assert_ne!(site, title);
        fs::write(elsewhere.join("site.yaml"), title).expect("a save");
        preview.until_shows("/", &name);
        fs::write(elsewhere.join("site.yaml"), site).expect("a save");
    }
}

#[test]
fn a_theme_is_followed_and_its_faults_are_said() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let theme = root.path().join("themes/default");
    fs::create_dir_all(theme.join("layouts")).expect("a folder");
    let layout = fs::read_to_string(repository("themes/default/layouts/laws.html")).expect("a template");
    let with = |words: &str| layout.replacen("{% block main %}", &format!("{{% block main %}}{words}"), 1);
    fs::write(theme.join("layouts/laws.html"), with("<p>新模板</p>")).expect("a save");
    preview.until_shows("/laws/", "新模板");
    for broken in ["{{ ", "{{ no.such.thing }}"] {
        fs::write(theme.join("layouts/laws.html"), with(broken)).expect("a save");
        preview.until("a fault", |preview| !preview.told("en")["fault"].is_null());
        assert!(preview.told("en")["fault"]["first"].to_string().contains("laws.html"), "{}", preview.told("en"));
        assert!(preview.get("/laws/").text().contains("新模板"), "the last good page is gone");
        fs::write(theme.join("layouts/laws.html"), with("<p>新模板</p>")).expect("a save");
        preview.until("no fault", |preview| preview.told("en")["fault"].is_null());
    }
    fs::remove_dir_all(&theme).expect("a removal");
    preview.until("the default theme", |preview| !preview.get("/laws/").text().contains("新模板"));
}

#[test]
fn answers_as_a_server_should_and_to_nobody_else() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    assert!(preview.at.starts_with("127.0.0.1:"), "{}", preview.at);
    let home = preview.get("/");
    assert_eq!(home.line("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(home.line("cache-control"), Some("no-store"));
    let head = preview.ask("HEAD", "/", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.line("content-length"), home.line("content-length"));
    assert_eq!(preview.get("/laws").line("location"), Some("/laws/"));
    assert_eq!(preview.ask("POST", "/", &[]).status, 405);
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""] {
        assert_eq!(preview.ask("GET", "/", &[&format!("host: {host}")]).status, 403, "{host}");
    }
    assert_eq!(preview.ask("GET", "/", &["host: localhost:1"]).status, 200);
    for path in [
        "/../content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/content/site.yaml",
        "/..%2f..%2fetc/passwd",
        "//laws",
        "//evil.example/laws",
        "/assets/..%5c..%5csite.yaml",
        "/no/such/page/",
    ] {
        let reply = preview.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(
            reply.text().contains("class=\"page-not_found\"") && reply.text().contains("<base href=\"/\">"),
            "{path}"
        );
    }
    assert!(preview.get("/en/no").text().contains("<html lang=\"en\">"));
    for path in ["/%", "/%ff%fe", "/%00"] {
        assert_eq!(preview.get(path).status, 400, "{path}");
    }
    for (path, kind) in [
        ("/data/laws.csv", "text/csv; charset=utf-8"),
        ("/laws/metrology-law/index.json", "application/json"),
        ("/lists/shiqiao-market/shiqiao-market.zip", "application/zip"),
    ] {
        assert_eq!(preview.get(path).line("content-type"), Some(kind), "{path}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_or_the_next_is_used() {
    let root = laid_out();
    let first = Preview::start(root.path(), &[]);
    let port = first.at.rsplit(':').next().expect("a port").to_owned();
    let run = program::run(root.path(), &["serve", "--port", &port, "--lang", "en"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains(&format!("--port: another program has the port {port}")), "{}", run.stderr);
}

#[test]
#[cfg(unix)]
fn ends_with_a_word() {
    let root = laid_out();
    let preview = Preview::start(root.path(), &[]);
    let before = folder::read(root.path());
    preview.get("/data/qingdan.zip");
    let (status, said) = preview.interrupt();
    assert_eq!(status, Some(0), "{said}");
    assert!(said.ends_with("Ended.\n"), "{said}");
    assert!(folder::read(root.path()) == before, "something was written");
}
