//! Paragraphs in, where a document has no table: a row for each duty, each department of a matter, each part of a regime, out.

use super::clean::{lines, one_line};
use super::document::Paragraph;
use super::heading::find;
use super::kind::Kind;
use super::line::{Line, line, numbered};
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Paragraphs with a number that a list needs at least.
const FEWEST: usize = 3;

/// Last words of names of bodies.
const BODIES: [&str; 20] = [
    "局",
    "委",
    "委员会",
    "办公室",
    "中心",
    "政府",
    "办",
    "部",
    "会",
    "院",
    "镇",
    "乡",
    "街道",
    "支队",
    "大队",
    "公司",
    "社",
    "办事处",
    "总工会",
    "机关",
];

/// Reads paragraphs as a list; `false` where they are none.
pub fn read(paragraphs: &[&Paragraph], kind: Kind, reading: &mut Reading<'_>) -> bool {
    let provision = |paragraph: &&&Paragraph| provision(&paragraph.text).is_some();
    let provisions = paragraphs.iter().filter(provision).count();
    let numbered_ones = paragraphs.iter().filter(|paragraph| numbered(&paragraph.text).0.is_some()).count();
    if provisions < FEWEST && numbered_ones < FEWEST {
        return false;
    }
    let kind = match kind {
        _ if provisions >= FEWEST => Kind::Regimes,
        Kind::Boundaries => Kind::Boundaries,
        _ => Kind::Duties,
    };
    let mut prose = Prose { kind, begun: false, body: None, part: Part::Text };
    for paragraph in paragraphs {
        let fate = prose.paragraph(paragraph, reading);
        reading.paragraph(paragraph, fate);
    }
    reading.read.rows.iter().any(|row| row.part == reading.part())
}

/// What the paragraphs that follow say.
enum Part {
    /// Duties, departments.
    Text,
    /// The legal basis of a matter.
    Basis,
    /// A case.
    Case,
    /// What a regime lays down: the key and the heading.
    Provision(&'static str, String),
}

struct Prose {
    kind: Kind,
    begun: bool,
    body: Option<String>,
    part: Part,
}

impl Prose {
    fn paragraph(&mut self, paragraph: &Paragraph, reading: &mut Reading<'_>) -> Fate {
        let text = lines(&paragraph.text);
        if line(&text) == Line::Filler {
            return Fate::Filler;
        }
        let fate = match self.kind {
            Kind::Boundaries => self.matter(&text, paragraph, reading),
            Kind::Regimes => self.regime(&text, paragraph, reading),
            _ => self.duty(&text, paragraph, reading),
        };
        match fate {
            Some(fate) => fate,
            None if self.begun => {
                reading.read.notes.push(text);
                Fate::Note
            }
            None => {
                reading.read.titles.push(text);
                Fate::Title
            }
        }
    }

    fn matter(&mut self, text: &str, paragraph: &Paragraph, reading: &mut Reading<'_>) -> Option<Fate> {
        let (number, rest, depth) = numbered(text);
        let key = |name: &str| Some(Fate::Key(Kind::Boundaries.full(name)));
        let part = sub_heading(rest);
        if let Some((part, after)) = part.filter(|_| self.begun) {
            self.part = part;
            if after.is_empty() {
                return Some(Fate::Head);
            }
            return self.said(after, paragraph, reading);
        }
        let is_name = number.is_some() && depth < 3 && is_short(rest) && participant(rest).is_none();
        if is_name {
            self.begun = true;
            self.part = Part::Text;
            let number = number.map(|number| value("number", &number));
            push(reading, self.kind, number.into_iter().chain([value("name", rest)]).collect(), paragraph);
            return key("name");
        }
        if !self.begun {
            return None;
        }
        self.said(rest, paragraph, reading)
    }

    /// What a paragraph below the name of a matter says.
    fn said(&mut self, text: &str, paragraph: &Paragraph, reading: &mut Reading<'_>) -> Option<Fate> {
        let key = |name: &str| Some(Fate::Key(Kind::Boundaries.full(name)));
        match self.part {
            Part::Basis => push(reading, self.kind, vec![value("basis", text)], paragraph),
            Part::Case => push(reading, self.kind, vec![value("case", text)], paragraph),
            _ => {
                let (department, part) = participant(text)?;
                let values = vec![value("participants.name", department), value("participants.responsibility", part)];
                push(reading, self.kind, values, paragraph);
                return key("participants.responsibility");
            }
        }
        key(if matches!(self.part, Part::Basis) { "basis" } else { "case" })
    }

    fn regime(&mut self, text: &str, paragraph: &Paragraph, reading: &mut Reading<'_>) -> Option<Fate> {
        let (_, rest, _) = numbered(text);
        if let Some((key, heading, after)) = provision(text).filter(|_| self.begun) {
            self.part = Part::Provision(key, heading);
            return if after.is_empty() { Some(Fate::Head) } else { self.lays_down(after, reading) };
        }
        if is_short(rest) && ["制度", "办法", "监管"].iter().any(|end| rest.ends_with(end)) {
            self.begun = true;
            self.part = Part::Text;
            push(reading, self.kind, vec![value("title", rest)], paragraph);
            return Some(Fate::Key(self.kind.full("title")));
        }
        let labelled = rest.split_once(['：', ':']).filter(|_| self.begun);
        if let Some((label, after)) = labelled.filter(|(label, _)| is_short(label))
            && let Some(found) =
                find(Kind::Regimes, &[label]).filter(|found| matches!(found.key, "offices" | "basis" | "phones"))
        {
            last(reading)?.values.push(value(found.key, after.trim()));
            return Some(Fate::Key(self.kind.full(found.key)));
        }
        self.lays_down(text, reading)
    }

    fn lays_down(&mut self, text: &str, reading: &mut Reading<'_>) -> Option<Fate> {
        let Part::Provision(key, heading) = &self.part else { return None };
        let row = last(reading)?;
        match row.values.iter_mut().find(|value| value.key == *key) {
            Some(before) => before.text = format!("{}\n{text}", before.text),
            None => {
                let mut value = value(key, text);
                (value.heading, value.lower) = (heading.clone(), heading.clone());
                row.values.push(value);
            }
        }
        Some(Fate::Key(Kind::Regimes.full(key)))
    }

    fn duty(&mut self, text: &str, paragraph: &Paragraph, reading: &mut Reading<'_>) -> Option<Fate> {
        let (number, rest, depth) = numbered(text);
        if matches!(rest.trim_end_matches(['：', ':']), "主要责任" | "主要职责" | "职责" | "责任" | "主体责任")
        {
            return Some(Fate::Filler);
        }
        let number = number?;
        if is_short(rest) && depth <= 2 {
            if BODIES.iter().any(|end| rest.ends_with(end)) {
                self.begun = true;
                self.body = Some(rest.to_owned());
                return Some(Fate::Key(self.kind.full("body")));
            }
            if depth == 1 {
                return Some(Fate::Section);
            }
        }
        // An article of the paper that opens or closes it is no duty of a body.
        if depth == 2 && text.trim_start().starts_with('第') {
            reading.read.notes.push(text.to_owned());
            return Some(Fate::Note);
        }
        self.begun = true;
        let mut values = vec![value("number", &number), value("statement", rest)];
        values.extend(self.body.as_deref().map(|body| value("body", body)));
        push(reading, self.kind, values, paragraph);
        Some(Fate::Key(self.kind.full("statement")))
    }
}

/// The row that was read last, in the part that is read.
fn last<'r>(reading: &'r mut Reading<'_>) -> Option<&'r mut Row> {
    let part = reading.part();
    reading.read.rows.last_mut().filter(|row| row.part == part)
}

fn is_short(text: &str) -> bool {
    (1..=30).contains(&text.chars().count()) && !text.contains(['。', '；'])
}

/// A heading inside of a matter, and what follows it in the same paragraph.
fn sub_heading(text: &str) -> Option<(Part, &str)> {
    let (label, after) = text.split_once(['：', ':']).unwrap_or((text, ""));
    let label: String = one_line(label).chars().filter(|c| !c.is_whitespace()).collect();
    let part = match &*label {
        "部门职责" | "职责分工" | "责任分工" | "部门职责分工" | "相关部门职责分工" | "职责划分" => {
            Part::Text
        }
        "依据" | "相关依据" | "法律依据" | "划分依据" | "政策依据" | "分工依据" => Part::Basis,
        "案例" | "典型案例" | "举例" | "举例说明" | "案例说明" => Part::Case,
        _ => return None,
    };
    Some((part, after.trim()))
}

/// A heading of a regime, with its key, and what follows it in the same paragraph.
fn provision(text: &str) -> Option<(&'static str, String, &str)> {
    let (_, rest, _) = numbered(text);
    let colon = rest.split_once(['：', ':']).or_else(|| rest.split_once(['。', ' ', '\u{3000}']));
    let (label, after) = colon.unwrap_or((rest, ""));
    let label = label.trim().trim_end_matches('。');
    let key =
        Some(label).filter(|label| label.chars().count() <= 10).and_then(|label| find(Kind::Regimes, &[label]))?;
    key.key.starts_with("provisions:").then(|| (key.key, label.to_owned(), after.trim()))
}

/// A sentence that says what a department does: `市场监管局：负责…`, `市场监管局负责…`.
fn participant(text: &str) -> Option<(&str, &str)> {
    let is_name = |name: &str| {
        let ends = ["部门", "机关", "处", "队"];
        (2..=24).contains(&name.chars().count()) && BODIES.iter().chain(&ends).any(|end| name.ends_with(end))
    };
    let named = text.split_once(['：', ':']).filter(|(name, part)| name.chars().count() <= 24 && !part.is_empty());
    if let Some((name, part)) = named {
        return Some((name.trim(), part.trim()));
    }
    let verbs = [
        "牵头负责",
        "负责",
        "配合",
        "承担",
        "依法",
        "会同",
        "协助",
        "指导",
        "组织",
        "督促",
        "落实",
        "审批",
        "查处",
        "制定",
    ];
    let at = verbs.iter().filter_map(|verb| text.find(verb)).min()?;
    let name = &text[..at];
    is_name(name).then(|| (name, &text[at..]))
}

fn value(key: &str, text: &str) -> Value {
    Value { key: key.into(), heading: String::new(), lower: String::new(), text: text.into(), fresh: true }
}

fn push(reading: &mut Reading<'_>, kind: Kind, values: Vec<Value>, paragraph: &Paragraph) {
    let part = reading.part();
    reading.read.rows.push(Row { kind, values, section: None, part, line: paragraph.line, form: false });
}
