// In: an open page. Out: what axe-core finds against WCAG 2.2 AA and its best practices, light and dark.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on the colours; in the dark nothing else can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Violations on the page as it stands, one line an element. */
async function violations(page, runOnly) {
  return page.evaluate(
    (only) => window.axe.run(document, {
      runOnly: only,
      rules: only.type === 'tag' ? { 'target-size': { enabled: true } } : {},
      resultTypes: ['violations'],
    }).then(({ violations: all }) => all.flatMap(({ id, nodes }) => nodes.map((node) =>
      `${id}: ${node.target.join(' ')} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`))),
    runOnly,
  );
}

/** Every rule in light colours, the rules of colour in dark ones, at the width the page has. The page was opened with
 * axe-core in it: the policy of our pages lets no script in afterwards. */
export async function bothSchemes(page) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, { type: 'tag', values: TAGS });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, { type: 'rule', values: COLOURS });
  return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`)];
}
