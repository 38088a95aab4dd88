// What is shown now in, as the preview tells it; a page that is as new as that out, at the place where it was read. Where
// what was saved has a fault, the page stays and says so.
(() => {
  const own = document.currentScript.dataset;
  const place = `qingdan-place:${location.pathname}`;
  let source = null;
  let bar = null;

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
        reload();
      } else {
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
