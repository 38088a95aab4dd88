// In: content in stages of a reorganisation, the program, a folder to work in. Out: the site of the last stage, which has pages
// that say what became of what earlier stages published.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The file of every address that was ever published, which one stage hands to the next. */
const ADDRESSES = 'addresses.txt';

export function reorganised({ stages, build, scratch }) {
  const site = join(scratch, 'reorganised');
  let before;
  for (const stage of readdirSync(stages).filter((name) => /^\d+$/.test(name)).sort()) {
    const content = join(scratch, `reorganised-${stage}`);
    rmSync(content, { recursive: true, force: true });
    cpSync(join(stages, stage), content, { recursive: true });
    if (before && existsSync(join(before, ADDRESSES))) cpSync(join(before, ADDRESSES), join(content, ADDRESSES));
    execFileSync(build[0], ['addresses', '--content', content, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'ignore'] });
    before = content;
  }
  execFileSync(build[0], ['build', '--content', before, '--output', site, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'ignore'] });
  return site;
}
