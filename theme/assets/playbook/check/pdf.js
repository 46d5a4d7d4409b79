/* The basic facts of a PDF: version, pages, and the boxes of the first one, where they stand in plain objects. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { rounded } = check;
  const MM_PER_POINT = 25.4 / 72;
  const MOST_HOPS = 40;
  const MOST_PAGES = 5;
  const LONGEST = 65536; // characters of an object that are looked at
  const NUMBER = "-?\\d*\\.?\\d+";
  const BOX = new RegExp(`^\\s*\\[\\s*(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s*\\]`);

  /* Where each object begins, by its number; of several the last, which holds. */
  const objects = (text) => {
    const found = new Map();
    for (const { 1: number, index, 0: head } of text.matchAll(/(?:^|[\r\n ])(\d{1,10}) \d{1,5} obj\b/g)) {
      found.set(number, index + head.length);
    }
    return found;
  };

  const bodyOf = (text, at) => {
    const body = text.slice(at, at + LONGEST);
    return body.slice(0, Math.max(0, body.search(/\bendobj\b|\bstream\b/)) || body.length);
  };

  /* The entries at the top of a dictionary, by name, as they are written. */
  const entries = (body) => {
    const found = Object.create(null);
    const inner = body.slice(body.indexOf("<<") + 2);
    const tokens = /\((?:\\[^]|[^\\()])*\)|<<|>>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|<[\dA-Fa-f\s]*>/g;
    let [name, depth] = ["", 0];
    for (const [token] of inner.matchAll(tokens)) {
      if (token === ">>" && !depth) break;
      if (!depth && token.startsWith("/") && (!name || found[name])) name = token.slice(1);
      else if (name) found[name] = `${found[name] || ""} ${token}`;
      if (token === "<<" || token === "[") depth += 1;
      if (token === ">>" || token === "]") depth -= 1;
    }
    return found;
  };

  class Reader {
    constructor(text) {
      this.text = text;
      this.places = objects(text);
    }

    /* What a reference leads to, or what stands there itself; null where it is packed away. */
    follow(value) {
      const leads = /^\s*(\d+) \d+ R/.exec(value || "");
      if (!leads) return value ?? null;
      return this.places.has(leads[1]) ? bodyOf(this.text, this.places.get(leads[1])) : null;
    }

    entries(value) {
      const body = this.follow(value);
      return body?.includes("<<") ? entries(body) : null;
    }
  }

  const root = (reader) => {
    const found = [...reader.text.matchAll(/\/Root\s+(\d+ \d+ R)/g)].at(-1);
    return found ? reader.entries(found[1]) : null;
  };

  /* The first pages with what they inherit; nothing where one of them is packed away. */
  const pages = (reader, top) => {
    const found = [];
    const stack = [[top, {}]];
    for (let hop = 0; stack.length && found.length < MOST_PAGES; hop += 1) {
      const [value, above] = stack.pop();
      const own = hop < MOST_HOPS ? reader.entries(value) : null;
      if (!own) return [];
      const { MediaBox, CropBox, Rotate } = { ...above, ...own };
      const kids = reader.follow(own.Kids);
      if (!own.Kids) found.push({ ...own, MediaBox, CropBox, Rotate });
      else if (kids === null) return [];
      else stack.push(...(kids.match(/\d+ \d+ R/g) || []).toReversed().map((kid) => [kid, { MediaBox, CropBox, Rotate }]));
    }
    return found;
  };

  const box = (reader, value) => {
    const sides = BOX.exec(reader.follow(value) || "")?.slice(1).map(Number);
    if (!sides) return null;
    const [left, right] = [Math.min(sides[0], sides[2]), Math.max(sides[0], sides[2])];
    const [bottom, top] = [Math.min(sides[1], sides[3]), Math.max(sides[1], sides[3])];
    return { left, right, bottom, top };
  };

  /* The page as it is seen, in mm; trim and bleed where it has a trim box. */
  const plate = (reader, page) => {
    const unit = Number(reader.follow(page.UserUnit) ?? 1) * MM_PER_POINT;
    const crop = box(reader, page.CropBox) || box(reader, page.MediaBox);
    if (!crop || !Number.isFinite(unit)) return null;
    const told = box(reader, page.TrimBox);
    const [trim, bleed] = [told || crop, box(reader, page.BleedBox) || crop];
    const isTurned = Math.abs(Number(reader.follow(page.Rotate) ?? 0)) % 180 !== 0;
    const [size, trimmed] = [crop, trim].map(({ left, right, bottom, top }) => {
      const sides = [right - left, top - bottom].map((side) => rounded(side * unit, 2));
      return isTurned ? sides.reverse() : sides;
    });
    const around = Math.min(trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top);
    return {
      width: size[0], height: size[1], unit: "mm", trim: told ? trimmed : null,
      bleed: told ? rounded(Math.max(0, around) * unit, 2) : null,
    };
  };

  const pdf = (content) => {
    const text = new TextDecoder("latin1").decode(content);
    const reader = new Reader(text);
    const top = /\/Encrypt\b/.test(text) ? null : root(reader)?.Pages;
    const count = Number(reader.entries(top)?.Count);
    const plates = (top ? pages(reader, top) : []).map((page) => plate(reader, page));
    const isWhole = plates.length > 0 && !plates.includes(null);
    return {
      kind: "pdf",
      size: content.length,
      version: /%PDF-(\d\.\d)/.exec(text.slice(0, 1032))?.[1] || "",
      pages: count > 0 ? count : 0,
      inks: [],
      fonts: [],
      plates: isWhole ? plates : [],
      doubts: [],
      elsewhere: ["pdf", ...(isWhole ? [] : ["boxes"])],
    };
  };

  check.pdf = pdf;
})();
