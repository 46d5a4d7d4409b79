/* The basic facts of a PDF: version, pages, and the boxes of the first ones, where they can be found by themselves. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal, rounded } = check;
  const MM_PER_POINT = 25.4 / 72;
  const MOST_HOPS = 40;
  const MOST_PAGES = 5;
  const LONGEST = 16384; // characters of an object that are looked at
  const MOST_OBJECTS = 300000;
  const MOST_PACKED = 20000000; // characters of packed objects, unpacked
  const PRICE = 20000; // what beginning with another stream of them costs besides
  const PACKED = "/ObjStm";
  const NUMBER = "-?\\d*\\.?\\d+";
  const BOX = new RegExp(`^\\s*\\[\\s*(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s*\\]`);

  /* Where each object begins, in the order of the file. */
  const plain = (text) => {
    const found = [];
    for (const { 0: head, 1: number, index } of text.matchAll(/(?:^|[\r\n ])(\d{1,10}) \d{1,5} obj\b/g)) {
      found.push({ number, at: index + head.length });
      if (found.length === MOST_OBJECTS) break;
    }
    return found;
  };

  const bodyAt = (text, at) => {
    const body = text.slice(at, at + LONGEST);
    const end = body.search(/\bendobj\b|\bstream\b/);
    return end < 0 ? body : body.slice(0, end);
  };

  /* What packed bytes come to, up to a limit; of broken ones, what comes before the break. */
  const inflated = async (packed, limit) => {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    const decoder = new TextDecoder("latin1");
    let text = "";
    try {
      while (text.length < limit) {
        const { done, value } = await reader.read();
        if (done) break;
        text += decoder.decode(value, { stream: true });
      }
      reader.cancel().catch(() => {});
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    return text.slice(0, limit);
  };

  const NONE = { bodies: [], size: 0 };

  /* Where a stream ends: as it says, or at its mark; never behind the object that it is in. */
  const endOf = (text, start, length, next) => {
    if (/^\s*\d+\s*$/.test(length)) return Math.min(start + Number(length), next);
    const size = text.slice(start, next).indexOf("endstream");
    return size < 0 ? next : start + size;
  };

  /* The objects inside a stream of them, and what the stream comes to; `next` is where another object begins. */
  const unpacked = async (content, text, at, next, limit) => {
    const body = bodyAt(text, at);
    const { N, First, Filter, DecodeParms, Length } = entries(body);
    const head = /^stream\r?\n/.exec(text.slice(at + body.length, at + body.length + 8));
    if (!head || DecodeParms || Filter?.trim() !== "/FlateDecode") return NONE;
    const start = at + body.length + head[0].length;
    const inside = await inflated(content.subarray(start, endOf(text, start, Length, next)), limit);
    const marks = inside.slice(0, Number(First)).trim().split(/\s+/).map(Number);
    const bodies = Array.from({ length: Math.min(Number(N), marks.length / 2) }, (_, one) => {
      const [number, from, next = inside.length] = [marks[2 * one], marks[2 * one + 1], marks[2 * one + 3]];
      const body = inside.slice(Number(First) + from, Number(First) + next).slice(0, LONGEST);
      return { number: String(number), body };
    });
    return { bodies, size: inside.length };
  };

  /* Each object by its number: where it begins, or its text where it was packed; of several the last holds. */
  const objects = async (content, text) => {
    const found = new Map();
    let room = MOST_PACKED;
    let stream = text.indexOf(PACKED);
    const places = plain(text);
    for (const [order, { number, at }] of places.entries()) {
      found.set(number, at);
      while (stream >= 0 && stream < at) stream = text.indexOf(PACKED, stream + 1);
      const end = places[order + 1]?.at ?? text.length;
      if (stream < 0 || stream >= end || room <= 0) continue;
      const { bodies, size } = await unpacked(content, text, at, end, room);
      bodies.forEach((one) => found.set(one.number, one.body));
      room -= PRICE + size;
    }
    return found;
  };

  /* The entries at the top of a dictionary, by name, as they are written. */
  const entries = (body) => {
    const found = Object.create(null);
    const inner = body.slice(body.indexOf("<<") + 2);
    const tokens = /\((?:\\[^]|[^\\()])*\)?|<<|>>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+|<[\dA-Fa-f\s]*>/g;
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
    constructor(text, found) {
      this.text = text;
      this.objects = found;
    }

    /* What a reference leads to, or what stands there itself; null where it cannot be found. */
    follow(value) {
      const leads = /^\s*(\d+) \d+ R/.exec(value || "");
      if (!leads) return value ?? null;
      const found = this.objects.get(leads[1]) ?? null;
      return typeof found === "number" ? bodyAt(this.text, found) : found;
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

  /* The first pages with what they inherit; nothing where one of them cannot be found. */
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
      else {
        const below = kids.match(/\b\d{1,10} \d{1,5} R/g) || [];
        stack.push(...below.toReversed().map((kid) => [kid, { MediaBox, CropBox, Rotate }]));
      }
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

  /* What is protected may open without a password, or not; only the command can tell. */
  const pdf = async (content) => {
    const text = new TextDecoder("latin1").decode(content);
    if (![/\d obj\b/, /endobj/, /\/Root\b/, /%%EOF/].every((part) => part.test(text))) throw new Refusal("damaged");
    const isLocked = /\/Encrypt\b/.test(text);
    const reader = new Reader(text, await objects(content, text));
    const top = isLocked ? null : root(reader)?.Pages;
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
      elsewhere: ["pdf", ...(isLocked ? ["locked"] : isWhole ? [] : ["boxes"])],
    };
  };

  check.pdf = pdf;
})();
