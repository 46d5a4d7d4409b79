/* What can be done with a piece that is filled in: copied, printed, downloaded. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const here = document.currentScript.src;
  const { give } = space; // files before this one
  const { make, button } = space.fields;
  const { FONTS, documentOf, isMail, knownOf, pictured, sidesOf, wordingOf } = space.preview;
  const { said, say } = space.state;
  const { ready } = space.judge;
  const { keep } = space.keep;

  const tell = (view, flavors, words) =>
    give.copied(flavors).then(() => say(view, words), () => say(view, view.words.refused));

  const copy = (view, output) => {
    if (!ready(view)) return;
    const text = view.data.outputs.find(({ ending }) => ending === "txt") || output;
    const flavors = { "text/plain": documentOf(view, text, said(view)) };
    if (output.ending === "html") flavors["text/html"] = documentOf(view, output, said(view));
    tell(view, flavors, view.words.copied);
    keep(view);
  };

  const fileOf = (view, output) => {
    const values = said(view);
    const who = view.fields.map((field) => give.slug(String(values[field.name]))).find(Boolean);
    const twin = view.data.outputs.filter(({ ending }) => ending === output.ending).length > 1;
    const stem = [view.name, who, (twin || output.only_with) && output.file.replace(/\.\w+$/, "")].filter(Boolean).join("-");
    return `${stem}.${output.ending}`;
  };

  /* A drawing with the fonts that may be given away; from a folder on disk they cannot be read. */
  const lettered = async (view, svg) => {
    const fonts = location.protocol === "file:" ? [] : view.data.fonts.filter(({ free }) => free);
    return space.faces.within(svg, fonts, view.base).catch(() => svg);
  };

  const download = async (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output);
    const text = documentOf(view, output, said(view));
    give.file(output.ending === "svg" ? await lettered(view, text) : text, output.ending, name);
    keep(view);
    say(view, view.words.saved.replace("{file}", name));
  };

  /* What a document for text processors is made with is fetched only now. */
  const downloadDocx = async (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/\w+$/, "docx");
    const values = said(view);
    if (!space.docx) await space.load(new URL("docx.js", here));
    if (!space.papers || !space.papers[view.name]) await space.load(view.base + view.data.word);
    const wording = wordingOf(view, values);
    give.file(space.docx(space.papers[view.name][output.file], knownOf(view, values, wording), wording), "docx", name);
    keep(view);
    say(view, view.words.saved.replace("{file}", name));
  };

  /* A card is a page for each side, as large as it is after the cut. */
  const cardOf = (view, output) => {
    const [wide, high] = output.paper.map((measure) => `${measure}mm`);
    const sheet = `@page{margin:0;size:${wide} ${high}}body{margin:0}.screen{display:none}` +
      `svg{break-inside:avoid;display:block;height:${high};width:${wide}}svg+svg{break-before:page}`;
    return `<!doctype html><html><head><meta charset="utf-8"><style>${sheet}</style></head>` +
      `<body style="print-color-adjust:exact;-webkit-print-color-adjust:exact">${sidesOf(view, output, said(view))}</body></html>`;
  };

  const print = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/\.\w+$/, "");
    const page = output.paper.length ? cardOf(view, output) : documentOf(view, output, said(view));
    give.print(pictured(view, page), name, [view.base + FONTS]);
    keep(view);
  };

  const downloadPng = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/svg$/, "png");
    keep(view);
    space.faces.within(documentOf(view, output, said(view)), view.data.fonts, view.base)
      .then((svg) => space.png(svg, output.width, name))
      .then(() => say(view, view.words.saved.replace("{file}", name)), () => say(view, view.words.png_refused));
  };

  /* What is made only if some field says something is offered only then. */
  const offered = (view, { only_with: field }, made) => {
    if (field) view.drawn.push(() => (made.hidden = !said(view)[field]));
    return made;
  };

  const actionsOf = (view) => {
    const outputs = view.data.outputs;
    const copies = outputs.filter(({ copied: made }) => made).map((output) =>
      button(view.words.copy, () => copy(view, output), { class: "pb-make__first" }));
    const files = outputs.flatMap((output) => [
      ...(output.word ? [button(view.words.word, () => downloadDocx(view, output), { "data-ending": "docx" })] : []),
      offered(view, output, button(output.name, () => download(view, output), { "data-ending": output.ending })),
    ]);
    const paper = (output) => output.paper.length || (output.ending === "html" && !isMail(output));
    const sheets = outputs.filter(paper).map((output) =>
      button(view.words.print, () => print(view, output), { class: "pb-make__first" }));
    const drawn = outputs.filter((output) => output.ending === "svg" && location.protocol !== "file:");
    const isFirst = (at) => !at && !copies.length && !sheets.length;
    const pngs = drawn.map((output, at) =>
      offered(view, output, button(isFirst(at) ? view.words.png.replace("{width}", output.width) : output.name,
        () => downloadPng(view, output),
        { "data-ending": "png", ...(isFirst(at) ? { class: "pb-make__first" } : {}) })));
    const firsts = pngs.filter((_, at) => isFirst(at));
    const group = { class: "pb-make__files", role: "group", "aria-label": view.words.download };
    return make("div", { class: "pb-make__actions" }, ...copies, ...sheets, ...firsts,
      make("div", group, make("span", { "aria-hidden": "true" }, view.words.download),
        ...pngs.slice(firsts.length), ...files));
  };

  space.actions = { actionsOf, tell };
})();
