// A built site in; what queries to its search load, largest and median, out: `node load.mjs SITE`. Status 1 above 150 kB.
import { questions, site, substrings } from "./site.mjs";

const MOST = 150_000;
const { client, everything } = site(process.argv[2]);

// Words that stand nearly everywhere, which is what makes an index load much, alone and together.
const COMMON = [
  "质量", "监督", "管理", "检查", "特种设备", "质量技术监督", "监督管理", "产品质量监督检查", "行政处罚", "许可证", "计量器具",
  "质量 监督 检查", "特种设备 安全 监督 管理 检查 单位", "县级以上人民政府质量技术监督部门应当", "jd", "zl", "jiandu", "zhiliang jiandu",
].map((query) => ({ query, lang: "zh" })).concat([
  "quality", "supervision", "special equipment", "inspection of product quality", "quality supervision of special equipment",
  "administrative law enforcement and penalties", "organize inspection measures quality safety products", "zhiliang",
].map((query) => ({ query, lang: "en" })));

async function measure(name, queries, filters) {
  const loads = [];
  for (const { query, lang } of queries) {
    const { search, regions, count } = client(lang);
    // The page reads the regions to choose from beside what the search reads.
    await regions();
    const { first, left } = await search(query, filters);
    if (first.length === 0 && left() !== 0) console.log(`  nothing yet for ${query}`);
    loads.push([count.bytes, query, JSON.stringify(count.kinds)]);
  }
  loads.sort((one, other) => one[0] - other[0]);
  const [most, query, kinds] = loads[loads.length - 1];
  const median = loads[Math.floor(loads.length / 2)][0];
  console.log(`${name.padEnd(28)} ${String(loads.length).padStart(5)} queries   median ${median}   most ${most} (${query}) ${kinds}`);
  return most;
}

const region = (await client("zh").regions())[1][1];
const drawn = substrings(everything("zh").map((entry) => entry.text), 500).map((query) => ({ query, lang: "zh" }));
const most = [
  await measure("questions", [...questions("questions-before.tsv"), ...questions("questions-after.tsv")]),
  await measure("common words", COMMON),
  await measure("common words in one region", COMMON, { region }),
  await measure("common words of one kind", COMMON, { kind: "regime" }),
  await measure("substrings", drawn),
];
process.exit(Math.max(...most) <= MOST ? 0 : 1);
