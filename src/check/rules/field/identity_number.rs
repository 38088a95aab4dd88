//! The number of an identity card.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::{Rule, printed};

static CODE: Code = Code {
    id: "E118",
    name: "identity-number",
    what: ["写了居民身份证号码", "the number of an identity card"],
    why: [
        "身份证号码是个人信息，不能公开；网站和数据一发布就会被下载，收不回来。",
        "It is personal information that may not be published; once the site and its data are out, it cannot be taken back.",
    ],
    fix: [
        "删去号码；确实不是身份证号码的，在清单里写一条 waivers，说明理由。",
        "Take it out; where it is something else, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "notes: [\"身份证号：11010519491231002X\"]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let texts = node.text().into_iter().flat_map(|text| text.forms().map(|(_, form)| form));
        for text in texts.chain(node.text().is_none().then(|| printed(node)).flatten()) {
            for (at, number) in numbers(text) {
                // The number is not said again: messages end up in logs that anybody reads.
                let message = Message::new(
                    format!("`{}…` 是身份证号码：日期和校验码都对得上", &number[..6]),
                    format!(
                        "`{}…` is the number of an identity card: its date and its check digit are right",
                        &number[..6]
                    ),
                );
                let help = Message::new(
                    "删去；不是身份证号码的，用 waivers 说明",
                    "take it out; where it is something else, say so under `waivers`",
                );
                sink.push(Diagnostic::error(&CODE, spot.place().within(number, &text[..at]), message).help(help));
            }
        }
    });
}

/// The numbers of identity cards in a text, with where they stand.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let is_sign = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_sign(at) {
            at += 1;
            continue;
        }
        let length = (at..).take_while(|at| is_sign(*at)).count();
        if let Some(run) = text.get(at..at + length).filter(|run| run.len() == 18 && is_identity(run)) {
            found.push((at, run));
        }
        at += length;
    }
    found
}

/// Whether 18 signs are such a number (GB 11643): a province, a day, and a check digit that agrees.
fn is_identity(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let Some((body, check)) = run.split_at_checked(17) else { return false };
    let digits: Option<Vec<u32>> = body.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits else { return false };
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0, |number, digit| number * 10 + digit);
    let (province, year, month, day) = (part(0, 2), part(6, 10), part(10, 12), part(12, 14));
    let is_day = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    (11..=82).contains(&province) && is_day && check.to_ascii_uppercase().as_bytes() == [CHECKS[(sum % 11) as usize]]
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn the_check_digit_decides() {
        // The example that the standard itself prints.
        assert_eq!(numbers("号码11010519491231002X，").len(), 1);
        assert_eq!(numbers("11010519491231002x").len(), 1);
        for text in [
            "110105194912310021",
            "11010519491331002X",
            "9111010519491231002X",
            "110105194912310",
            "统一社会信用代码91110000100000000X",
        ] {
            assert!(numbers(text).is_empty(), "{text}");
        }
    }
}
