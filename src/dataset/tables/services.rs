//! Tables of the public services.

use crate::dataset::build::TableOf;
use crate::dataset::records::services;
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{id, list_id, number, office_id, parent, phone, position, source, url, validity};
use crate::dataset::table::Table;
use crate::model::Id;

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![service_table(), office_table(), phone_table(), month_table()]
}

fn service_table() -> Table {
    TableOf::new(
        "services",
        ["公共服务事项", "Public services"],
        ["一项公共服务", "One public service"],
        &["id"],
        services,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("name", ["名称", "Name"], ["服务名称", "Name of the service"], |r| Some(&r.value.name))
    .required()
    .text("description", ["内容", "Description"], ["服务内容", "What it offers"], |r| Some(&r.value.description))
    .required()
    .text(
        "schedule",
        ["时间", "Schedule"],
        ["提供服务的时间，照原文", "When it is offered, as printed"],
        |r| Some(&r.value.schedule.as_ref()?.text),
    )
    .text("place", ["地点", "Place"], ["提供服务的地点，照原文", "Where it is offered, as printed"], |r| {
        r.value.place.as_ref()
    })
    .columns(source())
    .columns(validity())
    .done()
}

fn office_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(services(context).flat_map(|service| service.each(|service| &service.offices)));
    TableOf::new(
        "service_offices",
        ["服务的承办科室", "Offices of services"],
        ["一项公共服务的一个承办科室", "One office responsible for a service"],
        &["service_id", "office_id"],
        rows,
    )
    .column(parent("service_id", ["服务", "Service"], ["公共服务的标识", "Id of the service"], "services"))
    .column(position())
    .column(office_id())
    .done()
}

fn phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(services(context).flat_map(|service| service.each(|service| &service.phones)));
    TableOf::new(
        "service_phones",
        ["服务电话", "Phones of services"],
        ["公共服务一行所印的一个电话", "One phone printed in the row of a service"],
        &["service_id", "position"],
        rows,
    )
    .column(parent("service_id", ["服务", "Service"], ["公共服务的标识", "Id of the service"], "services"))
    .column(position())
    .columns(phone())
    .done()
}

fn month_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, u8> = |context| {
        Box::new(services(context).flat_map(|service| {
            service.each(|service| service.schedule.as_ref().map_or(&[][..], |schedule| &schedule.months))
        }))
    };
    TableOf::new(
        "service_months",
        ["服务月份", "Months of services"],
        ["一项公共服务开展的一个月份", "One month of the year in which a service is offered"],
        &["service_id", "month"],
        rows,
    )
    .column(parent("service_id", ["服务", "Service"], ["公共服务的标识", "Id of the service"], "services"))
    .integer("month", ["月份", "Month"], ["月份，1至12", "Month of the year, 1 to 12"], |r| {
        Some(u32::from(*r.value))
    })
    .required()
    .done()
}
