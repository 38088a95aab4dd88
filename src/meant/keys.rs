//! A key as it was typed in, the key that was meant, and what a key says in a few words, out.

use super::plain;

/// The key among `keys` that was meant: in another width or case, with other marks between its words, or in Chinese.
///
/// ```
/// use qingdan::meant::key;
///
/// assert_eq!(key("ｎａｍｅ", &["name", "number"]), Some("name"));
/// assert_eq!(key("work-Items", &["name", "work_items"]), Some("work_items"));
/// assert_eq!(key("事项名称", &["name", "number"]), Some("name"));
/// ```
pub fn key<'k>(typed: &str, keys: &[&'k str]) -> Option<&'k str> {
    let typed = plain(typed);
    let own = |meant: &str| keys.iter().copied().find(|key| *key == meant);
    let solid = |text: &str| text.to_ascii_lowercase().replace(['-', '_', ' '], "");
    let same = keys.iter().copied().find(|key| solid(key) == solid(&typed) && !typed.is_empty());
    same.or_else(|| {
        let called = |(_, [zh, _], others): &&(&str, [&str; 2], &[&str])| *zh == typed || others.contains(&&*typed);
        KEYS.iter().filter(called).find_map(|(key, ..)| own(key))
    })
}

/// What stands under a key, in Chinese and English.
pub fn meaning(key: &str) -> Option<[&'static str; 2]> {
    KEYS.iter().find(|(own, ..)| *own == key).map(|(_, words, _)| *words)
}

/// Keys, what they say, and what else they are called.
const KEYS: &[(&str, [&str; 2], &[&str])] = &[
    ("action", ["要做的事", "what must be done"], &[]),
    ("actor", ["由谁做", "who must act"], &[]),
    ("agency", ["发布清单的部门", "the publishing agency"], &["部门", "单位", "机关", "部门名称", "单位名称"]),
    ("aliases", ["别称", "other names"], &["别名", "简称"]),
    ("articles", ["条款", "articles"], &["条", "条文"]),
    ("as_printed", ["原文写法", "the words as printed"], &["原文"]),
    ("basis", ["依据", "legal bases"], &["法律依据", "设定依据", "实施依据", "法定依据"]),
    ("body", ["主体", "the body"], &["实施主体", "机关"]),
    ("boundaries", ["职责边界", "boundaries of duties"], &["边界"]),
    ("circumstances", ["追责情形", "for what they answer"], &["情形"]),
    ("code", ["编码", "the code"], &["代码", "事项编码"]),
    ("collection", ["清单的哪一部分", "which part of the list"], &[]),
    ("conduct", ["违法行为", "the conduct"], &["行为"]),
    ("contact", ["联系方式", "how to be reached"], &["联系"]),
    ("currency", ["币种", "the currency"], &[]),
    ("date", ["日期", "the day"], &["时间"]),
    ("definition", ["定义", "what it covers"], &["含义"]),
    ("department", ["部门类别", "the kind of department"], &["部门"]),
    ("description", ["简介", "what it is, in a sentence"], &["说明", "描述", "内容"]),
    ("duties", ["部门职责", "the duties"], &["职责"]),
    ("edition", ["版本", "the edition"], &["年版"]),
    ("en", ["英文", "the English"], &["英语"]),
    ("heading", ["标题", "the heading"], &[]),
    ("id", ["在网址里用的名字，小写英文字母", "its name in addresses, in small letters"], &["编号", "标识"]),
    ("id_code", ["网站标识码", "the website identification code"], &[]),
    ("image", ["图片", "the picture"], &[]),
    ("items", ["事项", "the items"], &["权力事项", "事项清单"]),
    ("kind", ["种类", "what kind it is"], &["类型", "类别"]),
    ("languages", ["网站的语言", "the languages of the site"], &["语言"]),
    ("law", ["法律", "the law"], &["法规", "依据名称", "法律名称"]),
    ("level", ["级别", "the level"], &["层级"]),
    ("licence", ["许可", "the licence"], &["license", "授权"]),
    ("limit", ["期限", "the time limit"], &["时限"]),
    ("mechanism", ["追责机制", "who is held to account"], &["追责"]),
    ("months", ["月份", "the months"], &[]),
    ("name", ["名称", "the name"], &["名字", "事项名称", "权力名称", "职权名称", "项目名称", "科室名称"]),
    ("notes", ["备注", "notes"], &["说明", "注"]),
    ("number", ["序号", "the number as printed"], &["编号", "号码", "电话"]),
    ("of", ["什么的倍数", "of what it is a multiple"], &[]),
    ("offices", ["科室", "the offices"], &["责任科室", "承办科室", "承办机构", "科室信息", "责任处室"]),
    ("participants", ["参与部门", "the departments that take part"], &["部门"]),
    ("parts", ["文件的各部分", "the parts of the document"], &["部分"]),
    ("phones", ["电话", "the phones"], &["联系电话", "咨询电话"]),
    ("provision", ["条款", "the provision"], &[]),
    ("provisions", ["条款", "the provisions"], &[]),
    ("published", ["发布日期", "the day it was published"], &["公布日期", "发布时间", "公布时间"]),
    ("publisher", ["谁办的网站", "who publishes the site"], &["发布者", "主办单位"]),
    ("region", ["地区", "the region"], &["区域", "行政区划"]),
    ("remarks", ["备注", "remarks"], &[]),
    ("responsibility", ["在其中的职责", "what it does in the matter"], &["职责", "职责分工"]),
    ("role", ["追责对象", "whom it holds to account"], &[]),
    ("section", ["所属部分", "the section"], &["部分"]),
    ("services", ["公共服务", "the services"], &["公共服务事项", "服务事项"]),
    ("slug", ["在网址里用的名字，小写英文字母", "its name in addresses, in small letters"], &["标识"]),
    ("source", ["出处：哪一部分、哪一行", "where it is printed: part and row"], &["来源"]),
    ("sources", ["依据哪些文件整理", "the documents it was taken from"], &["来源", "来源文件"]),
    ("stages", ["各阶段", "the stages"], &["阶段", "流程"]),
    ("statement", ["职责内容", "what the duty is"], &["事项内容", "内容", "职责"]),
    ("status", ["状态", "the state"], &["效力", "时效性"]),
    ("subject", ["对象", "what is inspected or counted"], &["检查对象"]),
    ("text", ["文字", "the text"], &["内容", "原文"]),
    ("title", ["标题", "the title"], &["题目", "名称", "清单名称", "法律名称", "题名"]),
    ("topics", ["主题", "the topics"], &["分类"]),
    ("type", ["权力类型", "the type of power"], &["类型", "类别", "权力类别", "职权类型"]),
    ("unit", ["单位", "the unit"], &[]),
    ("url", ["网址", "the web address"], &["链接"]),
    ("value", ["数目", "how many"], &["数值"]),
    ("work_items", ["工作事项", "the work items"], &["工作任务", "具体工作事项"]),
    ("zh", ["中文", "the Chinese"], &["汉语"]),
];
