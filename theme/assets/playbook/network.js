/* The network of touchpoints: finds and chooses, with what it fetches only where there is such a page. */

(() => {
  "use strict";

  const PARTS = ["draw", "show"]; // the second builds on the first
  const here = document.currentScript.src;

  const load = (address) => new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    document.head.append(script);
  });

  const parts = async () => {
    for (const part of PARTS) await load(new URL(`network/${part}.js`, here).href);
  };

  const open = async () => {
    const root = document.querySelector(".pb-net:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const space = window.brandPlaybook;
    if (!space.network) await load(new URL(root.dataset.from, document.baseURI).href);
    await (space.drawing = space.drawing || parts());
    if (root.isConnected) space.net.show(root, space.network);
  };

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
