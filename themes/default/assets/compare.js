// The comparison of lists: other lists than the page was made with, and marks and sentence for those that are shown.
// Without it the boxes still take columns away, and the marks are those of all lists of the page.
"use strict";
(function () {
  var MOST = 5, NAMED = 3;
  var form = document.querySelector("form[data-folder]"), say = form.dataset;
  var rows = Array.from(document.querySelector(".compare").rows);
  var more = document.getElementById("_more"), add = document.getElementById("_add");
  var waiting = {}, columns = [];

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // Takes the cells of a column, the head first, into the comparison.
  function enter(id, box, cells) {
    columns.push({ id: id, box: box, cells: cells, items: cells.map(function (cell) { return Array.from(cell.querySelectorAll("li[data-k]")); }) });
    box.addEventListener("change", changed);
  }

  function shown() { return columns.filter(function (column) { return column.box.checked; }); }

  function changed() {
    mark();
    location.replace("#_lists=" + shown().map(function (column) { return column.id; }).join());
  }

  function said(items) {
    return items.map(function (item) { return { item: item, key: item.dataset.k, figure: item.dataset.f || "" }; });
  }

  // For every thing said in the cells of a row: each list that says it with its figures.
  function things(cells) {
    var found = new Map();
    cells.forEach(function (facts, list) {
      facts.forEach(function (fact) {
        if (!found.has(fact.key)) found.set(fact.key, new Map());
        var lists = found.get(fact.key);
        if (!lists.has(list)) lists.set(list, new Set());
        if (fact.figure) lists.get(list).add(fact.figure);
      });
    });
    return found;
  }

  function differ(lists) {
    var with_figure = Array.from(lists.values()).filter(function (figures) { return figures.size; });
    var each = with_figure.map(function (figures) { return JSON.stringify(Array.from(figures).sort()); });
    return each.some(function (figures) { return figures !== each[0]; });
  }

  // Hides what is not ticked and marks what is, as the program does when it makes the page.
  function mark() {
    var here = shown(), all = here.length, rates = [], laws = [], counts = { office: 0, phone: 0, differing: 0 };
    columns.forEach(function (column) {
      column.cells.forEach(function (cell) { cell.hidden = !column.box.checked; });
    });
    for (var row = 1; row < rows.length; row++) {
      var cells = here.map(function (column) { return said(column.items[row]); }), found = things(cells);
      found.forEach(function (lists) { if (differ(lists)) counts.differing++; });
      [].concat.apply([], cells).forEach(function (fact) {
        var lists = found.get(fact.key), n = lists.size, other = differ(lists);
        var kind = other ? "differs" : n === all ? "all" : n === 1 ? "only" : "some";
        var alone = kind === "only" && rows[row].id !== "_who";
        var note = fact.item.querySelector(".mark"), cell = fact.item.closest("td");
        note.className = "mark " + kind;
        note.textContent = alone ? "" : fill(say[other && n === all ? "differs_all" : kind], { n: n, all: all });
        cell.querySelector(alone ? ".alone ul" : ":scope > ul:not(.offices)").append(fact.item);
        if (fact.item.dataset.y) rates.push(Number(fact.item.dataset.y));
        if (/^(office|phone)$/.test(fact.key) && rows[row].id === "_who") counts[fact.key] = n;
        var link = rows[row].id === "_laws" && fact.item.querySelector("a");
        if (link && !laws.some(function (law) { return law.key === fact.key; })) {
          laws.push({ key: fact.key, link: link.outerHTML, n: n });
        }
      });
    }
    document.querySelectorAll(".compare .alone").forEach(function (alone) { alone.hidden = !alone.querySelector("li"); });
    document.getElementById("_summary").innerHTML = sentence(all, counts, laws, rates);
  }

  function sentence(all, counts, laws, rates) {
    var parts = [fill(say.sum_office, { n: counts.office, all: all }), fill(say.sum_phone, { n: counts.phone, all: all })];
    var most = Math.max.apply(null, laws.map(function (law) { return law.n; }));
    var names = laws.filter(function (law) { return law.n === most; }).slice(0, NAMED).map(function (law) { return law.link; });
    if (most > 1) parts.push(fill(say.sum_law, { n: most, all: all, laws: names.join(say.list) }));
    if (most === 1) parts.push(say.sum_no_law);
    if (rates.length) {
      var min = Math.min.apply(null, rates), max = Math.max.apply(null, rates);
      parts.push(fill(min === max ? say.sum_rate : say.sum_rates, { min: min, max: max }));
    }
    if (counts.differing) parts.push(fill(say.sum_differs, { n: counts.differing }));
    return parts.join(say.join) + say.end;
  }

  // A page opened from a disk may load scripts and nothing else: a file calls this with what it holds.
  window.qingdanCompare = function (name, value) { waiting[name].keep(value); };

  function load(name, path) {
    if (!waiting[name]) {
      waiting[name] = {};
      waiting[name].value = new Promise(function (keep, fail) {
        var script = document.createElement("script");
        waiting[name].keep = keep;
        script.src = say.folder + path;
        script.onerror = fail;
        document.head.append(script);
      });
    }
    return waiting[name].value;
  }

  // Puts the column of the region that was chosen before first.
  function first(slug) {
    var column = columns.find(function (one) { return slug && one.box.dataset.in === slug; });
    if (!column) return null;
    rows.forEach(function (row, index) { row.cells[0].after(column.cells[index]); });
    // The style sheet takes columns away by their place, which is another now; the script does it by the column.
    columns.forEach(function (one) { one.box.removeAttribute("id"); });
    mark();
    return column;
  }

  // Brings in the column of a list from the page that has it.
  async function bring(choice) {
    var page = choice[2], holder = document.createElement("table");
    holder.innerHTML = await load(page, "compare" + (page ? "-" + (page + 1) : "") + "/columns.js");
    var cells = Array.from(Array.from(holder.rows).find(function (row) { return row.dataset.list === choice[0]; }).cells);
    rows.forEach(function (row, index) { row.append(cells[index]); });
    var label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.dataset.in = choice[3];
    label.append(box, " " + choice[1]);
    form.querySelector("fieldset").append(label);
    enter(choice[0], box, cells);
  }

  async function show(choice) {
    var status = more.querySelector("[role=status]"), known = columns.find(function (column) { return column.id === choice[0]; });
    status.textContent = "";
    if (known && known.box.checked) return;
    if (shown().length >= MOST) { status.textContent = say.full; return; }
    try {
      if (known) known.box.checked = true; else await bring(choice);
      changed();
    } catch (error) { status.textContent = say.lost; }
  }

  async function start() {
    Array.from(form.querySelectorAll("input")).forEach(function (box, index) {
      enter(box.name, box, rows.map(function (row) { return row.cells[index + 1]; }));
    });
    var asked = /^#_lists=(.+)/.exec(location.hash), ids = asked ? decodeURIComponent(asked[1]).split(",") : null;
    if (ids) {
      columns.forEach(function (column) { column.box.checked = ids.includes(column.id); });
      mark();
    }
    var region = window.QingdanRegion ? QingdanRegion.get() : "", there = first(region);
    if (say.pages === "0") return;
    var choices = await load("lists", "compare/lists.js");
    choices.forEach(function (choice, index) { add.append(new Option(choice[1], index)); });
    more.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); show(choices[add.value]); });
    for (var choice of choices) if (ids && ids.includes(choice[0])) await show(choice);
    var own = ids || there ? null : choices.find(function (choice) { return region && choice[3] === region; });
    if (!own) return;
    var last = shown()[MOST - 1];
    if (last) last.box.checked = false;
    await show(own);
    first(region);
  }

  start();
})();
