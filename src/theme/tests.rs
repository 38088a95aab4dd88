//! Folders that replace files of the default theme in, what the theme makes of them out.

#![expect(clippy::disallowed_methods, reason = "the tests write the themes they read")]

use std::path::{Path, PathBuf};

use crate::diag::Failure;
use crate::model::Lang;

use super::Theme;

/// A folder for one test, with the files given, which goes when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Folder {
        let dir = std::env::temp_dir().join(format!("qingdan-theme-{name}-{}", std::process::id()));
        for (path, text) in files {
            let file = dir.join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, text).expect("a file");
        }
        Folder(dir)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn fault(dir: &Path) -> (PathBuf, String) {
    match Theme::load(Some(dir)) {
        Err(Failure::Theme { path, message }) => (path, message),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_default_theme_stands_alone() {
    let theme = Theme::load(None).expect("the default theme");
    assert!(theme.strings(Lang::ZH).is_ok() && theme.strings(Lang::EN).is_ok());
    let paths: Vec<&str> = theme.assets().map(|(path, _)| path).collect();
    assert!(
        paths.iter().all(|path| !path.ends_with(".yaml")),
        "descriptions of components are not published: {paths:?}"
    );
    assert!(paths.contains(&theme.stylesheet()) && paths.contains(&"assets/favicon.svg"), "{paths:?}");
    let unknown = theme.strings(Lang::new("fr").expect("a tag")).expect_err("no French");
    assert!(unknown.to_string().contains("strings/fr.yaml"), "{unknown}");
}

#[test]
fn a_folder_replaces_files_and_may_build_on_them() {
    let page = "{% extends \"default/layouts/not_found.html\" %}{% block main %}<p>mine</p>{{ super() }}{% endblock %}";
    let folder = Folder::new(
        "replace",
        &[
            ("layouts/not_found.html", page),
            ("assets/favicon.svg", "<svg/>"),
            ("components/pager/style.css", "nav{}"),
            ("components/pager/component.yaml", "anything: [at all"),
        ],
    );
    let theme = Theme::load(Some(&folder.0)).expect("a theme");
    assert!(theme.assets().all(|(path, _)| path.starts_with("assets/") && !path.ends_with(".yaml")));
    let default = Theme::load(None).expect("the default theme");
    assert!(theme.templates().contains_template("layouts/duty.html"));
    assert_ne!(theme.stylesheet(), default.stylesheet());
    let icon = theme.assets().find(|(path, _)| *path == "assets/favicon.svg").map(|(_, bytes)| bytes.to_vec());
    assert_eq!(icon.as_deref(), Some(b"<svg/>".as_slice()));
}

#[test]
fn faults_name_the_file_of_the_folder_and_the_place() {
    let folder = Folder::new("syntax", &[("layouts/duty.html", "<p>\n清单 {{ duty.name |nope }}</p>")]);
    let (path, message) = fault(&folder.0);
    assert_eq!(path, folder.0.join("layouts/duty.html"));
    assert!(message.starts_with("2:") && message.contains("nope"), "{message}");

    let folder = Folder::new("words", &[("layouts/duty.html", "<p>\n{{ t.duty.nowhere }}</p>")]);
    let (path, message) = fault(&folder.0);
    assert_eq!(path, folder.0.join("layouts/duty.html"));
    assert!(message.starts_with("2:4: `t.duty.nowhere`"), "{message}");

    let folder = Folder::new("parent", &[("layouts/duty.html", "{% extends \"layouts/none.html\" %}")]);
    assert_eq!(fault(&folder.0).0, folder.0.join("layouts/duty.html"));
}

#[test]
fn every_language_of_a_theme_has_the_same_strings() {
    let folder = Folder::new("strings", &[("strings/fr.yaml", "language: {name: Français}\n")]);
    let (path, message) = fault(&folder.0);
    assert_eq!(path, folder.0.join("strings/fr.yaml"));
    assert!(message.contains("is missing"), "{message}");
    let folder = Folder::new("yaml", &[("strings/en.yaml", "language:\n  name: [English]\n")]);
    assert_eq!(fault(&folder.0).0, folder.0.join("strings/en.yaml"));
}
