/* A review of touchpoints one by one: fetches what leads through it, on the page that has it. */

(() => {
  "use strict";

  const PARTS = ["keep", "one", "show"]; // each builds on those before it
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

  const style = (address) =>
    new Promise((resolve) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      ["load", "error"].forEach((kind) => link.addEventListener(kind, resolve)); // it works without, too
      document.head.append(link);
    });

  const open = async () => {
    const root = document.querySelector(".pb-review:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const space = (window.brandPlaybook = window.brandPlaybook || {});
    space.reviewing = space.reviewing || PARTS.map((part) => load(new URL(`review/${part}.js`, here)));
    space.reviewStyle = space.reviewStyle || style(new URL("review/review.css", here));
    const data = JSON.parse(root.dataset.from).map((address) => load(new URL(address, document.baseURI)));
    await Promise.all([...space.reviewing, space.reviewStyle, ...data]);
    if (root.isConnected) space.review.show(root);
  };

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
