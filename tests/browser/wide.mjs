// In: the small content of the rules' tests, the program, a folder to work in. Out: its site with more regions below one than
// a page shows, and so with the kind of page that goes on with them.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** More than a page of a region shows. */
const REGIONS = 104;

export function wide({ base, build, scratch }) {
  const content = join(scratch, 'wide-content');
  const site = join(scratch, 'wide');
  rmSync(content, { recursive: true, force: true });
  cpSync(base, content, { recursive: true });
  const register = join(content, 'regions.yaml');
  const [, above] = /slug: ([\w-]+)/.exec(readFileSync(register, 'utf8'));
  for (let number = 1; number <= REGIONS; number++) {
    const name = `{zh: 远${number}县, en: Further County ${number}}`;
    appendFileSync(register, `- {slug: further-${number}, name: ${name}, level: county, parent: ${above}}\n`);
  }
  execFileSync(build[0], ['build', '--content', content, '--output', site, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return site;
}
