/* "Fill it in": a form around the piece that stands in its frame. The frame lets our script in and runs none of
   its own; what is typed is seen there at once, and leaves the page only by the reader's own hand. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, controlFor } = space.fields; // the files before this one
  const { fit } = space.preview;
  const { draw, drawFirst, typed } = space.state;
  const { judge, watch } = space.judge;
  const { actionsOf } = space.actions;
  const { follow, keepOf, recall } = space.keep;

  const LANGUAGE = "language";
  const SPELL = 8; // ms of work on end, after which the page may answer

  const breath = () => new Promise((resolve) => setTimeout(resolve));

  const controlOf = (view, field) => {
    const id = `pb-make-${view.name}-${field.name}`;
    const told = { watch: (control) => watch(view, control), changed: () => typed(view) };
    const photoChanged = (control) => {
      judge(view, control);
      typed(view);
    };
    const kinds = {
      list: () => space.lists.listFor(field, id, view.words, told),
      picture: () => space.photo.photoFor(field, id, view.words, photoChanged),
    };
    const control = (kinds[field.type] || (() => controlFor(field, id, view.words)))();
    const priced = control.inner && (field.name === view.data.totals || view.data.tables[field.name].prices.length);
    if (priced) space.prices.equip(view, control);
    else if (!control.inner && field.type !== "picture") watch(view, control);
    if (field.name === view.data.code.field) space.code.equip(view, control);
    view.controls.push(control);
    return control.row;
  };

  /* One of several ways to see the piece, of which the first is there at once; each as [words, what it does]. */
  const choiceOf = (view, name, title, ways) => {
    const labels = ways.map(([words, run], at) => {
      const radio = make("input", { type: "radio", name: `pb-${name}-${view.name}` });
      radio.checked = !at;
      radio.addEventListener("change", run);
      return make("label", null, radio, " ", words);
    });
    return make("fieldset", { class: "pb-make__ways" }, make("legend", null, title), ...labels);
  };

  const groundsOf = (view) => {
    const ways = ["light", "dark"].map((ground) =>
      [view.words[ground], () => (view.frame.contentDocument.documentElement.dataset.ground = ground)]);
    return choiceOf(view, "ground", view.words.ground, ways);
  };

  /* Of drawings in several shapes, or with two sides, each can be seen. */
  const shapesOf = (view) => {
    const drawn = view.data.outputs.filter(({ ending }) => ending === "svg");
    const ways = drawn.map((output) => [output.name, () => {
      view.seen = output;
      draw(view);
    }]);
    return drawn.length > 1 ? [choiceOf(view, "shape", view.words.shape, ways)] : [];
  };

  const howOf = (view) => {
    const steps = view.data.clients.flatMap(([name, how]) => [make("dt", null, name), make("dd", null, how)]);
    const list = make("dl", null, ...steps);
    return make("details", { class: "pb-make__how" }, make("summary", null, view.words.how), list);
  };

  /* Browsers bring only the line with the caret into sight, and that behind the piece. */
  const reveal = (field) => requestAnimationFrame(() => field.scrollIntoView({ block: "nearest" }));

  const rowsOf = async (view, fields) => {
    const rows = [];
    let from = performance.now();
    for (const field of fields) {
      if (performance.now() - from > SPELL) {
        await breath();
        from = performance.now();
      }
      rows.push(controlOf(view, field));
    }
    return rows;
  };

  const build = async (view) => {
    const mailed = view.data.outputs[0].copied && view.data.outputs[0].ending === "html";
    view.parts = {
      how: howOf(view),
      caption: make("p", { class: "pb-make__caption" }),
      status: make("p", { class: "pb-make__status", role: "status" }),
    };
    const isWhole = ({ name }) => name === LANGUAGE; // it changes the whole piece, so it stands beside that
    const fields = await rowsOf(view, view.fields.filter((field) => !isWhole(field)));
    const whole = await rowsOf(view, view.fields.filter(isWhole));
    const bar = make("div", { class: "pb-make__bar" }, view.parts.caption, ...whole);
    bar.append(...(mailed ? [groundsOf(view)] : shapesOf(view)));
    const form = make("form", { class: "pb-make__form", novalidate: "", "aria-label": view.words.form },
      ...space.total.totalOf(view), make("div", { class: "pb-make__fields" }, ...fields), actionsOf(view),
      view.parts.status, ...(view.data.clients.length ? [view.parts.how] : []), keepOf(view));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("focusin", ({ target }) => target.matches("textarea") && reveal(target));
    view.frame.before(bar);
    view.root.append(form);
  };

  /* Browsers do not style a frame in which the focus is as one that has it. */
  const lit = (frame) => {
    const show = () => frame.classList.toggle("pb-make__frame--lit", document.activeElement === frame);
    window.addEventListener("blur", show);
    window.addEventListener("focus", show);
  };

  const start = async (root, data) => {
    const frame = root.querySelector("iframe");
    const name = root.dataset.name;
    const path = new URL(root.dataset.root, location.href).pathname;
    const { fields, words } = data;
    const known = { name, data, frame, fields, words, root, base: root.dataset.root };
    const view = { ...known, seen: data.outputs[0], controls: [], drawn: [], mine: {}, opened: "" };
    view.key = `brand-playbook:${path}:${name}`;
    view.who = `brand-playbook:${path}:`;
    const untouched = (field) => (field.type === "list" ? [] : space.values.cleaned(field, field.value));
    view.defaults = Object.fromEntries(fields.map((field) => [field.name, untouched(field)]));
    await build(view);
    lit(frame);
    window.addEventListener("hashchange", () => follow(view));
    recall(view);
    await breath();
    drawFirst(view);
    frame.addEventListener("load", () => draw(view));
    window.addEventListener("resize", () => fit(view));
  };

  space.form = start;
})();
