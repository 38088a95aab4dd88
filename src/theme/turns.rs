//! A template in; the same with a count at the beginning of each turn of its loops and components, out: what never ends is stopped.
//!
//! The engine has no loop without an end, but loops in loops and components that call themselves several times end after
//! years, and where they print nothing no count of bytes sees them. Turns are counted, not seconds, so that a page is made or
//! refused whatever the machine. A text that is put together anew from itself grows by powers, so each that a template sets is
//! measured as well.

use std::cell::Cell;

use tera::{Kwargs, State};

use super::pieces::{Kind, pieces};

/// Turns that the templates of one page may take. A list of ten thousand items takes some two hundred thousand.
pub(super) const MOST: u32 = 2_000_000;

/// What the engine calls at each turn.
pub(super) const NAME: &str = "_turn";

/// What the engine calls after each text that is set.
pub(super) const HELD: &str = "_held";

/// Bytes of a text that a template sets, at most.
pub(super) const LONGEST: usize = 16 << 20;

thread_local! {
    /// Turns that are left for the page that this thread is making.
    static LEFT: Cell<u32> = const { Cell::new(MOST) };
}

/// A page begins.
pub(super) fn begin() {
    LEFT.set(MOST);
}

/// Whether the page took more turns than it may.
pub(super) fn spent() -> bool {
    LEFT.get() == 0
}

/// Counts a turn.
pub(super) fn turn(_: Kwargs, _: &State) -> tera::TeraResult<bool> {
    take(1).map(|()| false)
}

/// Takes what lasts as long as so many turns.
pub(super) fn take(turns: u32) -> tera::TeraResult<()> {
    let left = LEFT.get().saturating_sub(turns);
    LEFT.set(left);
    if left == 0 { Err(tera::Error::message("too many turns")) } else { Ok(()) }
}

/// A template that counts its turns, and where in it something was put in, as (line, column) of what was written.
pub(super) struct Counted {
    /// The text for the engine.
    pub source: String,
    /// Line, column in the template as written, and characters put in there; in order.
    pub marks: Vec<(usize, usize, usize)>,
}

/// A template with a count behind the head of every loop and component.
pub(super) fn counted(source: &str) -> Counted {
    let mut out = Counted { source: String::with_capacity(source.len() * 5 / 4), marks: Vec::new() };
    let (mut line, mut column) = (1, 0);
    // Names that are set to what stands until their `endset`.
    let mut open: Vec<Option<String>> = Vec::new();
    for piece in pieces(source) {
        out.source.push_str(piece.text);
        for c in piece.text.chars() {
            (line, column) = if c == '\n' { (line + 1, 0) } else { (line, column + 1) };
        }
        let opens = |code: &str| {
            ["for", "component"]
                .iter()
                .any(|word| code.split(|c: char| !c.is_alphanumeric() && c != '_').next() == Some(word))
        };
        let code = if piece.kind == Kind::Statement { piece.code() } else { String::new() };
        let call = if opens(&code) {
            Some(format!("{NAME}()"))
        } else if code == "endset" {
            open.pop().flatten().map(|of| format!("{HELD}(of={of})"))
        } else {
            set(&code).map(|of| format!("{HELD}(of={of})"))
        };
        open.extend(opened(&code));
        if let Some(call) = call {
            // Blanks that the head takes away are taken away behind the count.
            let end = if piece.text.ends_with("-%}") { "-%}" } else { "%}" };
            let mark = format!("{{% if {call} %}}{{% endif {end}");
            out.marks.push((line, column, mark.len()));
            out.source.push_str(&mark);
        }
    }
    out
}

/// The name that a statement sets to the value of an expression.
fn set(code: &str) -> Option<&str> {
    let (word, rest) = code.split_once(char::is_whitespace)?;
    let (name, _) = rest.split_once('=').filter(|_| word == "set" || word == "set_global")?;
    let name = name.trim();
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some(name)
}

/// The name that a statement sets to what stands until its end, where it opens such a block.
fn opened(code: &str) -> Option<Option<String>> {
    let (word, rest) = code.split_once(char::is_whitespace)?;
    let opens = (word == "set" || word == "set_global") && set(code).is_none();
    let name = rest.trim_start().split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
    opens.then(|| (!name.is_empty()).then(|| name.to_owned()))
}

/// The column of the template as written, for one that the engine tells; both from zero.
pub(super) fn column(marks: &[(usize, usize, usize)], line: usize, told: usize) -> usize {
    let mut before = 0;
    for (_, at, length) in marks.iter().filter(|(of, ..)| *of == line) {
        if told < at + before {
            break;
        }
        if told < at + before + length {
            return *at;
        }
        before += length;
    }
    told - before
}

/// The place of a loop inside an expression, whose turns cannot be counted: its first byte.
pub(super) fn uncounted(source: &str) -> Option<usize> {
    let found = pieces(source).into_iter().find(|piece| {
        let code = piece.code();
        let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let from = usize::from(piece.kind == Kind::Statement);
        let read = matches!(piece.kind, Kind::Statement | Kind::Expression);
        read && code.contains('[') && words.iter().skip(from).any(|word| *word == "for") && words.contains(&"in")
    });
    found.map(|piece| piece.start)
}

#[cfg(test)]
mod tests {
    use super::{column, counted, uncounted};

    #[test]
    fn each_turn_is_counted_and_places_stay() {
        let source =
            "甲{% for a in b -%}\n x{{ a }}{% endfor %}\n{% component c(d) %}{{ d }}{% endcomponent c %}{{ form }}";
        let counted = counted(source);
        assert_eq!(
            counted.source,
            "甲{% for a in b -%}{% if _turn() %}{% endif -%}\n x{{ a }}{% endfor %}\n\
             {% component c(d) %}{% if _turn() %}{% endif %}{{ d }}{% endcomponent c %}{{ form }}"
        );
        for (number, line) in counted.source.lines().enumerate() {
            let written: Vec<char> = source.lines().nth(number).expect("a line").chars().collect();
            for (told, c) in line.chars().enumerate() {
                let at = column(&counted.marks, number + 1, told);
                let own = written.get(at) == Some(&c)
                    || line.chars().skip(told.saturating_sub(33)).take(36).collect::<String>().contains("_turn");
                assert!(own, "{number} {told} {at}");
            }
        }
        assert_eq!(column(&counted.marks, 3, 20 + 27), 20);
        assert_eq!(column(&counted.marks, 3, 20 + 28), 21);
    }

    #[test]
    fn what_is_set_is_measured() {
        let set = counted("{% set a = b ~ c -%} {% set_global d=1 %}{% set e %}x{% endset %}").source;
        let measured =
            "{% set a = b ~ c -%}{% if _held(of=a) %}{% endif -%} {% set_global d=1 %}{% if _held(of=d) %}{% endif %}";
        let block = "{% set e %}x{% endset %}{% if _held(of=e) %}{% endif %}";
        assert_eq!(set, format!("{measured}{block}"));
        let nested = counted("{% set a | upper %}{% set b %}{% endset -%}{% endset %}").source;
        assert_eq!(
            nested,
            "{% set a | upper %}{% set b %}{% endset -%}{% if _held(of=b) %}{% endif -%}{% endset %}{% if _held(of=a) %}{% endif %}"
        );
    }

    #[test]
    fn a_loop_inside_an_expression_is_found() {
        assert_eq!(uncounted("a {{ [x for x in y] }}"), Some(2));
        assert_eq!(uncounted("{% set z = [x.y for x in y if x] %}"), Some(0));
        assert_eq!(uncounted("{% for x in y[0] %}{{ t.for[a] }}{{ \"[x for x in y]\" }}"), None);
    }
}
