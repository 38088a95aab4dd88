// In: an open page. Out: what is wrong with it on paper and from a disk.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A4 pages, upright or on their side, with the heading and without the navigation; `pdf` is where the pages go. `pdftotext` reads them if it is there. */
export async function printed(page, pdf, landscape = false) {
  const faults = [];
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const words = await page.evaluate(() => {
    const navigation = [...document.querySelectorAll('.skip-link, body > header nav, .crumbs, .pager, body > footer nav')];
    const text = (one) => one?.innerText.replace(/\s+/g, '') ?? '';
    return {
      shown: navigation.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
      heading: text(document.querySelector('h1')),
      folded: [...document.querySelectorAll('details:not(.evidence, .evidence *) > :not(summary)')]
        .filter((one) => !one.checkVisibility({ contentVisibilityProperty: true })).map((one) => one.outerHTML.slice(0, 80)),
      skip: document.querySelector('.skip-link')?.textContent.replace(/\s+/g, '') ?? '',
    };
  });
  faults.push(...words.shown.map((one) => `navigation on paper: ${one}`));
  faults.push(...words.folded.map((one) => `folded away on paper: ${one}`));
  const bytes = await page.pdf({ format: 'A4', printBackground: false, preferCSSPageSize: true });
  await page.emulateMedia({ media: null });
  await writeFile(pdf, bytes);
  const boxes = [...bytes.toString('latin1').matchAll(/\/Type \/Page\b[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  if (boxes.length === 0) faults.push('no page came out');
  const [across, down] = landscape ? [842, 595] : [595, 842];
  if (boxes.some(([, wide, high]) => Math.abs(wide - across) > 2 || Math.abs(high - down) > 2)) faults.push('a page is not A4');
  let text;
  try {
    text = execFileSync('pdftotext', ['-raw', pdf, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch {
    return { faults, pages: boxes.length, read: false };
  }
  const sheets = text.split('\f').slice(0, -1);
  const ends = (sheet) => [sheet.trim().split('\n')[0], sheet.trim().split('\n').pop()];
  const unnumbered = sheets.findIndex((sheet, index) => !ends(sheet).includes(String(index + 1)));
  if (unnumbered >= 0) faults.push(`sheet ${unnumbered + 1} of ${sheets.length} has no number`);
  text = text.replace(/\s+/g, '').normalize('NFKC');
  if (!text.includes(words.heading.normalize('NFKC'))) faults.push(`the heading is not on paper: ${words.heading}`);
  if (words.skip && text.includes(words.skip.normalize('NFKC'))) faults.push('the skip link is on paper');
  return { faults, pages: boxes.length, read: true };
}

/** Every link that stays on the disk opens a file, and the stylesheet is in force. */
export async function disk(page) {
  const { links, styled } = await page.evaluate(() => ({
    links: [...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map((one) => one.href || one.src),
    styled: [...document.querySelectorAll('link[rel=stylesheet]')].length > 0
      && [...document.querySelectorAll('link[rel=stylesheet]')].every((one) => one.sheet?.cssRules.length > 0),
  }));
  const faults = styled ? [] : ['the stylesheet does not load'];
  let followed = 0;
  for (const link of new Set(links.filter((link) => link.startsWith('file:')))) {
    const path = fileURLToPath(new URL(link.replace(/[#?].*$/, '')));
    followed += 1;
    if (!existsSync(path) || !statSync(path).isFile()) faults.push(`no such file: ${link}`);
  }
  return { faults, followed };
}
