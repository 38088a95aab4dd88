// A built site in; clients of its search that count what they load, and everything the index holds, out.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

/** Opens the search of a site: `{ client, everything }`. */
export function site(root) {
  const script = readdirSync(join(root, "assets")).find((name) => /^search\..*\.js$/.test(name));
  const module = { exports: {} };
  vm.runInNewContext(readFileSync(join(root, "assets", script), "utf8"), { module, Math, Map, Set, Promise, console });
  const Search = module.exports;
  const caches = {};

  function names(lang) {
    const all = readdirSync(join(root, "search", lang)).map((name) => name.replace(/\.js$/, ""));
    const strange = all.filter((name) => name !== "index" && !/^(q-|[a-z0-9-]+\.)[a-z2-7]{10}$/.test(name));
    if (strange.length) throw new Error(`search/${lang} holds what is not called by a print: ${strange.slice(0, 5)}`);
    return all;
  }

  function read(lang, name) {
    const file = join(root, "search", lang, `${name}.js`);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, "utf8");
    let value;
    vm.runInNewContext(text, { qingdanSearch: (given, content) => (value = given === name ? content : undefined) });
    return { value, bytes: Buffer.byteLength(text) };
  }

  /**
   * A client with nothing loaded: its search, and the bytes of the files that it loads, by their first letter. `kept` is what
   * a browser has of an earlier build and takes for today's until it is told otherwise: name to value.
   */
  function client(lang, kept = {}) {
    const cache = (caches[lang] ??= new Map());
    const count = { bytes: 0, kinds: {} };
    const opened = Search.client(async (name, again) => {
      if (name in kept && !again) return kept[name];
      if (!cache.has(name)) cache.set(name, read(lang, name));
      const found = cache.get(name);
      if (!found) throw new Error(`there is no ${name}`);
      count.bytes += found.bytes;
      count.kinds[name[0]] = (count.kinds[name[0]] ?? 0) + found.bytes;
      return found.value;
    });
    return { ...opened, count };
  }

  /** Every entry as the index holds it: path, names and texts together, folded. */
  function everything(lang) {
    const every = names(lang);
    const values = (letter) => every.filter((name) => name.startsWith(letter)).map((name) => read(lang, name).value);
    const list = values("p-").find((shard) => shard["#s"])["#s"].split("|")[1];
    const piece = (text) => (text.includes(".") ? read(lang, `q-${text.split(".")[0]}`).value : values("c-").find((file) => file["#s"])["#s"]);
    const starts = (list[0] === "=" ? list.slice(1).split(",").map(piece) : [list]).flatMap(Search.decode);
    const named = (name) => read(lang, every.find((one) => one.startsWith(`${name}.`))).value;
    const all = [];
    const chunks = every.filter((name) => name.startsWith("d-e-")).length;
    for (let chunk = 0; chunk < chunks; chunk++) {
      const [first, cards, prints, texts] = named(`d-e-${chunk}`);
      const filed = (letter, count) => Array.from({ length: count }, (_, at) => named(`${letter}-${chunk}-${at}`)).flat();
      const parts = filed("t", texts.length / 10);
      for (const card of filed("b", cards.length)) {
        const [start, end] = [starts[all.length] - first, starts[all.length + 1] - first];
        all.push({ path: card[0], contacts: card[2], topics: card[3], names: card[4], more: card[5], text: Search.fold(card[4] + parts.slice(start, end || undefined).join("")) });
      }
      if (prints.length !== 10 * cards.length) throw new Error(`chunk ${chunk}: ${cards.length} files of cards`);
    }
    return all;
  }

  /** The rows of a table of the data. */
  const rows = (table) => JSON.parse(readFileSync(join(root, "data", `${table}.json`), "utf8"));

  /** The manifest of the index, which says where everything else is. */
  const manifest = (lang) => read(lang, "index").value;
  return { client, everything, manifest, rows };
}

/** Substrings of two to six characters with Chinese in them, drawn from texts; the same for the same texts. */
export function substrings(texts, count) {
  let seed = 20261121;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const drawn = [];
  while (drawn.length < count) {
    const chars = Array.from(texts[random(texts.length)]);
    const length = 2 + random(5);
    const start = random(Math.max(chars.length - length, 1));
    const part = chars.slice(start, start + length).join("");
    if (/\s/.test(part) || Array.from(part).length < 2 || !/[\u2e80-\uffff]/.test(part)) continue;
    drawn.push(part);
  }
  return drawn;
}

/** The record that a result leads to, as `list/collection/id`; other pages by their address. */
export function recordOf(path) {
  return path.replace(/^([a-z]{2}\/)?lists\//, "").replace(/\/(index\.html)?(#|$)/, (_, index, end) => (end ? "/" : "")).replace(/\/$/, "");
}

/** The questions of a file beside this one: `{ query, lang, topics }`. */
export function questions(file) {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => line.split("\t")).map(([query, lang, topics]) => ({ query, lang, topics: topics.split(",") }));
}
