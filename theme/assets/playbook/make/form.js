/* "Fill it in": a form around the piece that stands in its frame. The frame lets our script in and runs none of
   its own; what is typed is seen there at once, and leaves the page only by the reader's own hand. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { give, template, values: rules } = space; // the files before this one
  const { make, button, controlFor } = space.fields;
  const { listFor } = space.lists;
  const { FONTS, documentOf, fit, isMail, pictured, show } = space.preview;

  /* What the reader has said, by name; and what of it differs from what the brand says by itself. */
  const said = (view) =>
    Object.fromEntries(view.controls.map(({ field, read }) => [field.name, read()]));
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const own = (view) =>
    Object.fromEntries(Object.entries(said(view)).filter(([name, text]) => !same(text, view.defaults[name])));

  const put = (view, values) =>
    view.controls.forEach(({ field, write }) =>
      write((field.locked ? null : values[field.name]) ?? view.defaults[field.name]));

  /* The example stands until something is said; later it stands only for what the piece cannot do without. */
  const shown = (view) => {
    const values = said(view);
    const fresh = !Object.keys(own(view)).length;
    view.fields.forEach((field) => {
      if (!values[field.name].length && (fresh || field.required)) values[field.name] = field.example;
    });
    view.parts.caption.textContent = view.words[fresh ? "example" : "shown"];
    return values;
  };

  const draw = (view) => show(view, shown(view));

  const say = (view, words) => {
    view.parts.status.textContent = "";
    requestAnimationFrame(() => (view.parts.status.textContent = words));
  };

  /* Says by how much a text is too long for its place on the piece. */
  const tooLong = (view, control, text) => {
    if (typeof text !== "string" || !view.controls.includes(control)) return "";
    const over = Math.max(...view.data.outputs.map(({ nodes }) =>
      template.excess(nodes, control.field.name, text, view.data)));
    return over ? view.words[over === 1 ? "error.fit_one" : "error.fit"].replace("{over}", over) : "";
  };

  /* Tells in words what is wrong with a field, beside it. */
  const judge = (view, control) => {
    const { field, input, error, read, inner } = control;
    const text = read();
    const wrong = rules.mistake(field, text, view.data.patterns);
    error.textContent = wrong ? rules.told(field, text, wrong, view.words) : tooLong(view, control, text);
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

  const typed = (view) => {
    rules.leaveLink();
    rules.remember(view.key, own(view));
    draw(view);
  };

  const tell = (view, flavors, words) =>
    give.copied(flavors).then(() => say(view, words), () => say(view, view.words.refused));

  const copy = (view, output) => {
    if (!ready(view)) return;
    const text = view.data.outputs.find(({ ending }) => ending === "txt") || output;
    const flavors = { "text/plain": documentOf(view, text, said(view)) };
    if (output.ending === "html") flavors["text/html"] = documentOf(view, output, said(view));
    tell(view, flavors, view.words.copied);
  };

  const fileOf = (view, output) => {
    const values = said(view);
    const who = view.fields.map((field) => give.slug(String(values[field.name]))).find(Boolean);
    const twin = view.data.outputs.filter(({ ending }) => ending === output.ending).length > 1;
    const stem = [view.name, who, twin && output.file.replace(/\.\w+$/, "")].filter(Boolean).join("-");
    return `${stem}.${output.ending}`;
  };

  const download = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output);
    give.file(documentOf(view, output, said(view)), output.ending, name);
    say(view, view.words.saved.replace("{file}", name));
  };

  const print = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/\.\w+$/, "");
    give.print(pictured(view, documentOf(view, output, said(view))), name, [view.base + FONTS]);
  };

  const downloadPng = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/svg$/, "png");
    space.faces.within(documentOf(view, output, said(view)), view.data.fonts, view.base)
      .then((svg) => space.png(svg, output.width, name))
      .then(() => say(view, view.words.saved.replace("{file}", name)), () => say(view, view.words.png_refused));
  };

  const forget = (view) => {
    put(view, {});
    typed(view);
    every(view).forEach(({ input, error }) => {
      error.textContent = "";
      input.removeAttribute("aria-invalid");
    });
    say(view, view.words.forgotten);
  };

  const watch = (view, control) => {
    control.input.addEventListener("input", () => {
      if (control.input.hasAttribute("aria-invalid")) judge(view, control);
      typed(view);
    });
    control.input.addEventListener("change", () => (control.changed = true));
    control.input.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (control.changed && !(next && next.type === "button")) judge(view, control); // or it would slip away
    });
  };

  const controlOf = (view, field) => {
    const id = `pb-make-${view.name}-${field.name}`;
    const told = { watch: (control) => watch(view, control), changed: () => typed(view) };
    const control = field.type === "list"
      ? listFor(field, id, view.words, told) : controlFor(field, id, view.words);
    if (!control.inner) watch(view, control);
    view.controls.push(control);
    return control.row;
  };

  const groundsOf = (view) => {
    const grounds = ["light", "dark"].map((ground) => {
      const radio = make("input", { type: "radio", name: `pb-ground-${view.name}`, value: ground });
      radio.checked = ground === "light";
      radio.addEventListener("change", () => {
        view.frame.contentDocument.documentElement.dataset.ground = ground;
      });
      return make("label", null, radio, " ", view.words[ground]);
    });
    const legend = make("legend", null, view.words.ground);
    return make("fieldset", { class: "pb-make__grounds" }, legend, ...grounds);
  };

  const actionsOf = (view) => {
    const outputs = view.data.outputs;
    const copies = outputs.filter(({ copied: made }) => made).map((output) =>
      button(view.words.copy, () => copy(view, output), { class: "pb-make__first" }));
    const files = outputs.map((output) =>
      button(output.name, () => download(view, output), { "data-ending": output.ending }));
    const sheets = outputs.filter((output) => output.ending === "html" && !isMail(output)).map((output) =>
      button(view.words.print, () => print(view, output), { class: "pb-make__first" }));
    const drawn = outputs.filter((output) => output.ending === "svg" && location.protocol !== "file:");
    const pngs = drawn.map((output, at) =>
      button(at ? output.name : view.words.png.replace("{width}", output.width), () => downloadPng(view, output),
        { "data-ending": "png", ...(at ? {} : { class: "pb-make__first" }) }));
    const group = { class: "pb-make__files", role: "group", "aria-label": view.words.download };
    return make("div", { class: "pb-make__actions" }, ...copies, ...sheets, ...pngs.slice(0, 1),
      make("div", group, make("span", { "aria-hidden": "true" }, view.words.download), ...pngs.slice(1), ...files));
  };

  const howOf = (view) => {
    const steps = view.data.clients.flatMap(([name, how]) => [make("dt", null, name), make("dd", null, how)]);
    const list = make("dl", null, ...steps);
    return make("details", { class: "pb-make__how" }, make("summary", null, view.words.how), list);
  };

  const share = (view) => tell(view, { "text/plain": rules.toLink(own(view)) }, view.words.shared);

  const keepOf = (view) =>
    make("p", { class: "pb-make__keep" }, view.words.kept, " ",
      button(view.words.forget, () => forget(view)), " ", button(view.words.share, () => share(view)));

  const build = (view) => {
    const mailed = view.data.outputs[0].copied && view.data.outputs[0].ending === "html";
    view.parts = {
      caption: make("p", { class: "pb-make__caption" }),
      status: make("p", { class: "pb-make__status", role: "status" }),
    };
    const bar = make("div", { class: "pb-make__bar" }, view.parts.caption);
    if (mailed) bar.append(groundsOf(view));
    const fields = view.fields.map((field) => controlOf(view, field));
    const form = make("form", { class: "pb-make__form", novalidate: "", "aria-label": view.words.form },
      make("div", { class: "pb-make__fields" }, ...fields), actionsOf(view), view.parts.status,
      ...(view.data.clients.length ? [howOf(view)] : []), keepOf(view));
    form.addEventListener("submit", (event) => event.preventDefault());
    view.frame.before(bar);
    view.root.append(form);
  };

  /* What a link says is shown; it is kept only once the reader changes something. */
  const follow = (view) => {
    const linked = rules.fromLink(view.fields);
    if (!linked) return;
    put(view, linked);
    draw(view);
    say(view, view.words.linked);
  };

  const start = (root, data) => {
    const frame = root.querySelector("iframe");
    const name = root.dataset.name;
    const path = new URL(root.dataset.root, location.href).pathname;
    const { fields, words } = data;
    const view = { name, data, frame, fields, words, controls: [], root, base: root.dataset.root };
    view.key = `brand-playbook:${path}:${name}`;
    const untouched = (field) => (field.type === "list" ? [] : rules.cleaned(field, field.value));
    view.defaults = Object.fromEntries(fields.map((field) => [field.name, untouched(field)]));
    build(view);
    put(view, rules.remembered(view.key, data.fields));
    follow(view);
    draw(view);
    frame.addEventListener("load", () => draw(view));
    window.addEventListener("hashchange", () => follow(view));
    window.addEventListener("resize", () => fit(view));
  };

  space.form = start;
})();
