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

  function folder(lang) {
    const found = readdirSync(join(root, "search", lang));
    if (found.length !== 1) throw new Error(`search/${lang} holds ${found.length} folders, not one`);
    return join(root, "search", lang, found[0]);
  }

  function read(lang, name) {
    const file = join(folder(lang), `${name}.js`);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, "utf8");
    let value;
    vm.runInNewContext(text, { qingdanSearch: (given, content) => (value = given === name ? content : undefined) });
    return { value, bytes: Buffer.byteLength(text) };
  }

  /** A client with nothing loaded: its search, and the bytes of the files that it loads, by their first letter. */
  function client(lang) {
    const cache = (caches[lang] ??= new Map());
    const count = { bytes: 0, kinds: {} };
    const opened = Search.client(async (name) => {
      if (!cache.has(name)) cache.set(name, read(lang, name));
      const found = cache.get(name);
      if (!found) return null;
      count.bytes += found.bytes;
      count.kinds[name[0]] = (count.kinds[name[0]] ?? 0) + found.bytes;
      return found.value;
    });
    return { ...opened, count };
  }

  /** Every entry as the index holds it: path, names and texts together in small letters. */
  function everything(lang) {
    const all = (letter) => {
      const values = [];
      for (let n = 0; ; n++) {
        const file = read(lang, `${letter}-${n}`);
        if (!file) return values;
        values.push(...file.value);
      }
    };
    const cards = all("b");
    const parts = all("t");
    const shards = readdirSync(folder(lang)).filter((name) => name.startsWith("p-")).map((name) => read(lang, name.slice(0, -3)).value);
    const list = shards.find((shard) => shard["#s"])["#s"].split("|")[1];
    const pieces = list[0] === "=" ? list.slice(1).split(",").map((one) => one.split(".")) : null;
    const starts = pieces ? pieces.flatMap(([file, at]) => Search.decode(read(lang, `c-${file}`).value[at])) : Search.decode(list);
    const lower = (text) => text.replace(/[A-Z]/g, (c) => c.toLowerCase());
    return cards.map((card, n) => ({ path: card[0], text: lower(card[4] + parts.slice(starts[n], starts[n + 1]).join("")) }));
  }
  return { client, everything };
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

/** The questions of a file beside this one: `{ query, lang, topics }`. */
export function questions(file) {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => line.split("\t")).map(([query, lang, topics]) => ({ query, lang, topics: topics.split(",") }));
}
