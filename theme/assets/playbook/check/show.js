/* The verdict on a file, shown: what it comes to, what was seen, each finding, and what is judged elsewhere. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { colors, number, plural, text, verbatim, verdicts, Refusal } = check;
  const SEVERITIES = ["error", "warning", "info"];
  const MOST = 12; // files at once
  const SHOWN = 16; // colors

  const make = (tag, classes = "", ...inside) => {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    made.append(...inside);
    return made;
  };

  const swatch = (color) => {
    const dot = make("span", "pb-check__dot");
    dot.style.setProperty("--pb-ground", color.slice(0, 7));
    return dot;
  };

  /* Only what was judged as a whole is clean. */
  const headline = (name, piece, found, isWhole) => {
    const counts = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length]);
    const parts = counts.filter(([, count]) => count).map(([severity, count]) => plural(`verdict.${severity}`, count));
    const ident = parts.length ? "verdict.told-as" : isWhole ? "verdict.clean-as" : "drop.nothing-here-as";
    return text(ident, { file: verbatim(name), piece: verbatim(piece), parts: parts.join(", ") });
  };

  const facts = ({ kind, version, size, pages, plates: [plate] }) => [
    `${kind.toUpperCase()}${version ? ` ${version}` : ""}`,
    ...(pages ? [plural("drop.pages", pages)] : []),
    ...(plate ? [verdicts.said(plate.trim || [plate.width, plate.height], plate.unit)] : []),
    verdicts.bytes(size),
  ];

  /* The colors that were looked at: those of the palette by its names. */
  const seen = (handed, brand) => {
    const found = colors.compared(handed, brand.palette).slice(0, SHOWN);
    const named = found.map(({ color, away, token }) => make("li", "", swatch(color), away === 0 ? token : color));
    return named.length ? [make("ul", "pb-check__colors", ...named)] : [];
  };

  const finding = ({ severity, message, hint, rule, pair }) => {
    const state = make("span", `pb-state pb-severity--${severity}`, text(`report.${severity}.name`));
    const dots = pair.length ? [make("span", "pb-check__pair", ...pair.map(swatch))] : [];
    const lines = [make("p", "", ...dots, message, " ", make("code", "", rule))];
    if (hint) lines.push(make("p", "pb-quiet", hint));
    return make("li", "", state, make("div", "", ...lines));
  };

  const copying = (words) => {
    const button = make("button", "pb-copy");
    button.type = "button";
    Object.assign(button.dataset, { copy: words, done: text("drop.copied") });
    button.setAttribute("aria-label", text("drop.copy"));
    return button;
  };

  /* A name that every shell reads alike; of any other the reader has to see to it. */
  const quoted = (name) => {
    if (/^\w[\w.-]*$/.test(name)) return name;
    return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. ()-]*$/u.test(name) ? `"${name}"` : "FILE";
  };

  /* What the command does besides, with its words to copy. */
  const elsewhere = (root, name, parts) => {
    const told = parts.map((part) => text(`drop.elsewhere.${part}`)).join(" ");
    const { command } = root.dataset;
    if (!told) return [];
    if (!command) return [make("p", "pb-quiet", told)];
    const words = command.replace("FILE", () => quoted(name));
    const line = make("div", "highlight pb-ready", make("pre", "", make("code", "", words)), copying(words));
    return [make("p", "pb-quiet", told, " ", text("drop.command")), line];
  };

  const section = (state, title, about, found, ...more) => {
    const head = make("p", "", make("strong", "", title));
    const top = make("div", `pb-check__verdict pb-check__verdict--${state}`, head, ...about);
    const list = found.length ? [make("ul", "pb-check__findings", ...found.map(finding))] : [];
    return make("section", "", top, ...list, ...more);
  };

  /* What there is to say of a file, from what was found in it. */
  const told = (name, asked, found, about, elsewhere = [], ...more) => {
    const isWhole = !elsewhere.length;
    const state = found[0]?.severity || (isWhole ? "clean" : "none");
    const folders = verdicts.accepted(found, name).slice(0, MOST);
    const lines = folders.map((path) => make("p", "pb-quiet", text("drop.accepted", { path: verbatim(path) })));
    return section(state, headline(name, asked.name, found, isWhole), about, found, ...lines, ...more);
  };

  const judged = async (root, asked, brand, { file, folder }) => {
    const { name } = file;
    try {
      if (folder) throw new Refusal("a-folder");
      const handed = await verdicts.seen(file);
      if (!handed) {
        const head = text("drop.not-here", { file: verbatim(name) });
        return section("none", head, [], [], ...elsewhere(root, name, ["kind"]));
      }
      const about = [make("p", "pb-quiet", facts(handed).join(" · ")), ...seen(handed, brand)];
      const by = make("p", "pb-quiet", text("verdict.against-piece", { brand: brand.name, piece: asked.name }));
      const found = verdicts.judged(handed, brand, asked, name);
      return told(name, asked, found, about, handed.elsewhere, by, ...elsewhere(root, name, handed.elsewhere));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return told(name, asked, verdicts.refused(error, name), []);
    }
  };

  /* Judges the files one after the other, and says what they come to. */
  const show = async (root, files) => {
    const [out, status] = [root.querySelector(".pb-check__out"), root.querySelector("[role=status]")];
    const asked = JSON.parse(root.dataset.asked);
    const brand = window.brandPlaybook.checkBrands[asked.brand];
    const shown = [];
    for (const one of files.slice(0, MOST)) shown.push(await judged(root, asked, brand, one));
    if (files.length > MOST) shown.push(make("p", "pb-quiet", text("drop.more", { count: number(files.length - MOST) })));
    out.replaceChildren(...shown);
    status.textContent = [...out.querySelectorAll("strong")].map((one) => one.textContent).join(". ");
  };

  check.show = show;
})();
