//! A code that is not of the form its catalogue has.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::model::walk::Node;

use super::Rule;

static CODE: Code = Code {
    id: "E049",
    name: "bad-item-code",
    what: ["事项编码不合目录的格式", "a code that is not of the form its catalogue has"],
    why: [
        "全省同一事项编码相同，才能对照各县；错一位就对不上。",
        "A code is the same in every county of a province, so that lists can be compared; one wrong digit breaks that.",
    ],
    fix: [
        "对照原文改正编码；格式写错了，就改 list.yaml 里的 code_form：0 代表一位数字，A 代表一个大写字母，其余照写。",
        "Correct the code after the paper; where the form is wrong, correct `code_form` in list.yaml: 0 stands for a digit, A for a capital letter, anything else for itself.",
    ],
    example: "code_form: AA-000\nitems:\n  - {code: XK-12, name: 甲}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (Node::Item(item), Some(list)) = (node, spot.list) else { return };
        let (Some(code), Some(form)) = (&item.code, &list.code_form) else { return };
        if !fits(code, form) {
            let message = Message::new(
                format!("编码“{code}”不合格式“{form}”"),
                format!("the code “{code}” is not of the form “{form}”"),
            );
            let help = Message::new(
                "对照原文改正编码，或改 list.yaml 里的 code_form",
                "correct the code after the paper, or `code_form` in list.yaml",
            );
            sink.push(Diagnostic::error(&CODE, spot.inside("code"), message).help(help));
        }
    });
}

fn fits(code: &str, form: &str) -> bool {
    let fits = |(c, form): (char, char)| match form {
        '0' => c.is_ascii_digit(),
        'A' => c.is_ascii_uppercase(),
        other => c == other,
    };
    code.chars().count() == form.chars().count() && code.chars().zip(form.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_form_stands_for_codes_of_its_length() {
        assert!(fits("XK-012", "AA-000") && fits("370100-XK", "000000-XK"));
        assert!(!fits("XK-12", "AA-000") && !fits("xk-012", "AA-000") && !fits("XK－012", "AA-000"));
    }
}
