// A built site in; whether its search is exact and answers the questions out: `node search.mjs SITE`.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const site = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));
const script = readdirSync(join(site, "assets")).find((name) => /^search\..*\.js$/.test(name));
const module = { exports: {} };
vm.runInNewContext(readFileSync(join(site, "assets", script), "utf8"), { module, Math, Map, Set, Promise, console });
const Search = module.exports;

/** A client of the index of a language; counts the bytes of the files it loads. */
function open(lang) {
  const cache = new Map();
  const count = { bytes: 0, kinds: {} };
  const read = (name) => {
    const file = join(site, "search", lang, `${name}.js`);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, "utf8");
    let value;
    vm.runInNewContext(text, { qingdanSearch: (_, given) => (value = given) });
    return { value, bytes: Buffer.byteLength(text) };
  };
  const client = () => Search.client(async (name) => {
    if (!cache.has(name)) cache.set(name, read(name));
    const found = cache.get(name);
    count.bytes += found ? found.bytes : 0;
    if (found) count.kinds[name[0]] = (count.kinds[name[0]] || 0) + found.bytes;
    return found && found.value;
  });
  return { client, count, read };
}

/** Every entry as the index holds it: `[title, path, place, offices, topics, names, body]`. */
function entries(lang) {
  const { read } = open(lang);
  const all = [];
  for (let n = 0; existsSync(join(site, "search", lang, `b-${n}.js`)); n++) all.push(...read(`b-${n}`).value);
  return all;
}

async function exactness() {
  let seed = 20261121;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const { client } = open("zh");
  const search = client();
  const all = entries("zh").map((entry) => ({ path: entry[1], text: (entry[5] + entry[6]).replace(/[A-Z]/g, (c) => c.toLowerCase()) }));
  let wrong = 0;
  let drawn = 0;
  while (drawn < 2000) {
    const chars = Array.from(all[random(all.length)].text);
    const length = 2 + random(5);
    const start = random(Math.max(chars.length - length, 1));
    const part = chars.slice(start, start + length).join("");
    if (/\s/.test(part) || Array.from(part).length < 2 || !/[\u2e80-\uffff]/.test(part)) continue;
    drawn++;
    const expected = all.filter((entry) => entry.text.includes(part)).map((entry) => entry.path).sort();
    const result = await search.search(part);
    const found = result.first.concat(await result.more(Infinity)).map((card) => card.path).sort();
    if (result.loose || JSON.stringify(expected) !== JSON.stringify(found)) {
      wrong++;
      if (wrong < 6) console.log(`  "${part}": ${found.length} found, ${expected.length} expected`);
    }
  }
  console.log(`substrings: ${drawn - wrong} of ${drawn} exact`);
  return wrong === 0;
}

async function questions(file) {
  const lines = readFileSync(join(here, file), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  let right = 0;
  let most = 0;
  for (const line of lines) {
    const [query, lang, topics] = line.split("\t");
    const { client, count } = open(lang);
    const result = await client().search(query);
    const top = result.first.slice(0, 3);
    most = Math.max(most, count.bytes);
    if (process.argv.includes("--bytes")) console.log(`  ${query}: ${count.bytes} ${JSON.stringify(count.kinds)}`);
    if (top.some((card) => card.topics.some((topic) => topics.split(",").includes(topic)))) right++;
    else console.log(`  ${query} (${topics}): ${top.map((card) => `${card.kind} ${card.title}`).join(" | ") || "nothing"}`);
  }
  console.log(`${file}: ${right} of ${lines.length} in the top three; a query loads at most ${most} bytes`);
  return right >= lines.length * 0.95;
}

const results = [await questions("questions-before.tsv")];
if (existsSync(join(here, "questions-after.tsv"))) results.push(await questions("questions-after.tsv"));
if (!process.argv.includes("--questions")) results.push(await exactness());
process.exit(results.every(Boolean) ? 0 : 1);
