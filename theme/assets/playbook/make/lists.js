/* A field that takes a list: its entries, each with fields of its own, to be added and taken away. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, button, controlFor } = space.fields; // a file before this one
  const MOST = 500; // as on the command line

  const isUsed = ({ controls }) => controls.some(({ read: said }) => said());

  const read = (list) =>
    list.entries
      .filter(isUsed)
      .map(({ controls }) =>
        Object.fromEntries(controls.map(({ field, read: said }) => [field.name, said()]).filter(([, text]) => text)));

  const rename = (list) =>
    list.entries.forEach(({ box, remove }, at) => {
      const name = (list.field.entry || list.words.entry).replace("{number}", at + 1);
      box.setAttribute("aria-label", name);
      remove.setAttribute("aria-label", `${list.words.remove}: ${name}`);
    });

  const drop = (list, entry) => {
    const at = list.entries.indexOf(entry);
    list.entries.splice(at, 1);
    entry.box.remove();
    rename(list);
    hasRoom(list);
    (list.entries[Math.min(at, list.entries.length - 1)] || { remove: list.add }).remove.focus();
    list.changed();
  };

  const append = (list, said = {}) => {
    const id = `${list.id}-${(list.made += 1)}`;
    const controls = list.field.fields.map((field) => controlFor(field, `${id}-${field.name}`, list.words));
    const entry = { controls };
    entry.remove = button("\u00d7", () => drop(list, entry), { class: "pb-make__remove", title: list.words.remove });
    entry.box = make("div", { class: "pb-make__entry", role: "group" }, ...controls.map(({ row }) => row), entry.remove);
    controls.forEach((control) => {
      control.write(said[control.field.name] || "");
      list.watch(control);
    });
    list.entries.push(entry);
    list.add.before(entry.box);
    return entry;
  };

  /* Whether one more fits; says so where it does not. */
  const hasRoom = (list) => {
    const room = list.entries.length < MOST;
    list.error.textContent = room ? "" : list.words["list.full"].replace("{most}", MOST);
    return room;
  };

  const addOne = (list) => {
    if (!hasRoom(list)) return;
    append(list).controls[0].input.focus();
    rename(list);
  };

  const write = (list, said) => {
    list.entries.splice(0).forEach(({ box }) => box.remove());
    (said.length ? said : [{}]).slice(0, MOST).forEach((entry) => append(list, entry));
    rename(list);
  };

  const put = (list, said) => {
    const last = list.entries[list.entries.length - 1];
    if (last && !isUsed(last)) last.controls.forEach((control) => control.write(said[control.field.name] || ""));
    else if (hasRoom(list)) append(list, said);
    else return false;
    return true;
  };

  /* Says entries, the first where nothing is said yet, the others behind the last one; tells how many found room. */
  const take = (list, entries) => {
    const { length } = entries.filter((said) => put(list, said));
    rename(list);
    list.changed();
    return length;
  };

  /* `watch` is told of every control of every entry; `changed`, when an entry is gone. */
  const listFor = (field, id, words, { watch, changed }) => {
    const list = { field, id, words, watch, changed, entries: [], made: 0 };
    list.add = button(field.add || words.add, () => addOne(list), { id, class: "pb-make__add" });
    const error = make("p", { id: `${id}-error`, class: "pb-make__error", role: "status" });
    list.error = error;
    const legend = make("legend", null, field.label);
    const row = make("fieldset", { class: "pb-make__list", "aria-describedby": error.id }, legend, list.add, error);
    return {
      field, row, error, input: list.add,
      read: () => read(list),
      write: (said) => write(list, said),
      take: (entries) => take(list, entries),
      inner: () => list.entries.filter(isUsed).flatMap(({ controls }) => controls),
    };
  };

  space.lists = { listFor };
})();
