// Holds a container file against a parser of such files: `container.mjs <tools> <file>`; prints what it finds.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [tools, file] = process.argv.slice(2);
const { validate } = createRequire(join(resolve(tools), "package.json"))("dockerfile-utils");
const found = validate(await readFile(file, "utf8"));
for (const { range, message } of found) console.log(`${file}:${range.start.line + 1}: ${message}`);
process.exit(found.length ? 1 : 0);
