/* What is seen in an SVG file: its artboard, colors as painted, fonts, and what could not be followed. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { color: colors, css, style, tree, walk } = check;
  const MOST_MARKS = 100000;
  const MOST_TOLD = 12; // addresses
  const OUTLINE = 40; // letters of one that nobody draws twice by chance
  const MOVING = ["animate", "animateColor", "set"];
  const LOADS = /url|src|image|@|\\/i;
  const SKIPPED = /[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+/g;
  const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/;
  const SCRIPT = /^(?:(?:javascript|vbscript|livescript|mocha):|data:(?:text|application)\/)/;
  const LIGHTS = {
    feFlood: "flood", feDropShadow: "flood", feDiffuseLighting: "lighting", feSpecularLighting: "lighting",
  };

  /* The color of a stop, a flood or a light. */
  const solid = (drawn, step, node, kind, share) => {
    const declared = drawn.declared.get(node);
    const value = declared[`${kind}-color`];
    const color = style.solid(value, step.look.color);
    const alpha = (color ? color.alpha : 0) * share * style.fraction(declared[`${kind}-opacity`], 1);
    if (!color || alpha <= 0 || (value === undefined && kind === "lighting")) return [];
    return [{ color: colors.hex(color), alpha, written: (value || "").trim(), part: `${kind}-color` }];
  };

  const inked = (drawn, step, part) => {
    const { look } = step;
    const ink = look[part];
    const share = look[`${part}Opacity`] * look.opacity;
    if (drawn.ids.has(ink.server)) {
      return walk.stops(drawn, ink.server).flatMap((stop) => solid(drawn, step, stop, "stop", share));
    }
    const color = ink.current ? look.color : ink.color;
    if (!color || color.alpha * share <= 0) return [];
    return [{ color: colors.hex(color), alpha: color.alpha * share, written: ink.written || "", part }];
  };

  /* What a step paints: colors with how much shows, as they are written, and where. */
  const marks = (drawn, step) => {
    const { node, look } = step;
    const lit = walk.effects(drawn, node).flatMap((effect) =>
      LIGHTS[effect.name] ? solid(drawn, step, effect, LIGHTS[effect.name], look.opacity) : []);
    const isWords = walk.WORDS.has(node.name);
    const blank = isWords && !node.text.trim() && !node.children.some(({ tail }) => tail.trim());
    if (node.name === "image" || blank || drawn.draws.get(node) === false) return lit;
    const filled = node.name === "line" ? [] : inked(drawn, step, "fill");
    return [...lit, ...filled, ...(look.strokeWidth > 0 ? inked(drawn, step, "stroke") : [])];
  };

  /* Each color with how often it is painted, in the order in which they appear. */
  const inks = (drawn, steps) => {
    const found = new Map();
    let total = 0;
    for (const step of steps) {
      for (const { color, alpha, written, part } of marks(drawn, step)) {
        const key = [color, Math.floor(alpha * 255 + 0.5), written, part].join(" ");
        const known = found.get(key) || { color, count: 0, share: null };
        found.set(key, { ...known, count: known.count + 1 });
        total += 1;
      }
      walk.bounded(total, MOST_MARKS);
    }
    return [...found.values()];
  };

  const plate = ({ attributes }) => {
    const box = walk.viewBox(attributes);
    const [wide, high] = [attributes.width, attributes.height].map((side) => style.length(side || "") || 0);
    const ratio = box ? box[2] / box[3] : 0;
    const [width, height] = box ? [wide || high * ratio || box[2], high || wide / ratio || box[3]] : [wide, high];
    return width && height ? [{ width, height, unit: "px" }] : [];
  };

  const leadsOutside = (address) => {
    const bare = address.replace(SKIPPED, "").toLowerCase();
    return Boolean(bare) && !bare.startsWith("#") && !PICTURE.test(bare) && !SCRIPT.test(bare);
  };

  /* Addresses outside the file, with the lines that they stand on. */
  const outside = (drawn, text) => {
    const found = drawn.nodes.flatMap(({ name, text: words, attributes }) => {
      const named = ["href", "xlink:href", "src"].filter((key) => key in attributes).map((key) => attributes[key]);
      const sheets = [...(name === "style" ? [words] : []), ...Object.values(attributes).filter((value) => LOADS.test(value))];
      return [...named, ...sheets.flatMap(css.addresses)];
    });
    let [at, next] = [0, 0]; // the same address again stands further on
    const told = found.filter((address) => leadsOutside(address) && !address.trim().startsWith("data:"));
    return told.slice(0, MOST_TOLD).map((address) => {
      at = Math.max(at, text.indexOf(address, next));
      next = at + 1;
      const line = text.slice(0, at).split("\n").length;
      return { id: "handed.not-judged.outside", facts: { address: address.trim().slice(0, 200), line } };
    });
  };

  /* References to nothing, pictures within pictures, animated colors. */
  const unfollowed = (drawn, steps) => {
    const missing = (ident) => `@not-followed.reference #${ident.slice(0, 60)}`;
    const found = drawn.nodes.map((node) => {
      if (MOVING.includes(node.name)) return "@not-followed.animation";
      if (node.name === "image") return "@not-followed.picture";
      return node.name === "use" && !drawn.ids.has(walk.href(node)) ? missing(walk.href(node)) : "";
    });
    const servers = steps.flatMap(({ look }) => [look.fill.server, look.stroke.server]);
    return [...found, ...servers.filter((ident) => ident && !drawn.ids.has(ident)).map(missing)].filter(Boolean);
  };

  /* Whether a shape may be a part of a logo, which only the command knows. */
  const isLong = ({ node: { name, attributes } }) => name === "path" && (attributes.d || "").length >= OUTLINE;

  const drawing = (content) => {
    const { root, text } = tree.read(content);
    const drawn = walk.picture(root);
    const steps = walk.painted(drawn);
    const doubts = [...new Set([...drawn.doubts, ...unfollowed(drawn, steps)])].sort();
    const words = steps.filter(({ node }) => walk.WORDS.has(node.name));
    return {
      kind: "svg",
      size: content.length,
      inks: inks(drawn, steps),
      fonts: [...new Set(words.flatMap(({ look }) => look.fonts))],
      plates: plate(root),
      doubts: [...doubts.map((what) => ({ id: "handed.not-judged.svg", facts: { what } })), ...outside(drawn, text)],
      elsewhere: [...(words.length ? ["words"] : []), ...(steps.some(isLong) ? ["logo"] : [])],
    };
  };

  check.drawing = drawing;
})();
