/* Whether what was filled in can be made into the piece; what cannot is told beside its field. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { template, values: rules } = space; // files before this one
  const { isTwofold } = space.table;
  const { said, say, typed } = space.state;
  const { wordingOf } = space.preview;

  /* Says by how much a text is too long for its place on the piece, or why there is no code. */
  const tooLong = (view, control, text) => {
    if (typeof text !== "string" || !view.controls.includes(control)) return "";
    if (control.field.name === view.data.code.field) return space.code.wrong(view);
    const values = { ...said(view), [control.field.name]: text };
    const wording = wordingOf(view, values);
    const over = Math.max(...view.data.outputs.map(({ nodes }) =>
      template.excess(nodes, control.field.name, values, wording)));
    return over ? view.words[over === 1 ? "error.fit_one" : "error.fit"].replace("{over}", over) : "";
  };

  /* Tells in words what is wrong with a field, beside it. */
  const judge = (view, control) => {
    const { field, input, error, read, inner } = control;
    const text = read();
    const twofold = field.type === "number" && isTwofold(text); // a thousand, or a little more than one
    const wrong = twofold ? "ambiguous" : rules.mistake(field, text, view.data.patterns);
    const refused = control.refused || (wrong ? rules.told(field, text, wrong, view.words) : "");
    error.textContent = refused || tooLong(view, control, text);
    if (error.textContent && !inner) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return !error.textContent;
  };
  const every = (view) => view.controls.flatMap((control) => [...(control.inner ? control.inner() : []), control]);

  const ready = (view) => {
    const wrong = every(view).filter((control) => !judge(view, control));
    if (!wrong.length) return true;
    wrong[0].input.focus();
    say(view, view.words.mend);
    return false;
  };

  const clear = (view) =>
    every(view).forEach(({ input, error }) => {
      error.textContent = "";
      input.removeAttribute("aria-invalid");
    });

  const watch = (view, control) => {
    control.input.addEventListener("input", () => {
      if (control.input.hasAttribute("aria-invalid")) judge(view, control);
      typed(view, control.field);
    });
    control.input.addEventListener("change", () => (control.changed = true));
    control.input.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (control.changed && !(next && next.type === "button")) judge(view, control); // or it would slip away
    });
  };

  space.judge = { judge, ready, clear, watch };
})();
