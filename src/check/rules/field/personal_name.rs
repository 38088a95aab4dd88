//! The name of a person beside a word such as “contact”.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::{Rule, printed};

static CODE: Code = Code {
    id: "E117",
    name: "personal-name",
    what: ["写了个人姓名", "the name of a person"],
    why: [
        "清单公开的是岗位和科室；经办人会换，姓名一旦公开、下载，就收不回来。",
        "A list publishes posts and offices. Who holds them changes, and a name that was published and downloaded cannot be taken back.",
    ],
    fix: [
        "改写成岗位或科室，如“联系人：办公室”；应当公开的，在清单里写一条 waivers，说明理由。",
        "Write the post or the office in its place; where the name is to be public, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "notes: [联系人：某某某]   # 写成真实姓名时",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// Words before a name.
const ROLES: [&str; 15] = [
    "负责人",
    "联系人",
    "经办人",
    "承办人",
    "责任人",
    "办理人",
    "受理人",
    "局长",
    "科长",
    "股长",
    "所长",
    "主任",
    "队长",
    "经理",
    "姓名",
];

/// The hundred surnames that most people have.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// What names of offices end in, and words that no name ends in.
const NO_NAME: &str = "科室股处局办所站队组委部厅院会司课台县市区省镇乡村岗员长任理主管某人等的和及或×*";

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Some(text) = printed(node) else { return };
        for (at, role, name) in named(text) {
            let message = Message::new(
                format!("“{role}”后面是个人姓名“{name}”"),
                format!("“{name}” after “{role}” is the name of a person"),
            );
            let help = Message::new(
                "改写成岗位或科室；应当公开的，用 waivers 说明",
                "write the post or the office; where the name is to be public, say so under `waivers`",
            );
            sink.push(Diagnostic::warning(&CODE, spot.place().within(name, &text[..at]), message).help(help));
        }
    });
}

/// The names in a text behind a word for a role and a colon, each with where it stands and the word.
fn named(text: &str) -> Vec<(usize, &'static str, &str)> {
    let mut found = Vec::new();
    for (colon, mark) in text.match_indices(['：', ':']) {
        let Some(role) = ROLES.iter().find(|role| text[..colon].trim_end().ends_with(**role)) else { continue };
        let behind = &text[colon + mark.len()..];
        let rest = behind.trim_start();
        let at = colon + mark.len() + behind.len() - rest.len();
        let end = rest.find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)).unwrap_or(rest.len());
        let name = &rest[..end];
        let surname = name.chars().next().is_some_and(|c| SURNAMES.contains(c));
        let ends_so = name.chars().next_back().is_some_and(|c| NO_NAME.contains(c));
        if surname && !ends_so && !name.contains('某') && (2..=3).contains(&name.chars().count()) {
            found.push((at, *role, name));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_are_told_from_offices() {
        let name = |text: &str| named(text).first().map(|(_, _, name)| (*name).to_owned());
        // Written in pieces: nobody is meant.
        let made_up = ["赵", "测", "试"].concat();
        assert_eq!(name(&format!("联系人：{made_up}，电话0999-7100000")), Some(made_up.clone()));
        assert_eq!(name(&format!("负责人: {made_up}")), Some(made_up));
        for text in [
            "联系人：办公室",
            "负责人：张某某",
            "责任人：安全科",
            "负责人：高新区管委会",
            "主要负责人是法定代表人",
            "局长：空缺",
            "主任：马场镇",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
