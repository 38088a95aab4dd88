//! `check --fix` by its users: the difference that is shown, what is written and what is left of every file, exit statuses.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any};
use proptest::sample::{Index, select};
use proptest::{prop_assert, prop_assert_eq, proptest};
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::pipeline;

use crate::support::{folder, program, repository, scratch};

const LIST: &str = "content/lists/shiqiao-market/list.yaml";
const DUTIES: &str = "content/lists/shiqiao-market/duties.yaml";

/// A content with a date in Chinese, a phone in wide figures and, in a file with the line ends of Windows and a byte order mark,
/// a wide colon; then an office that nobody has, if wanted.
fn faulty(is_left: bool) -> tempfile::TempDir {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let list = text(root.path(), LIST).replace("published: 2016-03", "published: 2016年3月");
    fs::write(root.path().join(LIST), list.replace("0999-7101234", "０９９９－７１０１２３４")).expect("a file");
    let duties = text(root.path(), DUTIES).replacen("number: \"1\"", "number：\"1\"", 1).replace('\n', "\r\n");
    let duties = if is_left { duties.replacen("[quality]", "[food]", 1) } else { duties };
    fs::write(root.path().join(DUTIES), format!("\u{feff}{duties}")).expect("a file");
    root
}

fn text(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).expect("a text")
}

#[test]
fn what_is_safe_is_shown_and_written_and_nothing_else_changes() {
    let root = faulty(false);
    let before = folder::read(root.path());
    let shown = "\
--- content/lists/shiqiao-market/duties.yaml
+++ content/lists/shiqiao-market/duties.yaml
@@ -1,6 +1,6 @@
 \u{feff}duties:\r
   - id: product-quality\r
-    number：\"1\"\r
+    number: \"1\"\r
";
    for trial in [&["--diff"][..], &["--fix", "--dry-run"]] {
        let run = program::run(root.path(), &[&["check", "--lang", "en"], trial].concat());
        assert_eq!(run.status, Some(1), "{}", run.stderr);
        assert!(run.stdout.starts_with(shown), "{}", run.stdout);
        assert!(
            run.stdout
                .contains("-published: 2016年3月\n-phones: [\"０９９９－７１０１２３４\"]\n+published: 2016-03\n"),
            "{}",
            run.stdout
        );
        assert!(run.stderr.contains("3 places in 2 files can be mended"), "{}", run.stderr);
        assert!(folder::read(root.path()) == before, "a trial writes");
    }
    let run = program::run(root.path(), &["check", "--fix", "--lang", "zh"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with(shown) && run.stderr.contains("已改正 3 处"), "{}{}", run.stdout, run.stderr);
    let base = repository("tests/rules/base/lists/shiqiao-market");
    let good = |name: &str| fs::read_to_string(base.join(name)).expect("a text");
    assert_eq!(text(root.path(), LIST), good("list.yaml"));
    assert_eq!(text(root.path(), DUTIES), format!("\u{feff}{}", good("duties.yaml").replace('\n', "\r\n")));
    assert_eq!(folder::read(root.path()).len(), before.len(), "something is left beside the files");
    let again = program::run(root.path(), &["check", "--fix", "--lang", "en"]);
    assert_eq!((again.status, &*again.stdout), (Some(0), ""), "{}", again.stderr);
    assert!(again.stderr.starts_with("There is nothing that can be mended"), "{}", again.stderr);
}

#[test]
fn what_is_left_is_told_and_programs_read_nothing_else() {
    let root = faulty(true);
    let run = program::run(root.path(), &["check", "--fix", "--format", "json"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let left: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    assert_eq!(left.iter().map(|fault| fault["code"].clone()).collect::<Vec<_>>(), ["E013"], "{}", run.stdout);
    assert!(run.stderr.contains("+published: 2016-03"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn files_keep_their_mode_and_links_stay_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let root = faulty(false);
    let (list, real) = (root.path().join(LIST), root.path().join("real.yaml"));
    fs::rename(&list, &real).expect("moved");
    symlink(&real, &list).expect("a link");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("a mode");
    assert_eq!(program::run(root.path(), &["check", "--fix"]).status, Some(0));
    assert!(list.is_symlink());
    assert_eq!(fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o640);
    // Where one may not be written to, none is.
    let root = faulty(false);
    let before = text(root.path(), DUTIES);
    fs::set_permissions(root.path().join(LIST), fs::Permissions::from_mode(0o444)).expect("a mode");
    let run = program::run(root.path(), &["check", "--fix", "--lang", "en"]);
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("permission denied; nothing was written"), "{}", run.stderr);
    assert_eq!(text(root.path(), DUTIES), before);
}

#[test]
fn characters_that_are_read_as_plain_ones_become_plain() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), &root.path().join("content"));
    let good = text(root.path(), DUTIES);
    let odd = good.replace("每季度一次", "二○一九年起⽤ＧＢ").replace("row: \"1.1\"", "row: \"１.1\"");
    fs::write(root.path().join(DUTIES), &odd).expect("a file");
    assert_eq!(program::run(root.path(), &["check", "--fix"]).status, Some(0));
    // A row is as printed.
    assert_eq!(text(root.path(), DUTIES), odd.replace("二○一九年起⽤ＧＢ", "二〇一九年起用GB"));
}

/// Slips that are put into a good file: what people type, and what they do not.
const SLIPS: [(&str, &str); 14] = [
    (": ", "："),
    (": ", ":"),
    ("\"1\"", "“1”"),
    (", ", "，"),
    ("{", "｛"),
    ("  ", "\t"),
    ("- ", "-"),
    ("质量", "质\u{200b}量"),
    ("2016", "２０１６"),
    ("一", "⼀"),
    ("]", ""),
    ("zh", "ZH"),
    ("quality", "Quality"),
    ("\n", "\r\n"),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn mending_twice_is_mending_once(slips in vec((select(&SLIPS[..]), any::<Index>()), 1..5), which in any::<bool>()) {
        let root = scratch::folder();
        let content = root.path().join("content");
        folder::copy(&repository("tests/rules/base"), &content);
        let file = content.join("lists/shiqiao-market").join(if which { "list.yaml" } else { "duties.yaml" });
        let mut text = fs::read_to_string(&file).expect("a text");
        for ((good, slip), place) in slips {
            let found: Vec<usize> = text.match_indices(good).map(|(at, _)| at).collect();
            if !found.is_empty() {
                let at = found[place.index(found.len())];
                text.replace_range(at..at + good.len(), slip);
            }
        }
        fs::write(&file, &text).expect("a file");
        let is_read = || {
            let mut sink = Sink::new();
            load(&content, &mut sink).is_ok_and(|_| !sink.has_errors())
        };
        let before = is_read();
        let mended = pipeline::mend(&content, 1).expect("a folder");
        for file in &mended.files {
            prop_assert_eq!(file.before.matches('\n').count(), file.after.matches('\n').count());
        }
        pipeline::put(&content, &mended).expect("files");
        prop_assert!(!before || is_read(), "what could be read can be read no longer: {}", text);
        let again = pipeline::mend(&content, 1).expect("a folder");
        prop_assert!(again.files.is_empty(), "{}\n{:?}", text, again.files);
    }
}
