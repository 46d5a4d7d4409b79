/* How rows of a listing are drawn: as a table, or as a board that reads like the journey. */

(() => {
  "use strict";

  const ROWS = 50;
  const IN_A_CELL = 8;
  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const make = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside);
    return element;
  };
  const say = (words, facts) => words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

  const link = (view, row) =>
    make("a", { href: /^https?:/.test(row[1]) ? row[1] : view.root + row[1] }, row[0]);
  const cell = (facet, row, at) => {
    const options = row[2][at].map((option) => facet.options[option]);
    if (!facet.scale) return [options.map((option) => option[1]).join(", ")];
    return options.map(([value, words]) =>
      make("span", { class: `pb-state pb-${facet.scale} pb-${facet.scale}--${value}` }, words));
  };

  const rowOf = (view, row) => {
    const { data } = view;
    const cells = data.facets.flatMap((facet, at) =>
      facet.shown ? [make("td", { "data-label": facet.label }, ...cell(facet, row, at))] : []);
    const further = row[3].map((text, at) => make("td", { "data-label": data.further[at] }, text));
    return make("tr", null, make("td", { "data-label": data.head }, link(view, row)), ...cells, ...further);
  };

  const table = (view, rows) => {
    const { data } = view;
    const labels = [data.head, ...data.facets.filter((f) => f.shown).map((f) => f.label), ...data.further];
    const body = make("tbody");
    const more = growing(view, rows, body, rowOf);
    const head = make("tr", null, ...labels.map((label) => make("th", { scope: "col" }, label)));
    const whole = make("table", { class: "pb-rows" }, make("thead", null, head), body);
    return [make("div", { class: "pb-table" }, whole), more];
  };

  /* Pieces as a wall: the picture of each or its frames, its name, its kind and state. */
  const DRAWN = "http://www.w3.org/2000/svg";
  const draw = (tag, attributes, ...inside) => {
    const element = document.createElementNS(DRAWN, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside);
    return element;
  };
  const framesOf = ([frames, word, y]) => {
    const rects = frames.map(([width, height]) =>
      draw("rect", { x: (160 - width) / 2, y: (128 - height) / 2, width, height }));
    return draw("svg", { viewBox: "0 0 160 128", "aria-hidden": "true" }, ...rects, draw("text", { x: 80, y }, word));
  };
  const thumbOf = (view, [path, width, height, alt]) =>
    make("div", { class: "pb-thumb" }, make("img",
      { loading: "lazy", decoding: "async", width, height, alt, src: view.root + path }));
  const cardOf = (view, row) => {
    const drawn = row[4][3] ? thumbOf(view, row[4][3]) : framesOf(row[4]);
    const said = view.data.facets.flatMap((facet, at) =>
      facet.id === "kind" || facet.id === "status" ? [cell(facet, row, at)] : []);
    if (row[3][0]) said.push([`${view.data.further[0]}: ${row[3][0]}`]);
    const about = said.flatMap((part, at) => (at ? [" \u00b7 ", ...part] : part));
    return make("li", null, drawn, make("p", { class: "pb-name" }, link(view, row)), make("p", null, ...about));
  };

  /* Rows of a listing, fifty at a time. */
  const growing = (view, rows, holder, made) => {
    const more = make("button", { type: "button", class: "pb-filter__more" });
    const grow = () => {
      const first = holder.children.length;
      holder.append(...rows.slice(first, first + ROWS).map((row) => made(view, row)));
      const left = rows.length - holder.children.length;
      more.hidden = !left;
      more.textContent = say(view.words.more, { count: Math.min(left, ROWS) });
      if (first) holder.children[first].querySelector("a").focus();
    };
    more.addEventListener("click", grow);
    grow();
    return more;
  };
  const wall = (view, rows) => {
    const list = make("ul", { class: "pb-wall" });
    const more = growing(view, rows, list, cardOf);
    return [list, more];
  };

  /* A column for each stage, a row for each channel; read by stage where there is no room. */
  const board = (view, rows) => {
    const { data, words, state } = view;
    const at = Object.fromEntries(data.facets.map((facet, place) => [facet.id, place]));
    const [stages, channels] = [data.facets[at.stage], data.facets[at.channel]];
    const wanted = state.chosen[at.stage];
    const isShown = (o) => !wanted.size || wanted.has(o) || wanted.has(stages.options[o][2]);
    const cells = new Map();
    rows.forEach((row) => row[2][at.stage].filter(isShown).forEach((stage) => {
      if (!cells.has(stage)) cells.set(stage, new Map());
      (row[2][at.channel].length ? row[2][at.channel] : [-1]).forEach((channel) => {
        if (!state.chosen[at.channel].size || state.chosen[at.channel].has(channel)) {
          const there = cells.get(stage);
          there.set(channel, [...(there.get(channel) || []), row]);
        }
      });
    }));
    const used = [...channels.options.keys(), -1].filter((o) => [...cells.values()].some((c) => c.has(o)));
    const nameOf = (channel) => (channel < 0 ? words.elsewhere : channels.options[channel][1]);
    const entry = (row) => {
      const usual = row[2][at.status].includes(0);
      return make("li", null, link(view, row), ...(usual ? [] : cell(data.facets[at.status], row, at.status)));
    };
    const rest = (stage, channel, left) => {
      const button = make("button", { type: "button" }, say(words.rest, { count: left }));
      button.addEventListener("click", () => {
        state.chosen[at.stage] = new Set([stage]);
        if (channel >= 0) state.chosen[at.channel] = new Set([channel]);
        state.board = false;
        view.turn();
      });
      return make("li", null, button);
    };
    const lane = (stage, channel) => {
      const found = cells.get(stage).get(channel) || [];
      const entries = found.slice(0, IN_A_CELL).map(entry);
      if (found.length > IN_A_CELL) entries.push(rest(stage, channel, found.length - IN_A_CELL));
      const filled = [make("p", { class: "pb-lanes__name" }, nameOf(channel)), make("ul", null, ...entries)];
      return make("div", { class: "pb-lanes__cell" }, ...(found.length ? filled : []));
    };
    const columns = [...cells.keys()].sort((a, b) => a - b).map((stage) =>
      make("section", null, make("h2", null, stages.options[stage][1]), ...used.map((c) => lane(stage, c))));
    const names = used.map((channel) => make("span", null, nameOf(channel)));
    const left = make("div", { class: "pb-lanes__names", "aria-hidden": "true" }, make("span"), ...names);
    const style = `--pb-lanes:${used.length + 1};--pb-columns:${columns.length}`;
    return [make("div", { class: "pb-lanes", role: "region", tabindex: "0", "aria-label": words.board, style },
      left, ...columns)];
  };

  space.views = { make, say, table, wall, board };
})();
