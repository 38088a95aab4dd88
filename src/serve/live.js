// What is shown now in, as the preview tells it; a page that is as new as that out, at the place where it was read. Where
// what was saved has a fault, the page stays and says so.
(() => {
  const own = document.currentScript.dataset;
  const place = `qingdan-place:${location.pathname}`;
  let source = null;
  let bar = null;
  let told = null;
  let busy = false;

  try {
    const kept = sessionStorage[place];
    if (kept) {
      delete sessionStorage[place];
      addEventListener('load', () => scrollTo(0, Number(kept)));
    }
  } catch { /* a browser that keeps nothing begins at the top */ }

  function reload() {
    source.close();
    try { sessionStorage[place] = String(scrollY); } catch { /* the same */ }
    if (own.back) location.replace(own.back);
    else location.reload();
  }

  const isOwn = (script) => script.getAttribute('src') === '/_qingdan/live.js';
  const isData = (script) => script.type && !/^(?:module|(?:text|application)\/javascript)$/.test(script.type);
  const programs = (page) => [...page.scripts].filter((script) => !isOwn(script) && !isData(script));
  const styles = (page) => [...page.querySelectorAll('style, link[rel~="stylesheet"]')].map((one) => one.outerHTML).join();
  // What a script of a page does to its own elements is done again; what it may have begun beside them cannot be undone.
  // A script of a file that is not put off (`defer`) has nothing but what stands before it.
  const isSimple = (script) => (script.src ? !script.defer : script.type !== 'module'
    && !/addEventListener|setInterval|setTimeout|requestAnimationFrame|Observer|import/.test(script.textContent));

  // Puts the page as it is now in the place of the one that is shown. Whether that could be done.
  function swap(text) {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const live = [...fresh.scripts].find(isOwn);
    const same = live?.dataset.site && live.dataset.fault === undefined && styles(fresh) === styles(document)
      && !fresh.querySelector('base') && !document.querySelector('base');
    if (!same || ![...programs(fresh), ...programs(document)].every(isSimple)) return false;
    const [top, focus] = [scrollY, document.activeElement?.id];
    const [before, after] = [document, fresh].map((page) => [...page.head.children]);
    const has = (all, one) => all.some((other) => other.isEqualNode(one));
    const [gone, come] = [before.filter((one) => !has(after, one)), after.filter((one) => !has(before, one))];
    gone.forEach((one) => one.remove());
    document.head.append(...come);
    document.documentElement.lang = fresh.documentElement.lang;
    bar = null;
    document.body.replaceWith(fresh.body);
    let failed = false;
    const note = () => { failed = true; };
    addEventListener('error', note);
    for (const script of programs(document)) {
      const again = document.createElement('script');
      for (const { name, value } of script.attributes) again.setAttribute(name, value);
      again.textContent = script.textContent;
      script.replaceWith(again);
    }
    removeEventListener('error', note);
    scrollTo({ left: scrollX, top, behavior: 'instant' });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    own.site = live.dataset.site;
    return !failed;
  }

  // Follows what was told last. A page that cannot be put in its place is loaded.
  async function follow() {
    if (busy) return;
    busy = true;
    for (let tries = 0; tries < 3 && told.site && told.site !== own.site; tries += 1) {
      let answer, text;
      try {
        answer = await fetch(location.href, { headers: { accept: 'text/html' } });
        text = await answer.text();
      } catch { break; } // the preview ended: it says what it shows when it is there again
      if (!answer.ok || answer.redirected || !swap(text)) {
        reload();
        return;
      }
    }
    busy = false;
    say(told.fault);
  }

  function say(fault) {
    bar?.remove();
    bar = null;
    if (!fault) return;
    bar = document.createElement('qingdan-fault');
    bar.lang = fault.lang;
    bar.setAttribute('role', 'alert');
    const inside = bar.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(`:host{position:fixed;inset:auto 0 0;z-index:2147483647;max-height:45vh;overflow:auto;padding:12px 16px;
      box-sizing:border-box;background:#fff4f2;color:#1b1b1b;border-top:4px solid #b3261e;font:16px/1.5 system-ui,sans-serif}
      strong{color:#8c1d18}p{margin:0 0 6px}pre{margin:0 0 6px;overflow-x:auto;font:14px/1.5 ui-monospace,monospace}a{color:#0b57d0}`);
    inside.adoptedStyleSheets = [style];
    const add = (name, text, to = inside) => {
      const one = document.createElement(name);
      one.textContent = text;
      to.append(one);
      return one;
    };
    const head = add('p', '');
    add('strong', fault.title, head);
    head.append(` ${fault.kept}`);
    add('pre', fault.first);
    add('a', fault.all).href = `${fault.page}?back=${encodeURIComponent(location.pathname + location.search)}`;
    document.body.append(bar);
  }

  function listen() {
    source?.close();
    source = new EventSource('/_qingdan/events');
    source.onmessage = ({ data }) => {
      const { site, fault } = JSON.parse(data);
      if (own.fault !== undefined) {
        // A page of faults: it goes when they do.
        if (site !== own.site || (fault?.print ?? '') !== own.fault) {
          if (fault) location.reload();
          else reload();
        }
      } else if (site && site !== own.site) {
        told = { site, fault };
        follow();
      } else {
        told = { site, fault };
        say(fault);
      }
    };
  }

  // A browser keeps few connections to one address: a page that nobody sees holds none.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) source?.close();
    else listen();
  });
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', ({ persisted }) => { if (persisted) listen(); });
  if (!document.hidden) listen();
})();
