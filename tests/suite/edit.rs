//! The editor of YAML text: random documents and edits in, exactly the one value changed and every other byte kept out.

use proptest::prelude::{
    Just, ProptestConfig, Strategy, TestCaseError, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use qingdan::diag::Step;
use qingdan::edit::{Edit, Kind, Node, Value, edit, tree};

/// A document as somebody might write it: what a node is, how it is written, and remarks beside it.
#[derive(Clone, Debug)]
enum Written {
    Scalar(String),
    Lines(Vec<String>),
    FlowList(Vec<Written>),
    FlowMap(Vec<(String, Written)>),
    List(Vec<Written>, bool),
    Map(Vec<(String, Written)>, bool),
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("办公室".to_owned()),
        Just("'it''s'".to_owned()),
        Just("\"a: b # c\"".to_owned()),
        Just("第1项".to_owned()),
        Just("\"0310-7511867\"".to_owned()),
        Just("12".to_owned()),
        Just("true".to_owned()),
        Just("2015-03-30".to_owned()),
    ]
}

fn key(index: usize) -> String {
    ["id", "name", "zh", "注", "\"a b\"", "x-y"][index % 6].to_owned() + &"k".repeat(index / 6)
}

fn keyed(values: Vec<Written>) -> Vec<(String, Written)> {
    values.into_iter().enumerate().map(|(index, value)| (key(index), value)).collect()
}

fn flow() -> impl Strategy<Value = Written> {
    word().prop_map(Written::Scalar).prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Written::FlowList),
            prop::collection::vec(inner, 0..3).prop_map(|values| Written::FlowMap(keyed(values))),
        ]
    })
}

fn document() -> impl Strategy<Value = Written> {
    let lines = prop::collection::vec(prop_oneof![Just("一行".to_owned()), Just("# no remark".to_owned())], 1..4);
    let leaf = prop_oneof![4 => flow(), 1 => lines.prop_map(Written::Lines)];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            (prop::collection::vec(inner.clone(), 1..4), any::<bool>())
                .prop_map(|(values, deep)| Written::List(values, deep)),
            (prop::collection::vec(inner, 1..4), any::<bool>())
                .prop_map(|(values, remark)| Written::Map(keyed(values), remark)),
        ]
    })
    .prop_map(|root| match root {
        root @ (Written::List(..) | Written::Map(..)) => root,
        other => Written::Map(vec![("root".to_owned(), other)], true),
    })
}

/// What stands behind a colon or a hyphen.
fn behind(value: &Written, indent: usize, out: &mut String) {
    match value {
        Written::Lines(lines) => {
            out.push_str(" |-   # lines\n");
            for line in lines {
                out.push_str(&format!("{}{line}\n", " ".repeat(indent)));
            }
        }
        Written::List(..) | Written::Map(..) => {
            out.push_str("   # a remark: - [x\n");
            block(value, indent, out);
        }
        value => {
            out.push_str(&format!(" {}  # beside\n", inline(value)));
        }
    }
}

fn inline(value: &Written) -> String {
    match value {
        Written::Scalar(word) => word.clone(),
        Written::FlowList(entries) => format!("[{}]", entries.iter().map(inline).collect::<Vec<_>>().join(" , ")),
        Written::FlowMap(entries) => {
            let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {}", inline(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        _ => unreachable!("blocks are not inline"),
    }
}

fn block(value: &Written, indent: usize, out: &mut String) {
    let blanks = " ".repeat(indent);
    match value {
        Written::List(entries, compact) => {
            for (index, entry) in entries.iter().enumerate() {
                if index == 1 {
                    out.push_str(&format!("\n{blanks}# the second entry\n"));
                }
                match entry {
                    Written::Map(pairs, _) if *compact => {
                        let mut inner = String::new();
                        block(&Written::Map(pairs.clone(), false), indent + 2, &mut inner);
                        out.push_str(&format!("{blanks}- {}", inner.trim_start()));
                    }
                    entry => {
                        out.push_str(&format!("{blanks}-"));
                        behind(entry, indent + 2, out);
                    }
                }
            }
        }
        Written::Map(entries, remark) => {
            for (key, value) in entries {
                if *remark {
                    out.push_str(&format!("{blanks}# of {key}\n"));
                }
                out.push_str(&format!("{blanks}{key}:"));
                behind(value, indent + 2, out);
            }
        }
        _ => unreachable!("only blocks have lines"),
    }
}

/// Every node with the steps to it.
fn nodes<'n>(node: &'n Node, steps: Vec<Step>, out: &mut Vec<(Vec<Step>, &'n Node)>) {
    let down = |step: Step| steps.iter().cloned().chain([step]).collect::<Vec<Step>>();
    match &node.kind {
        Kind::Scalar(_) => {}
        Kind::Sequence(entries) => {
            entries.iter().enumerate().for_each(|(index, entry)| nodes(entry, down(Step::Index(index as u32)), out));
        }
        Kind::Mapping(entries) => {
            entries.iter().for_each(|(key, value)| nodes(value, down(Step::key(key.scalar().expect("a scalar"))), out))
        }
    }
    out.push((steps, node));
}

/// The value as another reader has it.
fn read(text: &str) -> serde_json::Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{text}\n{error}"))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("县市场监管局".to_owned()),
        Just("12".to_owned()),
        Just("a, b: {c} # d".to_owned()),
        Just("第一行\n第二行\n\n  第四行".to_owned()),
        Just(String::new()),
        "[ -~行政，。：“]{0,12}",
    ]
}

/// The edits that can be made on a node.
fn edits(steps: &[Step], node: &Node, root: bool, new: &str, pick: usize) -> Vec<Edit> {
    let at = steps.to_vec();
    let mut edits = Vec::new();
    if !root {
        edits.push(Edit::Set { at: at.clone(), value: Value::text(new) });
        edits.push(Edit::Remove { at: at.clone() });
        edits.push(Edit::Set {
            at: at.clone(),
            value: Value::Map(vec![("zh".into(), Value::text(new)), ("en".into(), Value::text("x"))]),
        });
    }
    let record = Value::Map(vec![
        ("id".into(), Value::text("new")),
        ("name".into(), Value::Map(vec![("zh".into(), Value::text(new))])),
        ("phones".into(), Value::List(vec![Value::text("12")])),
        ("basis".into(), Value::List(vec![Value::Map(vec![("law".into(), Value::text(new))])])),
        ("count".into(), Value::Word("3".into())),
    ]);
    match &node.kind {
        Kind::Mapping(_) => {
            let after = vec!["id".to_owned(), "name".to_owned()];
            edits.push(Edit::Add { at: at.clone(), key: "added".into(), value: Value::text(new), after });
            edits.push(Edit::Add { at, key: "more".into(), value: Value::List(vec![record]), after: vec![] });
        }
        Kind::Sequence(entries) => {
            let index = pick % (entries.len() + 1);
            edits.push(Edit::Insert { at: at.clone(), index, value: Value::text(new) });
            edits.push(Edit::Insert { at: at.clone(), index, value: record });
            let mut order: Vec<usize> = (0..entries.len()).collect();
            if !order.is_empty() {
                let turn = pick % order.len();
                order.rotate_left(turn);
            }
            edits.push(Edit::Reorder { at, order });
        }
        Kind::Scalar(_) => {}
    }
    edits
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_edit_changes_one_value(
        document in document(), new in text(), spot in any::<prop::sample::Index>(), which in any::<prop::sample::Index>(),
        pick in 0usize..7, crlf in any::<bool>(), mark in any::<bool>(),
    ) {
        let mut text = String::from("# at the top\n");
        block(&document, 0, &mut text);
        text.push_str("# at the end\n");
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        let root = tree(&text).unwrap_or_else(|| panic!("{text}"));
        let mut all = Vec::new();
        nodes(&root, Vec::new(), &mut all);
        let (steps, node) = &all[spot.index(all.len())];
        let edits = edits(steps, node, steps.is_empty(), &new, pick);
        if edits.is_empty() {
            return Ok(());
        }
        let one = &edits[which.index(edits.len())];
        let changed = edit(&text, std::slice::from_ref(one)).map_err(|refused| {
            TestCaseError::fail(format!("{refused:?} {one:?}\n{text}"))
        })?;
        // The model with that one value changed, as the editor's own reader and as another reader has it.
        let mut wanted = root.value();
        wanted.apply(one).expect("an edit of what is there");
        let now = tree(&changed).expect("YAML");
        prop_assert_eq!(&now.value(), &wanted);
        let mut twice = read(&text);
        apply(&mut twice, one);
        prop_assert_eq!(&read(&changed), &twice, "{}\n{}", text, changed);
        // A scalar in its place: not a byte before or behind it moves.
        if let (Edit::Set { value: Value::Text(_), .. }, Kind::Scalar(_)) = (one, &node.kind) {
            prop_assert!(changed.starts_with(&text[..node.span.start]), "{changed}");
            // The remark beside a text that now has several lines stands beside the first of them.
            let line = text[node.span.end..].find('\n').map_or(text.len(), |at| node.span.end + at);
            let end = if new.contains('\n') { line } else { node.span.end };
            prop_assert!(changed.ends_with(&text[end..]), "{changed}");
            prop_assert_eq!(changed.matches("# beside").count(), text.matches("# beside").count(), "{}", changed);
        }
        // Remarks at the top and the end stay, and so do line ends.
        let stays = |part: &str| changed.contains(part);
        prop_assert!(stays("# at the top") && stays("# at the end"));
        prop_assert_eq!(changed.matches('\n').count() == changed.matches("\r\n").count(), crlf, "{:?}", changed);
        prop_assert_eq!(changed.starts_with('\u{feff}'), mark);
    }
}

/// The same edit on what the other reader has.
fn apply(root: &mut serde_json::Value, edit: &Edit) {
    let json = |value: &Value| -> serde_json::Value {
        fn json(value: &Value) -> serde_json::Value {
            match value {
                Value::Text(text) => text.as_str().into(),
                Value::Word(word) => serde_yaml::from_str(word).expect("a word"),
                Value::List(entries) => entries.iter().map(json).collect(),
                Value::Map(entries) => entries.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
            }
        }
        json(value)
    };
    let mut at = root;
    let steps = match edit {
        Edit::Remove { at } => &at[..at.len() - 1],
        edit => edit.at(),
    };
    for step in steps {
        at = match step {
            Step::Key(key) => &mut at[&**key],
            Step::Index(index) => &mut at[*index as usize],
        };
    }
    match edit {
        Edit::Set { value, .. } => *at = json(value),
        Edit::Add { key, value, .. } => at[key] = json(value),
        Edit::Remove { at: steps } => match steps.last().expect("a step") {
            Step::Key(key) => drop(at.as_object_mut().expect("a mapping").remove(&**key)),
            Step::Index(index) => drop(at.as_array_mut().expect("a sequence").remove(*index as usize)),
        },
        Edit::Insert { index, value, .. } => at.as_array_mut().expect("a sequence").insert(*index, json(value)),
        Edit::Reorder { order, .. } => {
            let entries = at.as_array().expect("a sequence").clone();
            *at = order.iter().map(|place| entries[*place].clone()).collect();
        }
    }
}

#[test]
fn what_cannot_be_changed_by_itself_is_refused() {
    let text = "a: &x {b: 1}\nc: *x\nd: !!str 12\n";
    for at in [vec![Step::key("a"), Step::key("b")], vec![Step::key("c"), Step::key("b")], vec![Step::key("d")]] {
        let refused = edit(text, &[Edit::Set { at: at.clone(), value: Value::text("2") }]);
        assert_eq!(refused, Err(qingdan::edit::Refused::Awkward(at)));
    }
    let nothing = edit(text, &[Edit::Remove { at: vec![Step::key("e")] }]);
    assert_eq!(nothing, Err(qingdan::edit::Refused::Nothing(vec![Step::key("e")])));
    assert_eq!(edit("a: [", &[Edit::Remove { at: vec![Step::key("a")] }]), Err(qingdan::edit::Refused::NotYaml));
}

#[test]
fn cells_of_a_table_change_in_place() {
    use qingdan::edit::table::{TableEdit, edit, records};
    let text = "\u{feff}序号,名称,备注\r\n1,\"甲\",\r\n\r\n2,\"乙,丙\"\r\n";
    let set = |record, place, text: &str| TableEdit::Set { record, place, text: text.into() };
    let changed = edit(text, b',', &[set(1, 1, "丁\"戊\""), set(2, 2, "a,b")]).expect("cells");
    assert_eq!(changed, "\u{feff}序号,名称,备注\r\n1,\"丁\"\"戊\"\"\",\r\n\r\n2,\"乙,丙\",\"a,b\"\r\n");
    assert_eq!(records(&changed, b',')[1], ["1", "丁\"戊\"", ""]);
    let records = vec![Ok(2), Err(vec!["3".to_owned(), "己".to_owned()]), Ok(1)];
    let moved = edit(text, b',', &[TableEdit::Arrange { from: 1, records }]).expect("records");
    assert_eq!(moved, "\u{feff}序号,名称,备注\r\n2,\"乙,丙\"\r\n3,己\r\n1,\"甲\",\r\n\r\n");
}

#[test]
fn edits_that_stand_apart_are_made_together() {
    let text = "a: {zh: 甲}  # first\nb:\n  - id: x\n    name: 乙\nc: [1]\n";
    let at = |steps: &[&str]| steps.iter().map(|key| Step::key(key)).collect::<Vec<Step>>();
    let row = vec![Step::key("b"), Step::Index(0)];
    let edits = [
        Edit::Set { at: at(&["a", "zh"]), value: Value::text("丁") },
        Edit::Add { at: at(&["a"]), key: "en".into(), value: Value::text("D"), after: vec!["zh".into()] },
        Edit::Add { at: row.clone(), key: "note".into(), value: Value::text("戊"), after: vec![] },
        Edit::Remove { at: row.into_iter().chain([Step::key("name")]).collect() },
        Edit::Remove { at: at(&["c"]) },
    ];
    assert_eq!(edit(text, &edits).as_deref(), Ok("a: {zh: 丁, en: D}  # first\nb:\n  - id: x\n    note: 戊\n"));
}
