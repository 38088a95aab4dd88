//! Files as they come: links, pipes, names in other encodings, hidden folders; each passed over or named, none in silence. And
//! files made to do harm: each ends in a fault that names it.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use crate::support::program::{self, Run};
use crate::support::{folder, repository, scratch};

/// Checks the content of `tests/rules/base` with something done to it.
fn checked(change: impl FnOnce(&Path)) -> Run {
    let root = scratch::folder();
    let content = root.path().join("content");
    folder::copy(&repository("tests/rules/base"), &content);
    change(&content);
    program::run(root.path(), &["check", "--lang", "en"])
}

const LIST: &str = "lists/shiqiao-market";

#[test]
fn what_nobody_meant_is_passed_over() {
    let run = checked(|content| {
        let list = content.join(LIST);
        symlink("user@host.1:2", list.join(".#duties.yaml")).expect("a lock of Emacs");
        symlink("nowhere", list.join("scan.pdf")).expect("a link");
        symlink(content, list.join("loop")).expect("a loop");
        for folder in [".git", ".obsidian", "__MACOSX", "@eaDir"] {
            fs::create_dir(list.join(folder)).expect("a folder");
            fs::write(list.join(folder).join("duties.yaml"), "{").expect("a file");
        }
        for file in [
            "duties.yaml.bak",
            "duties.yaml~",
            "duties.yaml.orig",
            "duties.yaml.rej",
            "#duties.yaml#",
            ".duties.yaml.swp",
        ] {
            fs::write(list.join(file), "{").expect("a file");
        }
        UnixListener::bind(list.join("socket")).expect("a socket");
        fs::write(list.join(OsStr::from_bytes(b"\xc7\xe5\xb5\xa5.pdf")), "x").expect("a file");
    });
    assert_eq!((run.status, run.stderr.lines().count()), (Some(0), 1), "{}", run.stderr);
}

#[test]
fn what_was_meant_and_cannot_be_read_is_named() {
    let duties = format!("{LIST}/duties.yaml");
    let replaced = |with: &dyn Fn(&Path)| {
        checked(|content| {
            let file = content.join(&duties);
            fs::remove_file(&file).expect("a file");
            with(&file);
        })
    };
    let pipe = |file: &Path| {
        let made = Command::new("mkfifo").arg(file).status().expect("mkfifo");
        assert!(made.success());
    };
    let cases: [(&str, Run); 6] = [
        ("E104", replaced(&|file| symlink("../gone.yaml", file).expect("a link"))),
        ("E104", replaced(&|file| symlink("duties.yaml", file).expect("a link to itself"))),
        ("E104", replaced(&pipe)),
        ("E104", replaced(&|file| drop(UnixListener::bind(file).expect("a socket")))),
        ("E007", replaced(&|file| fs::create_dir(file).expect("a folder"))),
        (
            "E104",
            replaced(&|file| fs::File::create(file).and_then(|file| file.set_len(1 << 30)).expect("a large file")),
        ),
    ];
    for (code, run) in cases {
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert!(run.stderr.contains(code) && run.stderr.contains(&duties), "{code}: {}", run.stderr);
    }
    for name in [
        &b"duties\xa3\xae.yaml"[..],
        b"\xd6\xb0\xd4\xf0.yaml",
        b"\xd6\xb0\xd4\xf0.csv.txt",
        b"\xc7\xe5\xb5\xa5/list.yaml",
    ] {
        let run = checked(|content| {
            let file = content.join("lists").join(OsStr::from_bytes(name));
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, "duties: []\n").expect("a file");
        });
        let csv = name.ends_with(b".txt");
        assert_eq!(run.stderr.contains("GBK"), !csv, "{}", run.stderr);
    }
}

#[test]
fn files_made_to_do_harm_end_in_a_fault_that_names_them() {
    let bomb = (1..30).map(|n| {
        let again = format!("*a{},", n - 1).repeat(9);
        format!("a{n}: &a{n} [{again}]\n")
    });
    let bomb: String = bomb.collect();
    let long = "长".repeat(4 << 20);
    let cases: [(&str, Vec<u8>); 16] = [
        ("aliases", format!("a0: &a0 [x]\n{bomb}").into_bytes()),
        ("an alias of itself", b"duties: &a [*a]\n".to_vec()),
        ("brackets", "[".repeat(100_000).into_bytes()),
        ("braces", "{a: ".repeat(100_000).into_bytes()),
        ("dashes", "- ".repeat(100_000).into_bytes()),
        ("blocks", (0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<String>().into_bytes()),
        ("questions", "? ".repeat(100_000).into_bytes()),
        ("a long text", format!("duties: \"{long}\"\n").into_bytes()),
        ("a long line that breaks", format!("duties: [{long}\n").into_bytes()),
        ("a long key", format!("{long}: x\n").into_bytes()),
        ("a key twice", b"duties: []\nduties: []\n".to_vec()),
        ("NUL", b"duties: []\0\n".to_vec()),
        ("UTF-16", "duties: []\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("GB18030", b"duties:\n  - name: \xbc\xc6\xc1\xbf\n".to_vec()),
        ("tabs", b"duties:\n\t- id: a\n".to_vec()),
        ("a tag", b"!!python/object/apply:os.system [\"true\"]\n".to_vec()),
    ];
    for (what, bytes) in cases {
        let run = checked(|content| fs::write(content.join(LIST).join("duties.yaml"), &bytes).expect("a file"));
        assert_eq!(run.status, Some(1), "{what}: {:.2000}", run.stderr);
        assert!(run.stderr.contains("duties.yaml"), "{what}: {:.2000}", run.stderr);
        assert!(run.stderr.len() < 20_000, "{what}: a message of {} bytes", run.stderr.len());
    }
}

#[test]
fn names_cannot_steer_a_terminal() {
    let name = "duties\u{1b}]0;x\u{7}\u{1b}[2J\u{202e}.yaml";
    for format in [&["check"][..], &["check", "--format", "concise"], &["check", "--format", "github"]] {
        let root = scratch::folder();
        let content = root.path().join("content");
        folder::copy(&repository("tests/rules/base"), &content);
        fs::write(content.join(LIST).join(name), "{").expect("a file");
        let run = program::run(root.path(), format);
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.contains("\\u{1b}"), "{said}");
        assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{said:?}");
    }
}
