// The region that somebody chose: remembered, in the address, and what a page shows of it alone. Without it regions are links
// to the page of the topic in each.
"use strict";
var QingdanRegion = (function () {
  var KEY = "qingdan-region", SIGN = "#_region=", say = document.currentScript.dataset;

  function get() { try { return localStorage[KEY] || ""; } catch { return ""; } }

  function set(slug) {
    try { if (slug) localStorage[KEY] = slug; else localStorage.removeItem(KEY); } catch { /* nothing is kept */ }
  }

  // The page of a topic: the links to choose from take away the rows of all other regions.
  function topic(chips) {
    var rows = Array.from(document.querySelectorAll("[data-in]"));
    var links = Array.from(chips.querySelectorAll("[data-choose]"));
    var item = document.createElement("li"), all = document.createElement("a"), more = document.createElement("p");
    all.href = SIGN;
    all.dataset.choose = "";
    all.textContent = say.all;
    item.append(all);
    chips.querySelector("li:not(.label)").before(item);
    more.setAttribute("role", "status");
    chips.after(more);

    function show(slug) {
      var chosen = links.find(function (link) { return slug && link.dataset.choose === slug; });
      rows.forEach(function (row) { row.hidden = Boolean(chosen) && row.dataset.in !== slug; });
      // What shows several regions in one picture says nothing of one, and a heading over nothing is none.
      document.querySelectorAll(".picture").forEach(function (picture) { picture.hidden = Boolean(chosen); });
      document.querySelectorAll("main > section").forEach(function (section) {
        var own = section.querySelectorAll("[data-in]");
        section.hidden = own.length > 0 && Array.from(own).every(function (row) { return row.hidden; });
      });
      links.concat(all).forEach(function (link) {
        if (link === (chosen || all)) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
      });
      more.textContent = "";
      if (!chosen) return;
      var page = document.createElement("a");
      page.href = chosen.href;
      page.className = "strong";
      page.textContent = say.page.replace("{region}", chosen.textContent);
      more.append(page);
    }

    function choose(slug) {
      set(slug);
      location.replace(slug ? SIGN + slug : SIGN);
    }

    // What the address says goes before what is remembered; an address of a place of the page shows everything.
    function start() {
      var hash = decodeURIComponent(location.hash);
      show(hash.startsWith(SIGN) ? hash.slice(SIGN.length) : hash ? "" : get());
    }
    links.concat(all).forEach(function (link) {
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(link.dataset.choose);
      });
    });
    window.addEventListener("hashchange", start);
    start();
  }

  // Whoever goes on to another region by a link of a page about one has chosen it; a box keeps the one that is shown.
  function one() {
    document.querySelectorAll("a[data-choose]").forEach(function (link) {
      link.addEventListener("click", function () { set(link.dataset.choose); });
    });
    if (!say.here) return;
    var line = document.createElement("p"), label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = get() === say.here;
    box.addEventListener("change", function () { set(box.checked ? say.here : ""); });
    label.append(box, " " + say.keep.replace("{region}", say.name));
    line.append(label);
    document.querySelector("main .title").append(line);
  }

  addEventListener("DOMContentLoaded", function () {
    var chips = document.getElementById("_places");
    if (chips) topic(chips); else one();
  });
  return { get: get, set: set };
})();
