/* Leads through the touchpoints: which ones, in which order, who judges, and what has been judged so far. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, say } = space.views;
  const { keyOf, read, write, take, today, clean, isWhole, one } = space.review;
  const [ID, STAGES, FRESH, LATELY] = [0, 3, 8, 2];

  const button = (words, run, attributes) => {
    const made = make("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", run);
    return made;
  };
  const select = (label, options, run) => {
    const box = make("select", null, ...options.map(([value, words]) => make("option", { value }, words)));
    box.addEventListener("change", run);
    return [make("label", null, label, box), box];
  };

  const isWanted = (view, row) => {
    const { which, stage } = view.parts;
    if (stage.value && !row[STAGES].includes(Number(stage.value))) return false;
    if (which.value === "here") return view.judged.has(row[ID]);
    return which.value === "everything" || row[FRESH] < LATELY;
  };

  const tell = (view, words) => (view.parts.status.textContent = words);

  const count = (view) => {
    const { words, parts } = view;
    const whole = [...view.judged.values()].filter(isWhole).length;
    const rest = view.judged.size - whole;
    const said = [say(words.judged, { count: whole }), ...(rest ? [say(words.unsaid, { count: rest })] : [])];
    parts.count.textContent = said.join(" \u00b7 ");
    parts.file.disabled = !whole;
    [parts.count, parts.file, parts.forget].forEach((part) => (part.hidden = !view.judged.size));
    parts.clear.hidden = !view.judged.has(view.rows[view.at]?.[ID]);
  };

  const keep = (view) => {
    if (!write(view.root, view)) tell(view, view.words.unkept);
    count(view);
  };

  const judge = (view, id, answer) => {
    if (answer.rating || answer.says || answer.note.trim())
      view.judged.set(id, clean({ ...answer, by: view.who, date: today() }));
    else view.judged.delete(id);
    tell(view, "");
    keep(view);
  };

  const draw = (view) => {
    const { parts, rows, words } = view;
    const row = rows[view.at];
    parts.back.disabled = view.at <= 0;
    parts.next.disabled = view.at >= rows.length - 1;
    parts.of.textContent = row ? say(words.of, { at: view.at + 1, all: rows.length }) : words.none;
    const entry = row && clean(view.judged.get(row[ID]) || {});
    parts.one.replaceChildren(...(row ? one(view, row, entry, (answer) => judge(view, row[ID], answer)) : []));
    count(view);
  };

  const choose = (view) => {
    view.rows = view.data.rows.filter((row) => isWanted(view, row));
    view.at = 0;
    draw(view);
  };

  const turn = (view, by) => {
    view.at += by;
    tell(view, "");
    draw(view);
    view.parts.one.querySelector("h2").focus();
  };

  const takeBack = (view) => {
    view.judged.delete(view.rows[view.at]?.[ID]);
    keep(view);
    draw(view);
    tell(view, view.words.cleared);
  };

  /* Asks once more before everything goes. */
  const forget = (view) => {
    const { forget: made } = view.parts;
    if (!made.dataset.asked) {
      made.dataset.asked = "true";
      made.textContent = view.words.sure;
      return;
    }
    delete made.dataset.asked;
    made.textContent = view.words.forget;
    view.judged.clear();
    keep(view);
    draw(view);
    tell(view, view.words.forgotten);
  };

  const chosen = (view) => {
    const { words, data, parts } = view;
    const run = () => choose(view);
    const which = ["never", "everything", "here"].map((value) => [value, words[value]]);
    const [whichOf, whichBox] = select(words.which, which, run);
    const stages = [["", words.stages], ...data.stages.map((name, at) => [at, name])];
    const [stageOf, stageBox] = select(words.stage, stages, run);
    const who = make("input", { type: "text", autocomplete: "name", maxlength: "200" });
    who.value = view.who;
    who.addEventListener("input", () => {
      view.who = who.value;
      keep(view);
    });
    Object.assign(parts, { who, which: whichBox, stage: stageBox });
    if (!data.rows.some((row) => row[FRESH] < LATELY)) whichBox.value = "everything";
    return make("div", { class: "pb-review__bar" }, make("label", null, words.by, who), whichOf, stageOf);
  };

  /* Another tab, or a page that one has come back to, may know more. */
  const again = (view) => {
    if (!view.root.isConnected) return;
    Object.assign(view, read(view.root));
    view.parts.who.value = view.who;
    draw(view);
  };

  const follow = (view) => {
    addEventListener("storage", ({ key }) => key === keyOf(view.root) && again(view));
    addEventListener("pageshow", ({ persisted }) => persisted && again(view));
  };

  const ends = (view) => {
    const { words, parts, root } = view;
    parts.count = make("p", { class: "pb-review__count" });
    parts.status = make("p", { role: "status" });
    const taken = () => tell(view, say(words.taken, { file: take(root.dataset.brand, view) }));
    parts.file = button(words.file, taken, { class: "pb-review__file" });
    parts.forget = button(words.forget, () => forget(view));
    const row = make("p", { class: "pb-review__row" }, parts.file, parts.forget);
    return make("div", { class: "pb-review__end" }, parts.count, row, parts.status,
      make("p", { class: "pb-quiet" }, words.kept));
  };

  space.review.show = (root) => {
    const words = JSON.parse(root.dataset.words);
    const view = { root, words, data: space.reviews, parts: {}, rows: [], at: 0, ...read(root) };
    const { parts } = view;
    parts.of = make("p", { class: "pb-review__of" });
    parts.one = make("div", { class: "pb-review__one" });
    parts.back = button(words.back, () => turn(view, -1));
    parts.next = button(words.next, () => turn(view, 1), { class: "pb-review__next" });
    parts.clear = button(words.clear, () => takeBack(view));
    const row = make("p", { class: "pb-review__row" }, parts.back, parts.next, parts.clear);
    root.replaceChildren(chosen(view), parts.of, parts.one, row, ends(view));
    choose(view);
    follow(view);
  };
})();
