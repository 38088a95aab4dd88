// In: a page of all records of a kind. Out: what its filter and its order get wrong.

/** The rows that are shown, without the headings of groups. */
const rows = (page) => page.evaluate(() => [...document.querySelectorAll('.listing tbody tr:not(.group)')]
  .filter((row) => row.checkVisibility()).map((row) => ({ kinds: (row.dataset.k || '').split(' '), sum: Number(row.dataset.n || -1), text: row.textContent })));

async function choose(page, name, value) {
  const before = await page.textContent('.listing-form output');
  await page.selectOption(`.listing-form [name=${name}]`, value, { timeout: 2000 });
  await page.waitForFunction((was) => document.querySelector('.listing-form output').textContent !== was, before, { timeout: 3000 }).catch(() => {});
}

/** Filters by the kind of the last row, then puts the largest first: over all pages, from a disk too. */
export async function filtered(page) {
  const faults = [];
  const expect = (holds, fault) => { if (!holds) faults.push(fault); };
  if (!await page.locator('.listing-form').isVisible()) return ['the filter is not shown'];
  const all = await rows(page), kind = all.at(-1).kinds[0];
  await choose(page, 'k', kind);
  const left = await rows(page), said = await page.textContent('.listing-form output');
  expect(left.length > 0 && left.every((row) => row.kinds.includes(kind)), `filtering by ${kind} does not narrow the page`);
  expect(said.includes(String(left.length)), `the number of rows is not announced: "${said}"`);
  const order = await page.locator('.listing-form [name=o] option[value=sum]').count() ? 'sum' : 'name';
  await choose(page, 'o', order);
  const sorted = await rows(page);
  if (order === 'sum') expect(sorted.every((row, at) => !at || row.sum <= sorted[at - 1].sum), 'the largest does not stand first');
  expect(sorted.length > 0 && sorted.length <= 60, `${sorted.length} rows are shown in another order`);
  await choose(page, 'k', '');
  await choose(page, 'o', '');
  expect(JSON.stringify(await rows(page)) === JSON.stringify(all), 'without a filter the page is not as it was');
  return faults;
}
