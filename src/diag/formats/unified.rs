//! A file as it is and as it will be in, the difference in unified form out, as `patch` and `git apply` read it.

use std::fmt::Write;
use std::ops::Range;

/// Lines that stay, shown around those that change.
const AROUND: usize = 3;

/// The difference between two texts of as many lines, each line against the one that takes its place; `path` as the user
/// would type it. A last line of which nothing is left is taken out. Nothing where they are the same.
///
/// ```
/// use qingdan::diag::formats::unified;
///
/// let shown = unified("list.yaml", "a: 1\nb：2\n", "a: 1\nb: 2\n", false);
/// assert_eq!(shown, "--- list.yaml\n+++ list.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b：2\n+b: 2\n");
/// ```
pub fn unified(path: &str, before: &str, after: &str, colour: bool) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
    let changed: Vec<usize> = (0..old.len()).filter(|at| new.get(*at) != Some(&old[*at])).collect();
    let mut out = String::new();
    if changed.is_empty() {
        return out;
    }
    let _ = write!(out, "{}", painted(&format!("--- {path}\n+++ {path}\n"), BOLD, colour));
    for hunk in hunks(&changed, old.len()) {
        let (from, count) = (hunk.start + 1, hunk.len());
        let left = hunk.end.min(new.len()).saturating_sub(hunk.start);
        // What is before lines that are none is told, and not where they would begin.
        let to = if left == 0 { hunk.start } else { from };
        let _ = write!(out, "{}", painted(&format!("@@ -{from},{count} +{to},{left} @@\n"), CYAN, colour));
        let mut at = hunk.start;
        while at < hunk.end {
            let run = (at..hunk.end).take_while(|line| new.get(*line) != Some(&old[*line])).count();
            if run == 0 {
                line(' ', old[at], None, &mut out);
            }
            for gone in old.iter().skip(at).take(run) {
                line('-', gone, Some(RED).filter(|_| colour), &mut out);
            }
            for come in new.iter().skip(at).take(run) {
                line('+', come, Some(GREEN).filter(|_| colour), &mut out);
            }
            at += run.max(1);
        }
    }
    out
}

const BOLD: &str = "1";
const RED: &str = "31";
const GREEN: &str = "32";
const CYAN: &str = "36";

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Runs of lines to show: those that change with some around, joined where they meet.
fn hunks(changed: &[usize], count: usize) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for at in changed {
        let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(count));
        match hunks.last_mut().filter(|last| last.end >= from) {
            Some(last) => last.end = to,
            None => hunks.push(from..to),
        }
    }
    hunks
}

fn line(mark: char, text: &str, colour: Option<&str>, out: &mut String) {
    let bare = text.strip_suffix('\n').unwrap_or(text);
    let _ = match colour {
        Some(colour) => writeln!(out, "{}", painted(&format!("{mark}{bare}"), colour, true)),
        None => writeln!(out, "{mark}{bare}"),
    };
    if bare.len() == text.len() {
        out.push_str("\\ No newline at end of file\n");
    }
}

fn painted(text: &str, colour: &str, is_wanted: bool) -> String {
    if !is_wanted {
        return text.to_owned();
    }
    let bare = text.trim_end_matches('\n');
    format!("\u{1b}[{colour}m{bare}\u{1b}[0m{}", &text[bare.len()..])
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn lines_far_apart_stand_in_hunks_of_their_own() {
        let before: String = (1..=20).map(|n| format!("{n}\n")).collect();
        let after = before.replacen("2\n", "b\n", 1).replace("19\n20\n", "r\ns\n");
        let shown = unified("a", &before, &after, false);
        let wanted = "--- a\n+++ a\n@@ -1,5 +1,5 @@\n 1\n-2\n+b\n 3\n 4\n 5\n@@ -16,5 +16,5 @@\n 16\n 17\n 18\n-19\n-20\n+r\n+s\n";
        assert_eq!(shown, wanted);
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        let shown = unified("a", "x\r\ny", "x\r\nz", false);
        let end = "\\ No newline at end of file\n";
        assert_eq!(shown, format!("--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\r\n-y\n{end}+z\n{end}"));
        // As `git apply` and `patch` take it.
        assert_eq!(unified("a", "x\ny", "x\n", false), format!("--- a\n+++ a\n@@ -1,2 +1,1 @@\n x\n-y\n{end}"));
        assert_eq!(unified("a", "y", "", false), format!("--- a\n+++ a\n@@ -1,1 +0,0 @@\n-y\n{end}"));
        assert_eq!(unified("a", "x\n", "x\n", true), "");
        assert!(unified("a", "x\n", "y\n", true).contains("\u{1b}[31m-x\u{1b}[0m\n"));
    }
}
