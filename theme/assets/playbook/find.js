/* "I need...": finds things by any of their names as somebody types, accents or not, and opens the chosen one. */

(() => {
  "use strict";

  const MOST = 8;
  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const split = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const prepared = (data) => {
    if (!data.folded) {
      const kinds = data.kinds.map(([name, others]) => split(`${name} ${others}`));
      data.folded = data.rows.map((row) => [split(row[0]), kinds[row[2]], split(row[4])]);
    }
    return data.folded;
  };

  const CLEAR = 6;
  const VAGUE = 0.25;

  /* How well a word said fits a word known: the same, its beginning, its plural, a part of it. */
  const fit = (said, known) => {
    if (said === known) return 4;
    if (known.startsWith(said)) return 3;
    if (known.length > 3 && said.startsWith(known) && said.length - known.length < 3) return 3;
    return said.length > 2 && known.includes(said) ? 1 : 0;
  };
  const best = (said, words) => words.reduce((most, known) => Math.max(most, fit(said, known)), 0);

  /* A word found within another ("logo" in "catalog") counts only where nobody has it for its own. */
  const hit = (value) => (value >= CLEAR ? 1 : value && VAGUE);
  const sum = (values) => values.reduce((all, value) => all + value, 0);

  const search = (data, words, text) => {
    const typed = split(text);
    const meant = typed.filter((word) => !words.skip.includes(word));
    const said = meant.length ? meant : typed;
    const found = prepared(data).map(([name, kind, others], at) => {
      const fits = said.map((word) =>
        Math.max(3 * best(word, name), 2.2 * best(word, kind), 2 * best(word, others)));
      return { at, hits: sum(fits.map(hit)), score: sum(fits) };
    });
    const hits = Math.max(0, ...found.map((entry) => entry.hits));
    return found
      .filter((entry) => hits && entry.hits === hits)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .map((entry) => data.rows[entry.at]);
  };

  const span = (name, text) => {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    return element;
  };

  const optionOf = (data, root, row, at) => {
    const option = document.createElement("a");
    option.id = `pb-found-${at}`;
    option.href = root + row[1];
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const kind = data.kinds[row[2]][0];
    option.append(span("pb-find__name", row[0]));
    if (kind !== row[0]) option.append(" ", span("pb-find__kind", kind));
    if (row[3] >= 0) {
      const [scale, value, words] = data.states[row[3]];
      option.append(" ", span(`pb-state pb-${scale} pb-${scale}--${value}`, words));
    }
    return option;
  };

  const listOf = (label) => {
    const list = document.createElement("div");
    list.id = "pb-found";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", label);
    return list;
  };

  const start = (form) => {
    const field = form.querySelector("input");
    const status = form.querySelector("[role='status']");
    const words = JSON.parse(form.dataset.words);
    const list = listOf(words.found);
    form.append(list);
    words.skip = split(words.skip);
    let chosen = -1;

    const choose = (at) => {
      chosen = at;
      [...list.children].forEach((option, place) =>
        option.setAttribute("aria-selected", String(place === at)));
      const option = list.children[at];
      if (!option) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    };

    const answer = () => {
      if (!space.find) return;
      const text = field.value.trim();
      const found = text ? search(space.find, words, text).slice(0, MOST) : [];
      list.replaceChildren(...found.map((row, at) => optionOf(space.find, form.dataset.root, row, at)));
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      const said = found.length === 1 ? words.one : words.count.replace("{count}", found.length);
      status.textContent = text ? (found.length ? said : words.none) : words.hint;
      choose(-1);
    };

    const load = () => {
      if (!space.find) space.bring(form.dataset.from).then(answer);
    };

    const keys = {
      ArrowDown: () => choose((chosen + 1) % list.children.length),
      ArrowUp: () => choose((chosen < 1 ? list.children.length : chosen) - 1),
      Escape: () => {
        field.value = "";
        answer();
      },
    };

    field.addEventListener("focus", load);
    field.addEventListener("input", answer);
    field.addEventListener("keydown", (event) => {
      if (!keys[event.key] || (list.hidden && event.key !== "Escape")) return;
      event.preventDefault();
      keys[event.key]();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const option = list.children[Math.max(chosen, 0)];
      if (option) option.click();
    });
    form.hidden = false;
  };

  const open = () => {
    const form = document.querySelector(".pb-find:not([data-started])");
    if (!form) return;
    form.dataset.started = "";
    start(form);
  };

  space.onPage(open);
})();
