/* What stands in a form: what the reader has said, what the brand says by itself, and what the preview shows of it. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { settle, show } = space.preview; // files before this one
  const { leaveLink, stored, store } = space.values;
  const ASIDE = ["language"]; // what of it makes no piece yet

  /* What the reader has said, by name; and what of it differs from what the brand says by itself. */
  const said = (view) =>
    Object.fromEntries(view.controls.map(({ field, read }) => [field.name, read()]));
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const own = (view) =>
    Object.fromEntries(Object.entries(said(view)).filter(([name, text]) => !same(text, view.defaults[name])));

  /* What of it is kept and passed on: photos are too large for that. */
  const lasting = (view) => {
    const photos = view.fields.filter(({ type }) => type === "picture").map(({ name }) => name);
    return Object.fromEntries(Object.entries(own(view)).filter(([name]) => !photos.includes(name)));
  };

  const put = (view, values) =>
    view.controls.forEach(({ field, write }) =>
      write((field.locked ? null : values[field.name]) ?? view.defaults[field.name]));

  const isFresh = (view) =>
    Object.entries(own(view)).every(([name, text]) => ASIDE.includes(name) || same(text, view.mine[name]));

  /* Who sends a piece is asked for once: what one form was told, the others know. */
  const who = (view) => view.fields.filter(({ sender }) => sender);

  const saidWho = (view) => {
    const known = stored(view.who) || {};
    const pairs = who(view).map(({ name, sender }) => [name, Object.hasOwn(known, sender) ? known[sender] : ""]);
    return Object.fromEntries(pairs.filter(([, text]) => text && typeof text === "string"));
  };

  /* Only of the field that is typed into: what else stands there may be somebody else's, come with a link. */
  const keepWho = (view, { name, sender }) => {
    if (!sender) return;
    const { [sender]: _, ...others } = stored(view.who) || {};
    const told = own(view)[name];
    store(view.who, told ? { ...others, [sender]: told } : others);
  };

  const forgetWho = (view) => {
    const kept = Object.entries(stored(view.who) || {});
    const here = who(view).map(({ sender }) => sender);
    store(view.who, Object.fromEntries(kept.filter(([sender]) => !here.includes(sender))));
  };

  /* The example stands until something is said; later it stands only for what the piece cannot do without. */
  const shown = (view) => {
    const values = said(view);
    const fresh = isFresh(view);
    const examples = view.data.examples[(values.language || "").split("-")[0]] || {};
    view.fields.forEach((field) => {
      if (!values[field.name].length && (fresh || field.required)) {
        values[field.name] = examples[field.name] || field.example;
      }
    });
    view.parts.caption.textContent = view.words[fresh ? "example" : "shown"];
    return values;
  };

  const draw = (view) => {
    show(view, shown(view));
    view.drawn.forEach((run) => run());
  };

  /* The first time; while nothing is said, the frame holds the example as it has come. */
  const drawFirst = (view) => {
    if (Object.keys(own(view)).length) return draw(view);
    shown(view);
    settle(view);
    view.drawn.forEach((run) => run());
  };

  const say = (view, words) => {
    view.parts.status.textContent = "";
    requestAnimationFrame(() => (view.parts.status.textContent = words));
  };

  /* What is said now is the reader's own: kept here, and no longer what a link said. `field` is the one typed into. */
  const typed = (view, field) => {
    leaveLink();
    store(view.key, lasting(view));
    if (field) keepWho(view, field);
    draw(view);
  };

  space.state = { said, own, lasting, put, isFresh, draw, drawFirst, same, say, typed, saidWho, forgetWho };
})();
