// Adds a button beside each line of a table page that copies it. Without it, or without a clipboard, lines are selected.
"use strict";
(function () {
  var say = document.currentScript.dataset;
  if (!navigator.clipboard) return;
  document.querySelectorAll("pre[data-tool]").forEach(function (line) {
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
