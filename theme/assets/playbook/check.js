/* A place to drop files on: shows itself, and fetches what judges a file only when there is one. */

(() => {
  "use strict";

  /* Each builds on those before it. */
  const PARTS = [
    "words", "color", "kind", "css", "style", "tree", "shape", "walk", "drawing", "pixels", "pdf", "colors",
    "fonts", "verdicts", "show",
  ];
  const here = document.currentScript.src;
  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const loading = {};

  const load = (address) =>
    (loading[address] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        delete loading[address]; // the network may be back by the next time
        reject(new Error(address));
      });
      document.head.append(script);
    }));

  const fetched = async ({ words, brand }) => {
    for (const part of PARTS) await load(new URL(`check/${part}.js`, here).href);
    await Promise.all([load(new URL(words, document.baseURI).href), load(new URL(brand, document.baseURI).href)]);
  };

  const judge = async (root, files) => {
    const out = root.querySelector("[role=status]");
    if (!files.length || root.hasAttribute("aria-busy")) return;
    root.setAttribute("aria-busy", "true");
    out.textContent = root.dataset.busy;
    try {
      await fetched(root.dataset);
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

  if (window.document$) window.document$.subscribe(open);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
  else open();
})();
