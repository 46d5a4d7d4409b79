/* The checklist: fetches what counts its ticks and keeps them, on the page that has it. */

(() => {
  "use strict";

  const PARTS = ["file", "page"]; // they come at once, and run in this order
  const here = document.currentScript.src;
  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });

  const open = async () => {
    const root = document.querySelector(".pb-tally:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const { from } = root.dataset; // only where the list has several pages
    space.ticking = space.ticking || Promise.all(PARTS.map((part) => load(new URL(`checklist/${part}.js`, here))));
    await Promise.all([space.ticking, from && !space.ticks && load(new URL(from, document.baseURI))]);
    if (root.isConnected) space.checklist.start(root);
  };

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
