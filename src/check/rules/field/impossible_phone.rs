//! A number that no telephone in China has.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::model::walk::Node;

use super::Rule;

static CODE: Code = Code {
    id: "E113",
    name: "impossible-phone",
    what: ["打不通的电话号码：位数或开头不对", "a number that cannot be dialled: its length or beginning is wrong"],
    why: [
        "少一位、多一位的号码谁也打不通，读者却以为找到了电话。",
        "A number with a figure too few or too many reaches nobody, and the reader believes to have found it.",
    ],
    fix: [
        "对照原文改正；原文就这样印的，照录，并在清单里写一条 waivers，说明理由。",
        "Correct it after the paper. Where the paper has it so, leave it as printed and write an entry under `waivers` of the list, with the reason.",
    ],
    example: "phones: [\"0310-752374\"]   # 四位区号后应是七位或八位",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::Phone(phone) = node else { return };
        // What is no phone at all is another fault.
        if !phone.chars().all(|c| c.is_ascii_digit() || "-－— ()（）+".contains(c)) {
            return;
        }
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        let Some([zh, en]) = wrong(&digits, phone.trim_start().starts_with('+')) else { return };
        let message = Message::new(format!("`{phone}` 打不通：{zh}"), format!("`{phone}` reaches nobody: {en}"));
        let help = Message::new(
            "对照原文改正；原文如此的，照录并用 waivers 说明",
            "correct it after the paper; where it is so printed, leave it and say so under `waivers`",
        );
        sink.push(Diagnostic::warning(&CODE, spot.place(), message).help(help));
    });
}

/// Why no telephone of the country has these figures; nothing where one may.
fn wrong(digits: &str, international: bool) -> Option<[&'static str; 2]> {
    let digits = match digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86").filter(|_| international)) {
        // Behind the code of the country an area code has no zero.
        Some(rest) if rest.starts_with('1') && rest.len() == 11 || rest.starts_with('0') => rest.to_owned(),
        Some(rest) => format!("0{rest}"),
        None if international => return None,
        None => digits.to_owned(),
    };
    let starts = |heads: &[&str]| heads.iter().any(|head| digits.starts_with(head));
    let local = |number: &str| !number.starts_with(['0', '1']);
    if let Some(rest) = digits.strip_prefix('0') {
        // 010 and 02x; all others have three figures behind the zero.
        let short = rest.starts_with("10") || rest.starts_with('2');
        let number = digits.get(if short { 3 } else { 4 }..).unwrap_or_default();
        if rest.starts_with(['0', '1']) && !rest.starts_with("10") {
            return Some(["没有这样的区号", "there is no such area code"]);
        }
        return match (short, number.len()) {
            (true, 8) | (false, 7 | 8) if local(number) => None,
            // Services such as 12345 and 96xxx are dialled behind an area code from elsewhere.
            (_, 5 | 6) if number.starts_with(['1', '9']) => None,
            (true, 8) | (false, 7 | 8) => {
                Some(["区号后的号码不会以 0 或 1 开头", "behind the area code no number begins with 0 or 1"])
            }
            (true, _) => Some(["区号后应有 8 位", "8 figures are to follow the area code"]),
            (false, _) => Some(["区号后应有 7 位或 8 位", "7 or 8 figures are to follow the area code"]),
        };
    }
    match digits.len() {
        3 | 5 | 6 if starts(&["1", "9"]) => None,
        3 | 5 | 6 => Some(["短号码以 1 或 9 开头", "short numbers begin with 1 or 9"]),
        7 | 8 if local(&digits) => None,
        7 | 8 => Some(["固定电话不会以 1 开头", "no fixed line begins with 1"]),
        10 if starts(&["400", "800"]) => None,
        // An office's exchange may print 4 figures for its own house; what goes with it is not known.
        4 => Some(["只有 4 位，从外面打不通", "4 figures cannot be dialled from outside"]),
        11 if digits.starts_with('1') && !starts(&["10", "11", "12"]) => None,
        11 if digits.starts_with('1') => Some(["没有这样的手机号段", "no mobile number begins so"]),
        _ => Some([
            "固定电话是 7 位或 8 位，手机 11 位，400 电话 10 位",
            "a fixed line has 7 or 8 figures, a mobile 11, a number beginning with 400 has 10",
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn numbers_that_there_are_pass() {
        let good = [
            "110",
            "12315",
            "95598",
            "12345",
            "96119",
            "116114",
            "7523747",
            "87654321",
            "03107523747",
            "031187654321",
            "01082345678",
            "13800000000",
            "4000000000",
            "8008100000",
            "031012345",
        ];
        for digits in good {
            assert_eq!(wrong(digits, false), None, "{digits}");
        }
        assert_eq!(wrong("863107523747", true), None);
        assert_eq!(wrong("8613800000000", true), None);
        assert_eq!(wrong("85223456789", true), None, "another country's");
    }

    #[test]
    fn numbers_that_cannot_be_do_not() {
        for digits in
            ["0310752374", "752374", "0107523747", "12800000000", "3800000000", "1234", "00999711", "03101523747"]
        {
            assert!(wrong(digits, false).is_some(), "{digits}");
        }
    }
}
