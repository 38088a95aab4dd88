"""The tables of boundaries, services and regimes, for the forms that have one of them and for those that have all."""

from paper import Col, Val


def matters(g, row, found, cases=True, head_key="head"):
    """The table of boundaries: the matter merged down beside its departments."""
    records = [{"name": name, "department": department, "duty": duty, "no": str(no), "basis": basis, "case": case} for no, (name, parts, basis, case) in enumerate(found, 1) for department, duty in parts]
    cols = [
        Col("序号", "matters.number", lambda p, i: p["no"], merge=True), Col("管理事项", "matters.name", lambda p, i: p["name"], merge=True),
        Col("相关部门", "participants.name", lambda p, i: p["department"]), Col("职责分工", "participants.responsibility", lambda p, i: Val(p["duty"], participant=p["department"])),
        Col("相关依据", "matters.basis", lambda p, i: p["basis"], merge=True),
    ]
    if cases:
        cols.append(Col("案例", "matters.case", lambda p, i: p["case"], merge=True))
    row = g.table(row, cols, records, head_key=head_key)
    for cell in g.cells.values():
        if "items" in cell.entry and len(set(cell.entry["items"])) == 1:
            cell.entry["item"] = cell.entry.pop("items")[0]
    return row


def services(g, row, found, phone=lambda i: f"0000-71900{i:02d}", place=False):
    records = [{"name": name, "what": what, "when": when, "where": where, "office": office} for name, what, when, where, office in found]
    cols = [
        Col("序号", "services.number", lambda p, i: i + 1), Col("服务事项", "services.name", lambda p, i: p["name"]), Col("主要内容", "services.description", lambda p, i: p["what"]),
        *([Col("时间", "services.schedule", lambda p, i: p["when"]), Col("地点", "services.place", lambda p, i: p["where"])] if place else []),
        Col("承办机构", "services.offices", lambda p, i: p["office"]), Col("联系电话", "services.phones", lambda p, i: Val(phone(i), parts=[phone(i)])),
    ]
    return g.table(row, cols, records)


def regimes(g, row, found, titles=("监管事项", "监管对象", "监管内容", "监管方式", "监管程序", "监管措施", "处理措施", "责任科室"), upper=None):
    """A regime a row, its provisions in columns; `upper` is a head over those of the provisions."""
    keys = ["regimes.title", *(f"provisions:{kind}" for kind in ("subjects", "content", "methods", "procedure", "measures", "handling")), "regimes.offices"]
    cols = [Col((upper, title) if upper and key.startswith("provisions") else title, key, (lambda at: lambda p, i: p[at])(at)) for at, (title, key) in enumerate(zip(titles, keys))]
    records = [{"name": regime[0], **dict(enumerate(regime))} for regime in found]
    return g.table(row, cols, records)
