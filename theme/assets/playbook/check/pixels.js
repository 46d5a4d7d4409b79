/* What is seen in a picture of pixels: its size, and the colors that somebody chose; after `observe/raster.py`
   and `pixels.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal, bytes, color: colors } = check;
  const MAX_BYTES = 30000000;
  const MAX_PIXELS = 50000000;
  const SECONDS = 10;
  const SAMPLE = 200;
  const OPAQUE = 250;
  const NEAR = 8;
  const MOST_SWATCHES = 16;
  const STRIP = 8192; // px that a canvas is sure to be wide
  const [FLAT, SPECK, DOT, NOISE, EDGE, OFF] = [0.9, 0.005, 4, 0.02, 0.1, 0.04];
  const ORIENTATION = 0x0112;
  const TURNED = [5, 6, 7, 8];
  const EXIF = 0x45584946; // the letters, as a number
  const WHITE = [1, 1, 1];
  const BLACK = [0, 0, 0];
  const PNG_MODES = { 0: "L", 2: "RGB", 3: "P", 4: "LA", 6: "RGBA" };
  const JPEG_MODES = { 1: "L", 3: "RGB", 4: "CMYK" };

  const view = (content) => new DataView(content.buffer, content.byteOffset, content.byteLength);

  /* Width, height and mode; colors deeper than 8 bits of gray are none that can be told. */
  const png = (content) => {
    const data = view(content);
    const [depth, type] = [data.getUint8(24), data.getUint8(25)];
    const mode = type ? PNG_MODES[type] : { 1: "1", 16: "I;16" }[depth] || "L";
    return { width: data.getUint32(16), height: data.getUint32(20), mode };
  };

  const gif = (content) => {
    const data = view(content);
    return { width: data.getUint16(6, true), height: data.getUint16(8, true), mode: "P" };
  };

  const jpeg = (content) => {
    const data = view(content);
    for (let at = 2; at < content.length; ) {
      if (data.getUint8(at) !== 0xff) throw new Refusal("truncated");
      const marker = data.getUint8(at + 1);
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        const mode = JPEG_MODES[data.getUint8(at + 9)];
        return { width: data.getUint16(at + 7), height: data.getUint16(at + 5), mode };
      }
      const bare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      at += marker === 0xff ? 1 : bare ? 2 : 2 + data.getUint16(at + 2);
    }
    throw new Refusal("truncated");
  };

  /* What Exif says of how a picture is held. */
  const orientation = (exif) => {
    const tiff = bytes(exif.subarray(0, 6)) === "Exif\0\0" ? exif.subarray(6) : exif;
    const [data, isLittle] = [view(tiff), tiff[0] === 0x49];
    const start = data.getUint32(4, isLittle);
    for (let at = start + 2; at < start + 2 + 12 * data.getUint16(start, isLittle); at += 12) {
      if (data.getUint16(at, isLittle) === ORIENTATION) return data.getUint16(at + 8, isLittle);
    }
    return 1;
  };

  /* Whether a WebP lies on its side; broken Exif says nothing. */
  const lies = (content) => {
    const data = view(content);
    try {
      for (let at = 12; at < content.length; ) {
        const size = data.getUint32(at + 4, true);
        if (data.getUint32(at) === EXIF) return TURNED.includes(orientation(content.subarray(at + 8, at + 8 + size)));
        at += 8 + size + (size % 2);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    return false;
  };

  const webp = (content) => {
    const data = view(content);
    const form = bytes(content.subarray(12, 16));
    if (form === "VP8X") {
      const side = (at) => data.getUint16(at, true) + data.getUint8(at + 2) * 65536 + 1;
      return { width: side(24), height: side(27), mode: data.getUint8(20) & 16 ? "RGBA" : "RGB" };
    }
    if (form === "VP8L") {
      const packed = data.getUint32(21, true);
      return { width: (packed & 16383) + 1, height: ((packed >> 14) & 16383) + 1, mode: packed & 0x10000000 ? "RGBA" : "RGB" };
    }
    return { width: data.getUint16(26, true) & 16383, height: data.getUint16(28, true) & 16383, mode: "RGB" };
  };

  const HEADS = { png, jpeg, gif, webp };

  const headOf = (kind, content) => {
    try {
      return HEADS[kind](content);
    } catch (error) {
      if (error instanceof RangeError) throw new Refusal("truncated");
      throw error;
    }
  };

  const late = (seconds) =>
    new Promise((_, reject) => setTimeout(() => reject(new Refusal("too-slow", { seconds })), seconds * 1000));

  const opened = async (kind, content) => {
    const { width, height } = headOf(kind, content);
    if (width * height > MAX_PIXELS) throw new Refusal("too-many-pixels", { limit: MAX_PIXELS });
    const picture = new Blob([content], { type: `image/${kind}` });
    const asked = createImageBitmap(picture, { colorSpaceConversion: "none" });
    try {
      return await Promise.race([asked, late(SECONDS)]);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal("truncated");
    }
  };

  /* The pixels looked at along a side, added up as Pillow does. */
  const places = (whole) => {
    const count = Math.min(whole, SAMPLE);
    const found = [];
    for (let at = (whole / count) * 0.5; found.length < count; at += whole / count) found.push(Math.floor(at));
    return found;
  };

  /* How often each opaque color is met in a sample of rows and columns, taken without blending. */
  const counted = (image) => {
    const [rows, columns] = [places(image.height), places(image.width)];
    const counts = new Map();
    for (let left = 0; left < image.width; left += STRIP) {
      const wide = Math.min(STRIP, image.width - left);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [wide, rows.length];
      const pen = canvas.getContext("2d", { willReadFrequently: true });
      rows.forEach((row, at) => pen.drawImage(image, left, row, wide, 1, 0, at, wide, 1));
      const { data } = pen.getImageData(0, 0, wide, rows.length);
      for (const column of columns.filter((one) => one >= left && one < left + wide)) {
        for (let row = 0; row < rows.length; row += 1) {
          const at = (row * wide + column - left) * 4;
          const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
          if (data[at + 3] >= OPAQUE) counts.set(key, (counts.get(key) || 0) + 1);
        }
      }
    }
    return counts;
  };

  const parts = (key) => [key >> 16, (key >> 8) & 255, key & 255];
  const isNear = (a, b) => parts(a).every((part, at) => Math.abs(part - parts(b)[at]) <= NEAR);

  /* Near-equal colors are added to the commoner; beyond the most that is kept, left out. */
  const merged = (ordered) => {
    const kept = new Map();
    for (const [key, count] of ordered) {
      const near = [...kept.keys()].find((other) => isNear(key, other));
      if (near !== undefined) kept.set(near, kept.get(near) + count);
      else if (kept.size < MOST_SWATCHES) kept.set(key, count);
    }
    return kept;
  };

  const ranked = (counts) => [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);

  /* Colors with their share of the opaque pixels, the largest first. */
  const swatches = (counts) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return ranked(merged(ranked(counts))).map(([key, count]) => ({
      color: `#${key.toString(16).toUpperCase().padStart(6, "0")}`, count, share: count / total,
    }));
  };

  const point = ({ color }) => {
    const { red, green, blue } = colors.parse(color);
    return [red, green, blue];
  };
  const same = (a, b) => a.every((part, at) => part === b[at]);

  /* Whether a color lies on the straight line between two others, but at neither end. */
  const between = (middle, a, b) => {
    const along = b.map((end, at) => end - a[at]);
    const length = along.reduce((sum, part) => sum + part * part, 0);
    if (!length) return false;
    const share = along.reduce((sum, part, at) => sum + (middle[at] - a[at]) * part, 0) / length;
    const off = Math.max(...along.map((part, at) => Math.abs(middle[at] - (a[at] + share * part))));
    return off <= OFF && share > 0.02 && share < 0.98;
  };

  const isEdge = (ink, larger) => {
    if (ink.share >= EDGE) return false;
    const known = larger.map(point);
    const isKnown = (end) => known.some((other) => same(other, end));
    const ends = [...known, ...[WHITE, BLACK].filter((end) => !isKnown(end))];
    return ends.some((a, at) =>
      ends.slice(at + 1).some((b) => (isKnown(a) || isKnown(b)) && between(point(ink), a, b)));
  };

  /* The colors of a drawing that cover areas, less the edges where two meet; none of a photo. */
  const drawn = (inks, lossy) => {
    const kept = [];
    if (inks.reduce((sum, { share }) => sum + share, 0) < FLAT) return kept;
    inks.forEach((ink) => {
      if (ink.share >= (lossy ? NOISE : SPECK) && ink.count >= DOT && !isEdge(ink, kept)) kept.push(ink);
    });
    return kept;
  };

  const photo = async (kind, content) => {
    if (content.length > MAX_BYTES) throw new Refusal("too-large", { size: content.length, limit: MAX_BYTES });
    const { mode, width: wide, height: high } = headOf(kind, content);
    const image = await opened(kind, content);
    const inks = mode === "I;16" || mode === "CMYK" ? [] : swatches(counted(image));
    const isAsStored = image.width === wide && image.height === high; // no browser has to heed a WebP's Exif
    const sides = [image.width, image.height];
    const [width, height] = kind === "webp" && isAsStored && lies(content) ? sides.reverse() : sides;
    image.close();
    return {
      kind,
      size: content.length,
      inks,
      fonts: [],
      plates: [{ width, height, unit: "px" }],
      doubts: inks.length || mode === "CMYK" ? [] : [{ id: "handed.not-judged.pixels", facts: { mode } }],
      elsewhere: mode === "CMYK" ? ["inks"] : [],
    };
  };

  /* Who looks into files of a kind; nothing where nobody does. */
  const reads = (kind) => (HEADS[kind] ? (content) => photo(kind, content) : null);

  check.pixels = { drawn, reads, swatches };
})();
