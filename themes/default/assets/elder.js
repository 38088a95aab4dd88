// Remembers the box for larger type, where the browser keeps anything. It stands behind the box and is not deferred, so that no
// page is shown in small type first. Without it the box is ticked anew on each page.
"use strict";
try {
  const box = document.getElementById("_elder"), key = "qingdan-elder";
  box.checked = localStorage[key] === "1";
  box.onchange = () => { localStorage[key] = box.checked ? "1" : "0"; };
} catch { /* nothing is kept */ }
