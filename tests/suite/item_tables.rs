//! Tables of items: what the `csv` crate writes is read back, every value is found in its cell, and no bytes do harm.

use std::fs;
use std::path::Path;

use csv::{Terminator, WriterBuilder};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof};
use proptest::sample::select;
use proptest::{option, prop_assert, prop_assert_eq, proptest};
use qingdan::check::check;
use qingdan::diag::{At, Sink, Step};
use qingdan::load::{ContentFile, Locator, load};
use qingdan::model::{Item, Lang, Limit, PhoneKind, PowerType, StageKind, Text, TimeUnit};

use crate::support::{folder, repository, scratch};

/// A row of a table, and what of it is compared.
#[derive(Clone, Debug)]
struct Sample {
    number: Option<String>,
    code: Option<String>,
    name: String,
    name_en: Option<String>,
    basis: Vec<String>,
    notes: Vec<String>,
}

/// Characters that mean something in a table, and some that do not.
const PIECES: [&str; 14] = ["\"", ",", ";", "\t", "、", "：", "(", "）", "#", "1.", "甲", "乙", "a", "é"];

fn cell() -> impl Strategy<Value = String> {
    vec(select(PIECES.to_vec()), 1..6)
        .prop_map(|pieces| pieces.concat().trim().to_owned())
        .prop_filter("a cell with something in it", |cell| !cell.is_empty())
}

fn sample() -> impl Strategy<Value = Sample> {
    let texts = || vec(cell(), 0..3);
    (option::of(cell()), option::of(cell()), cell(), option::of(cell()), texts(), texts())
        .prop_map(|(number, code, name, name_en, basis, notes)| Sample { number, code, name, name_en, basis, notes })
}

/// The columns of a sample, which a table has in any order.
const COLUMNS: [&str; 6] = ["序号", "code", "事项名称", "name_en", "实施依据", "notes"];

fn cells(sample: &Sample, end: &str) -> [String; 6] {
    let plain = |cell: &Option<String>| cell.clone().unwrap_or_default();
    let Sample { number, code, name, name_en, basis, notes } = sample;
    [plain(number), plain(code), name.clone(), plain(name_en), basis.join(end), notes.join(end)]
}

fn write(samples: &[Sample], order: &[usize], delimiter: u8, windows: bool) -> String {
    let (terminator, end) = if windows { (Terminator::CRLF, "\r\n") } else { (Terminator::Any(b'\n'), "\n") };
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
    writer.write_record(order.iter().map(|at| COLUMNS[*at])).expect("a line");
    for sample in samples {
        let cells = cells(sample, end);
        writer.write_record(order.iter().map(|at| &cells[*at])).expect("a line");
    }
    let text = String::from_utf8(writer.into_inner().expect("a table")).expect("UTF-8");
    if windows { format!("\u{feff}{text}") } else { text }
}

/// The items of a table that is a content folder's only file.
fn read(text: &str) -> (Vec<Item>, Sink) {
    let root = scratch::folder();
    let list = root.path().join("lists/one");
    fs::create_dir_all(&list).expect("a folder");
    fs::write(list.join("items.csv"), text).expect("a table");
    let mut sink = Sink::new();
    let sources = load(root.path(), &mut sink).expect("a folder that can be read");
    let items = sources.documents.into_iter().flat_map(|(_, document)| match document {
        ContentFile::Table(_, items) => items,
        _ => Vec::new(),
    });
    (items.collect(), sink)
}

fn orders() -> impl Strategy<Value = Vec<usize>> {
    Just((0..COLUMNS.len()).collect::<Vec<usize>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_csv_crate_writes_is_read_back(
        samples in vec(sample(), 0..6),
        order in orders(),
        delimiter in select(b",;\t".to_vec()),
        windows in any::<bool>(),
    ) {
        let (items, sink) = read(&write(&samples, &order, delimiter, windows));
        prop_assert!(sink.found().is_empty(), "{:?}", sink.found());
        prop_assert_eq!(items.len(), samples.len());
        for (item, sample) in items.iter().zip(&samples) {
            prop_assert_eq!((&item.number, &item.code), (&sample.number, &sample.code));
            let form = |lang| item.name.get(lang).map(str::to_owned);
            prop_assert_eq!((form(Lang::ZH), form(Lang::EN)), (Some(sample.name.clone()), sample.name_en.clone()));
            let basis = item.basis_as_printed.as_ref().map(|text| text.best(Lang::ZH).1.to_owned());
            prop_assert_eq!(basis, Some(sample.basis.join("\n")).filter(|text| !text.is_empty()));
            let notes: Vec<Text> = sample.notes.iter().map(|note| Text::zh(note)).collect();
            prop_assert_eq!(&item.notes, &notes);
        }
    }

    #[test]
    fn every_value_is_found_in_its_cell(
        samples in vec(sample(), 1..6),
        order in orders(),
        delimiter in select(b",;\t".to_vec()),
        windows in any::<bool>(),
    ) {
        let text = write(&samples, &order, delimiter, windows);
        let mut locator = Locator::new(Path::new("lists/one/items.csv"), text.as_str().into());
        let mut found = |row: usize, steps: &[Step]| {
            let steps = [Step::Key("items".into()), Step::Index(row as u32)].into_iter().chain(steps.iter().cloned());
            locator.locate(&At::Value(steps.collect())).map(|span| text[span].replace("\"\"", "\"")).unwrap_or_default()
        };
        let key = |key: &str| Step::Key(key.into());
        // A cell that begins or ends with a quote is shown without its own, which leaves nothing to tell them apart by.
        let bare = |cell: &str| cell.trim_matches('"').to_owned();
        for (row, sample) in samples.iter().enumerate() {
            prop_assert_eq!(bare(&found(row, &[key("name")])), bare(&sample.name));
            if let Some(number) = &sample.number {
                prop_assert_eq!(bare(&found(row, &[key("number")])), bare(number));
            }
            if let Some(form) = &sample.name_en {
                prop_assert_eq!(bare(&found(row, &[key("name"), key("en")])), bare(form));
            }
            for (at, note) in sample.notes.iter().enumerate() {
                prop_assert_eq!(bare(&found(row, &[key("notes"), Step::Index(at as u32)])), bare(note));
            }
            // What the table does not say is shown at the name.
            prop_assert_eq!(bare(&found(row, &[key("topics")])), bare(&sample.name));
        }
    }

    #[test]
    fn any_bytes_are_items_or_faults(bytes in prop_oneof![vec(any::<u8>(), 0..96), mangled()], headed in any::<bool>()) {
        let root = scratch::folder();
        folder::copy(&repository("tests/rules/base"), root.path());
        let head: &[u8] = if headed { "name,子项,stages,追责情形,department_name,department_part\n".as_bytes() } else { b"" };
        let bytes = [head, &bytes].concat();
        fs::write(root.path().join("lists/shiqiao-market/items.csv"), &bytes).expect("a table");
        let mut sink = Sink::new();
        let mut sources = load(root.path(), &mut sink).expect("a folder that can be read");
        let read = sources.documents.iter().any(|(_, document)| matches!(document, ContentFile::Table(..)));
        prop_assert_eq!(read, sink.found().is_empty(), "{:?}", sink.found());
        let model = check(&mut sources, &mut sink).expect("a model");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut locator = Locator::new(Path::new("lists/shiqiao-market/items.csv"), text.as_str().into());
        for found in sink.found() {
            let span = locator.locate(&found.place.at).unwrap_or(0..0);
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
        }
        prop_assert!(!read || !model.lists.is_empty());
    }
}

/// A table as papers print it, with pieces put in and characters taken out.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let slips = vec((any::<prop::sample::Index>(), 0..3_usize, select(PIECES.to_vec())), 1..6);
    slips.prop_map(|slips| {
        let path = repository("tests/rules/accepted-table-of-items/lists/shiqiao-market/items.csv");
        let mut text: Vec<char> = fs::read_to_string(path).expect("the table").chars().collect();
        for (at, out, piece) in slips {
            let at = at.index(text.len() - 4);
            text.splice(at..at + out, piece.chars());
        }
        text.into_iter().collect::<String>().into_bytes()
    })
}

#[test]
fn a_table_as_papers_print_it_is_read_into_items() {
    let root = scratch::folder();
    folder::copy(&repository("tests/rules/base"), root.path());
    folder::copy(&repository("tests/rules/accepted-table-of-items/lists"), &root.path().join("lists"));
    let mut sink = Sink::new();
    let mut sources = load(root.path(), &mut sink).expect("a folder that can be read");
    let model = check(&mut sources, &mut sink).expect("a model");
    assert!(sink.found().is_empty(), "{:?}", sink.found());
    let [licence, supervision, platform, bench] = &model.lists[0].items[..] else { panic!("four items") };

    assert_eq!((&*licence.id, licence.number.as_deref(), licence.code.as_deref()), ("sq-01", Some("1"), Some("SQ-01")));
    assert_eq!(licence.power_type, Some(PowerType::Licence));
    assert_eq!(licence.type_as_printed.as_deref(), Some("行政许可（国办）"));
    assert_eq!((&licence.body, &*licence.offices[0]), (&None, "quality"), "the agency itself has it");
    assert_eq!(licence.topics.iter().map(|id| &**id).collect::<Vec<_>>(), ["metrology", "product-quality"]);
    let [first, second] = &licence.stages[..] else { panic!("two stages") };
    assert_eq!((first.stage, first.as_printed.as_deref()), (Some(StageKind::Acceptance), Some("受理责任")));
    assert_eq!(first.number.as_deref(), Some("1"));
    assert_eq!(first.text, Some(Text::zh("公示；\"材料\"。").with(Lang::EN, "publish the forms.")));
    assert_eq!(second.stage, Some(StageKind::Examination));
    let account = licence.accountability.as_ref().expect("an account");
    assert_eq!(account.lead_in.as_ref().map(|text| text.best(Lang::ZH).1), Some("有下列情形的，承担责任："));
    let refusing = Text::zh("不受理。").with(Lang::EN, "refuse");
    assert_eq!((account.circumstances.len(), &account.circumstances[0]), (2, &refusing));
    let limit = licence.time_limits.as_ref().and_then(|limits| limits.promised.as_ref()?.limit);
    assert_eq!(limit, Some(Limit { value: 20, unit: TimeUnit::Day, working_days: true }));
    let phones: Vec<_> =
        licence.phones.iter().map(|phone| (&*phone.number, phone.kind, phone.extension.as_deref())).collect();
    let kind = Some(PhoneKind::Supervision);
    assert_eq!(phones, [("0999-7101234", kind, Some("801")), ("12315", kind, None)]);

    assert_eq!((supervision.power_type, &supervision.part_of), (Some(PowerType::Other), &None));
    for part in [platform, bench] {
        assert_eq!(part.part_of.as_ref(), Some(&supervision.id), "{:?}", part.name);
        assert!(part.id.starts_with(&*supervision.id), "{} of {}", part.id, supervision.id);
    }
    assert_eq!(platform.offices.iter().map(|id| &**id).collect::<Vec<_>>(), ["hotline"]);
    assert_eq!(bench.power_type, Some(PowerType::Other), "inherited");
}

#[test]
fn a_number_that_goes_on_over_several_rows_is_that_of_the_item() {
    for second in ["", "1"] {
        let text = format!("序号,主项,子项\n1,取水许可,新办\n{second},,延续\n2,河道采砂许可,核发\n");
        let (items, sink) = read(&text);
        assert!(sink.found().is_empty());
        let said: Vec<(Option<&str>, &str)> =
            items.iter().map(|item| (item.number.as_deref(), item.name.best(Lang::ZH).1)).collect();
        let expected =
            [(Some("1"), "取水许可"), (None, "新办"), (None, "延续"), (None, "河道采砂许可"), (Some("2"), "核发")];
        assert_eq!(said, expected);
    }
}

#[test]
fn ten_thousand_rows_lead_to_ten_thousand_items() {
    let sample = Sample {
        number: Some("1".into()),
        code: None,
        name: "对“甲”的处罚".into(),
        name_en: None,
        basis: vec!["《甲条例》第一条".into()],
        notes: Vec::new(),
    };
    let samples: Vec<Sample> =
        (1..=10_000).map(|at| Sample { number: Some(at.to_string()), ..sample.clone() }).collect();
    let (items, sink) = read(&write(&samples, &[0, 2, 4], b',', true));
    assert!(sink.found().is_empty(), "{:?}", sink.found().first());
    assert_eq!(items.len(), 10_000);
    assert_eq!(items[9_999].number.as_deref(), Some("10000"));
}
