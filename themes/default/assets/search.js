// The search: a query in, results out. The first part runs anywhere (the tests run it in Node); the second is the page.
"use strict";
var QingdanSearch = (function () {
  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  var STOP = " a an and are at be by can do does for from how i in is it me much my of on or the to what where which who whom with you your ";

  // The client of one index. `load(name)` promises the value of a file, or null where there is none.
  function client(load) {
    var kept = {};
    function get(name) { return kept[name] || (kept[name] = load(name)); }

    function numbers(text) {
      var out = [], next = 0, value = 0, shift = 1;
      for (var i = 0; i < text.length; i++) {
        var digit = DIGITS.indexOf(text[i]);
        value += (digit & 31) * shift;
        if (digit > 31) { shift *= 32; continue; }
        out.push(next + value);
        next += value + 1;
        value = 0;
        shift = 1;
      }
      return out;
    }

    // Entries with a key: number to weight, 3 where it is in the title.
    async function posting(key) {
      var index = await get("index"), hash = 0x811c9dc5;
      for (var c of key) hash = Math.imul(hash ^ c.codePointAt(0), 0x01000193) >>> 0;
      hash = (hash ^ (hash >>> 15)) >>> 0;
      var found = new Map(), shard = await get("p-" + (hash & (index.shards - 1)));
      if (!shard || !Object.prototype.hasOwnProperty.call(shard, key)) return found;
      var parts = shard[key].split("|");
      numbers(parts[1]).forEach(function (n) { found.set(n, 1); });
      numbers(parts[0]).forEach(function (n) { found.set(n, 3); });
      return found;
    }

    // What holds all pairs of a Chinese term; `check` is what the text must hold beside.
    async function chinese(term) {
      var keys = pairs(term), chosen = keys;
      if (keys.length > 4) chosen = [0, 1, 2, 3].map(function (i) { return keys[Math.round(i * (keys.length - 1) / 3)]; });
      var maps = await Promise.all(chosen.map(posting)), all = new Map();
      maps[0].forEach(function (weight, n) {
        for (var i = 1; i < maps.length; i++) {
          if (!maps[i].has(n)) return;
          weight = Math.min(weight, maps[i].get(n));
        }
        all.set(n, weight);
      });
      return { map: all, check: Array.from(term).length > 2 ? term : null };
    }

    // What holds a word that begins like a Latin term, or a name that is read like it.
    async function latin(term) {
      var file = /^[a-z0-9]{2}/.test(term) ? await get("l-" + term.slice(0, 2)) : null, ways = [];
      if (!file) return [{ map: await posting(stem(term)), check: null }];
      var root = stem(term), words = file[0].split(" ").filter(function (word) { return word.startsWith(root); });
      words.sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); });
      if (words[0] === root) words = words.slice(0, term.length > 3 ? 4 : 1);
      var maps = await Promise.all(words.slice(0, 6).map(posting)), union = new Map();
      maps.forEach(function (map) {
        map.forEach(function (weight, n) { union.set(n, Math.max(weight, union.get(n) || 0)); });
      });
      ways.push({ map: union, check: null });
      for (var name of read(file[1], term)) ways.push(await chinese(name));
      return ways;
    }

    async function ways(term) { return hasChinese(term) ? [await chinese(term)] : latin(term); }

    // Finds entries: `{ entries, terms, loose }`; entries best first, not yet held against their texts.
    async function find(text, filters) {
      var index = await get("index");
      var terms = normal(text).split(/\s+/).filter(function (term) { return term && STOP.indexOf(" " + term + " ") < 0; });
      terms = [].concat.apply([], terms.map(function (term) {
        return hasChinese(term) ? [term] : term.split(/[^a-z0-9]+/).filter(Boolean);
      })).filter(function (term) { return Array.from(term).length > 1; }).slice(0, 6);
      if (!terms.length) return { entries: [], terms: [], loose: false };
      var sets = await Promise.all(terms.map(ways)), score = new Map(), first = new Map();
      sets[0].forEach(function (way) { way.map.forEach(function (w, n) { first.set(n, 1); }); });
      first.forEach(function (_, n) {
        var sum = 0;
        for (var set of sets) {
          var best = 0;
          set.forEach(function (way) { best = Math.max(best, way.map.get(n) || 0); });
          if (!best) return;
          sum += best;
        }
        score.set(n, sum);
      });
      return { entries: await ranked(score, index, filters), terms: sets, loose: false, score: score };
    }

    // Topics first where their words have it, then what is under the best of them, then titles, then texts.
    async function ranked(score, index, filters) {
      var topics = index.topics.length, best = -1, top = 0;
      score.forEach(function (w, n) {
        if (n < topics) { score.set(n, w = w * 2); if (w > top) { top = w; best = n; } }
      });
      if (best >= 0) {
        (await posting("#t" + best)).forEach(function (_, n) { if (score.has(n) && n >= topics) score.set(n, score.get(n) * 1.5); });
      }
      var wanted = await Promise.all((filters || []).map(posting)), kind = filters && filters.kind;
      return Array.from(score.keys()).filter(function (n) {
        return wanted.every(function (map) { return map.has(n); }) && (!kind || kindOf(index, n) === kind);
      }).sort(function (a, b) { return score.get(b) - score.get(a) || a - b; });
    }

    // The nearest, where nothing has all of it: rare pairs and words weigh more than common ones.
    async function near(text, filters) {
      var index = await get("index"), score = new Map(), alternatives = [];
      for (var term of normal(text).split(/[^a-z0-9\u2e80-\uffff]+/)) {
        if (!term || STOP.indexOf(" " + term + " ") >= 0) continue;
        if (hasChinese(term)) pairs(term).forEach(function (key) { alternatives.push(posting(key)); });
        else if (term.length > 1) alternatives.push(latin(term).then(function (set) {
          var union = new Map();
          set.forEach(function (way) { way.map.forEach(function (w, n) { union.set(n, Math.max(w, union.get(n) || 0)); }); });
          return union;
        }));
      }
      for (var map of await Promise.all(alternatives.slice(0, 10))) {
        var rare = Math.log(1 + index.entries / (map.size || 1));
        map.forEach(function (weight, n) { score.set(n, (score.get(n) || 0) + weight * rare); });
      }
      return { entries: (await ranked(score, index, filters)).slice(0, 30), terms: [], loose: true, score: score };
    }

    // The card of an entry, or null where its text does not hold what was typed.
    async function card(n, found) {
      var index = await get("index"), starts = index.starts || (index.starts = numbers(index.blocks)), low = 0, high = starts.length;
      while (high - low > 1) { var mid = (low + high) >> 1; if (starts[mid] <= n) low = mid; else high = mid; }
      var raw = (await get("b-" + low))[n - starts[low]], names = lower(raw[5]), text = names + lower(raw[6]);
      var holds = found.terms.every(function (set) {
        return set.some(function (way) { return way.map.has(n) && (!way.check || text.indexOf(way.check) >= 0); });
      });
      if (!holds) return null;
      return { entry: n, kind: kindOf(index, n), title: raw[0], path: raw[1], place: raw[2], offices: raw[3],
        topics: raw[4].map(function (t) { return index.topics[t]; }), names: names, text: raw[6] };
    }

    // A search: `more(count)` promises the next results; `left` is how many may follow.
    async function search(text, filters) {
      var found = await find(text, filters), at = 0;
      var query = normal(text).trim();
      async function more(count) {
        var cards = [];
        while (cards.length < count && at < found.entries.length) {
          var next = found.entries.slice(at, at + count - cards.length);
          at += next.length;
          (await Promise.all(next.map(function (n) { return card(n, found); }))).forEach(function (c) { if (c) cards.push(c); });
        }
        return cards;
      }
      var start = await more(6);
      if (!start.length) {
        found = await near(text, filters);
        at = 0;
        start = await more(6);
      }
      // Among topics, one that has the query as a word of its own comes first.
      function own(c) { return c.kind === "topic" && c.names.split("\n").indexOf(query) >= 0 ? 0 : 1; }
      start.sort(function (a, b) { return own(a) - own(b); });
      return { first: start, loose: found.loose, more: more, left: function () { return found.entries.length - at; } };
    }
    return { search: search };
  }

  function kindOf(index, n) {
    var kind = "";
    index.kinds.forEach(function (pair) { if (pair[1] <= n) kind = pair[0]; });
    return kind;
  }

  // Names whose reading, or whose initials, begin like what was typed, cut to what was typed.
  function read(readings, term) {
    var found = [];
    Object.keys(readings).forEach(function (reading) {
      var syllables = reading.split(" "), whole = syllables.join("");
      if (!whole.startsWith(term)) return;
      var count = reading.length === whole.length ? term.length : 0;
      for (var length = 0; !(reading.length === whole.length) && length < term.length; count++) length += syllables[count].length;
      readings[reading].forEach(function (name) {
        var cut = Array.from(name.slice(1)).slice(0, Math.max(count, 2)).join("");
        var rank = (whole === term ? 0 : 2) + Number(name[0]);
        found.push({ name: cut, rank: rank });
      });
    });
    found.sort(function (a, b) { return a.rank - b.rank || (a.name < b.name ? -1 : 1); });
    return Array.from(new Set(found.map(function (f) { return f.name; }))).slice(0, 3);
  }

  function lower(text) { return text.replace(/[A-Z]/g, function (c) { return c.toLowerCase(); }); }
  function normal(text) { return lower(text); }
  function cjk(c) { return c.codePointAt(0) >= 0x2e80; }
  function hasChinese(text) { return Array.from(text).some(cjk); }
  function pairs(term) {
    var chars = Array.from(term), keys = [];
    for (var i = 1; i < chars.length; i++) if (cjk(chars[i - 1]) || cjk(chars[i])) keys.push(chars[i - 1] + chars[i]);
    return keys;
  }
  function stem(word) {
    var endings = ["ings", "ing", "ies", "ed", "es", "s", "y", "e"];
    for (var i = 0; i < endings.length; i++) {
      var root = word.slice(0, -endings[i].length);
      if (word.endsWith(endings[i]) && root.length >= 3 && !root.endsWith("s")) return root;
    }
    return word;
  }
  return { client: client };
})();
if (typeof module !== "undefined") module.exports = QingdanSearch;

// The page. Files are loaded as scripts, which browsers allow from a disk as well.
if (typeof document !== "undefined") (function () {
  var box = document.getElementById("_search");
  if (!box) return;
  var waiting = {}, data = box.dataset, input = document.getElementById("_q"), kind = document.getElementById("_kind");
  var status = document.getElementById("_count"), list = document.getElementById("_found"), more = document.getElementById("_more");
  var folder = data.index.slice(data.root.length), shown = [], current = null, run = 0;
  window.qingdanSearch = function (name, value) { if (waiting[name]) waiting[name](value); };
  var client = QingdanSearch.client(function (name) {
    return new Promise(function (done, failed) {
      waiting[folder + name] = done;
      var script = document.createElement("script");
      script.src = data.root + folder + name + ".js";
      script.onerror = function () { if (name[0] === "l") done(null); else failed(new Error(name)); };
      document.head.appendChild(script);
    });
  });
  function element(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  function label(kind) { return data["kind" + kind[0].toUpperCase() + kind.slice(1)]; }
  function draw() {
    list.textContent = "";
    var groups = new Map();
    shown.forEach(function (card) { groups.set(card.kind, (groups.get(card.kind) || []).concat([card])); });
    groups.forEach(function (cards, kind) {
      element("h2", label(kind), list);
      var items = element("ul", "", list);
      cards.forEach(function (card) {
        var item = element("li", "", items);
        element("a", card.title, item).href = data.root + card.path;
        if (card.place) element("span", " " + card.place, item).className = "label";
        card.offices.forEach(function (office) { element("div", office, item); });
      });
    });
    var left = current.left();
    more.hidden = !left;
    var count = shown.length + (left ? "+" : "");
    status.textContent = shown.length ? (current.loose ? data.loose : data.count).replace("{n}", count) : data.none;
  }
  function start(text, push) {
    var mine = ++run, filters = [];
    filters.kind = kind.value;
    if (Array.from(text.trim()).length < 2) {
      list.textContent = "";
      more.hidden = true;
      status.textContent = text ? data.short : "";
      return;
    }
    status.textContent = data.wait;
    if (push && location.protocol !== "file:") history.replaceState(null, "", "?q=" + encodeURIComponent(text));
    client.search(text, filters).then(function (found) {
      if (mine !== run) return;
      current = found;
      shown = found.first;
      draw();
    }).catch(function () { if (mine === run) status.textContent = data.fail; });
  }
  box.hidden = false;
  box.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    start(input.value, true);
  });
  var timer;
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { start(input.value, true); }, 300);
  });
  kind.addEventListener("change", function () { start(input.value, false); });
  more.addEventListener("click", function () {
    var before = shown.length, mine = run;
    current.more(6).then(function (cards) {
      if (mine !== run) return;
      shown = shown.concat(cards);
      draw();
      var first = cards[0] && Array.from(list.querySelectorAll("a")).filter(function (a) { return a.textContent === cards[0].title; })[0];
      if (first && before) first.focus();
    });
  });
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) start(input.value, false);
})();
