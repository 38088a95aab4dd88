// A page of all records of a kind, or of all laws: filters and order, over all of its pages. Without it every row stands
// there in the order that the page tells.
"use strict";
(function () {
  // So many rows are shown at a time, and of so many pages are rows put in another order.
  var SHOWN = 60, SORTED = 20;
  var form = document.querySelector(".listing-form"), say = form.dataset, table = document.querySelector(".listing");
  var all = Number(say.all), here = Number(say.here), laws = say.stem === "laws";
  // The links to the other pages, which go on with what is not filtered.
  var own = Array.from(table.tBodies), nav = form.nextElementSibling;
  var output = form.querySelector("output"), button = form.querySelector("button"), field = form.elements;
  var waiting = {}, regions = [], run = 0;

  // A page opened from a disk may load scripts and nothing else: a file calls this with what it holds.
  window.qingdanRows = function (name, value) { waiting[name].keep(value); };

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

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // The groups of rows of a page, fresh each time.
  async function groups(page) {
    if (page === here) return own.map(function (group) { return group.cloneNode(true); });
    var holder = document.createElement("table");
    holder.innerHTML = await load(page, say.stem + (page ? "-" + (page + 1) : "") + "/rows.js");
    return Array.from(holder.tBodies);
  }

  function value(name) { return field[name] ? field[name].value.trim() : ""; }

  function has(list, word) { return !word || (list || "").split(" ").includes(word); }

  function fits(group, row, q) {
    if (laws && !has(group.dataset.r, value("r"))) return false;
    if (!laws && value("r") && group.dataset.r !== value("r")) return false;
    return has(row.dataset.t, value("t")) && has(row.dataset.k, value("k")) && (!q || row.textContent.toLowerCase().includes(q));
  }

  function name(row) { return row.cells[0].textContent.trim(); }

  function order(rows) {
    var by = value("o"), at = new Map(rows.map(function (row, index) { return [row, index]; }));
    var lang = document.documentElement.lang;
    return rows.sort(function (a, b) {
      var first = by === "sum" ? Number(b.dataset.n || -1) - Number(a.dataset.n || -1) : name(a).localeCompare(name(b), lang);
      return first || at.get(a) - at.get(b);
    });
  }

  function show(bodies) {
    Array.from(table.tBodies).forEach(function (body) { body.remove(); });
    bodies.forEach(function (body) { table.append(body); });
  }

  function reset() {
    show(own);
    if (nav.tagName === "NAV") nav.hidden = false;
    output.textContent = "";
    button.hidden = true;
  }

  // The pages that may have what is wanted.
  function wanted() {
    var region = regions.find(function (one) { return one[0] === value("r"); });
    var from = region && !laws ? region[1] : 0, to = region && !laws ? region[2] : all - 1, pages = [];
    for (var page = from; page <= to; page++) pages.push(page);
    return pages;
  }

  async function apply(limit) {
    var turn = ++run, sorted = value("o"), q = value("q").toLowerCase();
    if (!sorted && !q && !["r", "t", "k"].some(value)) { reset(); return; }
    var found = [], count = 0, looked = 0, pages = wanted();
    if (nav.tagName === "NAV") nav.hidden = true;
    try {
      for (var page of pages) {
        if (sorted ? looked >= SORTED : count >= limit) break;
        for (var group of await groups(page)) {
          if (turn !== run) return;
          var rows = Array.from(group.querySelectorAll("tr:not(.group)"));
          var left = rows.filter(function (row) { return fits(group, row, q) || (row.remove(), false); });
          // A list that goes on on the next page goes on here as well.
          var last = found[found.length - 1], head = group.querySelector(".group th");
          if (left.length && last && last[0].querySelector(".group th").id === head.id) {
            left.forEach(function (row) { last[0].append(row); last[1].push(row); });
          } else if (left.length) found.push([group, left]);
          count += left.length;
        }
        looked++;
      }
    } catch (error) { output.textContent = say.lost; return; }
    var rest = looked < pages.length;
    if (sorted) {
      var one = document.createElement("tbody"), rows = [];
      found.forEach(function (pair) {
        pair[1].forEach(function (row) {
          var place = document.createElement("small");
          place.textContent = laws ? pair[0].rows[0].textContent : pair[0].dataset.r;
          row.cells[0].append(" ", place);
          rows.push(row);
        });
      });
      order(rows).slice(0, limit).forEach(function (row) { one.append(row); });
      show([one]);
    } else show(found.map(function (pair) { return pair[0]; }));
    var shown = sorted ? Math.min(limit, count) : count;
    output.textContent = fill(rest ? say.part : say.found, { n: shown, all: count, looked: looked, pages: pages.length });
    button.hidden = sorted ? count <= limit : !rest;
    button.onclick = function () { apply(limit + SHOWN); };
  }

  function choose(names) {
    names.forEach(function (one) { field.r.append(new Option(one, one)); });
  }

  async function start() {
    if (!laws && all > 1) {
      try {
        regions = await load("regions", say.stem + "/regions.js");
        choose(regions.map(function (one) { return one[0]; }));
      } catch (error) { output.textContent = say.lost; }
    } else if (!laws) {
      choose(Array.from(new Set(own.map(function (group) { return group.dataset.r; }))));
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () { apply(SHOWN); });
    var asked = new URLSearchParams(location.hash.replace(/^#_filter\?/, ""));
    if (/^#_filter\?/.test(location.hash)) {
      asked.forEach(function (text, key) { if (field[key]) field[key].value = text; });
      apply(SHOWN);
    }
  }

  start();
})();
