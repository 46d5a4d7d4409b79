/* Walking a drawing as it is painted: sheets applied, copies followed, hidden parts left out; after
   `observe/svg/walk.py` and `matching.py`, with their bounds. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal, css, style, shape, tree } = check;
  const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);
  const WORDS = new Set(["text", "tspan", "textPath"]);
  const HOLDERS = new Set(["svg", "g", "a", "switch", ...WORDS]);
  const GRADIENTS = ["linearGradient", "radialGradient"];
  const TILES = ["pattern", "marker"];
  const MOST_STEPS = 10000;
  const MOST_CSS = 200000;
  const MOST_OUTLINES = 1000000;
  const MOST_EFFORT = 300000;
  const CHAIN_EFFORT = 20;
  const ARC_EFFORT = 60;
  const MOST_HOPS = 16;

  const bounded = (count, limit) => {
    if (count > limit) throw new Refusal("too-complex", { limit });
  };

  const bound = (nodes) => {
    let [sheets, outlines] = [0, 0];
    for (const { name, text, attributes } of nodes) {
      sheets += (name === "style" ? text.length : 0) + (attributes.style || "").length;
      const data = attributes.d || "";
      outlines += data.length + ARC_EFFORT * (data.match(/a/gi) || []).length + (attributes.points || "").length;
    }
    bounded(sheets, MOST_CSS);
    bounded(outlines, MOST_OUTLINES);
  };

  const tagOf = ({ name, attributes }) => ({
    name,
    id: attributes.id || "",
    classes: new Set((attributes.class || "").split(/\s+/).filter(Boolean)),
  });

  /* Whether an element alone, its ancestors aside, is meant. */
  const fits = (wanted, tag) =>
    (wanted.name === "*" || wanted.name === tag.name) && (!wanted.id || wanted.id === tag.id) &&
    wanted.classes.every((name) => tag.classes.has(name));

  /* Whether the last element of a chain, told from the root down, is meant. */
  const matches = (compounds, chain) => {
    if (!fits(compounds.at(-1), chain.at(-1))) return false;
    let places = new Set([-1]);
    for (const compound of compounds) {
      const first = Math.min(chain.length, ...places);
      places = new Set([...chain.keys()].filter((at) =>
        fits(compound, chain[at]) && (compound.direct ? places.has(at - 1) : at > first)));
    }
    return places.has(chain.length - 1);
  };

  const rank = (compounds) => [
    compounds.filter(({ id }) => id).length,
    compounds.reduce((sum, { classes }) => sum + classes.length, 0),
    compounds.filter(({ name }) => name !== "*").length,
  ];

  const keys = ({ name, id, classes }) =>
    ["*", ...(name === "*" ? [] : [name]), ...(id ? [`#${id}`] : []), ...[...classes].map((one) => `.${one}`)];

  /* The rules under the rarest thing that their subject must have. */
  const indexed = (rules) => {
    const asked = new Map();
    const wanted = rules.map(({ compounds }) => keys(compounds.at(-1)));
    wanted.flat().forEach((key) => asked.set(key, (asked.get(key) || 0) + 1));
    const index = new Map();
    wanted.forEach((found, at) => {
      const own = found.filter((key) => /^[#.]/.test(key));
      const [key] = (own.length ? own : found).sort((a, b) => asked.get(a) - asked.get(b));
      if (!index.has(key)) index.set(key, []);
      index.get(key).push(at);
    });
    return index;
  };

  /* Each block judged once, however many selectors share it. */
  const judging = () => {
    const known = new Map();
    return (block) => {
      if (!known.has(block)) known.set(block, style.judge(block));
      return known.get(block);
    };
  };

  const entryOf = ({ compounds, declarations }, judge) => {
    const judged = judge(declarations);
    const said = judged.declarations.length + judged.doubts.length;
    const count = compounds.length;
    return { compounds, judged, rank: rank(compounds), effort: said + (count === 1 ? 1 : CHAIN_EFFORT * count) };
  };

  /* The declarations of every element, and doubts about them. */
  const declarations = (root, rules, doubts) => {
    const judge = judging();
    const entries = rules.map((rule) => entryOf(rule, judge));
    const index = indexed(rules);
    const declared = new Map();
    const stack = [[root, []]];
    let effort = 0;
    while (stack.length) {
      const [node, above] = stack.pop();
      const chain = [...above, tagOf(node)];
      const found = keys(chain.at(-1)).flatMap((key) => index.get(key) || []).sort((a, b) => a - b);
      effort += found.reduce((sum, at) => sum + entries[at].effort, 0);
      bounded(effort, MOST_EFFORT);
      const own = found.map((at) => entries[at]).filter(({ compounds }) => matches(compounds, chain));
      const judged = style.cascade(node.attributes, own.map((entry) => [entry.rank, entry.judged]));
      declared.set(node, judged.declared);
      judged.doubts.forEach((doubt) => doubts.add(doubt));
      stack.push(...node.children.toReversed().map((child) => [child, chain]));
    }
    return declared;
  };

  /* What percentages refer to: the viewBox, else the size, else a browser's default. */
  const sizeOf = ({ attributes }) => {
    const box = viewBox(attributes);
    if (box) return box.slice(2);
    return [style.length(attributes.width || "") || 300, style.length(attributes.height || "") || 150];
  };

  /* Left, top, width, height; null where there is none. */
  const viewBox = (attributes) => {
    const box = shape.numbers(attributes.viewBox || "");
    return box.length === 4 && box[2] > 0 && box[3] > 0 ? box : null;
  };

  /* A drawing: its elements by id, what each declares, which shapes draw, and what is in doubt. */
  const picture = (root) => {
    const nodes = [...tree.walk(root)];
    bound(nodes);
    const sheets = nodes.filter(({ name }) => name === "style").map(({ text }) => css.read(text));
    const doubts = new Set(sheets.flatMap((sheet) => [...sheet.doubts]));
    const declared = declarations(root, sheets.flatMap((sheet) => sheet.rules), doubts);
    const size = sizeOf(root);
    const ids = new Map(nodes.toReversed().filter(({ attributes }) => "id" in attributes)
      .map((node) => [node.attributes.id, node]));
    const draws = new Map(nodes.filter(({ name }) => SHAPES.has(name))
      .map((node) => [node, shape.draws(node.name, node.attributes, size)]));
    return { root, nodes, ids, declared, draws, doubts };
  };

  /* The id that an element refers to inside the file, or empty. */
  const href = ({ attributes }) => {
    const address = (attributes.href ?? attributes["xlink:href"] ?? "").trim();
    return address.startsWith("#") ? address.slice(1) : "";
  };

  /* The stops of the gradient of that id, or of the one that it refers to. */
  const stops = (drawn, ident) => {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const found = drawn.ids.get(ident);
      if (!found || !GRADIENTS.includes(found.name)) return [];
      const own = found.children.filter(({ name }) => name === "stop");
      if (own.length) return own;
      ident = href(found);
    }
    return [];
  };

  /* The primitives of the filter on the element itself. */
  const effects = (drawn, node) => {
    const found = drawn.ids.get(style.target(drawn.declared.get(node).filter));
    return found?.name === "filter" ? found.children : [];
  };

  const weight = (drawn, { node, look }) =>
    1 + stops(drawn, look.fill.server).length + stops(drawn, look.stroke.server).length + effects(drawn, node).length;

  const entered = (drawn, step) => ({ ...step, look: style.derive(step.look, drawn.declared.get(step.node)) });

  const children = (step) => step.node.children.map((node) => ({ ...step, node }));

  const used = (drawn, step) => {
    const ident = href(step.node);
    const copied = drawn.ids.get(ident);
    if (!copied || step.trail.includes(ident)) return [];
    const inside = { ...step, node: copied, trail: [...step.trail, ident] };
    if (copied.name !== "symbol") return [inside];
    const shown = entered(drawn, inside);
    return shown.look.displayed ? children(shown) : [];
  };

  /* What patterns and markers paint for a shape. */
  const tiles = (drawn, { look, trail }) =>
    [...new Set([look.fill.server, look.stroke.server, ...look.markers])].flatMap((ident) => {
      const tile = drawn.ids.get(ident);
      if (!tile || !TILES.includes(tile.name) || trail.includes(ident)) return [];
      const inner = style.derive({ ...style.INITIAL, opacity: look.opacity }, drawn.declared.get(tile));
      return tile.children.map((node) => ({ node, look: inner, trail: [...trail, ident] }));
    });

  const below = (drawn, step) => {
    if (HOLDERS.has(step.node.name)) return children(step);
    if (step.node.name === "use") return used(drawn, step);
    return SHAPES.has(step.node.name) ? tiles(drawn, step) : [];
  };

  /* Every shape, text and image that is shown, as often as it is, with its look. */
  const painted = (drawn) => {
    const found = [];
    const stack = [{ node: drawn.root, look: style.INITIAL, trail: [] }];
    let taken = 0;
    while (stack.length) {
      const step = entered(drawn, stack.pop());
      const { node, look } = step;
      taken += weight(drawn, step);
      bounded(taken, MOST_STEPS);
      if (!look.displayed || look.opacity === 0 || !node.isSvg) continue;
      const shows = SHAPES.has(node.name) || WORDS.has(node.name) || node.name === "image";
      if (shows && look.visible) found.push(step);
      stack.push(...below(drawn, step).toReversed());
    }
    return found;
  };

  check.walk = { SHAPES, WORDS, bounded, effects, href, painted, picture, stops, viewBox };
})();
