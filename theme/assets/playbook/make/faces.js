/* The fonts of a drawing put into it: one that becomes a picture may fetch nothing. */

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

  /* `fonts` are what the page knows of each file, `base` leads to the site's root. */
  const within = async (svg, fonts, base) => {
    const found = await Promise.all(fonts.map(async (font) => face(font, await inText(base + font.file))));
    return svg.replace(">", () => `><style>${found.join("")}</style>`);
  };

  space.faces = { within };
})();
