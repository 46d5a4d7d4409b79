/* The network of touchpoints: finds and chooses, with what it fetches only where there is such a page. */

(() => {
  "use strict";

  const PARTS = ["draw", "show"]; // the second builds on the first
  const space = window.brandPlaybook;

  const open = async () => {
    const root = document.querySelector(".pb-net:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    await Promise.all([space.bringParts("network", PARTS), space.bring(root.dataset.from)]);
    if (root.isConnected) space.net.show(root, space.network);
  };

  space.onPage(open);
})();
