/* The network drawn from its data: the boxes, ways and tables are those that `html_net.py` and `net.py` write. */

(() => {
  "use strict";

  const space = window.brandPlaybook;
  const { make, say } = space.views;
  const REM = 20;
  const NAMED = 12;
  const DRAWN = "http://www.w3.org/2000/svg";

  const path = (kind, d) => {
    const element = document.createElementNS(DRAWN, "path");
    if (kind) element.setAttribute("class", kind.split(" ").map((name) => `pb-net__${name}`).join(" "));
    element.setAttribute("d", d);
    return element;
  };

  /* The line from one box to another, its tip, and whether it leads back to an earlier lane: `net.curve`. */
  const curve = (from, to, wide, { row, high, aside }) => {
    const [back, on] = [to.lane < from.lane, to.lane > from.lane];
    const quarter = Math.floor(wide / 4);
    const x1 = from.lane * wide + (back ? 0 : wide - quarter);
    const x2 = to.lane * wide + (on ? 0 : wide - quarter);
    const [y1, y2] = [from, to].map((spot) => spot.row * row + high / 2 + (on ? 0 : back ? aside : -aside));
    const bend = Math.floor(Math.abs(x2 - x1) / 2) || Math.min(quarter, 16 + 6 * Math.abs(to.row - from.row));
    const line = `M${x1} ${y1}C${back ? x1 - bend : x1 + bend} ${y1} ${on ? x2 - bend : x2 + bend} ${y2} ${x2} ${y2}`;
    return { line, tip: `M${x2} ${y2}l${on ? -7 : 7}-4v8z`, back };
  };

  /* Where each touchpoint stands: lanes without one are left out, and those in `first` come first in theirs. */
  const placed = (data, shown, first) => {
    const lanes = [...new Set(shown.map((at) => data.rows[at][3]))].sort((a, b) => a - b);
    const held = lanes.map((lane) => shown.filter((at) => data.rows[at][3] === lane));
    const order = held.map((own) => [...own.filter((at) => first.has(at)), ...own.filter((at) => !first.has(at))]);
    const spots = new Map(order.flatMap((own, lane) => own.map((at, row) => [at, { lane, row }])));
    return { names: lanes.map((lane) => data.lanes[lane][1]), order, spots };
  };

  const waysOf = (data, { names, order, spots }, near) => {
    const { room, narrow, broad, row, ways: most } = data.measures;
    const wide = Math.min(broad, Math.max(narrow, Math.floor(room / names.length)));
    const parts = { "": "", back: "", tips: "", near: "", "near back": "", "near tips": "" };
    let drawn = 0;
    for (const [from, to] of data.ways) {
      if (!spots.has(from) || !spots.has(to)) continue;
      const close = near.has(from) && near.has(to) && (near.chosen === from || near.chosen === to);
      if (!close && drawn++ >= most) continue;
      const { line, tip, back } = curve(spots.get(from), spots.get(to), wide, data.measures);
      parts[[close ? "near" : "", back ? "back" : ""].join(" ").trim()] += line;
      parts[close ? "near tips" : "tips"] += tip;
    }
    const svg = document.createElementNS(DRAWN, "svg");
    const [width, height] = [names.length * wide, Math.max(...order.map((own) => own.length)) * row];
    svg.setAttribute("class", near.size ? "pb-net__ways pb-net__ways--dim" : "pb-net__ways");
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("aria-hidden", "true");
    svg.style.cssText = `width:${width / REM}rem;height:${height / REM}rem`;
    svg.append(...Object.entries(parts).filter(([, d]) => d).map(([kind, d]) => path(kind, d)));
    return [svg, wide];
  };

  const about = (data, at) => data.rows[at][4].map((channel) => data.channels[channel][1]).join(", ");
  const address = (root, row) => (/^https?:/.test(row[2]) ? row[2] : root + row[2]);

  const box = (view, at, near) => {
    const row = view.data.rows[at];
    const told = about(view.data, at);
    const link = make("a", { href: address(view.root, row), "data-at": at }, make("span", null, row[1]));
    if (told) link.append(" ", make("small", null, told));
    if (near.chosen === at) link.setAttribute("aria-current", "true");
    return make("li", near.size && !near.has(at) ? { class: "pb-net__far" } : null, link);
  };

  /* The lanes and ways of some touchpoints, those near the chosen one marked; rows beyond `tall` bring them up. */
  const sheet = (view, shown, near, tall) => {
    const most = Math.max(...[...new Set(shown.map((at) => view.data.rows[at][3]))].map(
      (lane) => shown.filter((at) => view.data.rows[at][3] === lane).length));
    const places = placed(view.data, shown, most > tall ? near : new Set());
    const [svg, wide] = waysOf(view.data, places, near);
    const lanes = places.order.map((own, lane) => make("section", null,
      make("h2", null, places.names[lane]), make("ol", null, ...own.map((at) => box(view, at, near)))));
    return make("div", { class: "pb-net__sheet", style: `--pb-lane:${wide / REM}rem` }, svg, ...lanes);
  };

  const link = (view, at) => make("a", { href: address(view.root, view.data.rows[at]) }, view.data.rows[at][1]);
  const links = (view, places) => {
    const named = places.slice(0, NAMED).flatMap((at, number) => (number ? [", ", link(view, at)] : [link(view, at)]));
    const left = places.length - NAMED;
    return left > 0 ? [...named, ` ${say(view.words.more, { count: left })}`] : named;
  };

  const tables = (view, shown) => {
    const { data, words } = view;
    const titles = [words.name, words.where, words.after, words.before];
    return [...new Set(shown.map((at) => data.rows[at][3]))].sort((a, b) => a - b).map((lane) => {
      const rows = shown.filter((at) => data.rows[at][3] === lane).map((at) => {
        const cells = [[link(view, at)], [about(data, at)], links(view, data.after[at]), links(view, data.before[at])];
        return make("tr", null, ...cells.map((cell, n) => make("td", { "data-label": titles[n] }, ...cell)));
      });
      const head = make("tr", null, ...titles.map((title) => make("th", { scope: "col" }, title)));
      const table = make("table", { class: "pb-rows" }, make("thead", null, head), make("tbody", null, ...rows));
      return make("section", null, make("h3", null, data.lanes[lane][1]), make("div", { class: "pb-table" }, table));
    });
  };

  space.net = { about, address, sheet, tables };
})();
