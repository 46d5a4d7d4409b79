/* What can be done with a piece that is filled in: copied, printed, downloaded. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { fit, give, template } = space; // files before this one
  const { make, button } = space.fields;
  const { FONTS, documentOf, isMail, knownOf, pictured, sidesOf, wordingOf } = space.preview;
  const { said, say } = space.state;
  const { ready } = space.judge;
  const { keep } = space.keep;
  const DRAWN = ["html", "svg"];
  const MOST_SIGNS = 20; // that a message names
  const FIRST = { class: "pb-make__first" };
  const NAMELESS = ["list", "picture", "choice", "yes"]; // what no file is called after

  const tell = (view, flavors, words) =>
    give.copied(flavors).then(() => say(view, words), () => say(view, view.words.refused));

  const copy = (view, output) => {
    if (!ready(view)) return;
    const text = view.data.outputs.find(({ ending }) => ending === "txt") || output;
    const flavors = { "text/plain": documentOf(view, text, said(view)) };
    if (output.ending === "html") flavors["text/html"] = documentOf(view, output, said(view));
    tell(view, flavors, view.words.copied);
    if (output.ending === "html") view.parts.how.open = true; // what comes next
    keep(view);
  };

  const fileOf = (view, output) => {
    const values = said(view);
    const named = view.fields.filter(({ type }) => !NAMELESS.includes(type));
    const who = named.map(({ name }) => give.slug(values[name])).find(Boolean);
    const twin = view.data.outputs.filter(({ ending }) => ending === output.ending).length > 1;
    const stem = [view.name, who, (twin || output.only_with) && output.file.replace(/\.\w+$/, "")].filter(Boolean).join("-");
    return `${stem}.${output.ending}`;
  };

  /* A drawing with the fonts that may be given away; from a folder on disk they cannot be read. */
  const lettered = async (view, svg) => {
    const fonts = location.protocol === "file:" ? [] : view.data.fonts.filter(({ free }) => free);
    return space.faces.within(svg, fonts, view.base).catch(() => svg);
  };

  /* The characters that a document shows in another font than the brand's; mails bring none along. */
  const unlettered = (view, output, values, text) => {
    if (isMail(output) || !DRAWN.includes(output.ending) || !view.data.signs.length) return [];
    const fitted = output.ending !== "svg" ? [] : view.fields.map((field) =>
      template.lacking(output.nodes, field.name, values, wordingOf(view, values)));
    const page = new DOMParser().parseFromString(text, "text/html");
    page.querySelectorAll("style, script, title, desc").forEach((part) => part.remove());
    const font = { known: {}, more: view.data.signs };
    const others = [...new Set(page.documentElement.textContent)].filter((sign) => !fit.draws(sign, font));
    return [...new Set([...fitted.join(""), ...others])].slice(0, MOST_SIGNS);
  };

  /* Says what was done, and what in it the brand's font could not draw. */
  const done = (view, output, words, text) => {
    const letters = unlettered(view, output, said(view), text || documentOf(view, output, said(view))).join(" ");
    const both = view.words.lacking.replace("{saved}", words).replace("{letters}", letters);
    say(view, letters ? both.trim() : words);
  };

  const saved = (view, name, output) => done(view, output, view.words.saved.replace("{file}", name));

  const download = async (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output);
    const text = documentOf(view, output, said(view));
    give.file(output.ending === "svg" ? await lettered(view, text) : text, output.ending, name);
    keep(view);
    saved(view, name, output);
  };

  /* What a document for text processors is made with is fetched only now. */
  const docxOf = async (view, output, values) => {
    await Promise.all([space.bringParts("make", ["docx"]), space.bring(view.base + view.data.word)]);
    const wording = wordingOf(view, values);
    return space.docx(space.papers[view.name][output.file], knownOf(view, values, wording), wording);
  };

  const downloadDocx = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/\w+$/, "docx");
    keep(view);
    docxOf(view, output, said(view)).then((made) => give.file(made, "docx", name))
      .then(() => saved(view, name, output), () => say(view, view.words.word_refused));
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
    done(view, output, "", page);
  };

  const downloadPng = (view, output) => {
    if (!ready(view)) return;
    const name = fileOf(view, output).replace(/svg$/, "png");
    keep(view);
    space.faces.within(documentOf(view, output, said(view)), view.data.fonts, view.base)
      .then((svg) => space.png(svg, output.width, name))
      .then(() => saved(view, name, output), () => say(view, view.words.png_refused));
  };

  const fileButton = (words, ending, run, more) => button(words, run, { "data-ending": ending, ...more });

  /* Downloads in a row; where a format has several, the formats in a row each. */
  const groupsOf = (view, files) => {
    const { download: words } = view.words;
    const group = (name, buttons, more) => {
      const about = { class: "pb-make__files", role: "group", "aria-label": name, ...more };
      return make("div", about, make("span", { "aria-hidden": "true" }, name), ...buttons);
    };
    const endings = [...new Set(files.map(({ dataset }) => dataset.ending))];
    if (endings.length === files.length) return [group(words, files)];
    const of = (ending) => files.filter(({ dataset }) => dataset.ending === ending);
    const alike = endings.filter((ending) => ending === "png" || of(ending).length > 1);
    const others = files.filter(({ dataset }) => !alike.includes(dataset.ending));
    return [
      ...alike.map((ending) => group(`${words} ${ending.toUpperCase()}`, of(ending), { "data-alike": "" })),
      ...(others.length ? [group(words, others)] : []),
    ];
  };

  /* What is made only if some field says something is offered only then. */
  const offered = (view, { only_with: field }, made) => {
    if (field) view.drawn.push(() => (made.hidden = !said(view)[field]));
    return made;
  };

  const actionsOf = (view) => {
    const outputs = view.data.outputs;
    const copies = outputs.filter(({ copied: made }) => made).map((output) =>
      button(view.words.copy, () => copy(view, output), FIRST));
    const files = outputs.flatMap((output) => [
      ...(output.word ? [fileButton(view.words.word, "docx", () => downloadDocx(view, output))] : []),
      offered(view, output, fileButton(output.name, output.ending, () => download(view, output))),
    ]);
    const paper = (output) => output.paper.length || (output.ending === "html" && !isMail(output));
    const sheets = outputs.filter(paper).map((output) => button(view.words.print, () => print(view, output), FIRST));
    const drawn = outputs.filter((output) => output.ending === "svg" && location.protocol !== "file:");
    const isFirst = (at) => !at && !copies.length && !sheets.length;
    const pngs = drawn.map((output, at) => {
      const first = view.words.png.replace("{name}", output.name).replace("{width}", output.width);
      return offered(view, output, fileButton(isFirst(at) ? first : output.name, "png",
        () => downloadPng(view, output), isFirst(at) ? FIRST : {}));
    });
    const firsts = pngs.filter((_, at) => isFirst(at));
    return make("div", { class: "pb-make__actions" }, ...copies, ...sheets, ...firsts,
      ...groupsOf(view, [...pngs.slice(firsts.length), ...files]));
  };

  space.actions = { actionsOf, tell };
})();
