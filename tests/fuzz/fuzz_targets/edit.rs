//! Any text and an edit of one of its values: the editor refuses it, or exactly that value changes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use qingdan::diag::Step;
use qingdan::edit::{Edit, Kind, Node, Value, edit, tree};

fn steps(node: &Node, pick: &mut impl Iterator<Item = u8>, out: &mut Vec<Step>) {
    let Some(choice) = pick.next() else { return };
    match &node.kind {
        Kind::Sequence(entries) if !entries.is_empty() => {
            let index = usize::from(choice) % entries.len();
            out.push(Step::Index(index as u32));
            steps(&entries[index], pick, out);
        }
        Kind::Mapping(entries) if !entries.is_empty() => {
            let (key, value) = &entries[usize::from(choice) % entries.len()];
            let Some(key) = key.scalar() else { return };
            out.push(Step::key(key));
            steps(value, pick, out);
        }
        _ => {}
    }
}

fuzz_target!(|input: (String, String, Vec<u8>, u8)| {
    let (text, new, pick, which) = input;
    let Some(root) = tree(&text) else { return };
    let mut at = Vec::new();
    steps(&root, &mut pick.into_iter(), &mut at);
    let value = Value::text(new);
    let one = match which % 5 {
        0 => Edit::Set { at, value },
        1 => Edit::Remove { at },
        2 => Edit::Insert { at, index: 0, value },
        3 => Edit::Add { at, key: "added".into(), value, after: Vec::new() },
        _ => Edit::Set { at, value: Value::List(vec![Value::Map(vec![("a".into(), value)])]) },
    };
    let Ok(changed) = edit(&text, std::slice::from_ref(&one)) else { return };
    let mut wanted = root.value();
    wanted.apply(&one).expect("an edit of what is there");
    assert_eq!(tree(&changed).expect("YAML").value(), wanted, "{text:?} {one:?} {changed:?}");
});
