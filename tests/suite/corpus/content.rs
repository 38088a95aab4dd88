//! Small lists of made-up offices, without a fault: one in brackets, one line by line as editors on Windows save it, one whose
//! items are a table.

use std::collections::BTreeMap;

use crate::support::{folder, repository};

pub const SITE: &str = "site.yaml";
pub const REGIONS: &str = "regions.yaml";
pub const TOPICS: &str = "topics.yaml";
pub const KINDS: &str = "departments.yaml";
pub const LAWS: &str = "laws/national.yaml";
pub const PAGE: &str = "pages/about.zh.md";
pub const PAGE_EN: &str = "pages/about.en.md";
pub const LIST: &str = "lists/shiqiao-market/list.yaml";
pub const DUTIES: &str = "lists/shiqiao-market/duties.yaml";
pub const SERVICES: &str = "lists/shiqiao-market/services.yaml";
pub const BOUNDARIES: &str = "lists/shiqiao-market/boundaries.yaml";
pub const REGIME: &str = "lists/shiqiao-market/regimes/01-scales.yaml";
pub const MECHANISM: &str = "lists/shiqiao-market/accountability.yaml";
pub const CULTURE: &str = "lists/xigou-culture/list.yaml";
pub const VENUES: &str = "lists/xigou-culture/duties.yaml";
pub const TOWN: &str = "lists/liuping-town/list.yaml";
pub const ITEMS: &str = "lists/liuping-town/items.csv";

/// With a byte order mark and a comment, as an editor may keep it.
const CULTURE_TEXT: &str = "\u{feff}# 西沟文化局 2019 版
id: xigou-culture
region: shiqiao
agency:
  zh: 石桥县文化局
  en: Culture Bureau of Shiqiao County
title:
  zh: 石桥县文化局责任清单
  en: Responsibility list of the Culture Bureau
published: 2019-05-06
valid_from: 2019-06-01
sources:
  - id: list
    title:
      zh: 责任清单
      en: Responsibilities
    parts:
      - id: duties
        title:
          zh: 职责
          en: Duties
offices:
  - slug: market
    name:
      zh: 市场科
      en: Market Office
    kind: office
    phones:
      - 0999-7103001   # 上午
      - \"0999-7103002\"
";

/// With the line ends of Windows, and none behind the last line.
const VENUES_TEXT: &str = "duties:
  # 按文件顺序
  - id: venues
    number: \"1\"
    name:
      zh: 文化场所管理
      en: Venues
    statement:
      zh: 负责文化场所管理。
      en: Looks after venues.
    topics:
      - product-quality
      - metrology
    offices:
      - market
    basis:
      - law: product-quality-law
        articles:
          - \"8\"
          - \"12.2\"
    source:
      part: duties
      row: \"1\"

  - id: fairs
    number: \"2\"
    name:
      zh: 庙会管理
      en: Fairs
    statement:
      zh: >-
        负责庙会的
        安全管理。
      en: Looks after fairs.
    topics:
      - metrology
    offices:
      - market
    source:
      part: duties
      row: \"2\"";

/// A list whose items are a table.
pub const TOWN_TEXT: &str = "\
id: liuping-town
kind: powers-and-responsibilities
region: shiqiao
agency: {zh: 石桥县柳坪镇人民政府, en: People's Government of Liuping Town}
title: {zh: 柳坪镇权责清单, en: Powers and responsibilities of Liuping Town}
published: 2020-05
sources:
  - id: list
    title: {zh: 权责清单, en: Powers and responsibilities}
    parts:
      - {id: items, title: {zh: 事项, en: Items}}
sections:
  - {id: licences, title: {zh: 行政许可, en: Licences}}
  - {id: checks, title: {zh: 行政检查, en: Inspections}}
offices:
  - {slug: general, name: {zh: 综合办公室, en: General Office}, kind: office, phones: [\"0999-7102001\"]}
  - {slug: farming, name: {zh: 农业农村办公室, en: Farming Office}, kind: office, phones: [\"0999-7102002\"]}
";

const ITEMS_TEXT: &str = "\
序号,section,事项名称,name_en,权力类型,承办机构,主题,咨询电话,source_row
1,行政许可,设立市场的许可,Licence to open a market,行政确认,综合办公室,metrology,0999-7102001,1
2,行政许可,秤具使用许可,Licence to use scales,confirmation,综合办公室,metrology,\"0999-7102001、0999-7102003\",2
1,行政检查,集市检查,Inspection of fairs,行政检查,农业农村办公室,product-quality,,3
";

/// The files by path from the content folder.
pub fn lists() -> BTreeMap<String, String> {
    let base = folder::read(&repository("tests/rules/base"));
    let mut files: BTreeMap<String, String> =
        base.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a text"))).collect();
    files.insert(CULTURE.to_owned(), CULTURE_TEXT.to_owned());
    files.insert(VENUES.to_owned(), VENUES_TEXT.replace('\n', "\r\n"));
    files.insert(TOWN.to_owned(), TOWN_TEXT.to_owned());
    files.insert(ITEMS.to_owned(), ITEMS_TEXT.to_owned());
    files
}
