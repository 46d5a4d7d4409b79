/* CSS as drawings use it: declarations, simple selectors, what it loads; after `observe/svg/stylesheet.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const DEEPEST = 32;
  const LONGEST_SELECTOR = 8;
  const SILENT = ["charset", "namespace", "import", "font-face"];
  const OPENS = { "(": ")", "[": "]", "{": "}" };
  const ESCAPED = "\\\\[\\da-f]{6}"; // as `spelled` writes them
  const WORD = `(?:[A-Za-z_\\u0080-\\uffff-]|${ESCAPED})(?:[\\w\\u0080-\\uffff-]|${ESCAPED})*`;
  const TAG = new RegExp(`^(\\*|${WORD})?((?:[.#]${WORD})*)$`, "i");
  const LOADED = /url\((?:\s*"([^"]*)"\s*|\s*'([^']*)'\s*|([^()"']*))\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;
  const SETS = /(?:\bsrc|\bimage|image-set)\(([^()]*)/gi;

  /* Whether brackets nest too deeply to be read. */
  const tooDeep = (text) => {
    let depth = 0;
    for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
      depth = Math.max(0, depth + ("([{".includes(bracket) ? 1 : -1));
      if (depth > DEEPEST) return true;
    }
    return false;
  };

  /* The text less its comments; strings may end open, or every quote would be read to the end anew. */
  const bare = (text) =>
    text.replace(/"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|\/\*[^]*?(?:\*\/|$)/g, (part) =>
      part.startsWith("/*") ? " " : part);

  /* Where the next of `stops` stands outside of strings and brackets, or where the text ends. */
  const reach = (text, from, stops) => {
    const closers = [];
    for (let at = from; at < text.length; at += 1) {
      const char = text[at];
      if (char === "\\") at += 1;
      else if (char === '"' || char === "'") {
        const end = text.slice(at + 1).search(char === '"' ? /(?<!\\)["\n]/ : /(?<!\\)['\n]/);
        at = end < 0 ? text.length : at + 1 + end;
      } else if (!closers.length && stops.includes(char)) return at;
      else if (OPENS[char]) closers.push(OPENS[char]);
      else if (char === closers.at(-1)) closers.pop();
    }
    return text.length;
  };

  const pieces = (text, stop) => {
    const found = [];
    for (let at = 0; at <= text.length; ) {
      const end = reach(text, at, stop);
      found.push(text.slice(at, end));
      at = end + 1;
    }
    return found;
  };

  const declared = (text) =>
    pieces(text, ";").flatMap((piece) => {
      const found = /^\s*([-\w]+)\s*:([^]*)$/.exec(piece);
      if (!found) return [];
      const important = /!\s*important\s*$/i.test(found[2]);
      const value = found[2].replace(/!\s*important\s*$/i, "").trim();
      return [{ name: found[1].toLowerCase(), value, important }];
    });

  /* The declarations of a style attribute. */
  const declarations = (text) => (tooDeep(text) ? [] : declared(bare(text)));

  /* The text with six digits for every escape, so that none holds a mark, or a blank that ends it. */
  const spelled = (text) =>
    text.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/giu, (_, hex, char) =>
      `\\${(hex ?? char.codePointAt(0).toString(16)).padStart(6, "0")}`);

  const meant = (code) =>
    String.fromCodePoint(!code || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code);

  const unescaped = (name) => name.replace(/\\([\da-f]{6})/gi, (_, hex) => meant(parseInt(hex, 16)));

  const tag = (word) => {
    const found = TAG.exec(word);
    const marks = found?.[2].match(/[.#][^.#]+/g) || [];
    const ids = marks.filter((mark) => mark[0] === "#");
    if (!found || !word || ids.length > 1) return null;
    const classes = marks.filter((mark) => mark[0] === ".").map((mark) => unescaped(mark.slice(1)));
    return { name: unescaped(found[1] || "*"), id: ids.length ? unescaped(ids[0].slice(1)) : "", classes };
  };

  /* The compounds of a selector; nothing where it is of another kind (`:hover`, `[x]`, `+`, `~`). */
  const selector = (text) => {
    const compounds = [];
    let direct = false;
    for (const word of spelled(text).replaceAll(">", " > ").split(/\s+/).filter(Boolean)) {
      const found = word === ">" ? null : tag(word);
      if (word !== ">" && !found) return [];
      if (found) compounds.push({ ...found, direct });
      direct = word === ">";
    }
    return direct || compounds.length > LONGEST_SELECTOR ? [] : compounds;
  };

  const take = (sheet, prelude, block) => {
    const declarations = declared(block);
    for (const part of pieces(prelude, ",")) {
      const compounds = selector(part);
      if (compounds.length) sheet.rules.push({ compounds, declarations });
      else sheet.doubts.add(`@not-followed.selector ${part.trim().slice(0, 60)}`);
    }
  };

  /* A sheet's rules in order, and what in it could not be judged; conditional rules are not. */
  const read = (source) => {
    const sheet = { rules: [], doubts: new Set() };
    if (tooDeep(source)) {
      sheet.doubts.add("@not-followed.deep-css");
      return sheet;
    }
    const text = bare(source).replace(/<!--|-->/g, " ");
    for (let at = 0; at < text.length; ) {
      const isRule = /^\s*@/.test(text.slice(at, at + 200).trimStart());
      const opens = reach(text, at, isRule ? "{;" : "{");
      const closes = text[opens] === "{" ? reach(text, opens + 1, "}") : opens;
      const prelude = text.slice(at, opens).trim();
      if (isRule) {
        const name = /^@([-\w]+)/.exec(prelude)?.[1].toLowerCase();
        if (name && !SILENT.includes(name)) sheet.doubts.add(`@${name.slice(0, 60)}`);
      } else if (opens < text.length) take(sheet, prelude, text.slice(opens + 1, closes));
      at = closes + 1;
    }
    return sheet;
  };

  /* The addresses that a sheet or a value loads. */
  const addresses = (text) => {
    if (tooDeep(text)) return [];
    const plain = bare(text);
    const named = [...plain.matchAll(LOADED)].map((found) => found.slice(1).find((part) => part !== undefined).trim());
    const listed = [...plain.matchAll(SETS)].flatMap(([, inside]) => inside.match(/"[^"]*"|'[^']*'/g) || []);
    return [...named, ...listed.map((word) => word.slice(1, -1))];
  };

  check.css = { declarations, read, addresses };
})();
