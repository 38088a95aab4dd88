// In: a browser, a content folder, the program. Out: faults of the preview: a save that is not seen in time, a fault that is
// not explained or takes the page away, a place that is lost.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from './browser.mjs';

/** How many saves are timed. With SOON=300 it is a fault where half of them are seen later than after so many milliseconds. */
const SAVES = 15;

/** Starts the preview in a folder; its address, and how to end it. */
async function start(program, folder) {
  const own = spawn(program, ['serve', '--port', '0', '--lang', 'zh'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const address = await new Promise((found, failed) => {
    own.on('exit', () => failed(new Error(`the preview ended: ${said}`)));
    own.stderr.on('data', (bytes) => {
      said += bytes;
      const line = /(http:\/\/[^/]+)\/[\s\S]*已生成/.exec(said);
      if (line) found(line[1]);
    });
  });
  return { address, stop: () => new Promise((done) => { own.removeAllListeners('exit'); own.on('exit', done); own.kill('SIGINT'); }) };
}

/** Saves, and waits in the page until its first heading has the words; the milliseconds. */
async function saved(page, path, text, words) {
  const begun = performance.now();
  writeFileSync(path, text);
  await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent.includes(wanted), words, { polling: 'raf', timeout: 60000 });
  return performance.now() - begun;
}

export async function live({ browser, content, program, scratch, list: id = 'jize-qts' }) {
  const folder = join(scratch, 'live');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(content, join(folder, 'content'), { recursive: true });
  const faults = [];
  const preview = await start(program, folder);
  const tab = await open(browser, 800, [preview.address]);
  const { page } = tab;
  // A list with a heading that can be told from every other.
  const list = join(folder, `content/lists/${id}/list.yaml`);
  const good = readFileSync(list, 'utf8');
  const titled = (word) => good.replace(/^title:.*\n(?: +.*\n)*/m, `title: {zh: 清单${word}, en: List ${word}}\n`);
  await page.goto(`${preview.address}/lists/${id}/`);

  const times = [];
  for (let save = 0; save < SAVES; save += 1) times.push(await saved(page, list, titled(`第${save}次`), `清单第${save}次`));
  times.sort((a, b) => a - b);
  const median = times[SAVES >> 1];
  if (median > Number(process.env.SOON ?? Infinity)) faults.push(`a save is seen after ${median.toFixed(0)} ms (median of ${SAVES})`);

  await page.evaluate(() => { scrollTo(0, 600); document.getElementById('_elder').focus({ preventScroll: true }); window.stays = true; });
  await saved(page, list, titled('滚动'), '清单滚动');
  await page.waitForTimeout(200);
  const place = await page.evaluate(() => scrollY);
  if (!await page.evaluate(() => window.stays && document.activeElement.id === '_elder')) faults.push('a save loads the page again, or takes the focus');
  if (Math.abs(place - 600) > 40) faults.push(`the page is at ${place} after a save, and was at 600`);

  writeFileSync(list, `${titled('有错')}\nphnoes: ["1"]\n`);
  const bar = page.locator('qingdan-fault');
  await bar.waitFor({ timeout: 60000 });
  const said = await bar.evaluate((one) => one.shadowRoot.textContent);
  for (const words of ['list.yaml:', 'phnoes', 'help']) if (!said.includes(words)) faults.push(`the bar lacks ${words}: ${said}`);
  if (!(await page.textContent('h1')).includes('清单滚动')) faults.push('a fault takes the page away');
  await bar.locator('a').click();
  await page.waitForURL(/_qingdan\/faults/);
  if (!(await page.textContent('main')).includes('list.yaml:')) faults.push('the page of faults lacks the file');
  await saved(page, list, titled('改好'), '清单改好');
  if (!page.url().endsWith(`/lists/${id}/`)) faults.push(`after mending the browser is at ${page.url()}`);

  // A second start, as after a restart of the computer: the open page finds it again.
  const port = new URL(preview.address).port;
  await preview.stop();
  const again = spawn(program, ['serve', '--port', port], { cwd: folder, stdio: 'ignore' });
  await saved(page, list, titled('重启'), '清单重启').catch(() => faults.push('the page does not find the preview after a restart'));
  again.kill('SIGINT');
  const seen = tab.take().filter((fault) => !/ERR_CONNECTION|ERR_INCOMPLETE|_qingdan\/events|503/.test(fault));
  faults.push(...seen);
  await tab.close();
  return { faults, done: `${SAVES} saves, seen after ${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)}, median ${median.toFixed(0)} ms` };
}
