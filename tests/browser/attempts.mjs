// In: a browser, pages. Out: what ran of the attempts in them, and what their policy had to refuse; on our own pages, neither.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { each, open } from './browser.mjs';

/** The site of a content that is full of attempts. */
export function attempted({ content, build, scratch }) {
  const site = join(scratch, 'attempts');
  execFileSync(build[0], ['build', '--content', content, '--output', site, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'ignore'] });
  return site;
}

/** What an attempt calls, and the reports of the policy: both from before the page begins. */
function watch() {
  window.ran = [];
  window.refused = [];
  window.planted = (number) => window.ran.push(number);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, lineNumber }) => {
    window.refused.push(`${effectiveDirective} ${blockedURI} ${sample} at line ${lineNumber}`);
  });
}

/** Opens a page, does what a reader does (moves, focuses, opens, types), and tells what ran and what was refused. */
export async function attempts(tab, address) {
  const { page } = tab;
  await page.goto(address);
  const found = await page.evaluate(async () => {
    document.querySelectorAll('details').forEach((one) => { one.open = true; });
    for (const one of document.querySelectorAll('main *, header *, footer *')) {
      for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) one.dispatchEvent(new Event(kind));
    }
    const words = document.querySelector('.find input[type=search], .listing-form input');
    if (words) {
      words.value = 'planted';
      words.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await new Promise((done) => { setTimeout(done, words ? 250 : 30); });
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? '';
    return { ran: window.ran, refused: window.refused, policy };
  });
  return [
    ...found.ran.map((number) => `attempt ${number} ran`),
    ...found.refused.map((what) => `the policy refused ${what}`),
    ...(/^default-src 'none'; /.test(found.policy) && !/unsafe|https?:|data:|\*/.test(found.policy) ? [] : [`the policy is ${found.policy || 'missing'}`]),
    ...tab.take(),
  ];
}

/** Pages at their addresses, so many tabs at work. */
export async function visited(browser, addresses, own, atOnce) {
  const parts = Array.from({ length: atOnce }, (_, first) => addresses.filter((_, index) => index % atOnce === first));
  return each(parts, atOnce, async (part) => {
    const tab = await open(browser, 1280, own);
    await tab.page.addInitScript(watch);
    const found = [];
    for (const address of part) found.push(...(await attempts(tab, address)).map((fault) => `${address}: ${fault}`));
    await tab.close();
    return found;
  });
}
