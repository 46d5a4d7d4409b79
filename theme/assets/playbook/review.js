/* A review of touchpoints one by one: fetches what leads through it, on the page that has it. */

(() => {
  "use strict";

  const PARTS = ["keep", "one", "show"]; // each builds on those before it
  const space = window.brandPlaybook;

  const open = async () => {
    const root = document.querySelector(".pb-review:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    await Promise.all([space.bringParts("review", PARTS), space.bring(...JSON.parse(root.dataset.from))]);
    if (root.isConnected) space.review.show(root);
  };

  space.onPage(open);
})();
