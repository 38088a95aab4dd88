//! Files of `static/`: in the site as they are, found by links, shown by the preview, and never in the place of ours.

use std::fs;

use crate::support::folder::{self, Tree};
use crate::support::preview::Preview;
use crate::support::{program, repository, scratch};

fn tree(files: &[(&str, &[u8])]) -> Tree {
    files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
}

#[test]
fn static_files_are_part_of_the_site() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    let files = tree(&[
        ("CNAME", b"lists.example\n"),
        (".well-known/check.txt", b"1"),
        ("files/办事.pdf", b"x"),
        ("files/form.pdf", b"%PDF\xff\x00"),
        ("notes.md", b"no page"),
        ("list.yaml", b"{no: [content"),
        ("about/extra.html", b"<p>"),
    ]);
    let left = tree(&[(".DS_Store", b"x"), ("files/Thumbs.db", b"x"), (".#lock", b"x"), ("files/.form.pdf.swp", b"x")]);
    folder::write(&content.join("static"), &files);
    folder::write(&content.join("static"), &left);
    let page = content.join("pages/about.zh.md");
    let text = fs::read_to_string(&page).expect("a page") + "\n[表](/files/form.pdf)\n";
    fs::write(&page, &text).expect("a page");
    let run = program::run(root.path(), &["build", "--lang", "en"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let site = folder::read(&root.path().join("output"));
    for (path, bytes) in &files {
        assert_eq!(site.get(path), Some(bytes), "{path}");
    }
    assert!(left.keys().all(|path| !site.contains_key(path)), "what systems leave was published");
    let preview = Preview::start(root.path(), &[]);
    for (path, bytes) in &files {
        if path.is_ascii() {
            assert_eq!(preview.get(&format!("/{path}")).body, *bytes, "{path}");
        }
    }
    drop(preview);
    fs::remove_file(content.join("static/files/form.pdf")).expect("the file goes");
    let run = program::run(root.path(), &["build", "--lang", "en"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("E041"), "{}", run.stderr);
    fs::write(&page, text.replace("/files/form.pdf", "/CNAME")).expect("a page");
    assert_eq!(program::run(root.path(), &["build"]).status, Some(0));
    assert!(!root.path().join("output/files/form.pdf").exists(), "a file that is gone is gone from the site");
}

#[test]
fn static_files_never_take_the_place_of_ours() {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    for path in [
        "index.html",
        "LLMS.TXT",
        "lists",
        "index.html/below",
        "data/duties.csv",
        "llms.txt",
        "search/zh/x.js",
        ".qingdan",
        ".qingdan-new/x",
        "about/index.html",
    ] {
        let folder = content.join("static");
        folder::write(&folder, &tree(&[(path, b"x")]));
        let run = program::run(root.path(), &["check", "--lang", "en"]);
        assert_eq!(run.status, Some(1), "{path}: {}", run.stderr);
        assert!(run.stderr.contains("error[E090]") && run.stderr.contains("content/static/"), "{path}: {}", run.stderr);
        fs::remove_dir_all(folder).expect("the folder goes");
    }
}
