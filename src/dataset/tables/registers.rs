//! Tables of the registers: regions, kinds of department, topics.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, parent, position, url};
use crate::dataset::table::Table;
use crate::model::{
    Department, DepartmentId, FigureKind, Level, Position, Region, RegionId, Topic, TopicId, TopicSubject,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![
        region_table(),
        department_table(),
        alias_table(),
        topic_table(),
        word_table(),
        subject_table(),
        subject_word_table(),
    ]
}

fn region_table() -> Table {
    TableOf::new(
        "regions",
        ["行政区划", "Regions"],
        ["一个行政区划", "One region of the administrative division"],
        &["id"],
        regions,
    )
    .register()
    .column(id())
    .column(url())
    .plain(
        "code",
        ["区划代码", "Code"],
        [
            "行政区划代码，按文本保存：县级以上六位（GB/T 2260），乡级九位；没有代码的为空",
            "Code of the division, kept as text: six digits down to the county (GB/T 2260), nine for a township; empty \
             where a place has none",
        ],
        |r| r.value.code.as_deref(),
    )
    .text("name", ["名称", "Name"], ["区划名称", "Name of the region"], |r| Some(&r.value.name))
    .required()
    .plain(
        "level",
        ["级别", "Level"],
        [
            "province：省级；prefecture：地级；county：县级；township：乡级；zone：开发区；new-area：新区；division：行政区划之外的师等",
            "Level: province, prefecture, county or township; beside them zone (development zone), new-area and \
             division (outside the administrative tree)",
        ],
        |r| Some(r.value.level.as_str()),
    )
    .required()
    .words(Level::ALL, Level::as_str)
    .plain(
        "parent_id",
        ["上级区划", "Parent"],
        ["上级区划的标识；省级为空", "Id of the region it belongs to; empty for a province"],
        |r| r.value.parent.as_deref(),
    )
    .refers("regions")
    .plain(
        "area_code",
        ["电话区号", "Area code"],
        [
            "电话区号，带首位0；下级区划没有自己的，用上级的",
            "Telephone area code with its zero; a region below that has none of its own has this one",
        ],
        |r| r.value.area_code.as_deref(),
    )
    .plain(
        "area_code_source",
        ["区号出处", "Source of the area code"],
        ["载明区号的网页地址", "Address of a page that states the area code"],
        |r| r.value.area_code_source.as_deref(),
    )
    .done()
}

fn department_table() -> Table {
    TableOf::new(
        "departments",
        ["部门类别", "Kinds of department"],
        ["一类部门，不论各县怎样称呼", "One kind of department, under whatever name a county prints it"],
        &["id"],
        departments,
    )
    .register()
    .column(id())
    .column(url())
    .text("name", ["名称", "Name"], ["部门类别名称", "Name of the kind"], |r| Some(&r.value.name))
    .required()
    .text(
        "definition",
        ["定义", "Definition"],
        ["名称不足以说明时，该类包括什么", "What belongs to the kind, where the name does not say it"],
        |r| r.value.definition.as_ref(),
    )
    .done()
}

fn alias_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(departments(context).flat_map(|department| department.each(|of| &of.aliases)));
    TableOf::new(
        "department_aliases",
        ["部门名称写法", "Names of departments"],
        ["清单中所印的一个部门名称", "One name that a list prints for a kind of department"],
        &["department_id", "position"],
        rows,
    )
    .register()
    .column(parent(
        "department_id",
        ["部门类别", "Kind of department"],
        ["部门类别的标识", "Id of the kind"],
        "departments",
    ))
    .column(position())
    .plain("alias", ["写法", "Name"], ["所印名称", "Name as printed"], |r| Some(r.value))
    .required()
    .done()
}

fn topic_table() -> Table {
    TableOf::new(
        "topics",
        ["主题", "Topics"],
        ["职责分类中的一个主题", "One topic of the taxonomy of duties"],
        &["id"],
        topics,
    )
    .register()
    .column(id())
    .column(url())
    .text("name", ["名称", "Name"], ["主题名称", "Name of the topic"], |r| Some(&r.value.name))
    .required()
    .text(
        "definition",
        ["定义", "Definition"],
        ["主题包括什么；可含行内 Markdown", "What the topic covers; may hold inline Markdown"],
        |r| Some(&r.value.definition),
    )
    .required()
    .plain("broader_id", ["上位主题", "Broader topic"], ["更宽主题的标识", "Id of the wider topic"], |r| {
        r.value.broader.as_deref()
    })
    .refers("topics")
    .plain(
        "code",
        ["分类代码", "Code"],
        [
            "所依分类中的代码；上位主题按联合国政府职能分类（COFOG）",
            "Code of the class in a published classification; the wide topics follow the COFOG of the United Nations",
        ],
        |r| r.value.code.as_deref(),
    )
    .done()
}

fn word_table() -> Table {
    TableOf::new(
        "topic_words",
        ["主题俗称", "Words for topics"],
        ["人们表达某一主题时会用的一个词", "One word that people use when they mean a topic"],
        &["topic_id", "form", "position"],
        words,
    )
    .register()
    .column(parent("topic_id", ["主题", "Topic"], ["主题的标识", "Id of the topic"], "topics"))
    .plain(
        "form",
        ["形式", "Form"],
        [
            "zh：中文；pinyin：不带声调和空格的拼音；en：英文",
            "zh: Chinese; pinyin: without tones or spaces; en: English",
        ],
        |r| Some(r.kind),
    )
    .required()
    .words(&["zh", "pinyin", "en"], |form: &str| form)
    .column(position())
    .plain("word", ["词", "Word"], ["所用的词", "The word"], |r| Some(r.value))
    .required()
    .done()
}

fn subject_table() -> Table {
    TableOf::new(
        "topic_subjects",
        ["可比对象", "Comparable subjects"],
        [
            "一个主题下各清单都可能写到数字的一个对象：查什么、限什么、罚什么、量什么。视为同一对象是本站的判断，不是清单所写",
            "One thing under a topic that lists give figures of: what is inspected, limited, punished or measured. That lists mean \
             the same by it is our reading, and no list says so",
        ],
        &["id"],
        subjects,
    )
    .register()
    .column(id())
    .column(parent("topic_id", ["主题", "Topic"], ["主题的标识", "Id of the topic"], "topics"))
    .column(position())
    .text("name", ["名称", "Name"], ["对象名称", "What it is called"], |r| Some(&r.value.name))
    .required()
    .plain(
        "of",
        ["数字", "Figures"],
        [
            "frequency：检查频次；deadline：时限；penalty：处罚措施；threshold：其他限值",
            "Which figures are of it: frequencies, deadlines, penalties or thresholds",
        ],
        |r| Some(r.value.of.as_str()),
    )
    .required()
    .words(FigureKind::ALL, FigureKind::as_str)
    .done()
}

fn subject_word_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(subjects(context).flat_map(|subject| subject.each(|subject| &subject.words)));
    TableOf::new(
        "topic_subject_words",
        ["可比对象的辨认用词", "Words that tell subjects"],
        ["辨认一个可比对象的一种写法", "One way to say a comparable subject, by which figures are found to be of it"],
        &["topic_subject_id", "position"],
        rows,
    )
    .register()
    .column(parent(
        "topic_subject_id",
        ["可比对象", "Comparable subject"],
        ["可比对象的标识", "Id of the comparable subject"],
        "topic_subjects",
    ))
    .column(position())
    .plain(
        "word",
        ["用词", "Words"],
        [
            "所印文字含有这些词的，即为该对象；空格隔开的各词须同时出现；几个对象都符合的，取主题中最先的一个",
            "A text that holds them is of the subject; of words with blanks between them all must stand there; of several subjects \
             that fit, the first of the topic is the one",
        ],
        |r| Some(r.value),
    )
    .required()
    .done()
}

fn subjects(context: Context<'_>) -> Rows<'_, TopicSubject> {
    Box::new(topics(context).flat_map(|topic| {
        topic.each(|topic| &topic.subjects).map(|row| {
            let id = format!("{}/{}", row.parent, row.value.id);
            Row { id, ..row }
        })
    }))
}

fn regions(context: Context<'_>) -> Rows<'_, Region> {
    let model = context.graph.model;
    Box::new(context.wanted(|scope| &scope.regions, RegionId::all(model)).map(move |id| {
        let region = &model[id];
        Row::top(context, region, &region.slug, id.get(), Some(Subject::Region(id)))
    }))
}

fn departments(context: Context<'_>) -> Rows<'_, Department> {
    let model = context.graph.model;
    Box::new(context.wanted(|scope| &scope.departments, DepartmentId::all(model)).map(move |id| {
        let department = &model[id];
        Row::top(context, department, &department.slug, id.get(), Some(Subject::Department(id)))
    }))
}

fn topics(context: Context<'_>) -> Rows<'_, Topic> {
    let model = context.graph.model;
    Box::new(context.wanted(|scope| &scope.topics, TopicId::all(model)).map(move |id| {
        let topic = &model[id];
        Row::top(context, topic, &topic.slug, id.get(), Some(Subject::Topic(id)))
    }))
}

fn words(context: Context<'_>) -> Rows<'_, String> {
    Box::new(topics(context).flat_map(|topic| {
        let zh = topic.clone().kind("zh").each(|topic| &topic.words.zh);
        let pinyin = topic.clone().kind("pinyin").each(|topic| &topic.words.pinyin);
        zh.chain(pinyin).chain(topic.kind("en").each(|topic| &topic.words.en))
    }))
}
