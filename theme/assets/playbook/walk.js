/* Walks through a journey: one step at a time, on and back by buttons, by the arrow keys and by the line above. The
   step stands in the address. Without this script, and whenever somebody asks for it, all steps follow each other. */

(() => {
  "use strict";

  let walk = null;

  const button = (words, action, name) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.className = name || "";
    made.addEventListener("click", action);
    return made;
  };

  const at = () => {
    const step = walk.steps.findIndex((one) => `#${one.id}` === location.hash);
    return Math.max(step, 0);
  };

  const show = () => {
    const now = at();
    walk.root.classList.toggle("pb-walk--one", walk.one);
    walk.steps.forEach((step, number) => step.classList.toggle("pb-walk__now", number === now));
    walk.back.disabled = !walk.one || now === 0;
    walk.on.disabled = !walk.one || now === walk.steps.length - 1;
    walk.count.textContent = walk.one ? walk.words.count.replace("{number}", now + 1) : "";
    walk.all.textContent = walk.one ? walk.words.all : walk.words.one;
    document.querySelectorAll(".pb-mood a").forEach((link, number) =>
      number === now && walk.one ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current"));
  };

  /* The address changes without a jump: what is looked at stays where it is on the screen. */
  const go = (by) => {
    const to = at() + by;
    if (!walk.one || !walk.steps[to]) return;
    history.replaceState(null, "", `#${walk.steps[to].id}`);
    show();
    const top = walk.bar.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) walk.bar.scrollIntoView({ block: "start" });
  };

  const start = () => {
    const root = document.querySelector(".pb-walk");
    walk = null;
    if (!root || root.querySelector(".pb-walk__bar")) return;
    const words = JSON.parse(root.dataset.words);
    const bar = document.createElement("div");
    bar.className = "pb-walk__bar";
    const count = document.createElement("p");
    count.setAttribute("role", "status");
    walk = {
      root, words, bar, count, one: true, steps: [...root.querySelectorAll(".pb-step")],
      back: button(words.previous, () => go(-1)),
      on: button(words.next, () => go(1), "pb-walk__on"),
      all: button(words.one, () => {
        walk.one = !walk.one;
        show();
      }, "pb-walk__all"),
    };
    walk.steps.forEach((step, number) => {
      step.style.counterSet = `pb-step ${number + 1}`; // what is hidden is not counted
    });
    bar.append(walk.back, walk.on, count, walk.all);
    bar.title = words.keys;
    root.prepend(bar);
    show();
  };

  document.addEventListener("keydown", (event) => {
    if (!walk || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (typing || !by || !walk.one || !walk.root.isConnected) return;
    event.preventDefault();
    go(by);
  });

  addEventListener("hashchange", () => {
    if (walk && walk.root.isConnected) show();
  });

  window.brandPlaybook.onPage(start);
})();
