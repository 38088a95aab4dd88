// In: a browser, the address of a built site. Out: whether a region that is chosen once holds: on topics, in the address, in
// comparisons, in the search; and whether without scripts the choice is a link.
import { open } from './browser.mjs';

const TOPIC = 'special-equipment';

/** Slugs of the regions whose rows are shown. */
const shown = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll('[data-in]:not(input)')]
  .filter((row) => row.checkVisibility()).map((row) => row.dataset.in))]);

/** What is shown once it is what is waited for, or after five seconds: a browser tells a page of a new address only after the click. */
async function comes(page, holds) {
  const end = Date.now() + 5000;
  let now = await shown(page);
  while (!holds(now) && Date.now() < end) {
    await page.waitForTimeout(20);
    now = await shown(page);
  }
  return now;
}

export async function regions({ browser, base }) {
  const faults = [];
  const expect = (holds, fault) => { if (!holds) faults.push(fault); };
  for (const folder of ['', 'en/']) {
    const topic = `${base}${folder}topics/${TOPIC}/index.html`;
    const tab = await open(browser, 1280, [base]);
    const { page } = tab;
    await page.goto(topic);
    const all = await comes(page, (slugs) => slugs.length > 2);
    const alone = (slugs) => slugs.join() === all[0], every = (slugs) => slugs.length === all.length;
    expect(all.length > 2, `${folder}only ${all} are shown at first`);
    const slug = all[0];
    await page.click(`#_places [data-choose="${slug}"]`);
    const chosen = await comes(page, alone);
    expect(alone(chosen), `${folder}the choice of ${slug} shows ${chosen}`);
    expect(page.url().endsWith(`#_region=${slug}`), `${folder}the address does not keep the choice: ${page.url()}`);
    const link = await page.getAttribute('#_places + [role=status] a', 'href');
    expect(link?.includes(`regions/${slug}/topics/${TOPIC}`), `${folder}the page of the topic in the region is not offered: ${link}`);

    // Another topic remembers it; the address of a place shows everything.
    await page.goto(`${base}${folder}topics/metrology/index.html`);
    const kept = await comes(page, alone);
    expect(alone(kept), `${folder}another topic shows ${kept}`);
    await page.goto(`${topic}#_across`);
    expect(every(await comes(page, every)), `${folder}an address of a place hides rows`);

    await page.goto(`${base}${folder}topics/${TOPIC}/compare/index.html`);
    await page.waitForFunction((own) => document.querySelector(`.choose [data-in="${own}"]`), slug);
    const first = await page.evaluate(() => document.querySelector('.compare thead th[data-list]').dataset.list);
    const own = await page.getAttribute(`.choose [data-in="${slug}"]`, 'name');
    expect(first === own, `${folder}the comparison begins with ${first}`);
    await page.click('.choose input >> nth=1');
    const columns = await page.evaluate(() => [...document.querySelectorAll('.compare thead th[data-list]')].filter((th) => th.checkVisibility()).length);
    const boxes = await page.locator('.choose input:checked').count();
    expect(columns === boxes, `${folder}${boxes} boxes are ticked and ${columns} columns shown`);

    await page.goto(`${base}${folder}search/index.html`);
    await page.waitForFunction(() => document.querySelectorAll('select[name=region] option').length > 1);
    expect(await page.inputValue('select[name=region]') === slug, `${folder}the search does not know ${slug}`);
    await page.fill('#_q', folder ? 'lift' : '电梯');
    await page.waitForSelector('#_found p a');
    const answer = await page.getAttribute('#_found p a', 'href');
    expect(answer?.includes(`regions/${slug}/topics/${TOPIC}`), `${folder}the search does not lead to the answer: ${answer}`);

    // The way back to all.
    await page.goto(topic);
    await page.click('#_places [data-choose=""]');
    const back = await comes(page, every);
    expect(every(back), `${folder}the way back shows ${back}`);
    await page.goto('about:blank');
    await page.goto(topic);
    expect(every(await comes(page, every)), `${folder}the choice is not taken back`);
    faults.push(...tab.take().map((fault) => `${folder}region: ${fault}`));
    await tab.close();

    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const bare = await context.newPage();
    await bare.goto(topic);
    await bare.click(`#_places [data-choose="${slug}"]`);
    expect(bare.url().includes(`regions/${slug}/topics/${TOPIC}`), `${folder}without scripts the choice leads to ${bare.url()}`);
    await context.close();
  }
  return faults;
}
