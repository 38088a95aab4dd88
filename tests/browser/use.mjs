// In: an open page. Out: what would stop somebody from using it: width, targets, keyboard, change of language.

/** The body must not scroll sideways (WCAG 1.4.10: at 320 pixels, which is 400% zoom, too). */
export async function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`scrolls sideways at ${width}: ${wide.slice(-2).map((one) => one.outerHTML.slice(0, 90)).join(' … ')}`];
  });
}

/** WCAG 2.5.8: 24 pixels both ways, or standing in text, or with nothing to touch within a circle of 24 pixels. */
export async function targets(page) {
  return page.evaluate(() => {
    const touchable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const all = [...document.querySelectorAll(touchable)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.classList.contains('skip-link'))
      .map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
    const small = all.filter(({ one, box }) => Math.min(box.width, box.height) < 23.9 && !inText(one));
    return small.flatMap(({ one, box }) => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const near = all.find((other) => other.one !== one && !other.one.contains(one) && !one.contains(other.one)
        && Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right),
          Math.max(other.box.top - y, 0, y - other.box.bottom)) < 12);
      const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
      return near ? [`target of ${size} beside another: ${one.outerHTML.slice(0, 120)}`] : [];
    });

    function inText(one) {
      if (getComputedStyle(one).display !== 'inline') return false;
      let block = one.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      const linked = [...block.querySelectorAll(touchable)].map((link) => link.textContent).join('');
      return block.textContent.replace(/\s/g, '').length > linked.replace(/\s/g, '').length;
    }
  });
}

/** Tab reaches the skip link first, then everything in the order of the document, with a visible ring on it. */
export async function keyboard(page) {
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
      .filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }));
    window.order = new Map(all.map((one, index) => [one, index]));
    window.reached = [];
    window.bare = [];
    document.addEventListener('focusin', ({ target }) => {
      const style = getComputedStyle(target);
      const box = target.getBoundingClientRect();
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      if (!ring || box.width < 2 || box.bottom < 0) window.bare.push(target.outerHTML.slice(0, 90));
      window.reached.push(window.order.get(target) ?? -1);
    });
    window.scrollTo(0, 0);
    return all.map((one) => one.outerHTML.slice(0, 90));
  });
  for (let pressed = 0; pressed < expected.length; pressed += 1) await page.keyboard.press('Tab');
  const { reached, bare } = await page.evaluate(() => ({ reached: window.reached, bare: window.bare }));
  const faults = bare.slice(0, 3).map((one) => `focus cannot be seen: ${one}`);
  const wrong = expected.findIndex((_, index) => reached[index] !== index);
  if (wrong >= 0) faults.push(`Tab number ${wrong + 1} does not reach ${expected[wrong]}`);
  if (!expected[0]?.includes('skip-link')) faults.push(`Tab does not reach a skip link first: ${expected[0]}`);
  return faults;
}

/** The skip link must lead into the main part: the next Tab lands there. */
export async function skip(page) {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => {
    const main = document.querySelector('main');
    return !main.querySelector('a[href]') || main.contains(document.activeElement);
  });
  return inside ? [] : ['the skip link does not lead into the main part'];
}

/** The box for larger type enlarges the text by a third at least. */
export async function larger(page) {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize));
  const before = await size();
  await page.check('#_elder');
  const after = await size();
  return after >= before * 4 / 3 ? [] : [`larger type makes ${before} pixels ${after}`];
}

/** With scripts the choice holds on the next page, and so does taking it back. */
export async function remembered(page, base) {
  const faults = [];
  for (const wanted of [true, false]) {
    await page.setChecked('#_elder', wanted);
    await page.goto(`${base}regions/index.html`);
    if (await page.isChecked('#_elder') !== wanted) faults.push(`larger type ${wanted ? 'is' : 'is not'} forgotten on the next page`);
  }
  return faults;
}

/** The other language's link leads to the same page in that language, and back. */
export async function language(page, sample, base) {
  const faults = [];
  const leads = async (to, path, words) => {
    await page.click(`.languages a[hreflang="${to}"]`);
    await page.waitForLoadState();
    const there = await page.evaluate(() => [location.href, document.documentElement.lang, document.body.className]);
    if (there[0] !== base + path || there[1] !== to || there[2] !== `page-${sample.kind}`) {
      faults.push(`${words} leads to ${there.join(' ')}`);
    }
  };
  for (const [lang, path] of Object.entries(sample.partners)) {
    if (lang === sample.lang || lang === 'x-default') continue;
    await leads(lang, path, 'the language switch');
    await leads(sample.lang, sample.path, 'the way back');
  }
  return faults;
}
