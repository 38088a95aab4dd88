// In: the checks. Out: the faults they failed to see on pages that have them; a check that cannot fail is none.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { each, open } from './browser.mjs';
import { bothSchemes } from './axe.mjs';
import { find } from './find.mjs';
import { filtered } from './listing.mjs';
import { disk, printed } from './paper.mjs';
import { keyboard, language, larger, remembered, sideways, skip, targets } from './use.mjs';

/** Name of the page in `planted/`, what must be said of it, the check that must say it. */
const PLANTED = [
  ['alt', /light: image-alt/, 'axe'],
  ['contrast', /light: color-contrast/, 'axe'],
  ['dark', /^dark: color-contrast/, 'axe'],
  ['targets', /target-size/, 'axe'],
  ['outside', /another host: https:\/\/example\.invalid/, 'seen'],
  ['missing', /without an answer/, 'seen'],
  ['console', /console: planted/, 'seen'],
  ['wide', /sideways/, 'sideways'],
  ['targets', /target of 12×12/, 'targets'],
  ['order', /Tab number 1 does not reach/, 'keyboard'],
  ['ring', /focus cannot be seen/, 'keyboard'],
  ['trap', /does not lead into/, 'skip'],
  ['language', /leads to/, 'language'],
  ['print', /navigation on paper/, 'printed'],
  ['print', /folded away on paper/, 'printed'],
  ['print', /sheet 1 of 1 has no number/, 'printed'],
  ['larger', /larger type makes/, 'larger'],
  ['larger', /forgotten on the next page/, 'remembered'],
  ['dead', /no such file/, 'disk'],
  ['dead', /stylesheet/, 'disk'],
  ['unfound', /nothing is found/, 'find'],
  ['unfiltered', /not announced/, 'find'],
  ['unfiltered', /by kind does not narrow/, 'find'],
  ['unfiltered', /by region does not narrow/, 'find'],
  ['unfiltered', /not in the address/, 'find'],
  ['unfiltered', /does not reach a result/, 'find'],
  ['unsorted', /does not narrow the page/, 'filtered'],
  ['unsorted', /largest does not stand first/, 'filtered'],
];

/** What a check says of a page. */
async function said({ browser, axe, folder, base, scratch }, name, check) {
  const address = check === 'disk' ? pathToFileURL(join(folder, `${name}.html`)).href : `${base}${name}.html`;
  const tab = await open(browser, 390, [base, 'file:'], check === 'axe' ? { tool: axe } : {});
  await tab.page.goto(address);
  const sample = { kind: 'planted', lang: 'en', path: `${name}.html`, partners: { zh: 'language.zh.html' } };
  const faults = await {
    axe: () => bothSchemes(tab.page),
    seen: () => tab.take(),
    sideways: () => sideways(tab.page),
    filtered: () => filtered(tab.page),
    targets: () => targets(tab.page),
    keyboard: () => keyboard(tab.page),
    skip: () => skip(tab.page),
    language: () => {
      tab.page.setDefaultTimeout(1000);
      return language(tab.page, sample, base).catch((error) => [`the switch leads to ${error.message}`]);
    },
    larger: () => larger(tab.page),
    remembered: () => remembered(tab.page, base),
    printed: async () => (await printed(tab.page, join(scratch, `planted-${name}.pdf`))).faults,
    disk: async () => (await disk(tab.page)).faults,
    find: () => find(tab.page, address, 'quality'),
  }[check]();
  await tab.close();
  return faults;
}

/** Makes each visit once, several at a time: most of them wait for what does not come. */
export async function planted(means) {
  const visits = [...new Map(PLANTED.map(([name, , check]) => [`${name} ${check}`, { name, check }])).values()];
  const missed = await each(visits, 4, async ({ name, check }) => {
    const faults = await said(means, name, check);
    const unseen = PLANTED.filter(([page, words, by]) => page === name && by === check && !faults.some((fault) => words.test(fault)));
    return unseen.map(([, words]) => `${check} does not see the fault ${words} of planted/${name}.html: ${faults}`);
  });
  return { missed, count: PLANTED.length };
}
