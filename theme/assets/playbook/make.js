/* A piece to fill in: fetches what makes a form of it, on the pages that have one. */

(() => {
  "use strict";

  const space = window.brandPlaybook;
  /* Each builds on those before it; they come at once, and run in this order. */
  const PARTS = [
    "give", "fit", "template", "totals", "values", "table", "fields", "lists", "faces", "preview", "state", "judge",
    "keep", "actions", "total", "chooser", "prices", "photo", "form",
  ];
  const CODE = ["qr", "code"]; // for pieces that may have a QR code

  /* What there is to read comes first. */
  const calm = () =>
    new Promise((resolve) => {
      const rest = () => (window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve));
      if (document.readyState === "complete") rest();
      else addEventListener("load", rest, { once: true });
    });

  const open = async () => {
    const root = document.querySelector(".pb-make:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    await calm();
    await Promise.all([space.bringParts("make", PARTS), space.bring(root.dataset.from)]);
    if (space.makers[root.dataset.name].code.field) await space.bringParts("make", CODE);
    if (root.isConnected) space.form(root, space.makers[root.dataset.name]);
  };

  space.onPage(open);
})();
