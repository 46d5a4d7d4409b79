/* A place to drop files on: shows itself, and fetches what judges a file only when there is one. */

(() => {
  "use strict";

  /* Each builds on those before it. */
  const PARTS = [
    "words", "color", "kind", "css", "style", "tree", "shape", "walk", "drawing", "pixels", "pdf", "colors",
    "fonts", "verdicts", "show",
  ];
  const space = window.brandPlaybook;

  const judge = async (root, files) => {
    const out = root.querySelector("[role=status]");
    if (!files.length || root.hasAttribute("aria-busy")) return;
    root.setAttribute("aria-busy", "true");
    out.textContent = root.dataset.busy;
    try {
      await Promise.all([space.bringParts("check", PARTS), space.bring(root.dataset.words, root.dataset.brand)]);
      await space.check.show(root, files);
    } catch (error) {
      root.querySelector(".pb-check__out").replaceChildren(); // what is said is shown where there is no verdict
      out.textContent = root.dataset.failed;
      throw error;
    } finally {
      root.removeAttribute("aria-busy");
    }
  };

  const part = (tag, name, attributes = {}) => {
    const made = document.createElement(tag);
    made.className = `pb-check__${name}`;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  /* Folders have no bytes; what was dropped says which it is. */
  const dropped = ({ items, files }) => {
    const folders = [...items].map((item) => Boolean(item.webkitGetAsEntry?.()?.isDirectory));
    return [...files].map((file, at) => ({ file, folder: folders[at] }));
  };

  const open = () => {
    const root = document.querySelector(".pb-check:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    root.querySelector(".pb-check__zone").hidden = false;
    root.append(part("p", "status", { role: "status" }), part("div", "out"));
    const input = root.querySelector("input");
    const over = (is) => root.toggleAttribute("data-over", is);
    input.addEventListener("change", async () => {
      await judge(root, [...input.files].map((file) => ({ file, folder: false })));
      input.value = ""; // or the same file, mended, would be no change
    });
    root.addEventListener("dragover", (event) => {
      event.preventDefault();
      over(true);
    });
    root.addEventListener("dragleave", ({ relatedTarget: to }) => over(root.contains(to)));
    root.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      judge(root, dropped(event.dataTransfer));
    });
  };

  space.onPage(open);
})();
