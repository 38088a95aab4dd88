//! A name in a table that several records of the list have.

use crate::diag::{Code, Diagnostic, Message, Place};

/// Documentation of the fault.
pub(in crate::check) static CODE: Code = Code {
    id: "E065",
    name: "ambiguous-name",
    what: ["表格里的名称可以指几个", "a name in a table that several records have"],
    why: [
        "表格可以写科室、标题等的名称。两个同名时，程序不替您选，选错了就会把事项归到别的科室。",
        "A table may call offices, sections and the like by their names. Where two have one name the choice is yours: the wrong one would give the item to another office.",
    ],
    fix: [
        "在格子里写 id 或 slug，不写名称；或在 list.yaml 里把同名的改得能够区分。",
        "Write the id or slug into the cell instead of the name; or give the records in list.yaml names that tell them apart.",
    ],
    example: "name,offices\n检定计量器具,综合科",
};

/// Says which records have the name.
pub(in crate::check) fn fault(place: Place, name: &str, kind: [&str; 2], ids: &[&str]) -> Diagnostic {
    let [zh, en] = kind;
    let count = ids.len();
    let ticked: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    let message = Message::new(
        format!("有 {count} 个{zh}叫“{name}”：{}", ticked.join("、")),
        format!("{count} {en} are called “{name}”: {}", ticked.join(", ")),
    );
    let help = Message::new(
        format!("在格子里写清是哪一个，如 {}", ticked.first().map(String::as_str).unwrap_or_default()),
        format!(
            "write into the cell which of them it is, such as {}",
            ticked.first().map(String::as_str).unwrap_or_default()
        ),
    );
    Diagnostic::error(&CODE, place, message).help(help)
}
