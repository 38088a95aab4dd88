// In: the folder of the installed clients. Out: a headless Chromium that never asks anything of the network.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));

/** What `npm install` put into the folder, by name. */
export function clients(folder) {
  const require = createRequire(pathToFileURL(join(resolve(folder), 'package.json')));
  return {
    axe: require.resolve('axe-core/axe.min.js'),
    chromium: require('playwright-core').chromium,
    lighthouse: async () => (await import(pathToFileURL(require.resolve('lighthouse')))).default,
  };
}

const ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update', '--allow-file-access-from-files',
];

/** Starts Chromium for Playwright. */
export function launch(chromium) {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Starts a Chromium with a port for another client (Playwright closes tabs that it did not open). */
export async function launchAlone(profile) {
  const own = spawn(CHROMIUM, [...ARGUMENTS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']);
  const port = await new Promise((found, failed) => {
    let said = '';
    own.on('exit', () => failed(new Error(`Chromium ended: ${said}`)));
    own.stderr.on('data', (bytes) => {
      said += bytes;
      const line = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (line) found(Number(line[1]));
    });
  });
  return { port, stop: () => own.kill() };
}

/** A tab of its own, with scripts or without, whose requests and console are kept in `seen`. Requests to other hosts are
 * noted and refused. `tool` is a script that every page has from its start, whatever its policy says. */
export async function open(browser, width, own, { javaScriptEnabled = true, tool } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', javaScriptEnabled });
  if (tool) await context.addInitScript({ path: tool });
  const page = await context.newPage();
  const seen = { outside: [], missing: [], console: [] };
  await page.route((url) => !own.some((start) => url.href.startsWith(start)), (route) => route.abort());
  page.on('request', (request) => {
    const url = request.url();
    if (!own.some((start) => url.startsWith(start)) && !url.startsWith('data:')) seen.outside.push(url);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) seen.missing.push(response.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.console.push(message.text());
  });
  page.on('pageerror', (error) => seen.console.push(String(error)));
  const take = () => {
    const faults = [
      ...seen.outside.map((url) => `request to another host: ${url}`),
      ...seen.missing.map((url) => `request without an answer: ${url}`),
      ...seen.console.map((text) => `console: ${text}`),
    ];
    seen.outside.length = seen.missing.length = seen.console.length = 0;
    return faults;
  };
  return { page, take, close: () => context.close() };
}

/** Does `work` for every item, so many at a time, and gathers the faults in the order of the items. */
export async function each(items, most, work) {
  const found = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      found[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return found.flat();
}
