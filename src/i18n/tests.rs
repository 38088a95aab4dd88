//! The two strings files of the default theme in, the phrases they make held against what they should be.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diag::Failure;
use crate::model::{Amount, Date, Deadline, Frequency, Lang, Penalty, Threshold};

use super::strings::Strings;

const ZH: &str = include_str!("../../themes/default/strings/zh.yaml");
const EN: &str = include_str!("../../themes/default/strings/en.yaml");

fn read(lang: Lang, text: &str) -> Strings {
    Strings::parse(Path::new("strings.yaml"), lang, text).expect("a strings file")
}

fn both() -> (Strings, Strings) {
    (read(Lang::ZH, ZH), read(Lang::EN, EN))
}

fn yaml<T: DeserializeOwned>(text: &str) -> T {
    serde_yaml::from_str(text).expect("a record")
}

#[test]
fn the_languages_have_the_same_keys() {
    let (zh, en) = both();
    let keys = |strings: &Strings| {
        let mut keys: Vec<String> = strings.entries().map(|(section, key, _)| format!("{section}.{key}")).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(&zh), keys(&en));
}

#[test]
fn a_missing_key_is_named_with_its_file() {
    let text = EN.replace("  at_least: at least {n}\n", "");
    match Strings::parse(Path::new("strings/en.yaml"), Lang::EN, &text) {
        Err(Failure::Theme { path, message }) => {
            assert_eq!(path, Path::new("strings/en.yaml"));
            assert_eq!(message, "the key `range.at_least` is missing");
        }
        other => panic!("{other:?}"),
    }
    let text = EN.replace("{one: once, other:", "{other:");
    let error = Strings::parse(Path::new("en.yaml"), Lang::EN, &text).expect_err("a fault");
    assert!(error.to_string().contains("`times.exactly.one` is missing"), "{error}");
}

#[test]
fn frequencies() {
    let (zh, en) = both();
    let cases = [
        ("minimum: 2\nper: year", "每年不少于2次", "at least 2 times a year"),
        ("minimum: 1\nper: quarter", "每季度不少于1次", "at least once a quarter"),
        ("minimum: 1\nmaximum: 1\nper: month", "每月1次", "once a month"),
        ("minimum: 2\nmaximum: 4\nper: year", "每年2至4次", "2 to 4 times a year"),
        ("maximum: 3\nper: half-year", "每半年不超过3次", "at most 3 times every half-year"),
        ("minimum: 1\nevery: 2\nper: year", "每2年不少于1次", "at least once every 2 years"),
        ("per: year\ncoverage_percent: {min: 15, max: 25}", "每年，覆盖面15%至25%", "every year, covering 15% to 25%"),
        ("coverage_percent: {min: 8}", "覆盖面不少于8%", "covering at least 8%"),
        ("minimum: 2", "不少于2次", "at least 2 times"),
    ];
    for (figures, chinese, english) in cases {
        let row: Frequency = yaml(&format!("subject: 单位\nkind: routine\nprovision: targets\n{figures}\n"));
        assert_eq!(zh.frequency(&row).as_deref(), Some(chinese), "{figures}");
        assert_eq!(en.frequency(&row).as_deref(), Some(english), "{figures}");
    }
    let row: Frequency = yaml("subject: 单位\nkind: routine\nprovision: targets\n");
    assert_eq!(zh.frequency(&row), None);
}

#[test]
fn deadlines() {
    let (zh, en) = both();
    let cases = [
        ("limit: {value: 24, unit: hour}", "24小时内", "within 24 hours"),
        ("limit: {value: 1, unit: day, working_days: true}", "1个工作日内", "within 1 working day"),
        ("limit: {value: 30, unit: day}\nbound: at-least", "不少于30日", "at least 30 days"),
    ];
    for (limit, chinese, english) in cases {
        let row: Deadline = yaml(&format!("actor: 单位\naction: 报告\nprovision: procedure\n{limit}\n"));
        assert_eq!(zh.limit(row.limit, row.bound), chinese);
        assert_eq!(en.limit(row.limit, row.bound), english);
    }
}

#[test]
fn amounts_and_shares() {
    let (zh, en) = both();
    let cases = [
        ("{min: 20000, max: 100000, currency: CNY}", "2万元以上10万元以下", "¥20,000–100,000"),
        ("{min: 500, currency: CNY}", "500元以上", "¥500 or more"),
        ("{max: 1000.5, currency: CNY}", "1000.5元以下", "up to ¥1,000.5"),
        ("{min: 3000, max: 3000, currency: CNY}", "3000元", "¥3,000"),
    ];
    for (figures, chinese, english) in cases {
        let amount: Amount = yaml(figures);
        assert_eq!(zh.amount(amount).as_deref(), Some(chinese), "{figures}");
        assert_eq!(en.amount(amount).as_deref(), Some(english), "{figures}");
    }
    let row: Penalty = yaml(
        "conduct: 甲\nkind: fine\npercent_of_gains: {min: 15, max: 20}\n\
         multiple: {min: 1, max: 3, of: {zh: 违法所得, en: the unlawful gains}}\n",
    );
    let share = row.percent_of_gains.expect("a share");
    assert_eq!(zh.percent_of_gains(share).as_deref(), Some("违法所得的15%至20%"));
    assert_eq!(en.percent_of_gains(share).as_deref(), Some("15% to 20% of the unlawful gains"));
    let multiple = row.multiple.expect("a multiple");
    assert_eq!(zh.multiple(&multiple).expect("a phrase").text, "违法所得的1至3倍");
    assert_eq!(en.multiple(&multiple).expect("a phrase").text, "1 to 3 times the unlawful gains");
}

#[test]
fn a_unit_without_translation_is_told() {
    let (zh, en) = both();
    let row: Threshold = yaml("subject: 检查人员\nminimum: 2\nunit: 名\nprovision: procedure\n");
    let phrase = zh.threshold(&row).expect("a phrase");
    assert_eq!((phrase.text.as_str(), phrase.lang), ("不少于2名", None));
    let phrase = en.threshold(&row).expect("a phrase");
    assert_eq!((phrase.text.as_str(), phrase.lang), ("at least 2 名", Some(Lang::ZH)));
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let (zh, en) = both();
    let cases = [
        ("2015", "2015年", "2015"),
        ("2015-07", "2015年7月", "July 2015"),
        ("2015-03-30", "2015年3月30日", "30 March 2015"),
    ];
    for (iso, chinese, english) in cases {
        let date: Date = iso.parse().expect("a date");
        assert_eq!((zh.date(date).as_str(), en.date(date).as_str()), (chinese, english));
    }
}

#[test]
fn counts_articles_and_sizes() {
    let (zh, en) = both();
    assert_eq!(en.count("count", "duties", 1), "1 duty");
    assert_eq!(en.count("count", "duties", 0), "0 duties");
    assert_eq!(en.count("count", "citations", 28500), "28,500 citations");
    assert_eq!(zh.count("count", "duties", 12), "12项职责");
    let articles = |text: &str| text.parse().expect("articles");
    assert_eq!(zh.article(&articles("49")), "第四十九条");
    assert_eq!(zh.article(&articles("12.2.3")), "第十二条第二款第三项");
    assert_eq!(zh.article(&articles("45-55")), "第四十五条至第五十五条");
    assert_eq!(en.article(&articles("12..3")), "Article 12, item 3");
    assert_eq!(en.article(&articles("45-55")), "Articles 45–55");
    assert_eq!(zh.article(&articles("134_1.2.3")), "第一百三十四条之一第二款第三项");
    assert_eq!(en.article(&articles("134_1.2")), "Article 134-1, paragraph 2");
    assert_eq!(zh.article(&articles("120_1-120_6")), "第一百二十条之一至第一百二十条之六");
    assert_eq!(en.article(&articles("120-120_6")), "Article 120 to Article 120-6");
    assert_eq!(zh.article(&articles("annex.172")), "附件第172项");
    assert_eq!(en.article(&articles("annex")), "Annex");
    assert_eq!(zh.article(&articles("annex2.17-19")), "附件2第17项至第19项");
    assert_eq!(en.article(&articles("annex2.17")), "Annex 2, item 17");
    assert_eq!(en.article(&articles("annex2.17-19")), "Annex 2, items 17–19");
    assert_eq!((en.bytes(1), en.bytes(900), en.bytes(2048)), ("1 byte".into(), "900 bytes".into(), "2 KB".into()));
    assert_eq!(zh.bytes(3_500_000), "3.3 MB");
}
