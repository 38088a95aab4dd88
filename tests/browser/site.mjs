// In: the folder of a built site. Out: its pages, one page of every kind and language, and a server for them.
import { createServer } from 'node:http';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, normalize, posix, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
};

/** Every HTML page below `root`, sorted by path: `{ path, kind, lang, size, partners }`, partners by language. */
export async function pages(root) {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  return Promise.all(names.map(async (name) => {
    const path = name.split(sep).join('/');
    const text = await readFile(join(root, name), 'utf8');
    const partners = {};
    for (const [, lang, href] of text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^":]+)">/g)) {
      partners[lang] = posix.normalize(posix.join(posix.dirname(path), href));
    }
    return {
      path,
      kind: /<body[^>]* class="page-([a-z_]+)/.exec(text)?.[1],
      lang: /<html lang="([^"]+)"/.exec(text)?.[1],
      size: text.length,
      partners,
    };
  }));
}

/** The largest page of every kind, in every language: what is there to go wrong is most likely to be there. */
export function samples(all) {
  const found = [];
  const byPath = new Map(all.map((page) => [page.path, page]));
  for (const kind of [...new Set(all.map((page) => page.kind))].filter(Boolean).sort()) {
    const first = all.find((page) => page.path === 'index.html')?.lang;
    const ofKind = all.filter((page) => page.kind === kind && page.lang === first);
    const largest = ofKind.reduce((one, other) => (other.size > one.size ? other : one));
    const others = Object.values(largest.partners).map((path) => byPath.get(path));
    found.push(largest, ...others.filter((page) => page && page !== largest));
  }
  return found;
}

/** Serves `{ '/prefix/': folder }` on a free local port, as any host would: no rewriting but `/` to `index.html`. */
export async function serve(mounts) {
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const prefix = Object.keys(mounts).find((start) => address.startsWith(start));
    const answer = async (status, file) => {
      const body = await readFile(file);
      response.writeHead(status, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    };
    try {
      if (!prefix) throw new Error('no such folder');
      let file = join(mounts[prefix], normalize('/' + address.slice(prefix.length)));
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      await answer(200, file);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
