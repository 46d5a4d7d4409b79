/* A piece to fill in: fetches what makes a form of it, on the pages that have one. */

(() => {
  "use strict";

  /* Each builds on those before it; they come at once, and run in this order. */
  const PARTS = [
    "give", "fit", "template", "totals", "values", "table", "fields", "lists", "faces", "preview", "state", "judge",
    "keep", "actions", "total", "chooser", "prices", "photo", "form",
  ];
  const CODE = ["qr", "code"]; // for pieces that may have a QR code
  const here = document.currentScript.src;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });

  const all = (parts) => Promise.all(parts.map((part) => load(new URL(`make/${part}.js`, here))));

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
    const space = (window.brandPlaybook = window.brandPlaybook || {});
    space.load = load;
    space.parts = space.parts || all(PARTS);
    await Promise.all([space.parts, load(root.dataset.from)]);
    if (space.makers[root.dataset.name].code.field) await (space.coding = space.coding || all(CODE));
    if (root.isConnected) space.form(root, space.makers[root.dataset.name]);
  };

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
