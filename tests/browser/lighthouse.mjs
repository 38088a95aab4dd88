// In: an address and the port of a running Chromium. Out: Lighthouse's four scores, with what cost points.

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * The best of up to three runs. What else a machine is doing can only slow a page down, so a low score is measured again;
 * a page that is slow of itself stays slow.
 */
export async function best(lighthouse, url, port, least) {
  let kept = await scores(lighthouse, url, port, least);
  for (let again = 0; again < 2 && kept.points[0] < least; again += 1) {
    const next = await scores(lighthouse, url, port, least);
    if (next.points[0] > kept.points[0]) kept = next;
  }
  return kept;
}

/** Scores from 0 to 100 on a simulated mid-range phone, and the audits that failed in categories below `least`. */
async function scores(lighthouse, url, port, least) {
  const { lhr } = await lighthouse(url, {
    port, output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES, formFactor: 'mobile', throttlingMethod: 'simulate',
    skipAudits: ['full-page-screenshot', 'screenshot-thumbnails', 'final-screenshot'], disableFullPageScreenshot: true,
  });
  if (lhr.runtimeError) return { points: [], faults: [`Lighthouse: ${lhr.runtimeError.message}`] };
  const points = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
  const faults = CATEGORIES.flatMap((id, index) => {
    if (points[index] >= least) return [];
    const lost = lhr.categories[id].auditRefs.filter(({ id: audit, weight }) => weight > 0 && lhr.audits[audit].score < 0.9);
    return [`${id} ${points[index]}: ${lost.map(({ id: audit }) => audit).join(', ')}`];
  });
  return { points, faults };
}
