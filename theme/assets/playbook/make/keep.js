/* What stays on this device: the form as it is, who sends the pieces, and those made last. No server is told. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { stored, store, known, toLink, fromLink } = space.values; // files before this one
  const { make, button, askingButton } = space.fields;
  const { lasting, put, isFresh, draw, same, say, typed, saidWho, forgetWho } = space.state;
  const { clear } = space.judge;
  const MOST = 20;
  const NEW = ["number", "reference"]; // what a piece made after another has of its own, beside its dates

  const placeOf = (view) => `${view.key}:recent`;

  const recent = (view) => {
    const there = stored(placeOf(view));
    const entries = Array.isArray(there) ? there : [];
    return entries.filter((entry) => entry && typeof entry === "object").slice(0, MOST)
      .map(({ at, values }) => ({ at: String(at), values: known(view.fields, values) }));
  };

  /* What people call it by: its number and for whom it is, else what is said first. */
  const nameOf = (view, values) => {
    const text = (name) => (typeof values[name] === "string" ? values[name].split("\n")[0].trim() : "");
    const whom = view.fields.find(({ name, type, required }) => required && type !== "list" && text(name));
    const named = [text("number"), whom ? text(whom.name) : ""].filter(Boolean);
    const first = view.fields.map(({ name }) => name).find(text);
    return named.join(", ") || (first ? text(first) : view.words["recent.unnamed"]);
  };

  const show = (view) => {
    const entries = recent(view);
    const { box, count, list } = view.parts.recent;
    box.hidden = !entries.length;
    count.textContent = view.words["recent.title"].replace("{count}", entries.length);
    list.replaceChildren(...entries.map((entry, at) => rowOf(view, entry, at)));
  };

  const write = (view, entries) => {
    store(placeOf(view), entries.length ? entries.slice(0, MOST) : null);
    show(view);
  };

  /* What was made is among the last ones from now on. It takes the place of its own twin, and of the one that was
     opened to be changed; not of others that are called the same, for a client may have several. */
  const keep = (view) => {
    if (isFresh(view)) return;
    const values = known(view.fields, lasting(view)); // in the order of those kept
    const name = nameOf(view, values);
    const isEarlier = (entry) =>
      nameOf(view, entry.values) === name && (entry.at === view.opened || same(entry.values, values));
    const at = new Date().toISOString();
    const others = recent(view).filter((entry) => !isEarlier(entry));
    if (view.opened) view.opened = at;
    write(view, [{ at, values }, ...others]);
  };

  /* `at` is when what is opened was made; empty for what begins anew. */
  const open = (view, values, at, words) => {
    keep(view); // what stands there would be gone
    put(view, { ...saidWho(view), ...values });
    typed(view);
    view.opened = at;
    clear(view);
    view.root.scrollIntoView();
    say(view, words);
  };

  const withoutOwn = (view, values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) =>
      !NEW.includes(name) && view.fields.find((field) => field.name === name).type !== "date"));

  const rowOf = (view, entry, at) => {
    const { words } = view;
    const name = nameOf(view, entry.values);
    const day = new Date(entry.at);
    const lang = document.documentElement.lang || undefined;
    const date = Number.isNaN(day.getTime()) ? "" : day.toLocaleDateString(lang, { dateStyle: "medium" });
    const act = (id, run) => button(words[id], run, { "aria-label": `${words[id]}: ${name}` });
    const drop = () => {
      write(view, recent(view).filter((_, other) => other !== at));
      (view.parts.recent.list.querySelector("button") || view.parts.status).focus();
      say(view, words["recent.deleted"]);
    };
    return make("li", null, make("span", null, name), make("small", null, date),
      act("recent.open", () => open(view, entry.values, entry.at, words["recent.opened"])),
      act("recent.again", () => open(view, withoutOwn(view, entry.values), "", words["recent.begun"])),
      act("recent.delete", drop));
  };

  const recentOf = (view) => {
    const count = make("summary");
    const list = make("ul");
    const all = askingButton(view.words["recent.delete_all"], view.words["recent.sure"], () => {
      write(view, []);
      say(view, view.words["recent.all_deleted"]);
    });
    const note = make("p", { class: "pb-make__help" }, view.words["recent.note"]);
    const box = make("details", { class: "pb-make__recent", hidden: "" }, count, list, note, make("p", null, all));
    view.parts.recent = { box, count, list };
    return box;
  };

  const forget = (view) => {
    view.mine = {};
    view.opened = "";
    put(view, {});
    forgetWho(view);
    typed(view);
    clear(view);
    say(view, view.words[recent(view).length ? "forgotten" : "emptied"]);
  };

  const keepOf = (view) => {
    const share = () => {
      const link = toLink(lasting(view));
      if (link) space.actions.tell(view, { "text/plain": link }, view.words.shared);
      else say(view, view.words.unshared);
    };
    const { kept, forget: words, sure, share: shareWords } = view.words;
    const empty = askingButton(words, sure, () => forget(view));
    const row = make("p", { class: "pb-make__keep" }, make("span", null, kept), empty, button(shareWords, share));
    const box = make("div", null, recentOf(view), row);
    show(view);
    return box;
  };

  /* What a link says is shown; it is kept only once the reader changes something. */
  const follow = (view) => {
    const linked = fromLink(view.fields);
    if (!linked) return;
    view.mine = saidWho(view);
    view.opened = ""; // a piece of its own: the one that was open stays in the list
    put(view, { ...view.mine, ...linked });
    draw(view);
    say(view, view.words.linked);
  };

  /* What was said here before, and by whom in other pieces. */
  const recall = (view) => {
    view.mine = saidWho(view);
    put(view, { ...view.mine, ...known(view.fields, stored(view.key)) });
    follow(view);
  };

  space.keep = { keep, keepOf, recall, follow };
})();
