// In: a browser, the content, the program. Out: whether the comparison says the same with and without its script, and
// brings in lists from other pages.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from './browser.mjs';

const TOPIC = 'special-equipment';

/** A copy of the content in which every list stands twice, so that a comparison has two pages. */
function doubled(content, scratch) {
  const copy = join(scratch, 'doubled');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  cpSync(content, copy, { recursive: true });
  const lists = join(copy, 'lists');
  for (const name of readdirSync(lists)) {
    const again = join(lists, `${name}-2`);
    cpSync(join(lists, name), again, { recursive: true });
    const head = readFileSync(join(again, 'list.yaml'), 'utf8');
    writeFileSync(join(again, 'list.yaml'), head.replace(/^id: .*$/m, `id: ${name}-2`));
  }
  return copy;
}

/** What the page says: the sentence, and the marks of every cell that is shown; a mark that nobody sees is none. */
function said(page) {
  return page.evaluate(() => ({
    sentence: document.getElementById('_summary').textContent,
    marks: [...document.querySelectorAll('.compare tbody tr')].map((row) => [...row.querySelectorAll('td:not([hidden])')]
      .map((cell) => [...cell.querySelectorAll('.mark')].filter((mark) => mark.checkVisibility() || !cell.checkVisibility()).map((mark) => `${mark.className} ${mark.textContent}`))),
  }));
}

const columns = (page) => page.evaluate(() => [...document.querySelectorAll('.compare thead th[data-list]')]
  .filter((head) => head.checkVisibility()).map((head) => head.dataset.list));

/** Follows every link of the cells shown that leads to a file. */
async function deadLinks(page) {
  const links = await page.evaluate(() => [...document.querySelectorAll('.compare td:not([hidden]) a[href]')].map((a) => a.href));
  return [...new Set(links.map((link) => link.split('#')[0]))].filter((link) => link.startsWith('file:')).filter((link) => {
    try {
      readFileSync(new URL(link));
      return false;
    } catch {
      return true;
    }
  });
}

export async function compared({ browser, content, build, scratch }) {
  const site = join(scratch, 'compared');
  execFileSync(build[0], ['build', '--content', doubled(content, scratch), '--output', site, ...build.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const faults = [];
  const expect = (holds, fault) => { if (!holds) faults.push(fault); };
  for (const folder of ['', 'en/']) {
    const address = (page) => pathToFileURL(join(site, folder, 'topics', TOPIC, page, 'index.html')).href;
    const tab = await open(browser, 1280, [pathToFileURL(site).href]);
    const { page } = tab;

    await page.goto(address('compare-2'));
    await page.waitForSelector('#_more:not([hidden])');
    const made = await said(page);
    const first = await columns(page);
    expect(first.length === 5, `${folder}compare-2 has the columns ${first}`);
    // Marked again with nothing changed, the page must say what the program made it say.
    await page.click('#_c1');
    await page.click('#_c1');
    const again = await said(page);
    expect(JSON.stringify(again) === JSON.stringify(made), `${folder}the script says ${JSON.stringify(again)} and the program ${JSON.stringify(made)}`);

    await page.click('button:near(#_add)');
    expect((await columns(page)).length === 5, `${folder}a sixth list was shown`);
    expect((await page.textContent('#_more [role=status]')) !== '', `${folder}nothing was said of the sixth list`);
    for (const box of ['#_c2', '#_c3', '#_c4', '#_c5']) await page.click(box);
    expect((await columns(page)).length === 1, `${folder}the boxes do not take columns away`);
    await page.selectOption('#_add', { index: 0 });
    await page.click('button:near(#_add)');
    await page.waitForFunction(() => document.querySelectorAll('.compare thead th[data-list]').length === 6);
    const two = await columns(page);
    expect(two.length === 2 && !first.includes(two[1]), `${folder}the choice shows ${two}`);
    const marks = (await said(page)).marks.flat(2);
    expect(marks.length > 0 && marks.every((mark) => !/\d[ /o]/.test(mark.replace(/differs.*/, ''))), `${folder}two lists have marks as of more: ${marks}`);
    expect((await deadLinks(page)).length === 0, `${folder}dead links in a column brought in: ${await deadLinks(page)}`);

    // The address keeps the choice.
    const kept = page.url();
    await page.goto('about:blank');
    await page.goto(kept);
    await page.waitForFunction(() => document.querySelectorAll('.compare thead th[data-list]').length === 6);
    const same = await columns(page);
    expect(same.join() === two.join(), `${folder}the address ${kept} shows ${same}`);
    faults.push(...tab.take().map((fault) => `${folder}compare: ${fault}`));
    await tab.close();

    // Without scripts a box still takes its column away.
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const bare = await context.newPage();
    await bare.goto(address('compare'));
    await bare.click('#_c2');
    const hidden = await bare.locator('.compare thead th').nth(2).isVisible();
    expect(!hidden && await bare.locator('.compare thead th').nth(3).isVisible(), `${folder}without scripts the box does nothing`);
    await context.close();
  }
  return faults;
}
