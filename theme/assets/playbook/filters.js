/* Filters over a long listing: what is chosen stands in the address, and the listing is drawn anew from the
   data beside the page. Without a script, or with nothing chosen, the page's own listing stands as it is. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, say, table, wall, board } = space.views; // the file before this one, in the order of names
  const wide = window.matchMedia("(min-width: 45em)");
  let current = null;

  /* A row is chosen by its own options and by those that include them: a stage's phase. */
  const prepared = (data) =>
    data.matches ||
    (data.matches = data.rows.map((row) =>
      data.facets.map((facet, at) =>
        new Set(row[2][at].flatMap((option) => [option, facet.options[option][2]])))));

  const fromAddress = (data) => {
    const query = new URLSearchParams(location.search);
    return {
      board: query.get("view") === "board",
      chosen: data.facets.map((facet) => {
        const asked = query.getAll(facet.id);
        return new Set(facet.options.flatMap((option, at) => (asked.includes(option[0]) ? [at] : [])));
      }),
    };
  };

  const toAddress = (data, state) => {
    const query = new URLSearchParams(location.search);
    ["view", ...data.facets.map((facet) => facet.id)].forEach((name) => query.delete(name));
    data.facets.forEach((facet, at) =>
      [...state.chosen[at]].sort((a, b) => a - b).forEach((o) => query.append(facet.id, facet.options[o][0])));
    if (state.board) query.append("view", "board");
    const said = query.toString();
    return location.pathname + (said && `?${said}`);
  };

  /* The rows that pass, and for each option how many there would be with it. */
  const sift = (data, chosen) => {
    const counts = data.facets.map((facet) => new Array(facet.options.length).fill(0));
    const shown = data.rows.filter((row, at) => {
      const own = prepared(data)[at];
      const failed = [];
      chosen.forEach((wanted, f) => {
        if (wanted.size && ![...wanted].some((option) => own[f].has(option))) failed.push(f);
      });
      const counted = failed.length ? failed : own.keys();
      if (failed.length < 2) for (const f of counted) own[f].forEach((o) => o >= 0 && counts[f][o]++);
      return !failed.length;
    });
    return { shown, counts };
  };

  /* What is chosen in words: who was sent a link sees no open list of boxes. */
  const said = (data, chosen) =>
    data.facets.flatMap((facet, at) => {
      const words = [...chosen[at]].sort((a, b) => a - b).map((option) => facet.options[option][1]);
      return words.length ? [`${facet.label}: ${words.join(", ")}`] : [];
    }).join(" · ");

  const show = (view) => {
    const { data, state, words, parts } = view;
    const { shown, counts } = sift(data, state.chosen);
    const some = state.chosen.some((wanted) => wanted.size);
    view.boxes.forEach(({ box, count, facet, option }) => {
      box.checked = state.chosen[facet].has(option);
      count.textContent = counts[facet][option];
    });
    view.sums.forEach(({ sum, facet }) => (sum.textContent = state.chosen[facet].size || ""));
    view.radios.forEach((radio) => (radio.checked = (radio.value === "board") === state.board));
    parts.status.textContent = say(words.count, { shown: shown.length, total: data.rows.length });
    parts.chosen.textContent = said(data, state.chosen);
    parts.chosen.hidden = parts.clear.hidden = !some;
    parts.still.hidden = some || state.board || Boolean(data.moved);
    const drawn = shown.length ? (state.board ? board : shown[0][4] ? wall : table)(view, shown) : [make("p", null, words.none)];
    parts.found.replaceChildren(...(parts.still.hidden ? drawn : []));
  };

  /* The controls of a facet: a button that opens a list of boxes. */
  const facetOf = (view, facet, at) => {
    const boxes = facet.options.map(([value, words, above], option) => {
      const box = make("input", { type: "checkbox", name: facet.id, value });
      const count = make("span", { class: "pb-filter__count" });
      box.addEventListener("change", () => {
        view.state.chosen[at][box.checked ? "add" : "delete"](option);
        view.turn();
      });
      view.boxes.push({ box, count, facet: at, option });
      return make("label", above < 0 ? null : { class: "pb-filter__below" }, box, ` ${words} `, count);
    });
    const sum = make("span", { class: "pb-filter__sum" });
    view.sums.push({ sum, facet: at });
    const summary = make("summary", null, facet.label, " ", sum);
    const set = make("fieldset", null, make("legend", null, facet.label), ...boxes);
    const whole = make("details", { class: "pb-filter__facet", name: "pb-facet" }, summary, set);
    whole.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !whole.open) return;
      whole.open = false;
      summary.focus();
    });
    return whole;
  };

  const switchOf = (view) => {
    const choices = ["table", "board"].map((value) => {
      const radio = make("input", { type: "radio", name: "pb-view", value });
      radio.addEventListener("change", () => {
        view.state.board = value === "board";
        view.turn();
      });
      view.radios.push(radio);
      return make("label", null, radio, ` ${view.words[value]}`);
    });
    return make("fieldset", { class: "pb-filter__view" }, make("legend", null, view.words.view), ...choices);
  };

  const controls = (view) => {
    const { data, words, parts, state } = view;
    const useful = data.facets.map((facet, at) => [facet, at]).filter(([facet]) => facet.options.length > 1);
    const facets = make("details", { class: "pb-filter__all" }, make("summary", null, words.title),
      make("div", { class: "pb-filter__facets" }, ...useful.map(([facet, at]) => facetOf(view, facet, at))));
    facets.open = wide.matches;
    parts.status = make("p", { role: "status" });
    parts.chosen = make("p", { class: "pb-filter__chosen" });
    parts.clear = make("button", { type: "button", class: "pb-filter__clear" }, words.clear);
    parts.clear.addEventListener("click", () => {
      state.chosen.forEach((wanted) => wanted.clear());
      view.turn();
      facets.querySelector("summary").focus();
    });
    const line = make("div", { class: "pb-filter__line" }, parts.status, parts.chosen, parts.clear);
    if (words.board) line.append(switchOf(view));
    return make("div", { class: "pb-filter__bar" }, facets, line);
  };

  const start = (root, data) => {
    const words = JSON.parse(root.dataset.words);
    space.remark(data); // before anything is sifted
    const still = root.querySelector(".pb-filter__still");
    const parts = { still, found: make("div", { class: "pb-filter__found" }) };
    const state = fromAddress(data);
    const view = { data, words, parts, state, root: root.dataset.root, boxes: [], sums: [], radios: [] };
    view.turn = () => {
      history.pushState(history.state, "", toAddress(data, state));
      show(view);
    };
    root.prepend(controls(view), parts.found);
    current = view;
    show(view);
  };

  const open = () => {
    const root = document.querySelector(".pb-filter:not([data-started])");
    if (!root) return;
    root.dataset.started = "";
    const { name, from } = root.dataset;
    space.bring(from).then(() => root.isConnected && start(root, space[name]));
  };

  const restore = () => {
    if (!current || !current.parts.still.isConnected) return;
    Object.assign(current.state, fromAddress(current.data));
    show(current);
  };
  window.addEventListener("popstate", restore);
  wide.addEventListener("change", () =>
    document.querySelectorAll(".pb-filter__all").forEach((all) => (all.open = wide.matches)));
  /* An open list of boxes closes when somebody turns to something else. */
  ["click", "focusin"].forEach((kind) => document.addEventListener(kind, (event) => {
    document.querySelectorAll(".pb-filter__facet[open]").forEach((facet) => {
      if (wide.matches && !facet.contains(event.target)) facet.open = false;
    });
  }));

  space.onPage(open);
})();
