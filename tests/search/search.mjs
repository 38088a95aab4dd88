// A built site in; whether its search is exact, answers the questions and stays small out: `node search.mjs SITE`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { questions, recordOf, site, substrings } from "./site.mjs";

/** What a query may load, in bytes. */
const MOST = 150_000;

const { client, everything, manifest, rows } = site(process.argv[2]);

async function exactness() {
  const all = everything("zh");
  const drawn = substrings(all.map((entry) => entry.text), 2000);
  const whole = client("zh");
  let wrong = 0;
  let most = 0;
  for (const part of drawn) {
    const expected = all.filter((entry) => entry.text.includes(part)).map((entry) => entry.path).sort();
    const result = await whole.search(part);
    const found = result.first.concat(await result.more(Infinity)).map((card) => card.path).sort();
    if (JSON.stringify(expected) !== JSON.stringify(found)) {
      wrong++;
      if (wrong < 6) console.log(`  "${part}": ${found.length} found, ${expected.length} expected`);
    }
    const fresh = client("zh");
    await fresh.search(part);
    if (fresh.count.bytes > MOST) console.log(`  "${part}" loads ${fresh.count.bytes} bytes`);
    most = Math.max(most, fresh.count.bytes);
  }
  console.log(`substrings: ${drawn.length - wrong} of ${drawn.length} exact; a query loads at most ${most} bytes`);
  return wrong === 0 && most <= MOST;
}

/** Filters narrow to what has them; a region takes in the regions below it. */
async function filters() {
  const faults = [];
  const { search, regions } = client("zh");
  const every = async (query, chosen) => {
    const result = await search(query, chosen);
    return result.first.concat(await result.more(Infinity));
  };
  const plain = await every("质量", {});
  for (const kind of new Set(plain.map((card) => card.kind))) {
    const narrowed = await every("质量", { kind });
    const expected = plain.filter((card) => card.kind === kind).length;
    if (narrowed.length !== expected) faults.push(`kind ${kind}: ${narrowed.length} found, ${expected} expected`);
  }
  for (const topic of new Set(plain.flatMap((card) => card.topics))) {
    const narrowed = await every("质量", { topic });
    const expected = plain.filter((card) => card.topics.includes(topic)).length;
    if (narrowed.length !== expected) faults.push(`topic ${topic}: ${narrowed.length} found, ${expected} expected`);
  }
  const rows = await regions();
  const sizes = new Map();
  for (const [number, slug] of rows) sizes.set(number, (await every("质量", { region: slug })).map((card) => card.path));
  for (const [number, slug, , above] of rows) {
    if (sizes.get(number).length === 0) faults.push(`region ${slug}: nothing found`);
    const outer = sizes.get(above) ?? sizes.get(number);
    if (!sizes.get(number).every((path) => outer.includes(path))) faults.push(`region ${slug}: not all of it is in the region above`);
  }
  const alone = await every("", { topic: plain.find((card) => card.topics.length).topics[0] });
  if (alone.length === 0) faults.push("a topic alone finds nothing");
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`filters: ${rows.length} regions, ${faults.length} faults`);
  return faults.length === 0;
}

/** Every number of a card is one that the data have for whom the card names: an office, the record, the agency; and none is held back. */
async function numbers() {
  const faults = [];
  const by = (all, key) => all.reduce((map, row) => map.set(row[key], [...(map.get(row[key]) ?? []), row]), new Map());
  const phones = (table, key) => by(rows(table), key);
  const [ofOffice, ofList, ofService] = [phones("office_phones", "office_id"), phones("list_phones", "list_id"), phones("service_phones", "service_id")];
  const offices = by(rows("offices"), "list_id");
  const lists = rows("lists");
  const names = new Map(rows("regions").map((row) => [row.id, row.name_zh]));
  // A number with the address that dials it, as the data have both.
  const printed = (found) => (found ?? []).map((row) => (row.uri ? `${row.phone}\t${row.uri}` : row.phone));
  let count = 0;
  for (const card of everything("zh")) {
    const record = recordOf(card.path);
    for (const [whose, region, name, ...given] of card.contacts) {
      // A line of a topic is of the lists of its region, any other of the list of the record.
      const of = lists.filter((list) => (region ? names.get(list.region_id) === region : record.startsWith(`${list.id}/`) || record === list.id));
      const own = of.flatMap((list) => offices.get(list.id) ?? []).filter((office) => office.name_zh === name || office.id === record);
      const known = {
        office: () => own.filter((office) => office.kind !== "hotline").flatMap((office) => printed(ofOffice.get(office.id))),
        hotline: () => own.filter((office) => office.kind === "hotline").flatMap((office) => printed(ofOffice.get(office.id))),
        agency: () => of.flatMap((list) => printed(ofList.get(list.id))),
        record: () => of.flatMap((list) => [...ofService].filter(([id]) => (region ? id.startsWith(`${list.id}/`) : id === record)).flatMap(([, found]) => printed(found))),
        none: () => [],
      }[whose]?.();
      count += given.length;
      if (!known || given.some((number) => !known.includes(number))) faults.push(`${record || card.path}: ${whose} ${name} ${given}`);
      if (whose === "none" && own.some((office) => ofOffice.has(office.id))) faults.push(`${record}: a number of ${name} is held back`);
    }
  }
  // Of each topic every list that has anything under it has a line, or is counted.
  for (const topic of everything("zh").filter((card) => /^topics\//.test(card.path) && card.contacts.length)) {
    const regions = new Set(topic.contacts.map((contact) => contact[1]));
    const under = everything("zh").filter((card) => /\/(duties|services|boundaries|regimes|items)\//.test(card.path) && card.topics.includes(topic.topics[0]));
    const all = new Set(under.map((card) => card.path.replace(/^lists\//, "").split("/")[0]));
    if (regions.size + topic.more !== all.size) faults.push(`${topic.path}: ${regions.size} regions and ${topic.more} more, but ${all.size} lists`);
  }
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`numbers: ${count} on cards, ${faults.length} faults`);
  return faults.length === 0 && count > 0;
}

/** Forms of letters, and other alphabets: what has them is found, and nothing else. */
async function alphabets() {
  const { search } = client("zh");
  const faults = [];
  const paths = async (query) => {
    const { first, near } = await search(query);
    return first.concat(near).map((card) => card.path).join(" ");
  };
  for (const [one, other] of [["ccc", "CCC"], ["ＣＣＣ", "CCC"], ["１２３６５", "12365"], ["diàntī", "dianti"], ["dian4 ti1", "dianti"], ["dian ti", "dianti"], ["ÍSÓ", "iso"]]) {
    if (!(await paths(one)) || (await paths(one)) !== (await paths(other))) faults.push(`${one} does not find what ${other} finds`);
  }
  // Words that are read alike but for their tones.
  if ((await search("yībǎo")).claims || !(await search("yìbào")).claims || !(await search("yibao")).claims) faults.push("tones are not told apart");
  for (const query of ["лифт", "паспорт", "ασανσέρ", "エレベーター", "มาตรฐาน"]) {
    const { first, near, claims } = await search(query);
    if (first.length + near.length > 0 || claims) faults.push(`${query} finds ${first.length + near.length}`);
  }
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`alphabets: ${faults.length} faults`);
  return faults.length === 0;
}

/** A manifest that a browser kept of an earlier build names files that are gone: the search begins anew, and finds the same. */
async function editions() {
  const faults = [];
  const old = structuredClone(manifest("zh"));
  old.entries += 1;
  for (const letter of Object.keys(old.prints)) old.prints[letter] = old.prints[letter].replace(/./g, "z");
  const [now, then] = [client("zh"), client("zh", { index: old })];
  const paths = async (one) => (await one.search("质量")).first.map((card) => card.path).join(" ");
  if ((await paths(then)) !== (await paths(now))) faults.push("another result after the site was built anew");
  if ((await client("zh", { index: old }).regions()).length !== (await now.regions()).length) faults.push("other regions");
  const broken = client("zh", { index: old });
  const hosts = client("de");
  await hosts.search("质量").then(() => faults.push("a search without an index finds something"), () => {});
  if (!(await paths(broken))) faults.push("nothing found");
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`an index kept of an earlier build: ${faults.length} faults`);
  return faults.length === 0;
}

/** Where one region is meant, by the choice or by the query, the page of the topic there is offered; where none is, none. */
async function inRegions() {
  const cases = [
    ["zh", "鸡泽 电梯", "", "regions/jize/topics/special-equipment/"],
    ["zh", "湘阴县特种设备", "", "regions/xiangyin/topics/special-equipment/"],
    ["zh", "wei dianti", "", "regions/wei/topics/special-equipment/"],
    ["zh", "电梯", "jize", "regions/jize/topics/special-equipment/"],
    ["en", "lifts in Jize", "", "regions/jize/topics/special-equipment/"],
    ["en", "lift", "xiangyin", "regions/xiangyin/topics/special-equipment/"],
    ["zh", "电梯", "", null],
    ["en", "weight of lifts", "", null],
    ["zh", "鸡泽", "", null],
    ["zh", "电梯", "hebei", null],
  ];
  const faults = [];
  for (const [lang, query, region, wanted] of cases) {
    const found = await client(lang).answer(query, region);
    const right = wanted ? found?.path.startsWith(lang === "zh" ? wanted : `en/${wanted}`) && existsSync(join(process.argv[2], found.path)) : !found;
    if (!right) faults.push(`${query} (${region || "no region"}): ${found?.path}`);
  }
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`topics in a region: ${cases.length} queries, ${faults.length} faults`);
  return faults.length === 0;
}

/**
 * Words with a gap reach over a few characters or words and no further, and what is done to something (a fine, a refund) does
 * not speak for a site that has nothing on that; a record that is spelled behind its region is among the first.
 */
async function patterns() {
  const cases = [
    ["zh", "罚了三千块，凭什么", "penalty-discretion"],
    ["en", "Why is the fine for our shop so high?", "penalty-discretion"],
    ["en", "may we use the new boiler before it is registered", "special-equipment"],
    ["zh", "闯红灯罚多少钱", null],
    ["zh", "新娘彩礼退不退", null],
    ["zh", "豆腐店的招牌想注册成商标", null],
    ["en", "my landlord refuses a refund", null],
    ["zh", "jize tousu jubao", "jize-qts/duties/complaints"],
    ["zh", "bo2 shan1 ze2 ren4 zhui1 jiu1", "boshan-qts/mechanism"],
  ];
  const faults = [];
  for (const [lang, query, wanted] of cases) {
    const result = await client(lang).search(query);
    const top = inOrder(result).slice(0, 4).map((card) => recordOf(card.path));
    const right = wanted ? top.some((record) => record.includes(wanted) || record.includes(wanted.replace("mechanism", "accountability"))) : !result.claims && top.length === 0;
    if (!right) faults.push(`${query}: ${top.join(" | ") || "nothing"}`);
  }
  faults.forEach((fault) => console.log(`  ${fault}`));
  console.log(`patterns: ${cases.length} queries, ${faults.length} faults`);
  return faults.length === 0;
}

async function answers(file) {
  const all = questions(file);
  let right = 0;
  let most = 0;
  for (const { query, lang, topics } of all) {
    const { search, count } = client(lang);
    const top = inOrder(await search(query)).slice(0, 3);
    most = Math.max(most, count.bytes);
    if (process.argv.includes("--bytes")) console.log(`  ${query}: ${count.bytes} ${JSON.stringify(count.kinds)}`);
    if (top.some((card) => card.topics.some((topic) => topics.includes(topic)))) right++;
    else console.log(`  ${query} (${topics}): ${top.map((card) => `${card.kind} ${card.title}`).join(" | ") || "nothing"}`);
  }
  console.log(`${file}: ${right} of ${all.length} in the top three; a query loads at most ${most} bytes`);
  return right >= all.length * 0.95 && most <= MOST;
}

/** The results as the page shows them. */
function inOrder({ first, near, behind }) {
  return behind ? near.concat(first) : first.concat(near);
}

/** Questions that no word of a topic asks: the record itself is among the first three, for such a share of them; of what the site lacks nothing is claimed. */
async function records(file, share = 0.95) {
  const count = { asked: 0, found: 0, lacking: 0, told: 0, most: 0, bytes: 0 };
  for (const { query, lang, topics: expected } of questions(file)) {
    const { search, count: loaded } = client(lang);
    const result = await search(query), { claims, first, near } = result;
    const top = inOrder(result).slice(0, 3).map((card) => recordOf(card.path));
    count.most = Math.max(count.most, loaded.bytes);
    count.bytes += loaded.bytes;
    const lacks = expected[0] === "-";
    count[lacks ? "lacking" : "asked"]++;
    const right = lacks ? !claims && top.length === 0 : top.some((record) => expected[0].split(" ").includes(record));
    if (right) count[lacks ? "told" : "found"]++;
    else console.log(`  ${query}: ${top.join(" | ") || "nothing"}`);
  }
  console.log(`${file}: the record of ${count.found} of ${count.asked} in the top three; nothing claimed for ${count.told} of ${count.lacking}; a query loads at most ${count.most} bytes, ${Math.round(count.bytes / (count.asked + count.lacking))} on average`);
  return count.found >= count.asked * share && count.told >= count.lacking * 0.95 && count.most <= MOST;
}

// The ninth and the tenth set gave 65 and 64 of 70 records when they were asked first: more or less what people can expect of words as they stood then.
const results = [await answers("questions-before.tsv"), await answers("questions-after.tsv"), await records("questions-everyday.tsv"), await records("questions-unseen.tsv", 0.95), await records("questions-unseen-2.tsv", 0.95), await records("questions-unseen-3.tsv", 0.85), await records("questions-unseen-4.tsv", 0.95), await records("questions-unseen-5.tsv", 0.95), await records("questions-unseen-6.tsv", 0.94), await records("questions-unseen-7.tsv", 0.95), await records("questions-unseen-8.tsv", 0.95), await records("questions-unseen-9.tsv", 0.95), await records("questions-unseen-10.tsv", 0.95), await records("questions-unseen-11.tsv", 0.95), await records("questions-unseen-12.tsv", 0.95)];
if (!process.argv.includes("--questions")) results.push(await filters(), await numbers(), await alphabets(), await editions(), await inRegions(), await patterns(), await exactness());
process.exit(results.every(Boolean) ? 0 : 1);
