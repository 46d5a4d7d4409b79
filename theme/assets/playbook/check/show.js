/* The verdict on a file, shown: what it comes to, what was seen, each finding, and what is judged elsewhere. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { number, plural, text, verdicts, Refusal } = check;
  const SEVERITIES = ["error", "warning", "info"];
  const MOST = 12; // files at once

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

  const headline = (name, piece, found) => {
    const counts = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length]);
    const parts = counts.filter(([, count]) => count).map(([severity, count]) => plural(`verdict.${severity}`, count));
    return text(`verdict.${parts.length ? "told" : "clean"}-as`, { file: name, piece, parts: parts.join(", ") });
  };

  const facts = ({ kind, version, size, pages, plates: [plate] }) => [
    `${kind.toUpperCase()}${version ? ` ${version}` : ""}`,
    ...(pages ? [plural("drop.pages", pages)] : []),
    ...(plate ? [verdicts.said(plate.trim || [plate.width, plate.height], plate.unit)] : []),
    verdicts.bytes(size),
  ];

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

  const quoted = (name) => (/^[\w.-]+$/.test(name) ? name : `"${name.replace(/["\\$\x60]/g, "\\$&")}"`);

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

  const section = (found, title, ...more) => {
    const worst = found[0]?.severity || "none";
    const head = make("p", `pb-check__verdict pb-check__verdict--${worst}`, title);
    const list = found.length ? [make("ul", "", ...found.map(finding))] : [];
    return make("section", "", head, ...more.slice(0, 1), ...list, ...more.slice(1));
  };

  const judged = async (root, asked, brand, { file, folder }) => {
    let handed;
    try {
      if (folder) throw new Refusal("a-folder");
      handed = await verdicts.seen(file);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const found = verdicts.refused(error, file.name);
      return section(found, headline(file.name, asked.name, found));
    }
    if (!handed) return section([], text("drop.not-here", { file: file.name }), ...elsewhere(root, file.name, ["kind"]));
    const found = verdicts.judged(handed, brand, asked, file.name);
    const about = make("p", "pb-quiet", facts(handed).join(" · "));
    const by = make("p", "pb-quiet", text("verdict.against-piece", { brand: brand.name, piece: asked.name }));
    return section(found, headline(file.name, asked.name, found), about, by, ...elsewhere(root, file.name, handed.elsewhere));
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
    status.textContent = shown.map((one) => one.firstChild.textContent).join(". ");
  };

  check.show = show;
})();
