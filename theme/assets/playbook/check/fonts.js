/* Fonts that are not the brand's; after `playbook/fontnames.py` and `playbook/verdicts/fonts.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const TOLD = 8;
  const LONGEST = 120;
  const GENERIC = new Set(
    ("serif sansserif monospace cursive fantasy systemui math emoji uiserif uisansserif uimonospace uirounded" +
      " inherit initial unset applesystem blinkmacsystemfont revert revertlayer symbol wingdings wingdings2" +
      " webdings applecoloremoji segoeuiemoji segoeuisymbol notocoloremoji twemojimozilla").split(" ")
  );
  const DEGREE = "(?:Semi|Demi|Extra|Ultra)[- ]?";
  const WORDS =
    `Thin|Hairline|Light|Regular|Book|Normal|Medium|${DEGREE}(?:Bold|Light|Cond(?:ensed)?|Black|Expanded)` +
    "|Demi|Bold|Black|Heavy|Italic|Ital|Oblique|Obl|Condensed|Cond|Expanded|Variable";
  const LETTER = "[\\p{L}\\p{N}_]";
  const LAST = [
    new RegExp(`(?<=${LETTER})[-,_ ]+(?:${WORDS}|It|VF)$`, "iu"),
    new RegExp(`(?<=${LETTER})-Roman$`, "iu"),
    new RegExp(`(?<=[a-z0-9A-Z])(?:${WORDS}|It|PSMT|MT|PS)$`, "u"),
  ];

  /* The name, and the same less one word of style after the other; the last is the family's. */
  const forms = (written) => {
    const found = [[...written].slice(0, LONGEST).join("").trim().split(/\s+/).join(" ")];
    for (;;) {
      const style = LAST.map((last) => last.exec(found.at(-1))).find(Boolean);
      if (!style?.index) return found;
      found.push(found.at(-1).slice(0, style.index));
    }
  };

  const family = (written) => forms(written).at(-1);
  const plain = (name) => name.toLowerCase().replaceAll("ß", "ss").replace(/[^\p{L}\p{N}]+/gu, "");

  const isOurs = (written, known) => {
    const named = forms(written).map(plain);
    return !named.some(Boolean) || named.some((name) => known.has(name) || GENERIC.has(name));
  };

  function* verdict(handed, brand) {
    const known = new Set(brand.fonts.map(plain));
    if (!known.size) return;
    const together = new Map();
    for (const written of handed.fonts.filter((name) => !isOurs(name, known))) {
      const name = family(written);
      const one = together.get(plain(name));
      together.set(plain(name), { name: one?.name ?? name, count: (one?.count || 0) + 1 });
    }
    const found = [...together.values()].sort((a, b) => b.count - a.count);
    for (const { name, count } of found.slice(0, TOLD)) {
      const facts = { font: name, count, fonts: brand.families };
      yield { id: "file-font.stranger", facts, hint: "file-font.stranger-hint" };
    }
    const rest = found.slice(TOLD);
    if (rest.length) {
      const names = rest.slice(0, TOLD).map(({ name }) => name).join(", ");
      yield { id: "file-font.more", facts: { count: rest.length, names }, hint: "file-font.stranger-more-hint" };
    }
  }

  check.fonts = { family, verdict };
})();
