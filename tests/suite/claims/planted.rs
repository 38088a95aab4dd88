//! False statements planted into pages of the real site: each is found.

use crate::support::site;

use super::Site;

/// A false statement: what it is found as, the page, the words that stand there, and what is put in their place.
type Plant = (&'static str, &'static str, &'static str, &'static str);

const HOME: &str = "index.html";
const JIZE: &str = "lists/jize-qts/index.html";
const BOSHAN: &str = "lists/boshan-qts/index.html";
const BAODING: &str = "lists/baoding-qts/index.html";
const DUTY: &str = "lists/boshan-qts/duties/certification/index.html";
const TOPIC: &str = "topics/special-equipment/index.html";
const COMPARE: &str = "topics/special-equipment/compare/index.html";
const GAPS: &str = "topics/special-equipment/gaps/index.html";
const ANSWER: &str = "regions/jize/topics/special-equipment/index.html";
const INSPECTIONS: &str = "检查什么，多久一次？</h2>";
const LAW: &str = "laws/metrology-law/index.html";

const PLANTED: [Plant; 34] = [
    // Numbers of the site, of a list, of a part, of a topic, of a region.
    (
        "a tile",
        HOME,
        "48</span> <span class=\"counts__name\">主要职责",
        "49</span> <span class=\"counts__name\">主要职责",
    ),
    ("a tile", HOME, "<span class=\"counts__number\">5<", "<span class=\"counts__number\">6<"),
    (
        "a tile",
        JIZE,
        "10</span> <span class=\"counts__name\">主要职责",
        "11</span> <span class=\"counts__name\">主要职责",
    ),
    (
        "a tile",
        JIZE,
        "<ul class=\"counts\">",
        "<ul class=\"counts\"><li><a href=\"#_mechanism\"><span class=\"counts__number\">0</span> \
         <span class=\"counts__name\">责任追究机制</span></a></li>",
    ),
    ("a number of records", "lists/index.html", "主要职责 9<", "主要职责 10<"),
    ("a number of records", "lists/index.html", "职责边界 0<", "职责边界 1<"),
    ("records of a topic", "topics/index.html", "12条记录", "13条记录"),
    ("lists of a region", "regions/index.html", "<span class=\"count\">1份清单", "<span class=\"count\">2份清单"),
    // Parts of a list without records.
    ("a part without records", JIZE, "原件没有这一部分。", "文件有这一部分，尚未录入。"),
    ("a part without records", BOSHAN, "<q>无</q>", "<q>略</q>"),
    ("a part without records", BOSHAN, "原件本部分写明 <q>无</q>", "数据中没有这一部分；原件有没有，未作记录。"),
    ("a part without records", BAODING, "原件没有这一部分。", "追责依据和情形列在各项主要职责之下，共3条。"),
    // Facts that are collected as missing.
    ("facts that the data lack", JIZE, "：公布日期、生效日期", "：生效日期"),
    ("facts that the data lack", BAODING, "：联系电话、版本、", "：联系电话、版本、公布日期、"),
    ("facts that the data lack", LAW, "：制定机关、文号、施行", "：文号、施行"),
    // Laws: their states, who cites them, what became of them.
    (
        "the state of a law",
        DUTY,
        "<span class=\"unknown\">效力状态未核实</span>",
        "<span class=\"badge status--in-force\">现行有效</span>",
    ),
    (
        "the state of a law",
        "laws/index.html",
        "<span class=\"badge status--amended\">已修改，现行有效</span>",
        "<span class=\"badge status--repealed\">已废止</span>",
    ),
    ("citations of a law", LAW, "8处引用", "7处引用"),
    ("known states", "changes/index.html", "51部登记有效力状态", "52部登记有效力状态"),
    ("known states", "changes/index.html", "80部未核实", "8部未核实"),
    ("what became of the laws of a list", BAODING, "2部已失效", "3部已失效"),
    (
        "what became of the laws of a list",
        "lists/jize-qts/changes/index.html",
        "所引14部法规中，7部此后有修改。其中5部的效力状态未核实，可能也有变动。",
        "所引14部法规，登记中没有此后的变动。",
    ),
    ("what became of the laws of a list", "lists/xiangyin-qts/index.html", "清单于2015年公布。", "清单于2016年公布，"),
    // Offices, phones, bases, frequencies.
    (
        "no phone of an office",
        "lists/jize-qts/offices/index.html",
        "<p class=\"office__facts\">",
        "<p class=\"office__facts\"><span class=\"unknown\">数据中没有电话</span>",
    ),
    ("no phone", TOPIC, "<p>本局：", "<p class=\"unknown\">数据中没有此事的电话。</p><p>本局："),
    (
        "no office",
        TOPIC,
        "jize-qts/duties/special-equipment/index.html\">特种设备安全监察</a><ul class=\"offices\">",
        "jize-qts/duties/special-equipment/index.html\">特种设备安全监察</a> <span class=\"unknown\">数据中没有科室</span>\
         <ul class=\"offices\">",
    ),
    (
        "no frequency",
        TOPIC,
        "多久一次\"><ul class=\"cell\">",
        "多久一次\"><span class=\"unknown\">数据中没有频次</span><ul class=\"cell\">",
    ),
    ("by what staff answer", DUTY, "追究责任；列有依据的，依据写在旁边。", "依照所列依据追究责任。"),
    (
        "no basis of accountability",
        DUTY,
        "<p class=\"accountability__text\">",
        "<span class=\"unknown\">旁边没有单列依据</span><p class=\"accountability__text\">",
    ),
    // Lists side by side.
    ("a mark", COMPARE, "<b class=\"mark some\">2/5</b>", "<b class=\"mark all\">都有</b>"),
    ("an office", COMPARE, "data-k=\"no_office\">数据中没有科室", "data-k=\"office\">写明科室"),
    ("the sentence of a comparison", COMPARE, "3份写明承办科室", "4份写明承办科室"),
    ("nothing in a comparison", COMPARE, "<li>原件没有这一部分</li>", "<li>此主题下没有</li>"),
    // What nothing is known of that could carry it.
    (
        "a statement that no test knows",
        JIZE,
        "<ul class=\"sources\">",
        "<p class=\"unknown\">本局没有其他科室。</p><ul class=\"sources\">",
    ),
];

/// The same on pages across lists, and of a topic in a region.
const ACROSS: [Plant; 20] = [
    (
        "a tile",
        HOME,
        "414</span> <span class=\"counts__name\">全部处罚",
        "413</span> <span class=\"counts__name\">全部处罚",
    ),
    (
        "a tile",
        HOME,
        "14</span> <span class=\"counts__name\">全部电话",
        "15</span> <span class=\"counts__name\">全部电话",
    ),
    ("rows of a listing", "duties/index.html", "共48项。", "共47项。"),
    ("a law in the index", "laws/index.html", "data-label=\"引用次数\">50<", "data-label=\"引用次数\">51<"),
    ("laws in a state", "laws/index.html", "未核实 <small>82<", "未核实 <small>28<"),
    ("gaps of a kind", GAPS, "没有科室 <small>2条", "没有科室 <small>3条"),
    ("lists and states under a topic", GAPS, "有26部的效力状态", "有6部的效力状态"),
    ("figures that differ", GAPS, "<small>2份清单", "<small>3份清单"),
    (
        "nothing there",
        "laws/highway-safety-protection-regulation/index.html",
        "<h1>",
        "<h1><span class=\"unknown\">官方网站上的地址未查明</span>",
    ),
    (
        "nothing there",
        "agencies/aqsiq/index.html",
        "<ol class=\"events\">",
        "<p class=\"unknown\">没有登记变动。</p><ol class=\"events\">",
    ),
    ("not known", "duties/index.html", "科室和电话\"><ul", "科室和电话\"><span class=\"unknown\">不详</span><ul"),
    ("no amount", "fines-2/index.html", "金额\"><b>", "金额\"><span class=\"unknown\">数据中没有金额</span><b>"),
    ("no office", ANSWER, "各做什么\"><ul", "各做什么\"><span class=\"unknown\">数据中没有承办科室</span><ul"),
    ("no duty", ANSWER, "<table", "<p class=\"unknown\">数据中没有归入这个主题的职责或事项。</p><table"),
    ("no phone", ANSWER, "<ul class=\"plain\">", "<p class=\"unknown\">数据中没有此事的电话。</p><ul class=\"plain\">"),
    (
        "no regime",
        ANSWER,
        INSPECTIONS,
        "检查什么，多久一次？</h2><p class=\"unknown\">数据中没有归入这个主题的监管制度。</p>",
    ),
    ("no service", ANSWER, "数据中没有归入这个主题的公共服务。", "原件写明没有"),
    ("the phone of an agency", ANSWER, ">7523747<", ">7511867<"),
    ("the phone of an office", TOPIC, ">7600382<", ">7523747<"),
    (
        "figures of a subject",
        COMPARE,
        "<span class=\"label same\">重点监督、监控的使用单位",
        "<span class=\"label same\">办理使用登记",
    ),
];

#[test]
fn planted_false_statements_are_found() {
    let site = Site::new(site::real());
    let mut missed = Vec::new();
    for (kind, path, from, to) in PLANTED.into_iter().chain(ACROSS) {
        let html = site.page(path);
        if !html.contains(from) {
            missed.push(format!("{path} does not say {from}"));
            continue;
        }
        let mutated = html.replacen(from, to, 1);
        let (before, after) = (site.hold(path, &html).faults, site.hold(path, &mutated).faults);
        if !before.is_empty() || !after.iter().any(|fault| fault.starts_with(&format!("{kind}: "))) {
            missed.push(format!("{path}: {to} in the place of {from} as {kind}: {before:?}, {after:?}"));
        }
    }
    assert!(missed.is_empty(), "{} of {}:\n{}", missed.len(), PLANTED.len() + ACROSS.len(), missed.join("\n"));
}
