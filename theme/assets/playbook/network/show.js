/* What the network answers: to a name, a stage or a channel with those that match; to a chosen touchpoint with what
   leads there and where it leads. What is asked stands in the address. */

(() => {
  "use strict";

  const space = window.brandPlaybook;
  const { make, say } = space.views;
  const { about, address, sheet, tables } = space.net;
  const ASKED = ["find", "stage", "channel", "touchpoint"];
  const TALL = 9;
  const TOLD = 40;
  let current = null;

  const prepare = (data) => {
    if (data.after) return;
    data.after = data.rows.map(() => []);
    data.before = data.rows.map(() => []);
    data.notes = new Map();
    for (const [from, to, note] of data.ways) {
      data.after[from].push(to);
      data.before[to].push(from);
      if (note) data.notes.set(`${from} ${to}`, note);
    }
    data.plain = data.rows.map((row) => bare(row[1]));
  };
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(ASKED.map((name) => [name, query.get(name) || ""]));
  };
  const toAddress = (asked) => {
    const query = new URLSearchParams(location.search);
    ASKED.forEach((name) => (asked[name] ? query.set(name, asked[name]) : query.delete(name)));
    const said = query.toString();
    return location.pathname + (said && `?${said}`);
  };

  const nearTo = (data, chosen) => {
    const near = new Set(chosen < 0 ? [] : [chosen, ...data.before[chosen], ...data.after[chosen]]);
    near.chosen = chosen;
    return near;
  };
  const matching = ({ data, asked }) => {
    const words = bare(asked.find).split(/\s+/).filter(Boolean);
    const channel = data.channels.findIndex(([ident]) => ident === asked.channel);
    return [...data.rows.keys()].filter((at) => {
      const row = data.rows[at];
      if (asked.stage && data.lanes[row[3]][0] !== asked.stage) return false;
      if (asked.channel && !row[4].includes(channel)) return false;
      return words.every((word) => data.plain[at].includes(word));
    });
  };
  /* Those that are drawn: of too many, the ones near the chosen one and those with the most ways. */
  const bounded = (data, wanted, near) => {
    const busy = (at) => data.before[at].length + data.after[at].length;
    const rank = [...wanted].sort((a, b) => near.has(b) - near.has(a) || busy(b) - busy(a) || a - b);
    return rank.slice(0, data.measures.drawn).sort((a, b) => a - b);
  };

  const neighbors = (view, title, places, none, key) => {
    const { data, words } = view;
    const entries = places.slice(0, TOLD).map((at) => {
      const query = toAddress({ ...view.asked, touchpoint: data.rows[at][0] });
      const entry = make("li", null, make("a", { href: query, "data-at": at }, data.rows[at][1]));
      entry.append(" ", make("small", null, [data.lanes[data.rows[at][3]][1], about(data, at)].filter(Boolean).join(" \u00b7 ")));
      const note = data.notes.get(key(at));
      if (note) entry.append(make("p", null, note));
      return entry;
    });
    if (places.length > TOLD) entries.push(make("li", null, say(words.more, { count: places.length - TOLD })));
    return make("div", null, make("h3", null, title), places.length ? make("ul", null, ...entries) : make("p", null, none));
  };

  const panel = (view, chosen) => {
    const { data, words } = view;
    const row = data.rows[chosen];
    const said = [data.lanes[row[3]][1], about(data, chosen)].filter(Boolean).join(" \u00b7 ");
    const title = make("h2", { tabindex: "-1" }, row[1]);
    const whole = make("button", { type: "button" }, words.whole);
    whole.addEventListener("click", () => choose(view, -1));
    const head = make("div", { class: "pb-net__head" }, title, make("p", null, said),
      make("p", { class: "pb-net__ways-out" }, make("a", { href: address(view.root, row) }, words.page), whole));
    return [head,
      neighbors(view, words.before, data.before[chosen], words.nobody, (at) => `${at} ${chosen}`),
      neighbors(view, words.after, data.after[chosen], words.nowhere, (at) => `${chosen} ${at}`)];
  };

  const draw = (view) => {
    const { data, asked, words, parts } = view;
    const chosen = data.rows.findIndex((row) => row[0] === asked.touchpoint);
    const near = nearTo(data, chosen);
    const found = matching(view);
    const wanted = new Set([...found, ...near]);
    const shown = bounded(data, wanted, near);
    view.chosen = chosen;
    parts.frame.replaceChildren(shown.length ? sheet(view, shown, near, TALL) : make("p", null, words.none));
    parts.words.replaceChildren(...tables(view, shown));
    parts.panel.replaceChildren(...(chosen < 0 ? [] : panel(view, chosen)));
    parts.panel.hidden = chosen < 0;
    const facts = { shown: shown.length, total: data.rows.length };
    parts.status.textContent = say(shown.length < wanted.size ? words.most : words.count, facts);
    parts.find.value = asked.find;
    parts.stage.value = asked.stage;
    parts.channel.value = asked.channel;
    const rows = parts.frame.querySelectorAll("li").length && Math.max(
      ...[...parts.frame.querySelectorAll("ol")].map((lane) => lane.children.length));
    view.holder.classList.toggle("pb-net--long", rows > data.measures.page);
    if (chosen >= 0) reveal(view);
  };

  /* The frame scrolls to the chosen box, the page no further than to show what is told of it. */
  const reveal = ({ parts: { frame, panel: told } }) => {
    const box = frame.querySelector("[aria-current]");
    const [outer, inner] = [frame, box].map((part) => part.getBoundingClientRect());
    const off = (start, end, from, to) => (start < from ? start - from : end > to ? end - to : 0);
    frame.scrollTop += off(inner.top - 60, inner.bottom + 20, outer.top, outer.bottom);
    frame.scrollLeft += off(inner.left - 20, inner.right + 20, outer.left, outer.right);
    if (getComputedStyle(frame).display !== "none") told.scrollIntoView({ block: "nearest" });
  };

  const turn = (view, asked, { silent = false } = {}) => {
    Object.assign(view.asked, asked);
    history[silent ? "replaceState" : "pushState"](history.state, "", toAddress(view.asked));
    draw(view);
  };

  /* Whoever chose keeps the focus: on the same box, or on the title of what is told now. */
  const choose = (view, at) => {
    const { frame, panel: told } = view.parts;
    const kept = at < 0 ? view.chosen : at;
    const inside = told.contains(document.activeElement) && at >= 0;
    turn(view, { touchpoint: at < 0 ? "" : view.data.rows[at][0] });
    const target = inside ? told.querySelector("h2") : frame.querySelector(`[data-at="${kept}"]`);
    (target || frame).focus({ preventScroll: true });
  };

  const picker = (view, name, options) => {
    const select = make("select", { id: `pb-net-${name}` }, make("option", { value: "" }, view.words.every),
      ...options.map(([value, words]) => make("option", { value }, words)));
    select.addEventListener("change", () => turn(view, { [name]: select.value }));
    view.parts[name] = select;
    return make("p", null, make("label", { for: select.id }, view.words[name]), select);
  };
  const controls = (view) => {
    const { words, parts, data } = view;
    parts.find = make("input", { type: "text", id: "pb-net-find", autocomplete: "off", spellcheck: "false" });
    parts.find.addEventListener("input", () => turn(view, { find: parts.find.value }, { silent: true }));
    parts.status = make("p", { role: "status" });
    return make("form", { class: "pb-net__bar", role: "search" },
      make("p", null, make("label", { for: parts.find.id }, words.find), parts.find),
      picker(view, "stage", data.lanes), picker(view, "channel", data.channels), parts.status);
  };

  const pressed = (view) => (event) => {
    const link = event.target.closest("[data-at]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const at = link && Number(link.dataset.at);
    if (!link || !plain || (at === view.chosen && view.parts.frame.contains(link))) return; // chosen twice: to its page
    event.preventDefault();
    event.stopPropagation();
    choose(view, at);
  };

  space.net.show = (root, data) => {
    prepare(data);
    const [frame, words] = [".pb-net__frame", ".pb-net__words"].map((name) => root.querySelector(name));
    const told = make("section", { class: "pb-net__chosen", "aria-live": "polite" });
    const view = { data, root: root.dataset.root, words: JSON.parse(root.dataset.words), asked: fromAddress(),
      chosen: -1, holder: root, parts: { frame, words, panel: told } };
    const bar = controls(view);
    bar.addEventListener("submit", (event) => event.preventDefault());
    root.prepend(bar);
    frame.after(told);
    root.addEventListener("click", pressed(view));
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && view.chosen >= 0) choose(view, -1);
    });
    current = view;
    draw(view);
  };

  window.addEventListener("popstate", () => {
    if (!current || !current.parts.frame.isConnected) return;
    Object.assign(current.asked, fromAddress());
    draw(current);
  });
})();
