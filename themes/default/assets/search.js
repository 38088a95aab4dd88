// The search: a query in, results out. The first part runs anywhere (the tests run it in Node); the second is the page.
"use strict";
var QingdanSearch = (function () {
  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  var STOP = " a an and are at be by can do does for from how i in is it me much my of on or the to what where which who whom with you your ";
  var FOURS = 0x3fff; // largest number of a key of four characters
  var CHUNK = 64; // entries whose cards and texts are told by one file of prints
  var PARTS = 4; // parts of texts in a file
  var PRINTED = 32; // files that a file of prints tells
  var PRINT = 10; // letters of a print
  var BUDGET = 48e3; // bytes of lists, cards and texts after which the reader is asked whether to go on

  // The client of the index at an address. `load(name, again)` promises the value of a file; `again` says that whatever was
  // kept of it is too old. Files are called by what they hold, so those of two builds are never taken for each other: where
  // one is gone, the site was built anew, and the search begins again with the index as it is now.
  function client(load) {
    var now = edition(load, false);
    async function ask(question) {
      var asked = now;
      try {
        return await question(asked);
      } catch (fault) {
        if (asked === now) now = edition(load, true);
        return question(now);
      }
    }
    return {
      search: function (text, given) { return ask(function (one) { return one.search(text, given); }); },
      regions: function () { return ask(function (one) { return one.regions(); }); },
      answer: function (text, slug) { return ask(function (one) { return one.answer(text, slug); }); },
    };
  }

  // The client of one build of an index.
  function edition(load, again) {
    var kept = {}, decoded = {}, spent = 0;
    function get(name) {
      return kept[name] || (kept[name] = load(name, again && name === "index").then(function (value) {
        if (/^[bcnqt]-/.test(name)) spent += encodeURIComponent(JSON.stringify(value)).replace(/%../g, "%").length;
        return value;
      }));
    }

    // The value of a file that is called by a print among others.
    function printed(name, prints, at) { return get(name + "." + prints.slice(PRINT * at, PRINT * (at + 1))); }

    // A file of a kind by its number; its print stands in a file with those of its neighbours.
    async function numbered(letter, number) {
      var index = await get("index"), group = Math.floor(number / PRINTED);
      var prints = await printed("d-" + letter + "-" + group, index.prints[letter], group);
      return printed(letter + "-" + number, prints, number % PRINTED);
    }

    // Where cards and texts of a chunk stand: first part, first entry of every file of cards, prints of these, prints of texts.
    async function chunk(number) { return printed("d-e-" + number, (await get("index")).prints.e, number); }

    // The file of stems and names that begin with two letters, or null.
    async function words(letters) {
      var index = await get("index"), prints = await printed("d-l", index.prints.l, 0);
      return Object.prototype.hasOwnProperty.call(prints, letters) ? printed("l-" + letters, prints[letters], 0) : null;
    }

    // The lists of a key, `[names, texts]`: the digits of a short one, the pieces of a long one.
    async function lists(key) {
      var index = await get("index"), shard = await numbered("p", hash(key) & (index.count.p - 1));
      var has = Object.prototype.hasOwnProperty.call(shard, key), both = has ? shard[key].split("|") : ["", ""];
      return both.map(function (text, which) {
        if (text[0] !== "=") return { digits: text };
        return { pieces: text.slice(1).split(",").map(function (piece) {
          var at = piece.split("."), rest = at.length === 1;
          return { first: Number(at[at.length - 1]), print: rest ? null : at[0], kind: "nc"[which], key: key };
        }) };
      });
    }

    // The numbers of a piece. The last of a list stands by its key among those of other lists, any other has a file.
    async function piece(one) {
      var name = one.print || one.kind + " " + one.key;
      if (!decoded[name]) {
        var index = await get("index");
        var digits = one.print ? get("q-" + one.print) : numbered(one.kind, hash(one.key) & (index.count[one.kind] - 1));
        decoded[name] = decode(one.print ? await digits : (await digits)[one.key]);
      }
      return decoded[name];
    }

    // The numbers of a list from `low` up to `high`, which is left out.
    async function numbers(list, low, high) {
      if (!list.pieces) return among(decode(list.digits), low, high);
      var pieces = list.pieces.filter(function (one, i, all) { return one.first < high && (i + 1 === all.length || all[i + 1].first > low); });
      return among([].concat.apply([], await Promise.all(pieces.map(piece))), low, high);
    }

    // What holds all neighbours of a Chinese term, twos, threes or fours by its length: a way is lists of keys that must
    // all hold, or of which one must.
    async function chinese(term) {
      var size = Array.from(term).length, keys = size > 4 ? [] : neighbours(term, Math.min(size, 3));
      if (size > 3) keys = keys.concat(neighbours(term, 4).map(function (four) { return "#" + (hash(four) & FOURS); }));
      var chosen = keys;
      if (keys.length > 6) chosen = [0, 1, 2, 3, 4, 5].map(function (i) { return keys[Math.round(i * (keys.length - 1) / 5)]; });
      return { all: true, lists: await Promise.all(chosen.map(lists)), check: size > 3 ? term : null };
    }

    // What holds a word that begins like a Latin term, or a name that is read like it. `most` bounds the words.
    async function latin(term, most) {
      var file = /^[a-z0-9]{2}/.test(term) ? await words(term.slice(0, 2)) : null, root = stem(term);
      if (!file) return [{ all: false, lists: [await lists(root)], check: null }];
      var stems = file[0].split(" ").filter(function (word) { return word.startsWith(root); });
      stems.sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); });
      if (stems[0] === root) stems = stems.slice(0, term.length > 3 ? 4 : 1);
      var ways = [{ all: false, lists: await Promise.all(stems.slice(0, most).map(lists)), check: null }];
      for (var name of read(file[1], term).slice(0, Math.ceil(most / 2))) ways.push(await chinese(name));
      return ways;
    }

    // Numbers that a way has in its lists of names (0) or texts (1), rare lists first.
    async function having(way, which, low, high) {
      var all = way.lists.map(function (pair) { return pair[which]; }), found = null;
      if (way.all) {
        all.sort(function (a, b) { return length(a) - length(b); });
        for (var list of all) {
          var some = await numbers(list, low, high);
          found = found ? common(found, some) : some;
          // Few enough are held against their texts instead.
          if (found.length < 2) break;
        }
        return found || [];
      }
      found = new Set();
      (await Promise.all(all.map(function (list) { return numbers(list, low, high); }))).forEach(function (some) {
        some.forEach(function (n) { found.add(n); });
      });
      return Array.from(found);
    }

    // Entries of a window that a set of ways has: number to `[weight, [[way, part or null]…]]`.
    async function entries(ways, window, names, texts) {
      var found = new Map(), index = await get("index");
      function note(n, weight, way, part) {
        var one = found.get(n);
        if (!one) found.set(n, one = [0, []]);
        one[0] = Math.max(one[0], weight);
        one[1].push([way, part]);
      }
      for (var way of ways) {
        if (names) (await having(way, 0, window[0], window[2])).forEach(function (n) { note(n, 3, way, null); });
        if (!texts) continue;
        var parts = await having(way, 1, window[1], window[3]);
        if (!parts.length) continue;
        var starts = await numbers((await lists("#s"))[1], window[1], window[3]);
        parts.forEach(function (part) { note(window[0] + before(starts, part), 1, way, part); });
      }
      return found;
    }

    // Windows of the index: first entry, first part, and where both end.
    function windows(index) {
      return index.windows.map(function (start, i) {
        var next = index.windows[i + 1] || [index.entries, index.parts];
        return [start[0], start[1], next[0], next[1]];
      });
    }

    // The words of a query.
    function terms(text) {
      var all = lower(text).split(/\s+/).filter(function (term) { return term && STOP.indexOf(" " + term + " ") < 0; });
      return [].concat.apply([], all.map(function (term) {
        return hasChinese(term) ? [term] : term.split(/[^a-z0-9]+/).filter(Boolean);
      })).filter(function (term) { return Array.from(term).length > 1; }).slice(0, 6);
    }

    // Looks for all the words, stage by stage: `next()` promises more entries, best first, or null after the last stage.
    async function find(terms, filters) {
      var index = await get("index"), all = windows(index), stage = 0, best = {};
      var most = Math.min(6, Math.ceil(9 / terms.length));
      var sets = await Promise.all(terms.map(async function (term) { return hasChinese(term) ? [await chinese(term)] : latin(term, most); }));
      // Where there are many entries, names come first, then texts, both window by window; else all at once.
      var stages = all.map(function (window) { return [window, true, terms.length > 0]; });
      if (terms.length && all.length > 1) stages = all.map(function (window) { return [window, true, false]; }).concat(stages);
      async function next() {
        if (stage === stages.length) return null;
        var now = stages[stage++], found = new Map();
        var maps = await Promise.all(sets.map(function (ways) { return entries(ways, now[0], now[1], now[2]); }));
        if (!maps.length) for (var n = now[0][0]; n < now[0][2]; n++) found.set(n, { score: 1, proof: [] });
        else maps[0].forEach(function (_, n) {
          if (!maps.every(function (map) { return map.has(n); })) return;
          var own = maps.map(function (map) { return map.get(n); });
          found.set(n, { score: own.reduce(function (sum, one) { return sum + one[0]; }, 0), proof: own.map(function (one) { return one[1]; }) });
        });
        return ranked(found, index, filters, best);
      }
      return { next: next, left: function () { return stages.length - stage; }, sure: sets.every(function (ways) {
        return ways.every(function (way) { return !way.check; });
      }) };
    }

    // Topics first where their words have it, then what is under the best of them, then names, then texts.
    async function ranked(found, index, filters, best) {
      var topics = index.topics.length, top = 0;
      found.forEach(function (one, n) {
        if (n >= topics) return;
        one.score *= 2;
        if (best.topic === undefined && one.score > top) { top = one.score; best.now = n; }
      });
      if (best.topic === undefined && best.now !== undefined) best.topic = best.now;
      if (best.topic !== undefined) {
        (await numbers((await lists("#t" + best.topic))[0], 0, index.entries)).forEach(function (n) {
          if (n >= topics && found.has(n)) found.get(n).score *= 1.5;
        });
      }
      var wanted = await Promise.all(["topic", "region"].filter(function (name) { return filters[name] >= 0; }).map(async function (name) {
        return new Set(await numbers((await lists("#" + name[0] + filters[name]))[0], 0, index.entries));
      }));
      return Array.from(found.keys()).filter(function (n) {
        return wanted.every(function (set) { return set.has(n); }) && (!filters.kind || kindOf(index, n) === filters.kind);
      }).sort(function (a, b) { return found.get(b).score - found.get(a).score || a - b; }).map(function (n) {
        return [n, found.get(n).proof];
      });
    }

    // The nearest, where nothing has all of it: rare pairs and words weigh more than common ones. `most`
    // bounds the pairs and words.
    async function near(text, filters, most) {
      var index = await get("index"), all = windows(index), found = new Map(), sets = [];
      for (var term of lower(text).split(/[^a-z0-9\u2e80-\uffff]+/)) {
        if (!term || STOP.indexOf(" " + term + " ") >= 0) continue;
        (term.match(/[a-z0-9]{2,}/g) || []).forEach(function (word) { sets.push(function () { return latin(word, 2); }); });
        if (hasChinese(term)) neighbours(term, 2).forEach(function (key) {
          sets.push(async function () { return [{ all: true, lists: [await lists(key)], check: null }]; });
        });
      }
      var whole = [0, 0, index.entries, index.parts];
      var maps = await Promise.all(sets.slice(0, most).map(async function (ways) { return entries(await ways(), whole, true, all.length === 1); }));
      maps.forEach(function (map) {
        var rare = Math.log(1 + index.entries / (map.size || 1));
        map.forEach(function (one, n) {
          if (!found.has(n)) found.set(n, { score: 0, proof: [] });
          found.get(n).score += one[0] * rare;
        });
      });
      return (await ranked(found, index, filters, {})).map(function (one) { return one[0]; });
    }

    // The card of an entry, or null where its texts do not hold what was typed.
    async function card(n, proof) {
      var index = await get("index"), number = Math.floor(n / CHUNK), home = await chunk(number), at = before(home[1], n % CHUNK);
      var raw = (await printed("b-" + number + "-" + at, home[2], at))[n % CHUNK - home[1][at]], names = lower(raw[4]);
      for (var ways of proof) if (!(await holds(ways, names, number))) return null;
      return { entry: n, kind: kindOf(index, n), title: raw[4].slice(0, raw[4].indexOf("\n")), path: raw[0], place: raw[1],
        offices: raw[2], gone: raw[5], topics: raw[3].map(function (t) { return index.topics[t]; }), names: names };
    }

    // Whether one of the ways to a word is true; what needs no file more is tried first.
    async function holds(ways, names, number) {
      if (ways.some(function (one) { return !one[0].check || (one[1] === null && names.indexOf(one[0].check) >= 0); })) return true;
      for (var one of ways) {
        if (one[1] === null) continue;
        var home = await chunk(number), part = one[1] - home[0], at = Math.floor(part / PARTS);
        var texts = await printed("t-" + number + "-" + at, home[3], at);
        if (lower(texts[part % PARTS]).indexOf(one[0].check) >= 0) return true;
      }
      return false;
    }

    // A search: what it finds first; the nearest beside it where that is little; `more(count)` promises the next
    // results; `left()` is how many may follow, `null` where nobody knows yet.
    async function search(text, given) {
      var filters = Object.assign({}, given), index = await get("index"), queue = [], at = 0, taken = new Set();
      filters.topic = index.topics.indexOf(filters.topic);
      filters.region = filters.region ? ((await regions()).filter(function (r) { return r[1] === given.region; })[0] || [-1])[0] : -1;
      var words = terms(text), query = lower(text).trim();
      var nothing = { sure: true, left: function () { return 0; }, next: async function () { return null; } };
      var found = words.length || !query && (filters.topic >= 0 || filters.region >= 0) ? await find(words, filters) : nothing;
      async function more(count) {
        var cards = [], most = count === Infinity ? count : spent + BUDGET;
        while (cards.length < count && spent < most) {
          if (at === queue.length) {
            var next = await found.next();
            if (!next) break;
            queue = next.filter(function (one) { return !taken.has(one[0]); });
            at = 0;
            continue;
          }
          var some = queue.slice(at, at + Math.min(count - cards.length, 3));
          at += some.length;
          (await Promise.all(some.map(function (one) { return card(one[0], one[1]); }))).forEach(function (one) {
            if (!one) return;
            taken.add(one.entry);
            cards.push(one);
          });
        }
        return cards;
      }
      function left() {
        if (found.left()) return null;
        return at === queue.length || found.sure ? queue.length - at : null;
      }
      var start = await more(6), nearest = [];
      if (words.length && (!start.length || start.length < 3 && left() === 0)) {
        nearest = (await near(text, filters, left() === 0 ? 8 : 4)).filter(function (n) { return !taken.has(n); }).slice(0, 6);
        nearest = await Promise.all(nearest.map(function (n) { return card(n, []); }));
      }
      // Among topics, one that has the query as a word of its own comes first.
      function own(c) { return c.kind === "topic" && c.names.split("\n").indexOf(query) >= 0 ? 0 : 1; }
      start.sort(function (a, b) { return own(a) - own(b); });
      return { first: start, near: nearest, more: more, left: left };
    }

    // The page of a topic in the region that is chosen, or that the query names: null where no region is meant, or none of
    // the topics that the rest of the query names has a page about it.
    async function answer(text, slug) {
      var query = " " + lower(text).replace(/[^a-z0-9\u2e80-\uffff]+/g, " ") + " ", said = "", rows = await regions();
      var row = rows.find(function (one) {
        if (slug) return one[1] === slug;
        var name = lower(one[2]), short = hasChinese(name) ? name.slice(0, -1) : name.split(" ")[0];
        var forms = [name, short, one[1]].map(function (form) { return hasChinese(form) ? form : " " + form + " "; });
        said = forms.find(function (form) { return form.trim().length > 1 && query.indexOf(form) >= 0; }) || "";
        return said && one[4];
      });
      var words = row && row[4] ? terms(said ? query.replace(said, " ") : query) : [];
      if (!words.length) return null;
      var next = await (await find(words, { kind: "topic", topic: -1, region: -1 })).next();
      for (var one of next || []) {
        var bit = parseInt(row[4][one[0] >> 2] || "0", 16) >> (one[0] & 3) & 1, topic = bit ? await card(one[0], one[1]) : null;
        if (topic) return { title: topic.title, region: row[2], path: topic.path.replace("topics/", "regions/" + row[1] + "/topics/") };
      }
      return null;
    }

    // Regions to choose from: number, slug, name, number of the region above, topics with a page about it.
    async function regions() { return printed("f", (await get("index")).prints.f, 0); }
    return { search: search, regions: regions, answer: answer };
  }

  function decode(text) {
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
  function hash(key) {
    var hash = 0x811c9dc5;
    for (var c of key) hash = Math.imul(hash ^ c.codePointAt(0), 0x01000193) >>> 0;
    return (hash ^ (hash >>> 15)) >>> 0;
  }
  function among(numbers, low, high) { return numbers.filter(function (n) { return n >= low && n < high; }); }
  function common(some, others) {
    var set = new Set(others);
    return some.filter(function (n) { return set.has(n); });
  }
  function length(list) { return list.pieces ? 1e6 * list.pieces.length : list.digits.length; }

  // Position of the last of ascending numbers that is not above `n`.
  function before(starts, n) {
    var low = 0, high = starts.length;
    while (high - low > 1) { var mid = (low + high) >> 1; if (starts[mid] <= n) low = mid; else high = mid; }
    return low;
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
  function cjk(c) { return c.codePointAt(0) >= 0x2e80; }
  function hasChinese(text) { return Array.from(text).some(cjk); }
  function neighbours(term, count) {
    var chars = Array.from(term), keys = [];
    for (var i = count; i <= chars.length; i++) if (chars.slice(i - count, i).some(cjk)) keys.push(chars.slice(i - count, i).join(""));
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
  return { client: client, decode: decode };
})();
if (typeof module !== "undefined") module.exports = QingdanSearch;

// The page. Files are loaded as scripts, which browsers allow from a disk as well.
if (typeof document !== "undefined") (function () {
  var box = document.getElementById("_search");
  if (!box) return;
  var waiting = {}, data = box.dataset, form = box.querySelector("form"), fields = form.elements, top = document.getElementById("_find");
  var status = document.getElementById("_count"), list = document.getElementById("_found"), more = document.getElementById("_more");
  var place = window.QingdanRegion || { get: function () { return ""; }, set: function () {} };
  var disk = location.protocol === "file:", shown = [], current = null, run = 0;
  window.qingdanSearch = function (name, value) { if (waiting[name]) waiting[name](value); };
  var client = QingdanSearch.client(function (name, again) {
    var address = data.index + name + ".js";
    return new Promise(function (done, failed) {
      waiting[name] = done;
      function load() {
        var script = document.createElement("script");
        script.src = address;
        script.onerror = function () { failed(new Error(name)); };
        document.head.appendChild(script);
      }
      // The one file whose name does not say what it holds: a browser that kept it asks the host whether it is still so.
      if (name !== "index" || disk) return load();
      if (again) address += "?" + Date.now();
      fetch(address, { cache: "no-cache" }).then(load, load);
    });
  });
  function element(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  function label(kind) { return data["kind" + kind[0].toUpperCase() + kind.slice(1)]; }
  // A phone as printed; behind a tab stands the address that dials it, where it can be one number.
  function phone(number, parent) {
    var parts = number.split("\t"), made = element(parts[1] ? "a" : "span", parts[0], parent);
    made.className = "phone";
    if (parts[1]) made.href = parts[1];
    parent.append(" ");
  }
  function draw() {
    list.textContent = "";
    group(shown);
    if (current.near.length && shown.length) element("p", data.near, list).className = "strong";
    group(current.near);
    var left = current.left(), count = shown.length;
    more.hidden = left === 0;
    var said = count ? (left === 0 ? data.count : left === null ? data.many : data.of) : current.near.length ? data.loose : left === 0 ? data.none : data.rest;
    status.textContent = said.replace("{n}", count + (left || 0)).replace("{m}", count || current.near.length);
  }
  function group(cards) {
    var groups = new Map();
    cards.forEach(function (card) { groups.set(card.kind, (groups.get(card.kind) || []).concat([card])); });
    groups.forEach(function (cards, kind) {
      element("h2", label(kind), list);
      var items = element("ul", "", list);
      cards.forEach(function (card) {
        var item = element("li", "", items), link = element("a", card.title, item);
        link.href = data.root + card.path;
        card.link = link;
        if (card.place) { item.append(" "); element("span", card.place, item).className = "count"; }
        // Who took the place of the body since, so that its phones are those of then.
        if (card.gone && card.offices.length) {
          element("small", (!card.gone[1] ? data.goneUndated : card.gone[2] ? data.goneLocal : data.gone).replace("{date}", card.gone[1]).replace("{body}", card.gone[0]), element("div", "", item));
        }
        card.offices.forEach(function (office) {
          var line = element("div", office[0] ? office[0] + " " : "", item);
          office.slice(1).forEach(function (number) { phone(number, line); });
        });
      });
    });
  }
  function values() {
    return { kind: fields.kind.value, region: fields.region.value, topic: fields.topic.value };
  }
  function start(changed) {
    var mine = ++run, text = fields.q.value, filters = values();
    if (top) top.elements.q.value = text;
    if (changed && !disk) {
      var query = new URLSearchParams();
      [["q", text], ["kind", filters.kind], ["region", filters.region], ["topic", filters.topic]].forEach(function (pair) {
        if (pair[1]) query.set(pair[0], pair[1]);
      });
      history.replaceState(null, "", query.size || text ? "?" + query : location.pathname);
    }
    if (Array.from(text.trim()).length < 2 && (text.trim() || !filters.region && !filters.topic)) {
      list.textContent = "";
      more.hidden = true;
      status.textContent = text ? data.short : "";
      return;
    }
    status.textContent = data.wait;
    client.search(text, filters).then(function (found) {
      if (mine !== run) return;
      current = found;
      shown = found.first;
      draw();
      return client.answer(text, filters.region).then(function (page) {
        if (mine !== run || !page) return;
        var line = element("p", "", list), link = element("a", data.answer.replace("{region}", page.region).replace("{topic}", page.title), line);
        link.href = data.root + page.path;
        link.className = "strong";
        list.prepend(line);
      });
    }).catch(function () { if (mine === run) status.textContent = data.fail; });
  }
  // Regions are read from the index: the highest as groups, those below the next with its name.
  function choices(rows) {
    var known = {};
    rows.forEach(function (row) {
      var above = known[row[3]], group = above ? above.group : element("optgroup", "", fields.region);
      if (!above) group.label = row[2];
      known[row[0]] = { group: group, name: row[2], top: !above };
      element("option", row[2] + (above && !above.top ? " · " + above.name : ""), group).value = row[1];
    });
  }
  box.hidden = false;
  form.addEventListener("submit", function (event) {
    if (disk) return;
    event.preventDefault();
    start(true);
  });
  var timer;
  fields.q.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { start(true); }, 300);
  });
  form.addEventListener("change", function (event) {
    if (event.target === fields.region) place.set(fields.region.value);
    if (event.target !== fields.q) start(true);
  });
  more.addEventListener("click", function () {
    var mine = run;
    current.more(6).then(function (cards) {
      if (mine !== run) return;
      shown = shown.concat(cards);
      draw();
      if (cards[0]) cards[0].link.focus();
      // The site was built anew since.
    }).catch(function () { if (mine === run) start(false); });
  });
  var asked = new URLSearchParams(location.search);
  ["q", "kind", "topic"].forEach(function (name) { fields[name].value = asked.get(name) || ""; });
  client.regions().then(function (rows) {
    choices(rows);
    // A region that was chosen before holds until another is.
    fields.region.value = asked.get("region") || (asked.has("region") ? "" : place.get());
    if (asked.get("q") || asked.get("region") || asked.get("topic")) start(false);
  }).catch(function () { status.textContent = data.fail; });
})();
