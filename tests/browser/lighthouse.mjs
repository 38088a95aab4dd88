// In: an address and the port of a running Chromium. Out: Lighthouse's four scores, with what cost points.

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Scores from 0 to 100 on a simulated mid-range phone, and the audits that failed in categories below `least`. */
export async function scores(lighthouse, url, port, least) {
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
