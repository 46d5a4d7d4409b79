/* The zoom of a journey's map: buttons, and the keys + - 0 in the map. The step at the left edge stays there. */

(() => {
  "use strict";

  const LEVELS = ["overview", "usual", "large"];
  const KEYS = { "+": 1, "=": 1, "-": -1 };

  const level = (map) => Math.max(0, LEVELS.indexOf(map.dataset.zoom || "usual"));

  const leftmost = (view) => {
    const edge = view.getBoundingClientRect().left + view.querySelector(".pb-map__labels").offsetWidth;
    return [...view.querySelectorAll(".pb-map__step")].find((step) => step.getBoundingClientRect().right > edge + 1);
  };

  const zoom = (map, to) => {
    const view = map.querySelector(".pb-map__view");
    const step = leftmost(view);
    map.dataset.zoom = LEVELS[to];
    map.querySelectorAll(".pb-map__zoom > button").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.zoom === LEVELS[to])));
    if (step) view.scrollLeft = step.offsetLeft - view.querySelector(".pb-map__labels").offsetWidth;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".pb-map__zoom > button");
    if (button) zoom(button.closest(".pb-map"), LEVELS.indexOf(button.dataset.zoom));
  });

  document.addEventListener("keydown", (event) => {
    const map = event.target.closest && event.target.closest(".pb-map");
    if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = event.key === "0" ? 1 : level(map) + (KEYS[event.key] || 0);
    if ((event.key !== "0" && !KEYS[event.key]) || !LEVELS[to]) return;
    event.preventDefault();
    zoom(map, to);
  });

  const start = () =>
    document.querySelectorAll(".pb-map__zoom[hidden]").forEach((buttons) => {
      buttons.hidden = false;
    });

  window.brandPlaybook.onPage(start);
})();
