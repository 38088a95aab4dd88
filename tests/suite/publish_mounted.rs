//! Folders that cannot be exchanged: a mount point, a folder that another mount shows, a parent that may not be written to,
//! a full disk. Where nobody may mount here, this is said and nothing is tested.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::publish_killed::{Scene, contents, kill_many};
use crate::support::folder;
use crate::support::{program, scratch};

/// A process with mounts of its own, ended with the value.
struct Room(Child);

impl Room {
    /// Makes one by a line of shell that mounts, run in a folder; `None`, and said so, where that is not possible.
    fn open(root: &Path, mount: &str) -> Option<Room> {
        let script = format!("{{ {mount}; }} && echo ready && exec sleep 600");
        let child = Command::new("unshare")
            .args(["-m", "sh", "-c", &script])
            .current_dir(root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut said = [0; 5];
        let mut room = child.ok().map(Room);
        let ready = room.as_mut().and_then(|room| {
            let out = room.0.stdout.as_mut()?;
            std::io::Read::read_exact(out, &mut said).ok()
        });
        if ready.is_none() {
            eprintln!("SKIPPED: nothing can be mounted here, so folders on mounts are not tested: {mount}");
            return None;
        }
        room
    }

    fn process(&self) -> String {
        self.0.id().to_string()
    }

    /// A folder as the process sees it.
    fn see(&self, path: &Path) -> PathBuf {
        PathBuf::from(format!("/proc/{}/root{}", self.process(), path.display()))
    }

    /// Qingdan, started in a folder of the process.
    fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        self.other(env!("CARGO_BIN_EXE_qingdan"), folder, arguments)
    }

    /// Any program, started in a folder of the process.
    fn other(&self, program: &str, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["-m", "-t", &self.process(), "sh", "-c", "cd \"$0\" && exec \"$@\""]);
        command.arg(folder).arg(program).args(arguments);
        command
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

const BUILD: [&str; 5] = ["build", "--lang", "en", "--output", "site"];

fn folder_with_site() -> tempfile::TempDir {
    let root = scratch::folder();
    contents(root.path());
    fs::create_dir(root.path().join("site")).expect("a folder");
    root
}

fn of(content: &str) -> Vec<&str> {
    [&BUILD[..], &["--content", content]].concat()
}

#[test]
fn builds_into_a_mount_point() {
    let root = folder_with_site();
    for mount in ["mount -t tmpfs tmpfs site", "mkdir -p real && mount --bind real site"] {
        let Some(room) = Room::open(root.path(), mount) else { return };
        let build = |content: &str| room.command(root.path(), &of(content));
        let site = room.see(&root.path().join("site"));
        kill_many(&Scene { root: root.path(), site, build: &build, in_place: true });
    }
}

#[test]
fn a_mount_elsewhere_shows_the_new_site() {
    let root = folder_with_site();
    let Some(room) = Room::open(root.path(), "mkdir mnt && mount --bind site mnt") else { return };
    // Built outside of the process that shows it, as for a container that is running.
    for content in ["one", "two"] {
        let run = program::run(root.path(), &of(content));
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert!(folder::read(&room.see(&root.path().join("mnt"))) == folder::read(&root.path().join("site")));
        assert!(root.path().join("site/index.html").is_file());
    }
}

#[test]
fn a_mount_inside_stays() {
    let root = folder_with_site();
    let mount = "mkdir -p site/data site/own && mount -t tmpfs tmpfs site/data && mount -t tmpfs tmpfs site/own && echo x > site/own/x";
    // The folders that are mounted on are empty below, and so are in the way of no first build.
    assert_eq!(program::run(root.path(), &of("one")).status, Some(0));
    let Some(room) = Room::open(root.path(), mount) else { return };
    let site = room.see(&root.path().join("site"));
    for content in ["two", "one", "two"] {
        let run = program::finish(room.command(root.path(), &of(content)));
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert_eq!(fs::read(site.join("own/x")).expect("a file"), b"x\n");
        assert!(site.join("data/items.csv").is_file() || fs::read_dir(site.join("data")).expect("data").count() > 3);
    }
}

#[test]
fn a_parent_that_may_not_be_written_to_is_left_alone() {
    let root = folder_with_site();
    let mount = "mkdir -p up/site down && mount --bind up down && mount --bind up/site down/site && mount -o remount,ro,bind down";
    let Some(room) = Room::open(root.path(), mount) else { return };
    for content in ["one", "two", "one"] {
        let arguments = ["build", "--lang", "en", "--output", "down/site", "--content", content];
        let run = program::finish(room.command(root.path(), &arguments));
        assert_eq!(run.status, Some(0), "{}", run.stderr);
    }
    assert_eq!(program::run(root.path(), &of("one")).status, Some(0));
    assert!(folder::read(&root.path().join("up/site")) == folder::read(&root.path().join("site")));
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let root = folder_with_site();
    let Some(room) = Room::open(root.path(), "mount -t tmpfs -o size=64m tmpfs site") else { return };
    let site = room.see(&root.path().join("site"));
    let build = |content: &str| program::finish(room.command(root.path(), &of(content)));
    assert_eq!(build("one").status, Some(0));
    let before = folder::read(&site);
    let fill = "dd if=/dev/zero of=site/fill bs=64k; true";
    let filled = room.other("sh", root.path(), &["-c", fill]).stderr(Stdio::null()).status();
    assert!(filled.expect("a status").success());
    let run = build("two");
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    assert!(
        run.stderr.contains("the disk is full") && run.stderr.contains("the old site is as it was"),
        "{}",
        run.stderr
    );
    fs::remove_file(site.join("fill")).expect("the file goes");
    assert!(folder::read(&site) == before, "the old site changed");
    assert_eq!(build("two").status, Some(0));
}
