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
fn what_a_language_lacks_stands_in_from_another_and_is_told() {
    let french =
        "language: {name: Français}\nfooter: {licence: \"Licence : \"}\ncount: {lists: {other: \"{n} listes\"}}\n";
    let folder = Folder::new("strings", &[("strings/fr.yaml", french), ("strings/en.yaml", "text: {list: \"; \"}\n")]);
    let theme = Theme::load(Some(&folder.0)).expect("a theme");
    let fr = Lang::new("fr").expect("a tag");
    let [french, english] = [fr, Lang::EN].map(|lang| theme.strings(lang).expect("strings"));
    assert_eq!(
        (french.get("footer", "licence"), french.count("count", "lists", 1).as_str()),
        ("Licence : ", "1 listes")
    );
    // Chinese stands in, and templates are told so.
    assert_eq!(french.get("nav", "footer"), theme.strings(Lang::ZH).expect("strings").get("nav", "footer"));
    assert!(french.has_foreign() && !english.has_foreign());
    assert_eq!((english.get("text", "list"), english.get("nav", "footer")), ("; ", "About this site"));
    let told = |langs: &[Lang]| theme.remarks(langs).map(|one| one.message.en.clone()).collect::<Vec<_>>();
    assert_eq!(told(&[Lang::ZH]), [""; 0]);
    let [french] = &told(&[Lang::ZH, fr])[..] else { panic!("{:?}", told(&[fr])) };
    assert!(french.contains("interface strings are missing: ") && french.contains("and others"), "{french}");
    assert_eq!(told(&[Lang::EN]).len(), 1);
}

#[test]
fn an_older_name_in_a_template_works_and_is_told() {
    let page = "<p>\n清单 {{ page.colophon.lists }}</p>";
    let folder = Folder::new("outdated", &[("layouts/duty.html", page)]);
    let theme = Theme::load(Some(&folder.0)).expect("a theme");
    let [told] = &theme.remarks(&[]).collect::<Vec<_>>()[..] else { panic!("no remark") };
    assert_eq!((told.code.id, told.position(), told.fix.as_deref()), ("E131", (2, 7), Some("page.provenance")));
    let provenance = serde_json::json!({"provenance": {"lists": "lists/"}});
    let mut given = tera::Context::new();
    given.insert("page", &provenance);
    assert_eq!(theme.templates().render("layouts/duty.html", &given).expect("HTML"), "<p>\n清单 lists/</p>");
}

#[test]
fn a_strings_file_that_cannot_be_read_is_named() {
    let folder = Folder::new("yaml", &[("strings/en.yaml", "language:\n  name: [English]\n")]);
    assert_eq!(fault(&folder.0).0, folder.0.join("strings/en.yaml"));
}

/// What is told of a folder that cannot be a theme.
fn refused(dir: &Path) -> String {
    match Theme::load(Some(dir)) {
        Err(Failure::Refused { words }) => words.en,
        other => panic!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn a_theme_reads_nothing_outside_its_folder() {
    let secret = Folder::new("secret", &[("key.txt", "secret")]);
    let folder = Folder::new("links", &[("assets/a.css", "p{}"), ("layouts/x.html", "")]);
    let link = folder.0.join("assets/key.txt");
    for to in [secret.0.join("key.txt"), PathBuf::from("/etc/hostname"), PathBuf::from("../../..")] {
        std::os::unix::fs::symlink(&to, &link).expect("a link");
        let said = refused(&folder.0);
        assert!(said.contains("assets/key.txt leads out of the folder of the theme"), "{said}");
        std::fs::remove_file(&link).expect("no link");
    }
    std::os::unix::fs::symlink("..", &link).expect("a link");
    assert!(refused(&folder.0).contains("a folder that it is in"));
    std::fs::remove_file(&link).expect("no link");
    // What is inside may be called by another name, and the folder itself may be a link.
    std::os::unix::fs::symlink("a.css", &link).expect("a link");
    let door = secret.0.join("door");
    std::os::unix::fs::symlink(&folder.0, &door).expect("a link");
    let theme = Theme::load(Some(&door)).expect("a theme");
    assert!(theme.assets().any(|(path, bytes)| path == "assets/key.txt" && bytes == b"p{}"));
    for name in ["../secret/key.txt", "/etc/hostname", "layouts/../../key.txt"] {
        let page = format!("{{% include \"{name}\" %}}");
        std::fs::write(folder.0.join("layouts/x.html"), page).expect("a file");
        let (path, message) = fault(&folder.0);
        assert!(path.ends_with("layouts/x.html") && message.contains(name), "{path:?} {message}");
    }
}

/// What is told of a page made of a template.
fn page(template: &str) -> Result<String, String> {
    let folder = Folder::new("page", &[("layouts/x.html", template)]);
    let theme = Theme::load(Some(&folder.0)).expect("a theme");
    let mut out = Vec::new();
    let made = theme.fill_page(theme.templates(), "layouts/x.html", &tera::Context::new(), &[], &mut out);
    made.map(|()| String::from_utf8(out).expect("UTF-8")).map_err(|failure| failure.words().en)
}

#[test]
fn a_template_that_does_not_end_is_stopped() {
    let many = "{% for a in range(end=100000) %}";
    let said = page(&format!("<p>\n清单{many}{many}{{% endfor %}}{{% endfor %}}")).expect_err("too many turns");
    assert!(said.contains("layouts/x.html:2:67: the template took 2 million turns"), "{said}");
    let long = "x".repeat(4000);
    let said = page(&format!("{many}{long}{{% endfor %}}")).expect_err("too many bytes");
    assert!(said.contains("layouts/x.html: the page grew beyond 64 MB"), "{said}");
    let twice = "{% component x() %}{{ <x /> }}{{ <x /> }}{% endcomponent x %}{{ <x /> }}";
    assert!(page(twice).expect_err("a component in itself").contains("recursion"));
    let said = page("清单{% for a in [1] -%}  {{ b.c }}{% endfor %}").expect_err("a fault behind a count");
    assert!(said.contains("1:27: Variable `b` is not defined"), "{said}");
    assert_eq!(
        page("a{% for a in [1, 2] -%}  {{ a }} {%- endfor %}")
            .expect("a page")
            .split_once("\">")
            .map(|(_, end)| end.to_owned()),
        Some("a12".to_owned())
    );
    let folder = Folder::new("comprehension", &[("layouts/x.html", "\n{{ [a for a in b] }}")]);
    assert!(fault(&folder.0).1.starts_with("2:1: a loop inside an expression"));
}

#[test]
fn the_policy_knows_what_stands_in_templates() {
    let html = "<head></head><script>a()</script><style>p{}</style>";
    let made = page(html).expect("a page");
    assert!(made.starts_with("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'sha256-"), "{made}");
    assert!(made.contains("; style-src 'self' 'sha256-") && !made.contains("unsafe"), "{made}");
    let folder =
        Folder::new("fonts", &[("assets/a.woff2", "x"), ("policy.yaml", "img-src: [https://map.example.org]\n")]);
    let theme = Theme::load(Some(&folder.0)).expect("a theme");
    let mut out = Vec::new();
    theme
        .fill_page(theme.templates(), "layouts/x.html", &tera::Context::new(), &[], &mut out)
        .expect_err("no such page");
    for (file, text, word) in [
        ("layouts/x.html", "<p>\n<a onclick=\"b()\">", ":2:4: browsers will not run a script in an attribute"),
        ("layouts/x.html", "<script>{{ a }}</script>", ":1:1: this script or style holds values"),
        ("components/x/template.html", "<p style=\"color:red\">", ":1:4: browsers will not take the attribute style"),
        ("policy.yaml", "script-src: ['*']\n", "`*` is no address"),
        ("policy.yaml", "object-src: [https://a.org]\n", "these can: script-src, "),
    ] {
        let said = refused(&Folder::new("policy", &[(file, text)]).0);
        assert!(said.contains(word), "{said}");
    }
}
