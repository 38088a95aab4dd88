// The search: a query in, results out. The first part runs anywhere (the tests run it in Node); the second is the page.
"use strict";
var QingdanSearch = (function () {
  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  var STOP = " a an and are at be by can do does for from how i in is it me much my of on or the to what where which who whom with you your ";
  var FOURS = 0x3fff; // largest number of a key of four characters
  var CHUNK = 64; // entries whose cards and texts are told by one file of prints
  var PARTS = 4; // parts of texts in a file
  var PRINTED = 32; // files that a file of prints tells
  var WORDS = 128; // files of Chinese everyday words
  var LETTERED = 128; // files of everyday words in letters
  var PRINT = 10; // letters of a print
  var ACCENTS = "aàáâãäåāăąǎ cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįǐ jĵ kķ lĺļľł nñńņňǹ oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț uùúûũūŭůűųǔ vüǖǘǚǜ wŵ yýÿŷ zźżž";
  var SYLLABLES = /^(?:(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])?(?:[iu]ang|iong|[aeiou]ng|i?ao|uai|[iuv]?an|ian|[ae]i|ou|[eiuv]n|er|i[aeu]|u[aoie]|ve|[aeiouv]))+$/;
  // What it is worth that an entry is under the topic of a thing, mentions it, is about it, is called by it.
  var LEVELS = [0.6, 1.5, 2.4, 3.5];
  // What a known word is worth by what it is.
  var ROLES = { place: 1.2, thing: 1, ask: 0.9, common: 0.8, filler: 0.6 };
  // How much a result of a kind answers, beside what it says.
  var WORTH = { service: 1.15, duty: 1.1, matter: 1.1, mechanism: 0.8, office: 0.7, law: 0.3, department: 0.25, list: 0.3, region: 0.3 };
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
      // Questions are long and stand nowhere: two keys mostly say so.
      var found = await Promise.all(chosen.slice(0, 2).map(lists));
      if (found.every(any)) found = found.concat(await Promise.all(chosen.slice(2).map(lists)));
      return { all: true, lists: found.every(any) ? found : [], check: size > 3 ? term : null };
    }

    // What holds a word in just this form or another of the same stem.
    async function word(term) { return [{ all: false, lists: [await lists(stem(term))], check: null }]; }

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
      var all = text.split(/\s+/).filter(function (term) { return term && STOP.indexOf(" " + term + " ") < 0; });
      return [].concat.apply([], all.map(function (term) {
        return hasChinese(term) ? [term] : split(term);
      })).filter(function (term) { return Array.from(term).length > 1; }).slice(0, 6);
    }

    // Looks for all the words, stage by stage: `next()` promises more entries, best first, or null after the last stage.
    async function find(terms, filters, region) {
      var index = await get("index"), all = windows(index), stage = 0, best = {}, inside = region >= 0 ? await marked("#r" + region) : null;
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
        if (inside) found.forEach(function (one, n) { if (inside.has(n)) one.score *= 4; });
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
        if (kindOf(index, n) === "law") one.score *= 0.45;
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
      var fits = await wanted(filters);
      return Array.from(found.keys()).filter(fits).sort(function (a, b) { return found.get(b).score - found.get(a).score || a - b; }).map(function (n) {
        return [n, found.get(n).proof];
      });
    }

    // The entries that have to do with a thing: number to `[weight]`, by how near they are.
    async function about(thing) {
      var index = await get("index");
      return new Map((await numbers((await lists("#c" + thing))[0], 0, LEVELS.length * index.entries)).map(function (n) {
        return [Math.floor(n / LEVELS.length), [LEVELS[n % LEVELS.length]]];
      }));
    }

    // Whether an entry is what the filters want.
    async function wanted(filters) {
      var index = await get("index"), sets = await Promise.all(["topic", "region"].filter(function (name) { return filters[name] >= 0; }).map(function (name) {
        return marked("#" + name[0] + filters[name]);
      }));
      return function (n) {
        return sets.every(function (set) { return set.has(n); }) && (!filters.kind || kindOf(index, n) === filters.kind);
      };
    }

    // The entries that a mark names.
    async function marked(key) { return new Set(await numbers((await lists(key))[0], 0, (await get("index")).entries)); }

    // The everyday words of some files, each with what it is: of a thing (`state` 0: the site has nothing on it; 2: it says little
    // beside such a thing, or beside much that is unknown; 3: half as much as others beside such a thing), a way to ask, a word that all records have, or a filler.
    async function vocabulary(letter, homes) {
      var index = await get("index"), all = [];
      var files = await Promise.all(Array.from(new Set(homes)).map(function (at) { return printed(letter + "-" + at, index.prints[letter], at); }));
      [].concat.apply([], files).forEach(function (pair) {
        var what = pair[0], more = what === "c" ? { role: "common" } : what === "f" ? { role: "filler" } :
          what[0] === "a" ? { role: "ask", kinds: index.asks[what.slice(1)].split(" ") } : { role: "thing", thing: Number(what), state: Number(index.states[what]) };
        pair[1].split("|").forEach(function (word) { all.push(Object.assign({ word: word }, more)); });
      });
      return all;
    }

    // Regions with the forms of their names, in the language of the site and in pinyin.
    async function places() {
      return (await regions()).map(function (row) {
        var name = fold(row[2]), last = { 县: "xian", 市: "shi", 区: "qu", 省: "sheng", county: "xian", city: "shi", district: "qu", province: "sheng" };
        var long = hasChinese(name), end = long ? name.slice(-1) : name.split(" ").pop(), short = name.slice(0, -end.length).trim();
        var plain = row[1].replace(/[^a-z]/g, ""), names = [name].concat(last[end] && short.length > 1 ? [short] : []);
        var spelled = (last[end] ? [plain + last[end]] : []).concat(plain.length > 3 ? [plain] : []);
        return { region: row[0], short: names[names.length - 1], names: names, spelled: spelled };
      });
    }

    // What is typed in pinyin, with or without tones and blanks, as characters: `{ text, region }`, or null where it is none.
    // `tones` has one for each letter, where the text has one.
    async function characters(query, tones) {
      var tokens = query.split(/[\s'’-]+/).map(function (token) { return /^([a-z]+[1-5])+$/.test(token) ? token.replace(/[1-5]/g, "") : token; });
      var runs = tokens.reduce(function (runs, token) {
        var kind = SYLLABLES.test(token) ? "spelled" : /^[0-9.]+$/.test(token) || hasChinese(token) ? "as it is" : "other";
        var before = runs[runs.length - 1];
        if (kind === "spelled" && before && before.kind === kind) before.text += token; else runs.push({ kind: kind, text: token });
        return runs;
      }, []);
      if (!runs.some(function (run) { return run.kind === "spelled"; }) || runs.some(function (run) { return run.kind === "other"; })) return null;
      var out = { text: "", region: null };
      for (var run of runs) {
        var text = run.kind === "spelled" ? await spell(run.text, out, runs.length > 1 ? [] : tones) : run.text;
        if (text === null) return null;
        out.text += text;
      }
      return out;
    }

    // A row of syllables as characters: a region before a name of the site, or everyday words one after the other.
    async function spell(text, out, tones) {
      var forms = [];
      (await places()).forEach(function (place) { place.spelled.forEach(function (form) { forms.push([form, place]); }); });
      forms.sort(function (a, b) { return b[0].length - a[0].length; });
      var first = forms.filter(function (pair) { return text.startsWith(pair[0]); })[0], last = forms.filter(function (pair) { return text.endsWith(pair[0]); })[0];
      if ((first || last) && out.region === null) {
        out.region = (first || last)[1];
        tones = [];
        text = first ? text.slice(first[0].length) : text.slice(0, -last[0].length);
        if (!text) return "";
      }
      var file = await words(text.slice(0, 2)), names = file ? read(file[1], text) : [];
      if (names.length) return names[0];
      var pieces = [], starts = Array.from(text, function (_, at) { return text.slice(at); }).filter(function (rest, at) {
        return !at || SYLLABLES.test(text.slice(0, at)) && SYLLABLES.test(rest);
      });
      (await vocabulary("y", starts.map(letterHome).concat(0))).forEach(function (entry) {
        var parts = entry.word.split(" "), form = parts[0];
        for (var at = form.length < 2 ? -1 : text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
          var said = tones.slice(at, at + form.length).join("");
          // Short words are read like others: they have their tones, a stop where these may differ.
          if (parts[2] && said.length === parts[2].length && !new RegExp(parts[2]).test(said)) continue;
          pieces.push({ start: at, end: at + form.length, worth: form.length * form.length * ROLES[entry.role], text: parts[1] });
        }
      });
      pieces = cut(text.length, pieces);
      var covered = pieces.reduce(function (sum, piece) { return sum + piece.end - piece.start; }, 0);
      // In an English site letters are English unless nearly all of them can be read.
      return covered >= text.length * (hasChinese((await places())[0].short) ? 0.45 : 0.75) ? pieces.map(function (piece) { return piece.text; }).join("") : null;
    }

    // What a query asks about: the pieces of it that are known, and what stands between them.
    async function understand(text) {
      var query = fold(text).trim(), spelled = await characters(query, toned(text)), all = await places();
      if (spelled) query = spelled.text;
      if (spelled && !query) query = hasChinese(spelled.region.short) ? spelled.region.short : fold(text).trim();
      var asked = { query: query, spelled: !!spelled, pieces: [], gaps: [], region: spelled && spelled.region ? spelled.region.region : -1 };
      var chinese = hasChinese(query), tokens = chinese ? null : split(query), stems = chinese ? null : tokens.map(stem), pieces = [];
      function add(start, end, size, entry) { pieces.push(Object.assign({ start: start, end: end, size: size, worth: size * size * ROLES[entry.role] }, entry)); }
      function find(entry) {
        if (!entry.word) return;
        if (!chinese) {
          var phrase = entry.word.split(" ");
          stems.forEach(function (_, at) {
            var end = matched(phrase, stems, at);
            if (end) add(at, end, phrase.filter(function (word) { return word !== "…"; }).length, entry);
          });
        } else if (entry.word.indexOf("…") > 0) {
          var gap = new RegExp(entry.word.split("…").map(function (part) { return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join(".{0,5}?"), "g");
          for (var hit of query.matchAll(gap)) add(hit.index, hit.index + hit[0].length, entry.word.replace(/…/g, "").length, entry);
        } else for (var at = query.indexOf(entry.word); at >= 0; at = query.indexOf(entry.word, at + 1)) add(at, at + entry.word.length, entry.word.length, entry);
      }
      (await (chinese ? vocabulary("w", Array.from(query).map(function (c) { return c.codePointAt(0) % WORDS; })) : vocabulary("v", stems.map(letterHome)))).forEach(find);
      all.forEach(function (place) {
        place.names.forEach(function (name) { find({ word: chinese ? name : split(name).map(stem).join(" "), role: "place", region: place.region }); });
      });
      asked.pieces = cut(chinese ? query.length : tokens.length, pieces);
      asked.pieces.forEach(function (piece) { if (piece.role === "place" && asked.region < 0) asked.region = piece.region; });
      var at = 0;
      asked.pieces.concat([{ start: chinese ? query.length : tokens.length }]).forEach(function (piece) {
        if (piece.start > at) asked.gaps = asked.gaps.concat(chinese ? query.slice(at, piece.start).split(/[^\p{Alphabetic}\p{N}]+/u) : tokens.slice(at, piece.start));
        at = piece.end;
      });
      asked.gaps = asked.gaps.filter(function (gap) { return Array.from(gap).length > 1 && STOP.indexOf(" " + gap + " ") < 0; });
      asked.tokens = tokens;
      return asked;
    }

    // Whether a query is about something that the site has. What it has nothing on speaks against it; beside that, or beside much
    // that is unknown, a word as wide as a complaint says nothing.
    function claim(asked, sure) {
      function sum(fits) { return asked.pieces.filter(fits).reduce(function (sum, piece) { return sum + piece.size; }, 0); }
      var things = [0, 1, 2, 3].map(function (state) { return sum(function (piece) { return piece.role === "thing" && piece.state === state; }); });
      var unknown = asked.gaps.reduce(function (sum, gap) { return sum + (asked.tokens ? 1 : gap.length); }, 0);
      if (things[0]) return things[1] && things[1] >= things[0] || things[1] + things[3] / 2 > things[0];
      if (things[1] || things[3]) return true;
      if (things[2]) return unknown <= (asked.tokens ? Math.max(2, things[2]) : Math.max(4, 2 * things[2]));
      return sure || asked.region >= 0 && !unknown && asked.pieces.every(function (piece) { return piece.role !== "common"; });
    }

    // What answers a query best though its text stands nowhere: records about the things it names, the rarer the thing the better.
    // `sure`: something is called by what was typed and is no everyday word; `together`: a record has several rare words of it.
    async function answers(asked, filters) {
      var index = await get("index"), all = windows(index), whole = [0, 0, index.entries, index.parts], few = all.length === 1, units = [], seen = {};
      var subject = asked.pieces.some(function (piece) { return piece.role === "thing" && piece.state === 1; });
      asked.pieces.forEach(function (piece) {
        if (piece.role === "thing" && piece.state) {
          var before = seen[piece.thing] || (seen[piece.thing] = { size: 0, thing: piece.thing });
          if (!before.size) units.push(before);
          // Long words say more than short ones.
          before.size += piece.size;
          // What is done to something says less than what it is done to.
          before.weight = (piece.state === 2 ? 0.5 : piece.state === 3 && subject ? 0.7 : 1) * Math.sqrt(before.size);
        } else if (piece.role === "common" || piece.role === "thing" && !piece.state) {
          var term = asked.tokens ? asked.tokens.slice(piece.start, piece.end).join(" ") : piece.word;
          units.push({ weight: 0.4, lacked: piece.role === "thing", ways: function () { return hasChinese(term) ? chinese(term).then(one) : word(term); } });
        }
      });
      units.sort(function (a, b) { return b.weight - a.weight; });
      units = units.slice(0, 6);
      asked.gaps.forEach(function (gap) {
        if (!hasChinese(gap)) return units.push({ weight: 0.7, raw: true, ways: function () { return word(gap); } });
        var chars = Array.from(gap), keys = chars.length < 4 ? [gap] : neighbours(gap, 2);
        keys.forEach(function (key) { units.push({ weight: 1 / keys.length, raw: key.length > 2, ways: function () { return chinese(key).then(one); } }); });
      });
      units = units.slice(0, few ? 10 : 6);
      var maps = await Promise.all(units.map(async function (unit) { return unit.ways ? entries(await unit.ways(), whole, true, few) : about(unit.thing); }));
      var found = new Map(), sure = false, together = false, helped = asked.pieces.some(function (piece) { return piece.role === "thing" && piece.state; });
      maps.forEach(function (map, u) {
        var rarity = Math.log(1 + index.entries / (map.size || 1)), rare = rarity * units[u].weight, said = asked.tokens && (units[u].raw || helped && units[u].lacked);
        map.forEach(function (one, n) {
          var own = found.get(n);
          if (!own) found.set(n, own = { names: 0, parts: {}, words: 0, rarity: 0 });
          if (said) { own.words++; own.rarity += rarity; }
          if (one[0] > 1 && units[u].raw) sure = true;
          if (one[0] > 1 || !units[u].ways) own.names += one[0] * rare;
          else one[1].forEach(function (proof) { own.parts[proof[1]] = (own.parts[proof[1]] || 0) + rare; });
        });
      });
      var inside = asked.region >= 0 ? await marked("#r" + asked.region) : null, kinds = new Set();
      asked.pieces.forEach(function (piece) { (piece.kinds || []).forEach(function (kind) { kinds.add(kind); }); });
      // A region alone: its list, and what is asked for there.
      if (!units.length && inside) inside.forEach(function (n) { found.set(n, { names: kindOf(index, n) === "list" ? 8 : 1, parts: {}, words: 0 }); });
      var fits = await wanted(filters), scores = new Map();
      found.forEach(function (one, n) {
        if (!fits(n)) return;
        var kind = kindOf(index, n), most = Math.max.apply(null, [0].concat(Object.values(one.parts)));
        // Words that are rare here and stand in one record are hardly there by chance. What the site has nothing on counts beside a thing that it has.
        if (one.words > 1 && one.rarity > 1.35 * Math.log(1 + index.entries)) { together = true; most += one.rarity; }
        var score = (one.names + most) * (WORTH[kind] || 1);
        if (kinds.has(kind)) score *= kind === "office" ? 1.6 : 1.25;
        if (inside && inside.has(n)) score *= 2.5;
        scores.set(n, score);
      });
      var sorted = Array.from(scores.keys()).sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
      // One topic, behind the records that answer: it leads to the same in all regions.
      var topics = sorted.filter(function (n) { return n < index.topics.length; }).slice(0, 1);
      var rest = sorted.filter(function (n) { return n >= index.topics.length; });
      return { sure: sure, together: together, found: rest.slice(0, 3).concat(topics, rest.slice(3)) };
    }

    // The card of an entry, or null where its texts do not hold what was typed.
    async function card(n, proof) {
      var index = await get("index"), number = Math.floor(n / CHUNK), home = await chunk(number), at = before(home[1], n % CHUNK);
      var raw = (await printed("b-" + number + "-" + at, home[2], at))[n % CHUNK - home[1][at]], names = fold(raw[4]);
      for (var ways of proof) if (!(await holds(ways, names, number))) return null;
      return { entry: n, kind: kindOf(index, n), title: raw[4].slice(0, raw[4].indexOf("\n")), path: raw[0], place: raw[1], named: proof.length > 0 && proof.some(function (ways) { return ways.some(function (way) { return way[1] === null; }); }),
        contacts: raw[2], more: raw[5] || 0, gone: raw[6], topics: raw[3].map(function (t) { return index.topics[t]; }), names: names };
    }

    // Whether one of the ways to a word is true; what needs no file more is tried first.
    async function holds(ways, names, number) {
      if (ways.some(function (one) { return !one[0].check || (one[1] === null && names.indexOf(one[0].check) >= 0); })) return true;
      for (var one of ways) {
        if (one[1] === null) continue;
        var home = await chunk(number), part = one[1] - home[0], at = Math.floor(part / PARTS);
        var texts = await printed("t-" + number + "-" + at, home[3], at);
        if (fold(texts[part % PARTS]).indexOf(one[0].check) >= 0) return true;
      }
      return false;
    }

    // A search: `first` holds what was typed; `near` answers it where that is little; where the site has nothing on it, `claims`
    // is false and `beside` is what is close. `behind`: `near` is shown before `first`; `placed`: the query
    // names a region. `more(count)` promises the next results;
    // `left()` is how many may follow, `null` where nobody knows yet.
    async function search(text, given) {
      var filters = Object.assign({}, given), index = await get("index"), queue = [], at = 0, taken = new Set();
      filters.topic = index.topics.indexOf(filters.topic);
      filters.region = filters.region ? ((await regions()).filter(function (r) { return r[1] === given.region; })[0] || [-1])[0] : -1;
      var asked = await understand(text), query = asked.query, words = terms(query);
      var nothing = { sure: true, left: function () { return 0; }, next: async function () { return null; } };
      // A sentence in English has its words in one place by chance alone.
      var sentence = words.length > 3 && !words.some(hasChinese);
      var found = words.length && !sentence || !query && (filters.topic >= 0 || filters.region >= 0) ? await find(words, filters, asked.region) : nothing;
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
      var start = await more(6), nearest = [], beside = [], claims = true;
      // Among topics, one that has the query as a word of its own comes first.
      function own(c) { return c.kind === "topic" && c.names.split("\n").indexOf(query) >= 0 ? 0 : 1; }
      start.sort(function (a, b) { return own(a) - own(b); });
      var named = start.some(function (card) { return card.named; });
      // What is read from letters may be meant for a record of the region that is named with it, or for a record before an office.
      var other = start.filter(function (card) { return card.named && card.kind !== "topic"; });
      var offices = other.length > 0 && other.every(function (card) { return WORTH[card.kind] < WORTH.mechanism; });
      var spoken = (!hasChinese(query) || asked.spelled && (asked.region >= 0 || offices)) && asked.pieces.some(function (piece) { return piece.role === "thing" && piece.state; });
      if (words.length && (!start.length || start.length < 3 && left() === 0 || !named || spoken)) {
        var best = await answers(asked, filters);
        claims = best.together || claim(asked, best.sure) || start.length > 0 && (named || words.length === 1 && !asked.pieces.some(absent));
        nearest = best.found.filter(function (n) { return !taken.has(n) || spoken && n >= index.topics.length; }).slice(0, 6);
        if (spoken && start.length) start = start.filter(function (card) { return nearest.indexOf(card.entry) < 0; });
        nearest.forEach(function (n) { taken.add(n); });
        nearest = await Promise.all(nearest.map(function (n) { return card(n, []); }));
      }
      // In letters a word finds whatever begins like it: records about the thing that it names go before these.
      if (claims && nearest.length && start.length && (spoken || !hasChinese(query))) {
        var topic = start.filter(function (card) { return card.kind === "topic"; }).slice(0, 1);
        start = topic.concat(nearest, start.filter(function (card) { return card !== topic[0]; }));
        nearest = [];
      }
      // What only holds the words of something that the site has nothing on is no answer.
      if (!claims) beside = (words.length > 1 ? start : []).concat(nearest).slice(0, 3);
      var vague = !claims && !asked.gaps.length && !asked.pieces.some(absent) && asked.pieces.some(function (piece) { return piece.role === "ask"; });
      if (!claims && words.length > 1) { start = []; found = nothing; queue = []; at = 0; }
      // What holds the words somewhere in its text gives way to what answers, unless they are so many that only it can be meant.
      var exact = words.some(function (word) { return hasChinese(word) && Array.from(word).length > 4; });
      var behind = !named && !exact && claims && nearest.length > 0 && start.length > 0;
      return { first: start, near: claims ? nearest : [], beside: beside, claims: claims, behind: behind, placed: asked.region >= 0, vague: vague, more: more, left: left };
    }
    function absent(piece) { return piece.role === "thing" && !piece.state; }
    function one(way) { return [way]; }

    // The page of a topic in the region that is chosen, or that the query names: null where no region is meant, or none of
    // the topics that the rest of the query names has a page about it.
    async function answer(text, slug) {
      var query = " " + fold(text).replace(/[^a-z0-9\u2e80-\uffff]+/g, " ") + " ", said = "", rows = await regions();
      var row = rows.find(function (one) {
        if (slug) return one[1] === slug;
        var name = fold(one[2]), short = hasChinese(name) ? name.slice(0, -1) : name.split(" ")[0];
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
  function any(pair) { return pair.some(function (list) { return list.pieces || list.digits; }); }
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

  // Characters as they stand in the index: small, of the common width, without accents.
  function fold(text) {
    return Array.from(text).map(function (c) {
      if (c < "\x80") return c.toLowerCase();
      var code = c.codePointAt(0);
      if (code >= 0xff10 && code <= 0xff19 || code >= 0xff21 && code <= 0xff3a || code >= 0xff41 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0).toLowerCase();
      if (code === 0x3000) return " ";
      if (code >= 0x2e80) return c;
      var small = c.toLowerCase();
      if (Array.from(small).length > 1) small = c;
      if (small < "\xc0" || small >= "\u0220") return small;
      return ACCENTS.split(" ").filter(function (letters) { return letters.indexOf(small) >= 0; }).concat([small])[0][0];
    }).join("");
  }
  // The file of words in letters that those with a beginning are in.
  function letterHome(word) {
    return word.length < 3 ? 0 : Array.from(word.slice(0, 3)).reduce(function (home, c) { return (home * 31 + c.charCodeAt(0)) % LETTERED; }, 0);
  }
  // The tone of each Latin letter of a text, or nothing where it has none.
  function toned(text) {
    return Array.from(text).filter(function (c) { return /[a-z]/.test(fold(c)); }).map(function (c) {
      return ["\u0304", "\u0301", "\u030c", "\u0300"].findIndex(function (mark) { return c.normalize("NFD").indexOf(mark) > 0; }) + 1 || "";
    });
  }
  function split(text) { return text.split(/[^\p{Alphabetic}\p{N}]+|(?=[\u2e80-\uffff])/u).filter(Boolean); }

  // Where a phrase that begins at a place of a row of words ends, or 0 where it is none; each … is up to three words.
  function matched(phrase, words, at) {
    for (var i = 0, left = 0; i < phrase.length; i++) {
      if (phrase[i] === "…") { left += 3; continue; }
      while (left > 0 && words[at] !== phrase[i]) { at++; left--; }
      if (words[at++] !== phrase[i]) return 0;
      left = 0;
    }
    return at;
  }

  // The best way to take pieces out of a row of places, whatever stands between: those worth most together.
  function cut(length, pieces) {
    var best = [{ worth: 0 }], ending = [], out = [];
    pieces.forEach(function (piece) { (ending[piece.end] = ending[piece.end] || []).push(piece); });
    for (var at = 1; at <= length; at++) {
      best[at] = { worth: best[at - 1].worth, from: at - 1 };
      (ending[at] || []).forEach(function (piece) {
        var worth = best[piece.start].worth + piece.worth;
        if (worth > best[at].worth) best[at] = { worth: worth, from: piece.start, piece: piece };
      });
    }
    for (at = length; at > 0; at = best[at].from) if (best[at].piece) out.unshift(best[at].piece);
    return out;
  }
  function cjk(c) { return c.codePointAt(0) >= 0x2e80; }
  function hasChinese(text) { return Array.from(text).some(cjk); }
  function neighbours(term, count) {
    var chars = Array.from(term), keys = [];
    for (var i = count; i <= chars.length; i++) if (chars.slice(i - count, i).some(cjk)) keys.push(chars.slice(i - count, i).join(""));
    return keys;
  }
  function stem(word) {
    if (/[^a-z0-9]/.test(word)) return word;
    var endings = ["ings", "ing", "ies", "ed", "es", "s", "y", "e"];
    for (var i = 0; i < endings.length; i++) {
      var root = word.slice(0, -endings[i].length);
      if (word.endsWith(endings[i]) && root.length >= 3 && !root.endsWith("s")) return root;
    }
    return word;
  }
  return { client: client, decode: decode, fold: fold };
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
  // The indexes of everything stand there for whoever asks for nothing.
  function indexes(hidden) { document.querySelectorAll(".index-nav, .index").forEach(function (one) { one.hidden = hidden; }); }
  function label(kind) { return data["kind" + kind[0].toUpperCase() + kind.slice(1)]; }
  // A phone as printed; behind a tab stands the address that dials it, where it can be one number.
  function phone(number, parent) {
    var parts = number.split("\t"), made = element(parts[1] ? "a" : "span", parts[0], parent);
    made.className = "phone";
    if (parts[1]) made.href = parts[1];
    parent.append(" ");
  }
  function draw() {
    var left = current.left(), count = shown.length, nothing = !current.claims && !count;
    list.textContent = "";
    if (current.behind) {
      group(current.near);
      element("p", data.mention, list).className = "strong";
      group(shown);
    } else {
      group(shown);
      if (current.near.length && count) element("p", data.near, list).className = "strong";
      group(current.near);
    }
    if (nothing && current.beside.length) element("p", data.beside, list).className = "strong";
    group(nothing ? current.beside : []);
    indexes(list.childElementCount > 0);
    more.hidden = left === 0;
    var said = current.behind ? data.loose : nothing && current.vague ? data.vague : nothing && left === 0 ? data.lacks : !current.claims && left === 0 ? data.mentioned : count ? (left === 0 ? data.count : left === null ? data.many : data.of) :
      current.near.length ? data.loose : left === 0 ? data.none : data.rest;
    status.textContent = said.replace("{n}", count + (left || 0)).replace("{m}", current.behind || !count ? count + current.near.length : count);
  }
  // Results by kind: topics, which tell whom to call in each region, come first where no region is named.
  function group(cards) {
    var groups = new Map();
    cards.slice().sort(function (a, b) { return current.placed ? 0 : (b.kind === "topic") - (a.kind === "topic"); }).forEach(function (card) {
      groups.set(card.kind, (groups.get(card.kind) || []).concat([card]));
    });
    groups.forEach(function (cards, kind) {
      element("h2", label(kind), list);
      var items = element("ul", "", list);
      cards.forEach(function (card) {
        var item = element("li", "", items), link = element("a", card.title, item);
        link.href = data.root + card.path;
        card.link = link;
        if (card.place) { item.append(" "); element("span", card.place, item).className = "count"; }
        // Who took the place of the body since, so that its phones are those of then.
        if (card.gone && card.contacts.some(function (contact) { return contact.length > 3; })) {
          element("small", (!card.gone[1] ? data.goneUndated : card.gone[2] ? data.goneLocal : data.gone).replace("{date}", long(card.gone[1])).replace("{body}", card.gone[0]), element("div", "", item));
        }
        card.contacts.forEach(function (contact) { tell(contact, item); });
        if (card.more) element("div", data.lists.replace("{n}", card.more), item).className = "count";
      });
    });
  }
  // A day as pages write it; a year or a month alone stays as it is.
  function long(date) {
    var lang = document.documentElement.lang;
    return date.length < 10 ? date : new Date(date).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  }
  // Whose number it is stands before it: an office's is never told as that of the agency, nor the other way round.
  function tell(contact, parent) {
    var whose = contact[0], own = whose === "office" || whose === "hotline", line = element("div", "", parent);
    var name = [contact[1], whose === "agency" ? "" : contact[2]].filter(Boolean).join(" ");
    if (name) line.append(name + " ");
    if (!own || !name) { element("span", data["whose" + whose[0].toUpperCase() + whose.slice(1)], line).className = "count"; line.append(" "); }
    contact.slice(3).forEach(function (number) { phone(number, line); });
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
      indexes(false);
      return;
    }
    status.textContent = data.wait;
    client.search(text, filters).then(function (found) {
      if (mine !== run) return;
      current = found;
      shown = found.first;
      draw();
      // Who asks for one kind is shown that alone.
      if (filters.kind && filters.kind !== "topic") return;
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
