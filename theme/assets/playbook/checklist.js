/* The checklist: fetches what counts its ticks and keeps them, on the page that has it. */

(() => {
  "use strict";

  const PARTS = ["file", "page"]; // they come at once, and run in this order
  const space = window.brandPlaybook;

  const open = async () => {
    const root = document.querySelector(".pb-tally:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const { from } = root.dataset; // only where the list has several pages
    await Promise.all([space.bringParts("checklist", PARTS), from && space.bring(from)]);
    if (root.isConnected) space.checklist.start(root);
  };

  space.onPage(open);
})();
