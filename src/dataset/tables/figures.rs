//! Tables of the figures that bind in supervision regimes: frequencies, deadlines, penalties, thresholds.

use crate::dataset::build::TableOf;
use crate::dataset::column::{ColumnOf, made};
use crate::dataset::records::{penalties, regimes};
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, list_id, note, parent, position, url};
use crate::dataset::table::Table;
use crate::model::{
    Bound, Currency, Deadline, FigureKind, Frequency, FrequencyKind, Id, PenaltyKind, Period, Threshold, TimeUnit,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![frequency_table(), deadline_table(), penalty_table(), threshold_table()]
}

fn frequency_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Frequency> = |context| {
        Box::new(regimes(context).flat_map(|regime| {
            regime.each(|regime| &regime.frequencies).map(|row| figure(row, "frequencies", |row| Some(&row.provision)))
        }))
    };
    TableOf::new(
        "frequencies",
        ["检查频次", "Frequencies"],
        ["一项检查的频次或覆盖面", "How often, or how widely, something is inspected"],
        &["id"],
        rows,
    )
    .columns(standing())
    .column(provision_id(|r| Some(&r.value.provision)))
    .required()
    .text("subject", ["对象", "Subject"], ["检查什么", "What is inspected"], |r| Some(&r.value.subject))
    .required()
    .column(subject(FigureKind::Frequency))
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "routine：日常；special：专项；self-inspection：自查；spot-check：抽查",
            "What occasions it: routine, special, self-inspection or spot-check",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(FrequencyKind::ALL, FrequencyKind::as_str)
    .integer("minimum", ["最少次数", "Minimum"], ["至少几次", "Times at least"], |r| r.value.minimum)
    .unit(["次", "times"])
    .integer("maximum", ["最多次数", "Maximum"], ["至多几次", "Times at most"], |r| r.value.maximum)
    .unit(["次", "times"])
    .integer(
        "every",
        ["周期数", "Every"],
        ["次数所跨的周期数；空即为1", "How many periods the count spans; 1 where empty"],
        |r| r.value.every,
    )
    .unit(["见 per 列", "in the column per"])
    .plain(
        "per",
        ["周期", "Per"],
        [
            "day：日；week：周；month：月；quarter：季度；half-year：半年；year：年",
            "The period: day, week, month, quarter, half-year or year",
        ],
        |r| Some(r.value.per?.as_str()),
    )
    .words(Period::ALL, Period::as_str)
    .number(
        "coverage_percent_min",
        ["最低覆盖率", "Least coverage"],
        ["至少覆盖对象的百分之几", "Share of the subjects covered at least, in percent"],
        |r| r.value.coverage_percent?.min,
    )
    .unit(["百分比（%）", "percent"])
    .number(
        "coverage_percent_max",
        ["最高覆盖率", "Most coverage"],
        ["至多覆盖对象的百分之几", "Share of the subjects covered at most, in percent"],
        |r| r.value.coverage_percent?.max,
    )
    .unit(["百分比（%）", "percent"])
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

fn deadline_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Deadline> = |context| {
        Box::new(regimes(context).flat_map(|regime| {
            regime.each(|regime| &regime.deadlines).map(|row| figure(row, "deadlines", |row| Some(&row.provision)))
        }))
    };
    TableOf::new("deadlines", ["时限", "Deadlines"], ["一项时限", "One time limit"], &["id"], rows)
        .columns(standing())
        .column(provision_id(|r| Some(&r.value.provision)))
        .required()
        .text("actor", ["主体", "Actor"], ["谁必须办理", "Who must act"], |r| Some(&r.value.actor))
        .required()
        .text("action", ["行为", "Action"], ["必须办理什么", "What must be done"], |r| Some(&r.value.action))
        .required()
        .column(subject(FigureKind::Deadline))
        .integer(
            "limit_value",
            ["期限", "Limit"],
            ["期限长短，单位见 limit_unit", "How long, in units of limit_unit"],
            |r| Some(r.value.limit.value),
        )
        .required()
        .unit(["见 limit_unit 列", "in the column limit_unit"])
        .plain(
            "limit_unit",
            ["期限单位", "Unit of the limit"],
            ["hour：小时；day：日；month：月；year：年", "Unit of limit_value: hour, day, month or year"],
            |r| Some(r.value.limit.unit.as_str()),
        )
        .required()
        .words(TimeUnit::ALL, TimeUnit::as_str)
        .boolean(
            "working_days",
            ["工作日", "Working days"],
            ["日是否为工作日", "Whether the days are working days"],
            |r| Some(r.value.limit.working_days),
        )
        .required()
        .plain(
            "bound",
            ["界限", "Bound"],
            [
                "within：不得迟于；at-least：不得早于或少于",
                "within: not later than the limit; at-least: not earlier, or not less",
            ],
            |r| Some(r.value.bound.unwrap_or(Bound::Within).as_str()),
        )
        .required()
        .words(Bound::ALL, Bound::as_str)
        .text("counted_from", ["起算", "Counted from"], ["自何时起算", "From what the time runs"], |r| {
            r.value.counted_from.as_ref()
        })
        .done()
}

fn penalty_table() -> Table {
    TableOf::new(
        "penalties",
        ["处罚措施", "Penalties"],
        ["一项处罚或措施", "One penalty or measure"],
        &["id"],
        penalties,
    )
    .columns(standing())
    .column(provision_id(|r| r.value.provision.as_ref()))
.text("conduct", ["行为", "Conduct"], ["何种行为", "The conduct"], |r| Some(&r.value.conduct)).required()
.column(subject(FigureKind::Penalty))
.plain(
            "kind",
            ["种类", "Kind"],
            [
                "warning：警告；order-to-correct：责令改正；fine：罚款；confiscation：没收；suspension：责令停产停业；revocation：吊销；seizure：查封扣押；detention：拘留；disciplinary：处分；criminal：刑事；other：其他",
                "What it does: warning, order to correct, fine, confiscation, suspension, revocation, seizure, \
                 detention, disciplinary sanction, criminal liability or something else",
            ],
            |r| Some(r.value.kind.as_str()),
        )
        .required()
        .words(PenaltyKind::ALL, PenaltyKind::as_str)
.number("amount_min", ["最低金额", "Least amount"], ["金额下限，货币见 currency", "Least amount, in the currency of the row"], |r| {
            r.value.amount?.min
        })
    .unit(["见 currency 列", "in the column currency"])
.number("amount_max", ["最高金额", "Most amount"], ["金额上限，货币见 currency", "Most amount, in the currency of the row"], |r| {
            r.value.amount?.max
        })
    .unit(["见 currency 列", "in the column currency"])
.plain("currency", ["货币", "Currency"], ["金额的货币（ISO 4217）", "Currency of the amounts (ISO 4217)"], |r| {
            Some(r.value.amount?.currency.as_str())
        })
        .words(Currency::ALL, Currency::as_str)
.number("percent_of_gains_min", ["所得最低比例", "Least share of gains"], ["违法所得的百分之几，下限", "Share of the gains at least, in percent"], |r| {
            r.value.percent_of_gains?.min
        })
    .unit(["百分比（%）", "percent"])
.number("percent_of_gains_max", ["所得最高比例", "Most share of gains"], ["违法所得的百分之几，上限", "Share of the gains at most, in percent"], |r| {
            r.value.percent_of_gains?.max
        })
    .unit(["百分比（%）", "percent"])
.number("multiple_min", ["最低倍数", "Least multiple"], ["multiple_of 的几倍，下限", "How many times multiple_of at least"], |r| {
            r.value.multiple.as_ref()?.min
        })
    .unit(["倍", "times"])
.number("multiple_max", ["最高倍数", "Most multiple"], ["multiple_of 的几倍，上限", "How many times multiple_of at most"], |r| {
            r.value.multiple.as_ref()?.max
        })
    .unit(["倍", "times"])
.text("multiple_of", ["倍数基数", "Multiple of"], ["何者的倍数", "What the multiples are of"], |r| {
            Some(&r.value.multiple.as_ref()?.of)
        })
.column(note(|r| r.value.note.as_ref()))

    .done()
}

fn threshold_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Threshold> = |context| {
        Box::new(regimes(context).flat_map(|regime| {
            regime.each(|regime| &regime.thresholds).map(|row| figure(row, "thresholds", |row| Some(&row.provision)))
        }))
    };
    TableOf::new(
        "thresholds",
        ["其他限值", "Thresholds"],
        ["另一项有约束力的数字", "One other figure that binds"],
        &["id"],
        rows,
    )
    .columns(standing())
    .column(provision_id(|r| Some(&r.value.provision)))
    .required()
    .text("subject", ["对象", "Subject"], ["计量什么", "What is counted or measured"], |r| Some(&r.value.subject))
    .required()
    .column(subject(FigureKind::Threshold))
    .number("minimum", ["下限", "Minimum"], ["下限，单位见 unit", "Least, in units of unit"], |r| {
        r.value.minimum
    })
    .unit(["见 unit 列", "in the column unit"])
    .number("maximum", ["上限", "Maximum"], ["上限，单位见 unit", "Most, in units of unit"], |r| {
        r.value.maximum
    })
    .unit(["见 unit 列", "in the column unit"])
    .text("unit", ["单位", "Unit"], ["限值的单位", "Unit of the figures"], |r| Some(&r.value.unit))
    .required()
    .done()
}

/// What a figure stands in.
fn standing<T: 'static>() -> [ColumnOf<T>; 5] {
    let meaning = ["所属监管制度的标识", "Id of the regime"];
    [id(), url(), list_id(), parent("regime_id", ["制度", "Regime"], meaning, "regimes"), position()]
}

/// The provision that prints a figure.
fn provision_id<T: 'static>(get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m Id>) -> ColumnOf<T> {
    let meaning = ["载有它的条款的标识", "Id of the provision that prints it"];
    made("provision_id", ["条款", "Provision"], meaning, move |row| {
        Some(format!("{}/provisions/{}", row.parent, get(row)?))
    })
    .refers("provisions")
}

/// The subject of a topic that a figure is of.
fn subject<T: 'static>(of: FigureKind) -> ColumnOf<T> {
    let meaning = [
        "与其他清单的数字视为同一对象的，该对象的标识；按主题登记册的用词认定，是本站的判断；没有可比对象的为空",
        "Id of the comparable subject that the figure is of, by which it meets figures of other lists: our reading, by the words \
         of the register of topics; empty where there is none",
    ];
    made("topic_subject_id", ["可比对象", "Comparable subject"], meaning, move |row| {
        let graph = row.context.graph;
        let figure = graph.figures.get(row.record?.page(), of, row.position.checked_sub(1)?)?;
        Some(figure.same.0.uid(graph.model))
    })
    .refers("topic_subjects")
}

/// Names a figure and moves it to the provision that prints it.
fn figure<'m, T>(row: Row<'m, T>, collection: &str, provision: fn(&T) -> Option<&Id>) -> Row<'m, T> {
    let position = row.position;
    let anchor = provision(row.value).map_or("", Id::as_str);
    row.named(collection, position).at(anchor)
}
