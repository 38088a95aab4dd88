// In: an open page and the address of a home page. Out: what would stop somebody from finding by the search, with the keyboard alone.
import { sideways } from './use.mjs';

/** Presses Tab until what has the focus matches. */
async function tabTo(page, selector, most) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return true;
  }
  return false;
}

/** What is shown once `change` was made: headings, places, how many, and what is announced. */
async function results(page, change) {
  const before = await page.locator('#_count').textContent().catch(() => '');
  await change();
  const settled = ([old, asked]) => {
    const said = document.querySelector('#_count')?.textContent ?? '';
    return said && said !== asked && (said !== old || document.querySelector('#_found li'));
  };
  const wait = await page.locator('#_search').getAttribute('data-wait', { timeout: 5000 }).catch(() => '');
  await page.waitForTimeout(400);
  await page.waitForFunction(settled, [before, wait], { timeout: 5000 }).catch(() => {});
  return page.evaluate(() => ({
    kinds: [...document.querySelectorAll('#_found h2')].map((one) => one.textContent),
    places: [...new Set([...document.querySelectorAll('#_found .count')].map((one) => one.textContent))],
    count: document.querySelectorAll('#_found li').length,
    said: document.querySelector('[role="status"]')?.textContent ?? '',
    address: location.search,
  }));
}

/** From the header to a result: a query finds, filters narrow and stay in the address, the first result opens. */
export async function find(page, home, query) {
  page.setDefaultTimeout(5000);
  await page.goto(home);
  if (!await tabTo(page, '#_find input', 40)) return ['Tab does not reach the search in the header'];
  await page.keyboard.type(query);
  const plain = await results(page, async () => {
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]q=/).catch(() => {});
  });
  if (plain.count === 0) return [`nothing is found for ${query}: ${plain.said}`];
  const faults = await sideways(page);
  if (!/\d/.test(plain.said)) faults.push(`how much was found is not announced: ${plain.said}`);
  const choose = (name, value) => results(page, () => page.selectOption(`#_search select[name="${name}"]`, value));
  const values = await page.$$eval('#_search select[name="region"] option', (all) => all.map((one) => one.value));
  const kind = await choose('kind', 'duty');
  if (kind.kinds.length !== 1) faults.push(`the filter by kind does not narrow: ${kind.kinds}`);
  const region = await choose('region', values[values.length - 1] ?? '');
  if (region.count === 0 || region.places.length > 1) faults.push(`the filter by region does not narrow: ${region.places}`);
  if (page.url().startsWith('http')) {
    if (!/kind=duty&region=/.test(region.address)) faults.push(`the filters are not in the address: ${region.address}`);
    const again = await results(page, () => page.reload());
    if (again.said !== region.said) faults.push(`the address does not lead back to the same results: ${again.said}`);
  }
  await page.locator('#_search input').focus();
  if (!await tabTo(page, '#_found a', 12)) return [...faults, 'Tab does not reach a result'];
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.search, { timeout: 5000 }).catch(() => {});
  const opened = await page.evaluate(() => document.body.className);
  if (opened !== 'page-duty') faults.push(`the result leads to ${opened || page.url()}`);
  return faults;
}
