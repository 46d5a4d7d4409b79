/* A piece to fill in: fetches what makes a form of it, on the pages that have one. */

(() => {
  "use strict";

  /* Each builds on those before it. */
  const PARTS = [
    "give", "fit", "template", "totals", "values", "fields", "lists", "faces", "preview", "state", "judge",
    "keep", "actions", "total", "table", "chooser", "prices", "photo", "form",
  ];
  const CODE = ["qr", "code"]; // for pieces that may have a QR code
  const here = document.currentScript.src;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });

  const open = async () => {
    const root = document.querySelector(".pb-make:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const space = (window.brandPlaybook = window.brandPlaybook || {});
    space.load = load;
    if (!space.form) {
      for (const part of PARTS) await load(new URL(`make/${part}.js`, here));
    }
    await load(root.dataset.from);
    if (space.makers[root.dataset.name].code.field && !space.code) {
      for (const part of CODE) await load(new URL(`make/${part}.js`, here));
    }
    if (root.isConnected) space.form(root, space.makers[root.dataset.name]);
  };

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
