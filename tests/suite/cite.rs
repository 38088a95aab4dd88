//! The citation reader against a corpus of sentences with their citations: precision and recall of what it finds, of
//! the laws it settles on, of articles and of numbers.
//!
//! `tests/cite/corpus.txt` holds cases between blank lines: lines of text, then a line a citation,
//! `= exact text | law | articles | number | certainty`; `⏎` stands for the end of a line, `-` for a law that is not in
//! the register, `?` for one that the text leaves open. A case without citations must yield none. A line `@ law articles`
//! says what the record cites that the text belongs to. `english.txt` and `beside.txt` are the same for English texts and
//! for texts of records, `powers.txt` for what lists of powers print, written by somebody who had not read the reader.

use std::sync::LazyLock;
use std::{fmt, fs};

use proptest::prelude::{any, prop, proptest};

use qingdan::check::laws;
use qingdan::cite::{About, Certainty, Mention, Reader};
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::{Articles, Lang, Law, LawId, Position, Text};

use crate::support::repository;

/// Share of what is found that is right, and of what is there that is found, at least.
const LEAST: f64 = 0.99;

#[derive(Debug, PartialEq, Eq)]
struct Expected {
    text: String,
    law: String,
    articles: String,
    number: String,
    certainty: String,
}

struct Case {
    line: usize,
    /// What the record cites that the text belongs to.
    beside: Vec<(String, Vec<Articles>)>,
    text: String,
    expected: Vec<Expected>,
}

fn register() -> Vec<Law> {
    let mut sink = Sink::new();
    let sources = load(&repository("content"), &mut sink).expect("the content");
    assert!(!sink.has_errors(), "the content has faults");
    laws(sources)
}

fn corpus(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(repository("tests/cite").join(file)).expect("the corpus");
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            open = false;
            continue;
        }
        if !open {
            cases.push(Case { line: index + 1, beside: Vec::new(), text: String::new(), expected: Vec::new() });
            open = true;
        }
        let case = cases.last_mut().expect("a case");
        if let Some(beside) = line.strip_prefix("@ ") {
            let mut words = beside.split_whitespace();
            let law = words.next().expect("a law").to_owned();
            case.beside.push((law, words.map(|word| word.parse().expect("articles")).collect()));
            continue;
        }
        match line.strip_prefix("= ") {
            None => {
                if !case.text.is_empty() {
                    case.text.push('\n');
                }
                case.text.push_str(line);
            }
            Some(given) => {
                let fields: Vec<&str> = given.split('|').map(str::trim).collect();
                let [text, law, articles, number, certainty] = fields[..] else {
                    panic!("line {}: five fields, not {}", index + 1, fields.len());
                };
                case.expected.push(Expected {
                    text: text.replace('⏎', "\n"),
                    law: law.to_owned(),
                    articles: articles.to_owned(),
                    number: number.to_owned(),
                    certainty: certainty.to_owned(),
                });
            }
        }
    }
    cases
}

fn told(mention: &Mention, laws: &[Law]) -> Expected {
    let law = match (mention.law, mention.certainty) {
        (Some(law), _) => laws[law.get()].id.to_string(),
        (None, Certainty::Unregistered) => "-".to_owned(),
        (None, _) => "?".to_owned(),
    };
    Expected {
        text: mention.text.clone(),
        law,
        articles: mention.articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        number: mention.document_number.as_ref().map_or(String::new(), |number| number.normalized.clone()),
        certainty: format!("{:?}", mention.certainty).to_lowercase(),
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {} | {} | {} | {}", self.text, self.law, self.articles, self.number, self.certainty)
    }
}

/// What is right of what there is: expected, found, both.
#[derive(Default)]
struct Score {
    expected: usize,
    found: usize,
    right: usize,
}

/// The share; everything, where there is nothing.
fn share(right: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { right as f64 / of as f64 }
}

impl Score {
    fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.expected)
    }
}

#[test]
fn reads_the_corpus() {
    measure("corpus.txt", Lang::ZH, 440);
}

#[test]
fn reads_lists_of_powers() {
    measure("powers.txt", Lang::ZH, 60);
}

#[test]
fn reads_english() {
    measure("english.txt", Lang::EN, 48);
}

#[test]
fn reads_texts_beside_citations() {
    measure("beside.txt", Lang::ZH, 10);
}

/// Holds the reader against a file of so many cases or more.
fn measure(file: &str, lang: Lang, least: usize) {
    let laws = register();
    let reader = Reader::new(&laws);
    let find = |id: &str| LawId::new(laws.iter().position(|law| &*law.id == id).expect("a registered law"));
    let (mut finding, mut resolving, mut articles, mut numbers) =
        (Score::default(), Score::default(), Score::default(), Score::default());
    let mut faults = Vec::new();
    let cases = corpus(file);
    assert!(cases.len() >= least, "{} cases", cases.len());
    for case in &cases {
        let about: Vec<About<'_>> = case.beside.iter().map(|(law, articles)| (find(law), &articles[..])).collect();
        let mentions = reader.read_in(lang, &case.text, &Text::default(), &about);
        let found: Vec<Expected> = mentions.iter().map(|mention| told(mention, &laws)).collect();
        for mention in &mentions {
            let slice: String = case.text.chars().skip(mention.start).take(mention.end - mention.start).collect();
            assert_eq!(slice, mention.text, "line {}", case.line);
        }
        finding.expected += case.expected.len();
        finding.found += found.len();
        for want in &case.expected {
            articles.expected += want.articles.split_whitespace().count();
            numbers.expected += usize::from(!want.number.is_empty());
        }
        for have in &found {
            articles.found += have.articles.split_whitespace().count();
            numbers.found += usize::from(!have.number.is_empty());
        }
        // Both are in the order of the text: each citation is held against the next one with the same words.
        let mut next = 0;
        for want in &case.expected {
            let Some(at) = found.iter().skip(next).position(|have| have.text == want.text) else {
                continue;
            };
            let have = &found[next + at];
            next += at + 1;
            finding.right += 1;
            resolving.right += usize::from(have.law == want.law && have.certainty == want.certainty);
            if have.articles == want.articles {
                articles.right += want.articles.split_whitespace().count();
            }
            numbers.right += usize::from(!want.number.is_empty() && have.number == want.number);
        }
        if found != case.expected {
            let off = |side: &str, of: &[Expected], other: &[Expected]| -> String {
                of.iter().filter(|one| !other.contains(one)).map(|one| format!("    {side} {one}\n")).collect()
            };
            let missing = off("expected", &case.expected, &found);
            faults.push(format!(
                "line {}: {}\n{missing}{}",
                case.line,
                case.text,
                off("found   ", &found, &case.expected)
            ));
        }
    }
    (resolving.expected, resolving.found) = (finding.expected, finding.found);
    println!(
        "{} cases, {} without citations",
        cases.len(),
        cases.iter().filter(|case| case.expected.is_empty()).count()
    );
    println!("{:<10} {:>8} {:>8} {:>8} {:>10} {:>8}", "", "expected", "found", "right", "precision", "recall");
    let scores = [("finding", &finding), ("resolving", &resolving), ("articles", &articles), ("numbers", &numbers)];
    for (name, score) in scores {
        let Score { expected, found, right } = score;
        println!("{name:<10} {expected:>8} {found:>8} {right:>8} {:>10.4} {:>8.4}", score.precision(), score.recall());
    }
    println!("{}", faults.join("\n"));
    for (name, score) in scores {
        assert!(score.precision() >= LEAST, "precision of {name}");
        assert!(score.recall() >= LEAST, "recall of {name}");
    }
}

/// Pieces that citations are made of, whole and broken.
const PIECES: [&str; 78] = [
    "《",
    "》",
    "〈",
    "〉",
    "（",
    "）",
    "(",
    "〔2014〕",
    "[2014]",
    "第",
    "条",
    "款",
    "项",
    "章",
    "号",
    "令",
    "六十五",
    "45",
    "至",
    "、",
    "和",
    "产品质量法",
    "中华人民共和国",
    "计量法",
    "实施",
    "办法",
    "的通知",
    "关于印发",
    "国务院",
    "湘政办发",
    "GB",
    "27550-2011",
    "本法",
    "前款",
    "以下简称",
    "2009年2月28日",
    "通过",
    "\n",
    "。",
    "<p>",
    "Articles ",
    "article 9",
    ", paragraph 2",
    " to 55",
    " of the ",
    "Product Quality Law",
    " of the People’s Republic of China",
    "Metrology Law",
    "之一",
    "之",
    "六",
    "附件",
    "附件2",
    "第17项",
    "第",
    "-",
    "的",
    "，",
    "；",
    "：",
    "该",
    "决定",
    "法律法规名称：",
    "依据文号：",
    "条款号：",
    "实施依据：",
    "【部门规章】",
    "已由",
    "国发〔2013〕19号",
    "第⼗條",
    "㈢项",
    "⑨",
    "⒊",
    "Article 134-1",
    "-6",
    "Annex 2",
    ", item 17",
    " to the ",
];

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(&register()));

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn inserted_articles_and_annexes_are_read_back(
        number in 1..=999u16,
        inserted in 1..=30u16,
        later in 1..=30u16,
        annex in prop::option::of(1..=12u16),
        item in 1..=300u16,
        arabic in any::<bool>(),
    ) {
        let han = |number: u16| if arabic { number.to_string() } else { numeral(number) };
        let one = format!("第{}条之{}", han(number), numeral(inserted));
        only(&format!("依照《刑法》{one}处理。"), &format!("{number}_{inserted}"));
        only(&format!("依照《刑法》{one}第{}款处理。", han(item)), &format!("{number}_{inserted}.{item}"));
        only(&format!("依照《刑法》{one}、之{}处理。", numeral(later)), &format!("{number}_{inserted} {number}_{later}"));
        if inserted < later {
            let range = format!("{number}_{inserted}-{number}_{later}");
            only(&format!("依照《刑法》{one}至之{}处理。", numeral(later)), &range);
            only(&format!("依照《刑法》{one}至第{}条之{}处理。", han(number), numeral(later)), &range);
        }
        let name = annex.map(|annex| annex.to_string()).unwrap_or_default();
        only(&format!("见《计量法》附件{name}第{}项。", han(item)), &format!("annex{name}.{item}"));
    }

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        sound(&pieces.concat());
    }
}

/// A number below 1,000 as statutes count.
fn numeral(number: u16) -> String {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let digit = |digit: u16| digits[usize::from(digit)];
    let mut out = String::new();
    if hundreds > 0 {
        out.extend([digit(hundreds), '百']);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => out.push('零'),
        0 => {}
        1 if hundreds == 0 => out.push('十'),
        tens => out.extend([digit(tens), '十']),
    }
    if ones > 0 {
        out.push(digit(ones));
    }
    out
}

/// Holds that a text has one citation, of these articles.
fn only(text: &str, articles: &str) {
    let mentions = READER.read(text);
    let found: Vec<String> =
        mentions.iter().flat_map(|mention| mention.articles.iter().map(ToString::to_string)).collect();
    assert_eq!((mentions.len(), found.join(" ").as_str()), (1, articles), "{text}");
}

/// Citations are in order, do not overlap, and are what the text prints.
fn sound(text: &str) {
    let characters: Vec<char> = text.chars().collect();
    for lang in [Lang::ZH, Lang::EN] {
        let mut free = 0;
        for mention in READER.read_in(lang, text, &Text::default(), &[]) {
            let Mention { start, end, .. } = mention;
            assert!(free <= start && start < end && end <= characters.len(), "{mention:?}");
            assert_eq!(characters[start..end].iter().collect::<String>(), mention.text);
            let open = matches!(mention.certainty, Certainty::Ambiguous | Certainty::Unregistered);
            assert_eq!(mention.law.is_none(), open, "{mention:?}");
            free = end;
        }
    }
}
