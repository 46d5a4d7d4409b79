/* A field that finds entries of a list while one types, and hands over the one that is chosen. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make } = space.fields; // files before this one
  const { folded } = space.table;
  const SHOWN = 8;
  const LEAST = 200; // px of room for the list
  const EDGE = 12; // px that stay free below it

  const found = ({ entries }, said) => {
    const words = said.split(/\s+/).map(folded).filter(Boolean);
    return entries.filter(({ key }) => words.every((word) => key.includes(word))).slice(0, SHOWN);
  };

  const mark = (chooser, at) => {
    chooser.at = at;
    [...chooser.list.children].forEach((row, number) => row.setAttribute("aria-selected", number === at));
    const row = chooser.list.children[at];
    if (row) {
      chooser.input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else {
      chooser.input.removeAttribute("aria-activedescendant");
    }
  };

  const close = (chooser) => {
    chooser.list.hidden = true;
    chooser.shown = [];
    chooser.none.hidden = true;
    chooser.input.setAttribute("aria-expanded", "false");
    mark(chooser, -1);
  };

  const take = (chooser, at) => {
    const entry = chooser.shown[at];
    if (!entry) return;
    chooser.input.value = "";
    close(chooser);
    chooser.chosen(entry);
  };

  const rowOf = (chooser, { name, note, aside }, at) => {
    const row = make("li", { role: "option", id: `${chooser.list.id}-${at}` }, make("span", null, name));
    if (note) row.append(make("small", null, note));
    if (aside()) row.append(make("b", null, aside()));
    row.addEventListener("pointerdown", (event) => event.preventDefault()); // or the field would lose its focus
    row.addEventListener("click", () => take(chooser, at));
    return row;
  };

  /* Where there is little room below the field, it goes up as far as it can be seen. */
  const giveRoom = ({ input, list }) => {
    const room = () => innerHeight - input.getBoundingClientRect().bottom;
    if (room() < LEAST) input.scrollIntoView({ block: "start" });
    list.style.maxHeight = `${Math.max(LEAST, room()) - EDGE}px`;
  };

  const open = (chooser) => {
    const said = chooser.input.value.trim();
    chooser.shown = found(chooser, said);
    chooser.list.replaceChildren(...chooser.shown.map((entry, at) => rowOf(chooser, entry, at)));
    chooser.list.hidden = !chooser.shown.length;
    chooser.none.hidden = chooser.shown.length > 0;
    chooser.input.setAttribute("aria-expanded", String(chooser.shown.length > 0));
    mark(chooser, said && chooser.shown.length ? 0 : -1);
    giveRoom(chooser);
  };

  const KEYS = {
    ArrowDown: (chooser) =>
      chooser.list.hidden ? open(chooser) : mark(chooser, (chooser.at + 1) % chooser.shown.length),
    ArrowUp: (chooser) => {
      if (chooser.list.hidden) open(chooser);
      mark(chooser, (chooser.at <= 0 ? chooser.shown.length : chooser.at) - 1);
    },
    Enter: (chooser) => take(chooser, chooser.at),
    Escape: close,
  };

  /* `fill` gives it its entries: each with a `name`, a `note` and what stands `aside()`, and the `key` that finds it. */
  const chooserOf = (id, words, chosen) => {
    const list = make("ul", { id: `${id}-list`, role: "listbox", "aria-label": words.label, hidden: "" });
    const input = make("input", {
      id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": list.id, dir: "auto",
    });
    const none = make("p", { class: "pb-make__help", role: "status", hidden: "" }, words.none);
    const chooser = { input, list, none, chosen, entries: [], shown: [], at: -1 };
    input.addEventListener("input", () => open(chooser));
    input.addEventListener("click", () => open(chooser));
    input.addEventListener("blur", () => close(chooser));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || !Object.hasOwn(KEYS, event.key)) return;
      event.preventDefault();
      KEYS[event.key](chooser);
    });
    const box = make("div", { class: "pb-make__chooser" }, input, list);
    const row = make("div", { class: "pb-make__field" }, make("label", { for: id }, words.label), box, none);
    return { row, fill: (entries) => (chooser.entries = entries) };
  };

  space.chooser = { chooserOf };
})();
