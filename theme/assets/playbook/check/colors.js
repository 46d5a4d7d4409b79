/* Colors that are not the brand's; after `playbook/palette.py` and `playbook/verdicts/colors.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { color: colors, number, pixels, rounded } = check;
  const TOLD = 8;
  const JUDGED = 2000;
  const LOSSY = ["jpeg", "webp"];
  const LOSS = 2;
  const NEUTRAL = { black: "#000000", white: "#FFFFFF" };

  /* The palette's nearest; 0 where both have the same hex digits. */
  const nearest = (hex, palette) => {
    const lab = colors.lab(colors.parse(hex));
    let best = null;
    for (const [token, value, known] of palette) {
      const away = hex === value.slice(0, 7) ? 0 : colors.distance(lab, known);
      if (!best || away < best.away) best = { away, token, value };
    }
    return best;
  };

  /* Two significant digits: tiny differences are differences. */
  const shown = (away) => number(Number(away.toPrecision(2)));

  /* The colors of a file that are judged, each once, with how often it is used and the palette's nearest. */
  const compared = ({ kind, inks }, palette) => {
    const drawn = pixels.drawn(inks.filter(({ share }) => share !== null), LOSSY.includes(kind));
    const together = new Map();
    for (const ink of [...inks.filter(({ share }) => share === null), ...drawn].slice(0, JUDGED)) {
      const known = together.get(ink.color);
      together.set(ink.color, { ...(known || ink), count: (known?.count || 0) + ink.count });
    }
    return [...together.values()].map((ink) => ({ ...ink, ...nearest(ink.color, palette) }));
  };

  const amount = ({ count, share }) => (share === null ? `${count}×` : `${Math.max(1, rounded(share * 100))}\u00a0%`);

  const told = (word, found) => {
    const some = found.slice(0, TOLD).map((seen) => {
      const facts = { color: seen.color, amount: amount(seen), token: seen.token, value: seen.value, distance: shown(seen.away) };
      return { id: `file-color.${word}`, hint: `file-color.${word}-hint`, facts, pair: [seen.color, seen.value] };
    });
    const rest = found.slice(TOLD);
    if (!rest.length) return some;
    const named = rest.slice(0, TOLD).map(({ color }) => color).join(", ") + (rest.length > TOLD ? "..." : "");
    const facts = { count: rest.length, colors: named };
    return [...some, { id: `file-color.more-${word}`, hint: `file-color.more-${word}-hint`, facts }];
  };

  const verdict = (handed, { palette }, _asked, { near, neutral }) => {
    if (!palette.length) return [];
    const allowed = neutral.map((name) => NEUTRAL[name]);
    const isLost = ({ share, away }) => LOSSY.includes(handed.kind) && share !== null && away <= LOSS;
    const found = compared(handed, palette)
      .filter((seen) => seen.away && !allowed.includes(seen.color) && !isLost(seen))
      .sort((a, b) => b.count - a.count);
    return [
      ...told("near", found.filter(({ away }) => away <= near)),
      ...told("off", found.filter(({ away }) => away > near)),
    ];
  };

  check.colors = { compared, nearest, verdict };
})();
