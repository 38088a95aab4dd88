//! A government website that lacks what the norm of 2017 asks it to state.

use crate::check::traverse::site;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Model, Official, PublisherKind};

use super::Rule;

static CODE: Code = Code {
    id: "E092",
    name: "incomplete-official",
    what: ["政府网站缺少规范要求写明的内容", "a government website without what the norm asks it to state"],
    why: [
        "《政府网站发展指引》（国办发〔2017〕47号）要求页面底部列明党政机关网站标识、“我为政府网站找错”入口、网站标识码、主办单位及联系方式、ICP备案编号、公安机关备案标识和站点地图。",
        "The guidelines for government websites (General Office of the State Council, No. 47 of 2017) ask the foot of each page for the badge of party and \
         government sites, the entrance for reports of errors, the identification code, the body that runs the site and \
         how to reach it, the ICP number, the public security filing and a map of the site.",
    ],
    fix: [
        "在 site.yaml 的 official、contact 里补上缺少的键；还没有取得的，先不写，上线前补齐。没有写 base_url 的网站不查。",
        "Add the missing keys under `official` and `contact` in site.yaml; what was not granted yet is left out and added \
         before the site goes live. A site without `base_url` is not asked.",
    ],
    example: "publisher: {kind: official, name: …}\nofficial: {domain: www.example.gov.cn, id_code: \"1304310001\"}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let own = &model.site;
    // Who does not know yet where the site will live is not held to what a site must have when it goes live.
    if own.base_url.is_none() {
        return;
    }
    let Some(official) = own.official.as_ref().filter(|_| own.publisher.kind == PublisherKind::Official) else {
        return;
    };
    let Official {
        site_name: _, domain: _, id_code: _, icp, public_security, organizer: _, sponsor, address: _, ..
    } = official;
    let contact = &own.contact;
    let reached = contact.phone.is_some() || contact.email.is_some() || contact.url.is_some();
    // Name, domain, code and the body that runs the site cannot be left out.
    let wanted = [
        (sponsor.is_some(), ["承办单位（official.sponsor）", "the body that maintains it (`official.sponsor`)"]),
        (reached, ["联系方式（contact）", "how to reach the body that runs it (`contact`)"]),
        (icp.is_some(), ["ICP备案编号（official.icp）", "the ICP number (`official.icp`)"]),
        (
            public_security.is_some(),
            ["公安机关备案号（official.public_security）", "the public security filing (`official.public_security`)"],
        ),
        (official.badge.is_some(), ["党政机关网站标识（official.badge）", "the badge (`official.badge`)"]),
        (
            official.report_errors.is_some(),
            [
                "“我为政府网站找错”入口（official.report_errors）",
                "the entrance for reports of errors (`official.report_errors`)",
            ],
        ),
    ];
    let missing: Vec<[&str; 2]> = wanted.into_iter().filter(|(has, _)| !has).map(|(_, words)| words).collect();
    if missing.is_empty() {
        return;
    }
    let [zh, en] = [0, 1].map(|at| missing.iter().map(|words| words[at]).collect::<Vec<&str>>());
    let message = Message::new(
        format!("政府网站缺少规范要求写明的内容：{}", zh.join("、")),
        format!("the government website lacks what the norm asks it to state: {}", en.join(", ")),
    );
    let help = Message::new("上线前在 site.yaml 补齐", "add it in site.yaml before the site goes live");
    sink.push(Diagnostic::warning(&CODE, site(model, &Trail::Root.key("official")), message).help(help));
}
