/* What there is to say of a file, the worst first; after `playbook/verdicts/`, with the project's own settings. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal, claimed, colors, drawing, fonts, kind: kindOf, number, pdf, pixels, rounded, text, tree } = check;
  const SEVERITIES = ["error", "warning", "info"];
  const NEAR = { px: 0.5, mm: 1 };
  const PROPORTION = 0.005;
  const IN_ROOM = 1000;
  const MOST = 5;
  const DOUBTS = 12;
  const SAME = { jpg: "jpeg", htm: "html", mail: "html", md: "markdown", txt: "text", tif: "tiff" };
  const FAMILIES = { word: "docx", powerpoint: "pptx" };
  const LARGEST = { svg: tree.MAX_BYTES, pdf: 64 * 1024 * 1024 };

  const finding = (id, facts, hint = `${id}-hint`) => ({ id, facts, hint });

  const plainKind = (name) => {
    const word = name.trim().toLowerCase().replace(/^\.+/, "");
    return SAME[word] || FAMILIES[word] || word;
  };

  const bytes = (size) => {
    const [unit, name] = size >= 1000000 ? [1000000, "MB"] : [1000, "KB"];
    return `${rounded(size / unit, 1).toFixed(1)} ${name}`;
  };

  const said = ([width, height], unit) =>
    `${[width, height].filter((side) => side !== null).map((side) => String(rounded(side, 1))).join(" × ")} ${unit}`;

  const fits = ({ kind }, [width, height], unit, [wide, high, asked]) => {
    if (kind === "svg" || unit !== asked) {
      return high === null || Math.abs(width / height - wide / high) <= (PROPORTION * width) / height;
    }
    const scales = asked === "mm" && Math.max(wide, high || 0) >= IN_ROOM ? [1, 0.1] : [1];
    return scales.some((scale) =>
      Math.abs(width - wide * scale) <= NEAR[unit] && (high === null || Math.abs(height - high * scale) <= NEAR[unit]));
  };

  function* sizes(handed, _brand, asked) {
    const kind = plainKind(handed.kind);
    if (handed.suffix) yield finding("file-size.suffix", { claimed: handed.suffix, kind });
    if (asked.formats.length && !asked.formats.some((name) => plainKind(name) === kind)) {
      yield finding("file-size.format", { kind: kind.toUpperCase(), asked: asked.formats });
    }
    if (asked.most !== null && handed.size > asked.most) {
      yield finding("file-size.weight", { size: bytes(handed.size), most: asked.weight });
    }
    const [plate] = handed.plates;
    const drawn = plate && (plate.trim || [plate.width, plate.height]);
    if (plate && asked.sizes.length && !asked.sizes.some((size) => fits(handed, drawn, plate.unit, size))) {
      const wanted = asked.sizes.map(([width, height, unit]) => said([width, height], unit));
      yield finding("file-size.size", { size: said(drawn, plate.unit), asked: wanted });
    }
    for (const { unit, bleed } of handed.plates.slice(0, MOST)) {
      if (asked.bleed && unit === "mm" && (bleed || 0) + 0.05 < asked.bleed) {
        yield finding("file-size.bleed", { bleed: number(rounded(bleed || 0, 1)), asked: number(asked.bleed) });
      }
    }
  }

  function* unjudged(handed, brand) {
    const names = [...new Set(handed.fonts.map(fonts.family).filter(Boolean))];
    if (names.length && !brand.families.length) {
      yield finding("file-unjudged.fonts", { fonts: names.slice(0, DOUBTS).join(", ") }, "");
    }
    if (handed.inks.length && !brand.hasPalette) yield finding("file-unjudged.colors", {}, "");
    for (const { id, facts } of handed.doubts.slice(0, DOUBTS)) yield finding(id, facts, "");
  }

  const VERDICTS = {
    "file-size": sizes, "file-color": colors.verdict, "file-font": fonts.verdict, "file-unjudged": unjudged,
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const pattern = (path) =>
    new RegExp(`^${path.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`);

  const holding = () => window.brandPlaybook.checkWords.waivers.filter(({ expires }) => today() < expires);

  const isOf = ({ item }, name) => !item || item === name.replace(/(.)\.[^.]*$/, "$1");

  /* Whether a project accepts what a rule finds in a file of that name, for now. */
  const isWaived = (rule, name) =>
    holding().some((waiver) =>
      waiver.rule === rule && isOf(waiver, name) &&
      (!waiver.path || waiver.names.includes(name) || pattern(waiver.path).test(name)));

  /* Where a file would have to lie for the project to accept some of what was found; a page cannot know. */
  const accepted = (found, name) => {
    const there = holding().filter((waiver) =>
      waiver.path?.includes("/") && isOf(waiver, name) && found.some(({ rule }) => rule === waiver.rule) &&
      pattern(waiver.path.replace(/^.*\//, "")).test(name));
    return [...new Set(there.map(({ path }) => path))];
  };

  const stamped = (rule, name, found) => {
    const { severity } = window.brandPlaybook.checkWords.rules[rule];
    return severity === "off" || isWaived(rule, name) ? [] : found.map((one) => ({ ...one, rule, severity }));
  };

  const worded = (found) => ({
    rule: found.rule,
    severity: found.severity,
    message: text(found.id, found.facts),
    hint: found.hint ? text(found.hint, found.facts) : "",
    pair: found.pair || [],
  });

  const ordered = (found) =>
    SEVERITIES.flatMap((severity) => found.filter((one) => one.severity === severity)).map(worded);

  /* What is found in a file as it was seen. */
  const judged = (handed, brand, asked, name) =>
    ordered(Object.entries(VERDICTS).flatMap(([rule, verdict]) => {
      const { options } = window.brandPlaybook.checkWords.rules[rule];
      return stamped(rule, name, [...verdict(handed, brand, asked, options)]);
    }));

  /* What is found in a file that cannot be read. */
  const refused = ({ reason, facts }, name) =>
    ordered(stamped("file-readable", name, [finding(`unreadable.${reason}`, facts, "")]));

  const contents = async (file) => {
    const limit = LARGEST.pdf;
    if (file.size > limit) throw new Refusal("too-large", { size: file.size, limit });
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      throw new Refusal("no-access");
    }
  };

  /* What is seen in a file; null where only the command looks into such a file. */
  const seen = async (file) => {
    const content = await contents(file);
    const kind = kindOf(file.name, content);
    const known = kind === "svg" ? drawing : kind === "pdf" ? pdf : pixels.reads(kind);
    return known ? { ...(await known(content)), suffix: claimed(file.name, kind) } : null;
  };

  check.verdicts = { Refusal, accepted, bytes, judged, refused, said, seen };
})();
