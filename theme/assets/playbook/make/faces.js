/* The fonts of a drawing put into it: one that becomes a picture, or is taken along, may fetch nothing. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const inText = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    const file = await answer.blob();
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => resolve(reader.result));
      reader.addEventListener("error", reject);
      reader.readAsDataURL(file);
    });
  };

  const face = ({ family, style, weight, range }, address) =>
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};` +
    `src:url("${address}")${range && `;unicode-range:${range}`}}`;

  /* Whether a file has some of the characters, by its `unicode-range`; a question mark stands for any digit. */
  const has = ({ range }, codes) =>
    !range || range.split(",").some((part) => {
      const [first, last] = part.trim().slice(2).split("-");
      const [from, to] = [first.replace(/\?/g, "0"), last || first.replace(/\?/g, "F")].map((hex) => parseInt(hex, 16));
      return codes.some((code) => from <= code && code <= to);
    });

  const apart = ({ weight }, asked) => {
    const ends = weight.split(" ").map(Number);
    return Math.max(ends[0] - asked, asked - ends[ends.length - 1], 0);
  };

  /* The files that a drawing needs: of the families that it names those nearest in weight, with its characters. */
  const needed = (svg, fonts) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const codes = [...new Set(root.textContent)].map((character) => character.codePointAt(0));
    const weights = [...svg.matchAll(/font-weight["':=\s]+(\d+)/g)].map((found) => Number(found[1]));
    const named = fonts.filter(({ family, style }) =>
      svg.includes(family) && (style === "normal" || svg.includes(style)));
    return named.filter((font) => {
      const own = named.filter(({ family, style }) => family === font.family && style === font.style);
      const nearest = (asked) => apart(font, asked) === Math.min(...own.map((other) => apart(other, asked)));
      return has(font, codes) && (weights.length ? weights : [400]).some(nearest);
    });
  };

  /* `fonts` are what the page knows of each file, `base` leads to the site's root. */
  const within = async (svg, fonts, base) => {
    const found = await Promise.all(
      needed(svg, fonts).map(async (font) => face(font, await inText(base + font.file))));
    return found.length ? svg.replace(">", () => `><style>${found.join("")}</style>`) : svg;
  };

  space.faces = { within };
})();
