/* One touchpoint to judge: what people meet there, the message beside it, and the questions. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, wall } = space.views;
  const [, NAME, ADDRESS, STAGES, OWNER, MESSAGE, INTENDED, PIECES, , LAST] = [...Array(10).keys()];
  const SAYS = ["yes", "partly", "no"];

  const labelled = (words, ...inside) => [make("p", { class: "pb-label" }, words), ...inside];

  const told = ({ words, data, root }, row) => {
    const about = [...row[STAGES].map((at) => data.stages[at]), row[OWNER]].filter(Boolean).join(" \u00b7 ");
    const name = make("a", { href: root.dataset.root + row[ADDRESS] }, row[NAME]);
    const message = row[MESSAGE]
      ? make("p", { class: "pb-message" }, row[MESSAGE])
      : make("p", { class: "pb-quiet" }, words.no_message);
    return [
      make("h2", { tabindex: "-1" }, name),
      ...(about ? [make("p", { class: "pb-meta" }, about)] : []),
      ...labelled(words.message, message),
      ...(row[INTENDED] ? labelled(words.intended, make("p", null, row[INTENDED])) : []),
    ];
  };

  /* The pieces as they hang on their own wall. */
  const met = ({ words, root }, row) => {
    const rows = row[PIECES].map((at) => space.pieces.rows[at]);
    if (!rows.length) return labelled(words.pieces, make("p", { class: "pb-quiet" }, words.no_pieces));
    return labelled(words.pieces, ...wall({ data: space.pieces, words, root: root.dataset.root }, rows));
  };

  const choice = (name, value, chosen, ...inside) => {
    const radio = make("input", { type: "radio", name, value });
    radio.checked = chosen;
    return make("label", null, radio, ...inside);
  };

  const questions = ({ words }, entry) => {
    const says = SAYS.map((value) => choice("pb-says", value, entry.says === value, ` ${words[value]}`));
    const strength = [1, 2, 3, 4, 5].map((value) => {
      const end = { 1: ` ${words.weak}`, 5: ` ${words.strong}` }[value] || "";
      return choice("pb-strength", value, entry.rating === value, ` ${value}`, make("small", null, end));
    });
    const note = make("textarea", { rows: "3", maxlength: "2000" });
    note.value = entry.note;
    return [
      make("fieldset", null, make("legend", null, words.says), ...says),
      make("fieldset", null, make("legend", null, words.strength), ...strength),
      make("label", { class: "pb-review__note" }, words.note, note),
    ];
  };

  /* The form of a touchpoint; `judged` is called with what it says after each change. */
  const one = (view, row, entry, judged) => {
    const form = make("form", null, ...questions(view, entry));
    const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`)?.value || "";
    form.addEventListener("input", () =>
      judged({ rating: Number(chosen("pb-strength")), says: chosen("pb-says"), note: form.querySelector("textarea").value }));
    form.addEventListener("submit", (event) => event.preventDefault());
    const last = row[LAST] ? labelled(view.words.last, make("p", null, row[LAST])) : [];
    const seen = make("div", { class: "pb-review__seen" }, ...met(view, row));
    const about = make("div", { class: "pb-review__told" }, ...told(view, row));
    return [about, seen, make("div", { class: "pb-review__asked" }, ...last, form)];
  };

  space.review.one = one;
})();
