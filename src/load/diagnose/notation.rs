//! A refused value and what is proposed for it in; whether nothing but its notation differs, so that nobody need be asked, out.

use super::super::tree::{NodeKind, TreeNode};
use super::error::ReadFault;
use crate::diag::only;
use crate::meant;

/// Whether a proposal says what its author wrote and nothing else. One that had to be guessed is none: a word that is near
/// another, a day that a spreadsheet kept as a number, a figure whose unit would go.
pub(super) fn is_alone(fault: &ReadFault, node: &TreeNode, fix: &str) -> bool {
    match fault {
        ReadFault::UnknownKey(typed, keys) => {
            typed.contains([':', '：'])
                || meant::key(typed, keys) == Some(fix)
                || only(typed, keys.iter().copied()) == Some(fix)
        }
        ReadFault::UnknownWord(typed, words) => meant::word(typed, words) == Some(fix),
        ReadFault::Wrong { wanted, .. } => match &node.kind {
            NodeKind::Scalar { value, .. } => scalar(value.trim(), wanted),
            _ => true,
        },
        _ => false,
    }
}

fn scalar(typed: &str, wanted: &str) -> bool {
    let plain = meant::plain(typed);
    match wanted {
        "f64" | "f32" | "u8" | "u16" | "u32" | "u64" | "i64" => {
            let bare = plain.replace([',', ' '], "");
            let bare = bare.strip_suffix('月').unwrap_or(&bare);
            bare.parse::<f64>().is_ok() || meant::whole_number(bare).is_some()
        }
        _ if wanted.starts_with("a date ") => {
            let is_counted = plain.len() == 5 && plain.bytes().all(|b| b.is_ascii_digit());
            !is_counted && !plain.contains(['起', '止'])
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn what_is_guessed_is_told_from_what_is_spelled_otherwise() {
        for (typed, wanted, is_notation) in [
            ("2016年3月1日", "a date such as", true),
            ("45352", "a date such as", false),
            ("2016年3月1日起", "a date such as", false),
            ("３", "u8", true),
            ("九月", "u8", true),
            ("1.5万", "f64", false),
            ("80%", "f64", false),
            ("第八条", "an article such as", true),
        ] {
            assert_eq!(scalar(typed, wanted), is_notation, "{typed}");
        }
    }
}
