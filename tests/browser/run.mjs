// In: a built site, the folder of clients, the theme, the program (to build for an address). Out: a table of results; status 1 on faults.
// node tests/browser/run.mjs SITE CLIENTS THEME QINGDAN [ARGUMENTS]; with ONLY=word, the steps whose name has the word.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attempted, visited } from './attempts.mjs';
import { bothSchemes } from './axe.mjs';
import { clients, each, launch, launchAlone, open } from './browser.mjs';
import { compared } from './compare.mjs';
import { find } from './find.mjs';
import { best } from './lighthouse.mjs';
import { filtered } from './listing.mjs';
import { live } from './live.mjs';
import { disk, printed } from './paper.mjs';
import { planted } from './planted.mjs';
import { regions } from './region.mjs';
import { reorganised } from './reorganised.mjs';
import { pages, samples, serve } from './site.mjs';
import { keyboard, language, larger, remembered, sideways, skip, targets } from './use.mjs';
import { wide } from './wide.mjs';

/** Tabs at work together; a processor has one, and one is loading meanwhile. */
const AT_ONCE = availableParallelism() + 1;
const WIDTHS = [320, 390, 768, 1280]; // 320 is 1280 at 400% zoom
const PRINTED = ['list', 'duty', 'matter', 'law', 'laws', 'regime', 'dossier', 'list_changes', 'changes', 'tabular'];
const LANDSCAPE = ['tabular'];
const ENLARGED = ['home', 'list', 'duty', 'law', 'topic', 'laws', 'search'];
const [site, tools, theme, ...build] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(site);
const scratch = resolve(tools, '..', 'browser');
mkdirSync(scratch, { recursive: true });

const { axe, chromium, lighthouse } = clients(tools);
const addressed = join(scratch, 'addressed');
/** The site of a content folder, without a word. */
function built(content, name) {
  const site = join(scratch, name);
  execFileSync(build[0], ['build', '--content', content, '--output', site, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'ignore'] });
  return site;
}

/** Further sites by their folders on the server; each has kinds of page that those before it have not. */
const further = {
  // Lists of other forms than those of the real site.
  forms: built(join(here, '..', 'sites', 'forms', 'content'), 'forms'),
  many: wide({ base: join(here, '..', 'rules', 'base'), build, scratch }),
  // Lists with older editions have pages of what changed, and of records that are gone.
  editions: built(join(here, '..', 'editions', 'content'), 'editions'),
  // What became of records of earlier years has pages as well.
  merged: reorganised({ stages: join(here, '..', 'reorganised'), build, scratch }),
};
const mounts = Object.entries(further).map(([name, folder]) => [`/under/a/folder/${name}/`, folder]);
const server = await serve({ ...Object.fromEntries(mounts), '/under/a/folder/': root, '/planted/': join(here, 'planted'), '/site/': addressed });
const base = `${server.origin}/under/a/folder/`;
const browser = await launch(chromium);
const all = await pages(root);
const chosen = samples(all);
const every = [...chosen];
for (const [name, folder] of Object.entries(further)) {
  const found = samples(await pages(folder)).filter((page) => !every.some((one) => one.kind === page.kind));
  every.push(...found.map((page) => ({ ...page, path: `${name}/${page.path}`, alone: true })));
}
let failed = 0;

/** Runs one step, prints its line and its faults. */
async function step(name, work) {
  if (process.env.ONLY && !name.includes(process.env.ONLY)) return;
  const start = Date.now();
  const { faults, done } = await work();
  failed += faults.length;
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(38)}${done}, ${faults.length} faults, ${seconds} s`);
  for (const fault of faults.slice(0, 40)) console.log(`        ${fault}`);
  if (faults.length > 40) console.log(`        and ${faults.length - 40} more`);
}

await step('every page kind of the theme', async () => {
  const kinds = readdirSync(join(theme, 'layouts')).filter((name) => /^(?!base)\w+\.html$/.test(name))
    .map((name) => name.slice(0, -5));
  const missing = kinds.filter((kind) => !every.some((page) => page.kind === kind));
  return { faults: missing.map((kind) => `no site has a page of the kind ${kind}`), done: `${kinds.length} kinds` };
});

await step('planted faults are seen', async () => {
  const { missed, count } = await planted({
    browser, axe, folder: join(here, 'planted'), base: `${server.origin}/planted/`, scratch,
  });
  return { faults: missed, done: `${count} faults planted` };
});

await step('axe-core, WCAG 2.2 AA, both schemes', async () => {
  const widths = [390, 1280];
  const faults = await each(every, AT_ONCE, async (sample) => {
    const tab = await open(browser, widths[0], [base], { tool: axe });
    await tab.page.goto(base + sample.path);
    const found = [];
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 800 });
      found.push(...(await bothSchemes(tab.page)).map((fault) => `${sample.path} at ${width}, ${fault}`));
    }
    await tab.close();
    return found;
  });
  return { faults, done: `${every.length * widths.length * 2} runs` };
});

await step('widths, targets, skip link, language', async () => {
  const faults = await each(every, AT_ONCE, async (sample) => {
    const tab = await open(browser, WIDTHS[0], [base]);
    const found = [];
    // Whoever starts in the first language goes to the others and comes back: both ways are the same for all of them.
    const travels = sample.lang === chosen[0].lang && !sample.alone;
    for (const width of WIDTHS) {
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.goto(base + sample.path);
      const here = [...await sideways(tab.page), ...await targets(tab.page), ...await skip(tab.page)];
      if (travels && width > 320) here.push(...await language(tab.page, sample, base));
      found.push(...[...here, ...tab.take()].map((fault) => `${sample.path} at ${width}: ${fault}`));
    }
    await tab.close();
    return found;
  });
  return { faults, done: `${every.length * WIDTHS.length} visits` };
});

await step('keyboard alone, one width a language', async () => {
  const faults = await each(every, AT_ONCE, async (sample) => {
    const tab = await open(browser, sample.lang === chosen[0].lang ? 390 : 1280, [base]);
    await tab.page.goto(base + sample.path);
    const found = await keyboard(tab.page);
    await tab.close();
    return found.map((fault) => `${sample.path}: ${fault}`);
  });
  return { faults, done: `${every.length} pages` };
});

await step('larger type, with and without script', async () => {
  const jobs = chosen.filter(({ kind }) => ENLARGED.includes(kind)).flatMap((sample) => [320, 390].map((width) => ({ sample, width })));
  const faults = await each(jobs, AT_ONCE, async ({ sample, width }) => {
    const tab = await open(browser, width, [base], { javaScriptEnabled: width === 390 });
    await tab.page.goto(base + sample.path);
    const found = [...await larger(tab.page), ...await sideways(tab.page), ...await targets(tab.page)];
    if (width === 390) found.push(...await remembered(tab.page, base));
    await tab.close();
    return found.map((fault) => `${sample.path} at ${width}: ${fault}`);
  });
  return { faults, done: `${jobs.length} visits` };
});

await step('filter and order of listings', async () => {
  const listings = ['fines', 'laws', 'phones'].flatMap((name) => [name, `en/${name}`]);
  const jobs = [base, `${pathToFileURL(root).href}/`].flatMap((start) => listings.map((name) => `${start}${name}/index.html`));
  const faults = await each(jobs, AT_ONCE, async (address) => {
    const tab = await open(browser, 1280, [base, 'file:']);
    await tab.page.goto(address);
    await tab.page.waitForSelector('.listing-form:not([hidden])', { timeout: 5000 }).catch(() => {});
    const found = [...await filtered(tab.page), ...tab.take()];
    await tab.close();
    return found.map((fault) => `${address}: ${fault}`);
  });
  return { faults, done: `${jobs.length} pages` };
});

await step('search, by keyboard, from the disk too', async () => {
  const homes = chosen.filter(({ kind }) => kind === 'home');
  const starts = [base, `${pathToFileURL(root).href}/`];
  const jobs = homes.flatMap((home) => starts.map((start) => ({ home, start })));
  const faults = await each(jobs, AT_ONCE, async ({ home, start }) => {
    const tab = await open(browser, start === base ? 320 : 1280, [start]);
    const found = await find(tab.page, start + home.path, home.lang === 'zh' ? '质量' : 'quality');
    found.push(...tab.take());
    await tab.close();
    return found.map((fault) => `${home.lang} ${start === base ? '' : 'from the disk'}: ${fault}`);
  });
  return { faults, done: `${jobs.length} searches` };
});

await step('from the disk, without a server', async () => {
  const spread = all.filter((_, index) => index % Math.max(1, Math.floor(all.length / 60)) === 0).slice(0, 60);
  const tab = await open(browser, 1280, [pathToFileURL(root).href]);
  const faults = [];
  let links = 0;
  for (const { path } of [...chosen, ...spread]) {
    await tab.page.goto(pathToFileURL(join(root, path)).href);
    const found = await disk(tab.page);
    links += found.followed;
    faults.push(...[...found.faults, ...tab.take()].map((fault) => `${path}: ${fault}`));
  }
  await tab.close();
  return { faults, done: `${chosen.length + spread.length} pages, ${links} links` };
});

await step('a region chosen once', async () => {
  const faults = await regions({ browser, base });
  return { faults, done: '2 languages' };
});

await step('comparison, with and without script', async () => {
  const content = resolve(theme, '..', '..', 'content');
  const faults = await compared({ browser, content, build, scratch });
  return { faults, done: '2 languages' };
});

await step('preview: saves, faults, restart', async () => {
  const content = resolve(theme, '..', '..', 'content');
  return live({ browser, content, program: resolve(build[0]), scratch });
});

await step('policy: nothing planted runs', async () => {
  const content = join(here, '..', 'attempts', 'content');
  const site = attempted({ content, build, scratch });
  const theirs = await serve({ '/in/a/folder/': site });
  const start = `${theirs.origin}/in/a/folder/`;
  const hostile = samples(await pages(site)).map(({ path }) => path);
  hostile.push('search/index.html?q=planted', 'en/search/index.html?q=script', 'about/index.html', 'en/about/index.html');
  const addresses = [
    ...[...new Set(hostile)].flatMap((path) => [start + path, `${pathToFileURL(site).href}/${path}`]),
    ...every.map(({ path }) => base + path),
  ];
  const faults = await visited(browser, addresses, [start, base, 'file:'], AT_ONCE);
  const seen = await visited(browser, ['policy', 'ran'].map((name) => `${server.origin}/planted/${name}.html`), [server.origin], 2);
  for (const word of ['refused script-src-elem inline', 'refused script-src-attr inline', 'refused style-src-attr inline', 'refused img-src https://example.invalid', 'attempt 3 ran', 'policy is missing']) {
    if (!seen.some((fault) => fault.includes(word))) faults.push(`what is planted is not seen: ${word} in ${seen}`);
  }
  theirs.close();
  return { faults, done: `${addresses.length} pages` };
});

await step('on paper', async () => {
  const tab = await open(browser, 1280, [base]);
  const faults = [];
  const counts = [];
  let unread = false;
  for (const sample of chosen.filter(({ kind }) => PRINTED.includes(kind))) {
    await tab.page.goto(base + sample.path);
    const found = await printed(tab.page, join(scratch, `${sample.kind}-${sample.lang}.pdf`), LANDSCAPE.includes(sample.kind));
    faults.push(...found.faults.map((fault) => `${sample.path}: ${fault}`));
    counts.push(found.pages);
    unread ||= !found.read;
  }
  await tab.close();
  return { faults, done: `A4 pages ${counts.join(' ')}${unread ? ' (no pdftotext: words not read)' : ''}` };
});

await step('Lighthouse, at least 95', async () => {
  const address = ['build', '--output', addressed, '--base-url', `${server.origin}/site/`];
  execFileSync(build[0], [...address, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const run = await lighthouse();
  const { port, stop } = await launchAlone(join(scratch, 'profile'));
  const six = ['home', 'list', 'duty', 'matter', 'law', 'topic'];
  const faults = [];
  const least = [100, 100, 100, 100];
  for (const [index, kind] of six.entries()) {
    const sample = chosen.filter((page) => page.kind === kind)[index % 2];
    const url = `${server.origin}/site/${sample.path.replace(/index\.html$/, '')}`;
    const found = await best(run, url, port, 95);
    faults.push(...found.faults.map((fault) => `${sample.path}: ${fault}`));
    found.points.forEach((value, category) => { least[category] = Math.min(least[category], value); });
  }
  const slow = await best(run, `${server.origin}/planted/slow.html`, port, 95);
  if (slow.faults.length === 0) faults.push('Lighthouse does not see the faults of planted/slow.html');
  stop();
  return { faults, done: `6 pages, least ${least.join(' ')}` };
});

await browser.close();
server.close();
process.exitCode = failed === 0 ? 0 : 1;
