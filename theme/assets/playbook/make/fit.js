/* Fits a text into a box by the widths of a font's characters. The command line reckons alike in Python
   (playbook/render/fit.py, which says what each part means), in whole numbers; a test holds the two together. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const BOX = /^([a-z][a-z0-9_-]*?)((?:-[0-9]{1,4}){6})$/;
  const STEP = 4;
  const AIR = 101;
  const MOST = 2000;

  const part = (a, b) => Math.floor(a / b);
  const count = (text) => [...text].length;

  const widthOf = (text, font) => {
    let sum = 0;
    for (const character of text) {
      sum += Object.hasOwn(font.known, character) ? font.known[character] : font.other;
    }
    return sum;
  };

  /* Whether the font has a character; marks, blanks and what is not seen count as drawn. */
  const draws = (character, font) =>
    Object.hasOwn(font.known, character) || /[\p{C}\p{M}\p{Z}]/u.test(character) ||
    font.more.some(([first, last]) => first <= character.codePointAt(0) && character.codePointAt(0) <= last);

  const boxOf = (argument) => {
    const found = BOX.exec(argument);
    if (!found) return null;
    const [largest, smallest, width, height, leading, above] = found[2].split("-").slice(1).map(Number);
    const good = largest >= smallest && smallest > 0 && leading > 0;
    return good ? { role: found[1], largest, smallest, width, height, leading, above } : null;
  };

  const sizesOf = ({ largest, smallest }) => {
    const sizes = [];
    for (let size = largest; size > smallest; size -= STEP) sizes.push(size);
    return [...sizes, smallest];
  };

  const cap = (size, font) => part(size * font.cap, font.em);

  const roomIn = (box, size, font) =>
    part(Math.max(0, box.height - cap(size, font)) * 100, size * box.leading) + 1;

  const bounded = (words) => {
    const rest = [];
    let end = 0;
    const kept = words.map((paragraph) => paragraph.filter((word) => {
      end += count(word) + 1;
      if (end > MOST) rest.push(word);
      return end <= MOST;
    }));
    return { kept, over: count(rest.join(" ")) };
  };

  const linesOf = (words, limit, font) => {
    const lines = [];
    const gap = widthOf(" ", font);
    let used = limit + 1;
    words.forEach((word) => {
      const wide = widthOf(word, font);
      if (used + gap + wide <= limit) {
        lines[lines.length - 1] += ` ${word}`;
        used += gap + wide;
      } else {
        lines.push(word);
        used = wide;
      }
    });
    return lines;
  };

  const widestOf = (words, font) => words.reduce((most, word) => Math.max(most, widthOf(word, font)), 0);

  const even = (words, limit, font) => {
    let best = linesOf(words, limit, font);
    let [low, high] = [widestOf(words, font), limit];
    while (low < high) {
      const middle = part(low + high, 2);
      const lines = linesOf(words, middle, font);
      if (lines.length > best.length) {
        low = middle + 1;
      } else {
        best = lines;
        high = middle;
      }
    }
    return best;
  };

  const cut = (word, limit, font) => {
    const parts = [""];
    let used = 0;
    for (const character of word) {
      const wide = widthOf(character, font);
      if (parts[parts.length - 1] && used + wide > limit) {
        parts.push("");
        used = 0;
      }
      parts[parts.length - 1] += character;
      used += wide;
    }
    return parts;
  };

  const fitted = (words, box, font) => {
    const { kept, over } = bounded(words);
    const widest = widestOf(kept.flat(), font);
    const limitAt = (size) => part(box.width * font.em * 100, size * AIR);
    for (const size of sizesOf(box)) {
      const limit = limitAt(size);
      if (widest > limit) continue;
      const lines = kept.flatMap((paragraph) => even(paragraph, limit, font));
      if (lines.length <= roomIn(box, size, font)) return { lines, size, over };
    }
    const size = box.smallest;
    const limit = limitAt(size);
    const parts = (paragraph) => paragraph.flatMap((word) => cut(word, limit, font));
    const lines = kept.flatMap((paragraph) => linesOf(parts(paragraph), limit, font));
    const room = roomIn(box, size, font);
    return { lines: lines.slice(0, room), size, over: over + count(lines.slice(room).join(" ")) };
  };

  const fontOf = (box, widths) => (Object.hasOwn(widths, box.role) ? widths[box.role] : widths[""]);

  /* The lines as a template sets them; nothing for a box that is none. */
  const entries = (words, argument, widths) => {
    const box = boxOf(argument);
    if (!box) return [];
    const font = fontOf(box, widths);
    const { lines, size } = fitted(words, box, font);
    const first = box.above + cap(size, font);
    const further = part(size * box.leading, 100);
    return lines.map((text, at) => ({ text, size, dy: at ? further : first }));
  };

  /* How many characters are too many. */
  const over = (words, argument, widths) => {
    const box = boxOf(argument);
    return box ? fitted(words, box, fontOf(box, widths)).over : 0;
  };

  /* The characters of a text that the brand's font for its box does not have, each once. */
  const lacking = (words, argument, widths) => {
    const box = boxOf(argument);
    if (!box || !Object.hasOwn(widths, box.role)) return "";
    return [...new Set(words.flat().join(""))].filter((sign) => !draws(sign, widths[box.role])).join("");
  };

  space.fit = { draws, entries, lacking, over };
})();
