/* What the elements of a drawing are styled with: cascade, inheritance, paints; after `observe/svg/style.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { color: colors, css } = check;
  const COLORS = ["fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"];
  const MARKERS = ["marker", "marker-start", "marker-mid", "marker-end"];
  const READ = new Set([
    ...COLORS, ...MARKERS, "clip-path", "display", "fill-opacity", "filter", "flood-opacity", "font", "font-family",
    "mask", "mix-blend-mode", "opacity", "stop-opacity", "stroke-opacity", "stroke-width", "visibility",
  ]);
  const ABOVE_SELECTORS = 1000000;
  const LONGEST = 1000; // characters of a value that may name a color
  const KEYWORDS = ["currentcolor", "inherit", "unset", "initial", "revert", "none"];
  const URL_ = /^url\(\s*["']?#([^"')]*)["']?\s*\)\s*([^]*)/i;
  const VAR = /^var\(\s*--[^,()]*,([^]*)\)$/i;
  const ICC = /\s+icc-color\([^]*/i;
  const FONT = /\d(?:\.\d+)?(?:[a-z]+|%)(?:\s*\/\s*\S+)?\s+([^]+)/i;
  const UNITS = {
    "": 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, pt: 4 / 3, pc: 16,
  };
  const LENGTH = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]*|%)$/i;

  /* In CSS pixels, a percentage only where the `whole` is known; null where it depends on more. */
  const length = (text, whole = null) => {
    const found = LENGTH.exec(text.trim());
    if (!found) return null;
    const factor = found[2] === "%" && whole !== null ? whole / 100 : UNITS[found[2].toLowerCase()];
    const value = factor === undefined ? NaN : Number(found[1]) * factor;
    return Number.isFinite(value) ? value : null;
  };

  /* The value less what only wraps it: a color profile, a variable with something to fall back on. */
  const plain = (value) => {
    if (value.length > LONGEST) return value;
    const text = value.trim().replace(ICC, "");
    return VAR.exec(text)?.[1].trim() ?? text;
  };

  const meansSomething = ({ name, value }) => {
    if (!COLORS.includes(name)) return true;
    const bare = plain(value);
    return KEYWORDS.includes(bare.toLowerCase()) || URL_.test(bare) || colors.parse(bare) !== null;
  };

  const doubt = (declaration) => {
    const value = declaration.value.trim().toLowerCase();
    if (value.includes("var(")) return "var()";
    if (!meansSomething(declaration)) return `${declaration.name}: ${declaration.value.trim().slice(0, 60)}`;
    const hides = ["filter", "mask", "mix-blend-mode", "clip-path"].includes(declaration.name);
    return hides && !["", "none", "normal"].includes(value) ? declaration.name : "";
  };

  const longhand = (declaration) => {
    const found = declaration.name === "font" ? FONT.exec(declaration.value.slice(0, LONGEST)) : null;
    return found ? { ...declaration, name: "font-family", value: found[1] } : declaration;
  };

  /* What a block of declarations comes to, and doubts about it. */
  const judge = (block) => {
    const read = block.filter(({ name }) => READ.has(name)).map(longhand);
    const last = new Map();
    read.filter(meansSomething).forEach((one) => last.set(`${one.name} ${Boolean(one.important)}`, one));
    return { declarations: [...last.values()], doubts: read.map(doubt).filter(Boolean) };
  };

  const compared = (a, b) => a.rank.map((part, at) => part - b.rank[at]).find(Boolean) || 0;

  /* The winning declarations of an element, by property; `rules` are those that match, in sheet order. */
  const cascade = (attributes, rules) => {
    const own = judge(Object.entries(attributes).map(([name, value]) => ({ name, value })));
    const inline = judge("style" in attributes ? css.declarations(attributes.style) : []);
    const blocks = [[[-1, 0, 0], own], ...rules, [[ABOVE_SELECTORS, 0, 0], inline]];
    const layers = blocks.flatMap(([rank, block]) =>
      block.declarations.map((found) => ({ rank: [found.important ? 1 : 0, ...rank], found })));
    layers.sort(compared);
    const declared = Object.create(null);
    layers.forEach(({ found }) => (declared[found.name] = found.value));
    return { declared, doubts: blocks.flatMap(([, block]) => block.doubts) };
  };

  const NOTHING = { color: null, server: "", current: false };
  const BLACK = { ...NOTHING, color: colors.BLACK };
  const INITIAL = {
    fill: BLACK, stroke: NOTHING, color: colors.BLACK, fillOpacity: 1, strokeOpacity: 1, strokeWidth: 1, opacity: 1,
    displayed: true, visible: true, fonts: [], markers: [],
  };

  const ink = (inherited, initial, value) => {
    if (value === undefined) return inherited;
    const bare = plain(value);
    const word = bare.toLowerCase();
    if (word === "inherit" || word === "unset") return inherited;
    if (word === "initial" || word === "revert") return initial;
    const found = URL_.exec(bare);
    const rest = found ? found[2] : bare;
    return {
      color: colors.parse(rest), written: value.trim(), server: found ? found[1] : "",
      current: rest.trim().toLowerCase() === "currentcolor",
    };
  };

  const fraction = (value, otherwise) => {
    const found = value === undefined ? null : length(value, 1);
    return found === null ? otherwise : Math.min(1, Math.max(0, found));
  };

  const word = (value = "") => {
    const found = value.trim().toLowerCase();
    return found === "inherit" ? "" : found;
  };

  const families = (value = "") =>
    value
      .split(",")
      .map((name) => name.trim().replace(/^["']+|["']+$/g, "").trim())
      .filter((name) => name && name.toLowerCase() !== "inherit" && !name.includes("var("));

  /* The id in `url(#id)`, or empty. */
  const target = (value = "") => URL_.exec(value.trim())?.[1] || "";

  const or = (found, otherwise) => (found.length ? found : otherwise);

  /* The computed style of an element from its parent's and its own declarations. */
  const derive = (parent, declared) => {
    const wide = declared["stroke-width"] === undefined ? null : length(declared["stroke-width"]);
    const own = ink({ ...NOTHING, color: parent.color }, BLACK, declared.color).color;
    return {
      color: own || parent.color,
      fill: ink(parent.fill, INITIAL.fill, declared.fill),
      stroke: ink(parent.stroke, INITIAL.stroke, declared.stroke),
      fillOpacity: fraction(declared["fill-opacity"], parent.fillOpacity),
      strokeOpacity: fraction(declared["stroke-opacity"], parent.strokeOpacity),
      strokeWidth: wide === null ? parent.strokeWidth : Math.max(0, wide),
      opacity: parent.opacity * fraction(declared.opacity, 1),
      displayed: word(declared.display) !== "none",
      visible: (word(declared.visibility) || (parent.visible ? "visible" : "hidden")) === "visible",
      fonts: or(families(declared["font-family"]), parent.fonts),
      markers: or([...new Set(MARKERS.map((name) => target(declared[name])))].filter(Boolean), parent.markers),
    };
  };

  /* The color of a property that takes no gradient; null where it is not judged. */
  const solid = (value, current) => {
    const found = ink(BLACK, BLACK, value);
    return found.current ? current : found.color;
  };

  check.style = { INITIAL, cascade, derive, fraction, judge, length, solid, target };
})();
