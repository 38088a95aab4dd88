// A content folder in; the same with every list copied under other place names, to 300 counties, out: texts as long and
// as varied as real ones. `node three-hundred.mjs CONTENT COPY`.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, appendFileSync } from "node:fs";
import { join } from "node:path";

const [content, copy] = process.argv.slice(2);
const COUNTIES = 300;
const SYLLABLES = "安平泽昌永清河山新宁德兴阳川丰乐武文海江林西东南北高长成民和万城";

rmSync(copy, { recursive: true, force: true });
cpSync(content, copy, { recursive: true });
const lists = readdirSync(join(content, "lists"));
const rows = readFileSync(join(content, "regions.yaml"), "utf8").split("\n");
let made = lists.length;
for (let round = 1; made < COUNTIES; round++) {
  for (const id of lists.slice(0, COUNTIES - made)) {
    const place = SYLLABLES[round % 32] + SYLLABLES[(made * 7 + Math.floor(round / 32)) % 32];
    const head = readFileSync(join(content, "lists", id, "list.yaml"), "utf8");
    const slug = /^region: (.*)$/m.exec(head)[1];
    const row = rows.find((line) => line.includes(`slug: ${slug},`));
    const [, zh, en] = /name: \{zh: (.*?)[县区市], en: (\w+)/.exec(row);
    const [, code] = /code: "(\d{6})"/.exec(row);
    const parent = /parent: (\w+)/.exec(row)[1];
    const above = /level: prefecture/.test(row) ? slug : parent;
    appendFileSync(join(copy, "regions.yaml"),
      `- {code: "${code.slice(0, 4)}${39 + round}", slug: ${slug}-${round}, name: {zh: ${place}县, en: ${en}${round} County}, level: county, parent: ${above}}\n`);
    const rename = (text) => text.replaceAll(zh, place).replaceAll(new RegExp(`\\b${en}\\b`, "g"), `${en}${round}`)
      .replace(`id: ${id}\n`, `id: ${id}-${round}\n`).replace(`region: ${slug}\n`, `region: ${slug}-${round}\n`);
    for (const name of readdirSync(join(content, "lists", id), { recursive: true })) {
      const from = join(content, "lists", id, name);
      const to = join(copy, "lists", `${id}-${round}`, name);
      if (statSync(from).isDirectory()) continue;
      mkdirSync(join(to, ".."), { recursive: true });
      writeFileSync(to, rename(readFileSync(from, "utf8")));
    }
    made++;
  }
}
console.log(`${made} lists in ${copy}`);
