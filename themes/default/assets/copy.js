// Adds a button beside each line of a table page, and beside each citation of a record, that copies it. Without it, or
// without a clipboard, they are selected. A citation of a site that does not know where it lives gets the address of the page.
"use strict";
(function () {
  var say = document.currentScript.dataset, here = location.href.split("#")[0];
  document.querySelectorAll("[data-here]").forEach(function (place) { place.textContent = " " + here; });
  if (!navigator.clipboard) return;
  document.querySelectorAll("pre[data-tool], [data-cite]").forEach(function (line) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = say.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(line.textContent).then(function () { button.textContent = say.copied; });
    });
    line.after(button);
  });
})();
