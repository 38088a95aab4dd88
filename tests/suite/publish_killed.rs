//! Builds that are killed at whatever instant: the site is whole, nothing of others is lost, and the next build is clean.
//! `KILLS=200` kills so often; without it few times, so that the test is quick.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::folder::{self, Tree};
use crate::support::{program, repository, scratch};

/// Kills a round, unless the environment says otherwise.
const KILLS: usize = 10;

/// What the test is at: a folder with two contents, and how a build is started there.
pub struct Scene<'s> {
    /// The folder of the contents and of the site.
    pub root: &'s Path,
    /// Where the site is, as this process sees it.
    pub site: PathBuf,
    /// A build of a content.
    pub build: &'s dyn Fn(&str) -> Command,
    /// Whether its files are replaced one by one.
    pub in_place: bool,
}

/// Two contents that differ: a text, a page that only one has, and a file that is a folder in the other.
pub fn contents(root: &Path) {
    for name in ["one", "two"] {
        folder::copy(&repository("tests/rules/base"), &root.join(name));
    }
    let path = root.join("two/lists/shiqiao-market/services.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, text.replace("免费校秤", "免费检秤")).expect("a file");
    fs::remove_dir_all(root.join("two/lists/shiqiao-market/regimes")).expect("the folder goes");
    let files: Tree = [("one/static/way", "file"), ("two/static/way/x", "below"), ("two/static/more/y", "more")]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into();
    folder::write(root, &files);
}

fn whole(scene: &Scene<'_>) -> Tree {
    folder::read(&scene.site)
}

/// Builds both contents, puts things of others into the site, then kills one build after the other.
pub fn kill_many(scene: &Scene<'_>) {
    let build = |content: &str| {
        let run = program::finish((scene.build)(content));
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert_eq!(run.stderr.contains("the folder stayed"), scene.in_place, "{}", run.stderr);
    };
    let said = program::finish((scene.build)("one"));
    assert_eq!(said.status, Some(0), "{}", said.stderr);
    let foreign: Tree = [(".git/HEAD", "main"), ("CNAME", "a"), ("lists/shiqiao-market/own/x", "x")]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into();
    folder::write(&scene.site, &foreign);
    let started = Instant::now();
    build("two");
    // A machine that does many things at once is slow now and quick then.
    let mut took = started.elapsed();
    let two = whole(scene);
    build("one");
    let one = whole(scene);
    assert!(one != two);
    let kills = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut random = 0x9e37_79b9_u64;
    let mut caught = 0;
    for round in 0..kills {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = (random >> 40) as f64 / f64::from(1 << 24);
        // Every other kill is late, where the site takes its place.
        let part = if round % 2 == 0 { part } else { 0.7 + part * 0.4 };
        let before = whole(scene);
        let content = if round % 3 == 0 { "one" } else { "two" };
        let mut command = (scene.build)(content);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        std::thread::sleep(took.mul_f64(part).max(Duration::from_millis(1)));
        let _ = child.kill();
        caught += usize::from(!child.wait().expect("a status").success());
        let mut after = whole(scene);
        if scene.in_place {
            after.retain(|path, _| !path.starts_with(".qingdan"));
            for (path, bytes) in &after {
                let known = [&one, &two].iter().any(|tree| tree.get(path) == Some(bytes));
                assert!(known, "round {round}: {path} is of neither site");
            }
            let stay = one.iter().filter(|(path, bytes)| two.get(*path) == Some(*bytes));
            for (path, _) in stay.filter(|(path, _)| !path.starts_with(".qingdan")) {
                assert!(after.contains_key(path), "round {round}: {path} is gone");
            }
        } else {
            // A folder of others may be on its way; the next build brings it where it belongs.
            let is_folder_of_others = |path: &str| path.starts_with(".git/") || path.contains("/own/");
            let ours = |tree: &Tree| {
                let mut tree = tree.clone();
                tree.retain(|path, _| !is_folder_of_others(path));
                tree
            };
            let after = ours(&after);
            let known = [&one, &two, &before].iter().any(|tree| ours(tree) == after);
            assert!(known, "round {round}: the site is neither the old nor the new one");
        }
        let next = if round % 2 == 0 { "two" } else { "one" };
        let started = Instant::now();
        build(next);
        took = took.min(started.elapsed());
        assert!(whole(scene) == *if next == "one" { &one } else { &two }, "round {round}: the next build differs");
        let left: Vec<String> = [scene.root, &scene.site]
            .iter()
            .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name.contains(".qingdan-") && !name.ends_with(".qingdan-cache"))
            .collect();
        assert_eq!(left, Vec::<String>::new(), "round {round}: something was left");
    }
    assert!(caught > 0, "none of {kills} builds was caught at work");
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let root = scratch::folder();
    contents(root.path());
    let build = |content: &str| {
        let arguments = ["build", "--lang", "en", "--content", content, "--output", "site"];
        program::command(root.path(), &arguments)
    };
    kill_many(&Scene { root: root.path(), site: root.path().join("site"), build: &build, in_place: false });
}

#[test]
fn a_killed_build_in_place_is_completed() {
    let root = scratch::folder();
    contents(root.path());
    let site = root.path().join("site");
    fs::create_dir(&site).expect("a folder");
    let build = |content: &str| {
        let content = format!("../{content}");
        program::command(&site, &["build", "--lang", "en", "--content", &content, "--output", "."])
    };
    kill_many(&Scene { root: root.path(), site: site.clone(), build: &build, in_place: true });
}
