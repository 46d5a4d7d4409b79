/* QR codes, as ISO/IEC 18004 has them: bytes, in versions 1 to 20, at level M, and at L what else would be too fine.
   The command line has a library for it (playbook/render/qr.py), and a test holds the two together. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const QUIET = 4; // modules of light around the code
  const FREE = 2; // a module that no pattern takes

  /* By version from 1 on: codewords for correction in each block, and how many blocks there are. */
  const LEVELS = [
    {
      mark: 0, // M
      parity: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22],
      blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9],
    },
    {
      mark: 1, // L
      parity: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
      blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
    },
  ];

  const sizeOf = (version) => 17 + 4 * version;

  /* Where the centers of the small squares stand, across and down. */
  const squaresOf = (version) => {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    return [6, ...Array.from({ length: count - 1 }, (_, at) => sizeOf(version) - 7 - (count - 2 - at) * step)];
  };

  /* How a version at a level parts its codewords. */
  const planOf = (version, { mark, parity, blocks }) => {
    const count = squaresOf(version).length;
    const patterns = (count ? (25 * count - 10) * count - 55 : 0) + (version > 6 ? 36 : 0);
    const words = Math.floor(((16 * version + 128) * version + 64 - patterns) / 8);
    const plan = { version, mark, words, parity: parity[version - 1], blocks: blocks[version - 1] };
    return { ...plan, room: words - plan.parity * plan.blocks, head: version < 10 ? 8 : 16 };
  };

  const plans = LEVELS.flatMap((level) => level.parity.map((_, at) => planOf(at + 1, level)));
  const fits = (length) => ({ room, head }) => 4 + head + 8 * length <= 8 * room;
  const MOST = Math.max(...plans.map(({ room, head }) => Math.floor((8 * room - 4 - head) / 8)));

  const bitsOf = (number, count) => Array.from({ length: count }, (_, at) => (number >> (count - 1 - at)) & 1);

  const wordsOf = (bytes, { room, head }) => {
    const bits = [...bitsOf(4, 4), ...bitsOf(bytes.length, head)];
    bytes.forEach((byte) => bits.push(...bitsOf(byte, 8)));
    bits.push(...bitsOf(0, Math.min(4, room * 8 - bits.length)));
    // The library adds a word of zeros behind the end; readers have stopped there.
    if (bits.length < room * 8) bits.push(...bitsOf(0, 8 - (bits.length % 8)));
    const words = Array.from({ length: bits.length / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
    const fill = Array.from({ length: room - words.length }, (_, at) => (at % 2 ? 0x11 : 0xec));
    return [...words, ...fill];
  };

  /* Reckoning in the field of 256 elements. */
  const times = (a, b) => {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) product = ((product << 1) ^ ((product >> 7) * 0x11d)) ^ (((b >> bit) & 1) * a);
    return product;
  };

  const divisorOf = (degree) => {
    let root = 1;
    const found = [...Array(degree - 1).fill(0), 1];
    for (let at = 0; at < degree; at++) {
      for (let place = 0; place < degree; place++) found[place] = times(found[place], root) ^ (found[place + 1] || 0);
      root = times(root, 2);
    }
    return found;
  };

  const parityOf = (words, divisor) =>
    words.reduce((rest, word) => {
      const factor = word ^ rest[0];
      return [...rest.slice(1), 0].map((left, at) => left ^ times(divisor[at], factor));
    }, Array(divisor.length).fill(0));

  /* The codewords of all blocks in turn, and then those for correction; longer blocks are the last. */
  const woven = (words, { words: all, parity, blocks }) => {
    const short = Math.floor(all / blocks) - parity;
    const divisor = divisorOf(parity);
    let at = 0;
    const parts = Array.from({ length: blocks }, (_, block) => {
      const long = block >= blocks - (all % blocks) ? 1 : 0;
      return words.slice(at, (at += short + long));
    });
    const inTurn = (lists) =>
      Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, place) =>
        lists.filter((list) => place < list.length).map((list) => list[place])).flat();
    return [...inTurn(parts), ...inTurn(parts.map((part) => parityOf(part, divisor)))];
  };

  /* Rings around a center, each dark or light, by their distance from it. */
  const put = (rows, x, y, reach, dark) => {
    for (let down = -reach; down <= reach; down++) {
      for (let across = -reach; across <= reach; across++) {
        const row = rows[y + down];
        if (row && x + across in row) row[x + across] = dark(Math.max(Math.abs(down), Math.abs(across)));
      }
    }
  };

  /* The patterns that every code of a version has; what says its version and mask stays light for now. */
  const framed = (version) => {
    const size = sizeOf(version);
    const rows = Array.from({ length: size }, () => new Uint8Array(size).fill(FREE));
    const line = (x, y, value) => (rows[y][x] = value);
    for (let at = 0; at < size; at++) [[at, 6], [6, at]].forEach(([x, y]) => line(x, y, at % 2 ? 0 : 1));
    for (let at = 0; at < 9; at++) [[at, 8], [8, at]].forEach(([x, y]) => at !== 6 && line(x, y, 0));
    for (let at = 1; at < 9; at++) [[size - at, 8], [8, size - at]].forEach(([x, y]) => line(x, y, 0));
    for (let at = 0; at < 18 && version > 6; at++) {
      const [near, far] = [Math.floor(at / 3), size - 11 + (at % 3)];
      [[near, far], [far, near]].forEach(([x, y]) => line(x, y, 0));
    }
    const corners = [[3, 3], [size - 4, 3], [3, size - 4]];
    corners.forEach(([x, y]) => put(rows, x, y, 4, (ring) => (ring === 2 || ring === 4 ? 0 : 1)));
    const places = squaresOf(version);
    const last = places[places.length - 1];
    places.forEach((x) => places.forEach((y) => {
      if ((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)) return;
      put(rows, x, y, 2, (ring) => (ring === 1 ? 0 : 1));
    }));
    return rows;
  };

  /* The free modules in the order in which they are filled: two columns at a time, up and down, from the right. */
  const pathThrough = (rows) => {
    const size = rows.length;
    const found = [];
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step++) {
        const y = (right + 1) & 2 ? step : size - 1 - step;
        [right, right - 1].forEach((x) => rows[y][x] === FREE && found.push([x, y]));
      }
    }
    return found;
  };

  const MASKS = [
    (x, y) => (x + y) % 2,
    (x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  const runsOf = (line) =>
    (line.match(/0{5,}|1{5,}/g) || []).reduce((sum, run) => sum + run.length - 2, 0);

  /* What looks like the mark of a corner, with light before or behind it; outside the code all is light. */
  const cornersOf = (line) => {
    let sum = 0;
    let at = line.indexOf("1011101");
    while (at >= 0) {
      const edge = at === 0 || at === line.length - 7;
      const found = edge || !/1/.test(line.slice(Math.max(at - 4, 0), at)) || !/1/.test(line.slice(at + 7, at + 11));
      if (found) sum += 40;
      at = line.indexOf("1011101", at + (found ? 7 : 4));
    }
    return sum;
  };

  /* How hard a code is to read. */
  const penalty = (rows) => {
    const size = rows.length;
    const lines = rows.map((row) => row.join(""));
    const columns = rows.map((_, x) => rows.map((row) => row[x]).join(""));
    const every = [...lines, ...columns];
    let blocks = 0;
    for (let y = 1; y < size; y++) {
      for (let x = 1; x < size; x++) {
        const sum = rows[y][x] + rows[y][x - 1] + rows[y - 1][x] + rows[y - 1][x - 1];
        if (sum === 0 || sum === 4) blocks += 3;
      }
    }
    const dark = lines.join("").replace(/0/g, "").length;
    const balance = 10 * Math.floor(Math.abs((dark / (size * size)) * 100 - 50) / 5);
    return every.reduce((sum, line) => sum + runsOf(line) + cornersOf(line), blocks + balance);
  };

  /* A number with what is left of it by a divisor, so that it is read even if damaged. */
  const guarded = (number, divisor, count) => {
    let rest = number;
    for (let bit = 0; bit < count; bit++) rest = (rest << 1) ^ ((rest >> (count - 1)) * divisor);
    return (number << count) | rest;
  };

  const signed = (rows, { version, mark }, mask) => {
    const size = rows.length;
    const format = guarded((mark << 3) | mask, 0x537, 10) ^ 0x5412;
    const inner = [0, 1, 2, 3, 4, 5, 7, 8, size - 7, size - 6, size - 5, size - 4, size - 3, size - 2, size - 1];
    const outer = [...inner.slice(8).reverse(), size - 8, 7, 5, 4, 3, 2, 1, 0];
    for (let bit = 0; bit < 15; bit++) {
      rows[inner[bit]][8] = (format >> bit) & 1;
      rows[8][outer[bit]] = (format >> bit) & 1;
    }
    rows[size - 8][8] = 1;
    const said = version > 6 ? guarded(version, 0x1f25, 12) : 0;
    for (let bit = 0; bit < 18 && said; bit++) {
      const [near, far] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
      rows[near][far] = rows[far][near] = (said >> bit) & 1;
    }
    return rows;
  };

  /* The modules of a text, row by row, 1 for dark; null for one that is too long. */
  const matrix = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const plan = plans.find(fits(bytes.length));
    if (!plan) return null;
    const frame = framed(plan.version);
    const free = pathThrough(frame);
    const bits = woven(wordsOf(bytes, plan), plan).flatMap((word) => bitsOf(word, 8));
    const masked = MASKS.map((mask) => {
      const rows = frame.map((row) => row.slice());
      free.forEach(([x, y], at) => (rows[y][x] = (bits[at] || 0) ^ (mask(x, y) ? 0 : 1)));
      return rows;
    });
    const scores = masked.map(penalty);
    const best = scores.indexOf(Math.min(...scores));
    return signed(masked[best], plan, best);
  };

  /* The code as the outline of its dark modules, in a square of `size` that has its quiet zone. */
  const outline = (text) => {
    const rows = matrix(text);
    if (!rows) return null;
    const runs = rows.flatMap((row, y) =>
      [...row.join("").matchAll(/1+/g)].map(({ 0: run, index: x }) =>
        `M${x + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`));
    return { size: rows.length + 2 * QUIET, path: runs.join("") };
  };

  /* By how many bytes a text is too long for any code. */
  const excess = (text) => Math.max(0, new TextEncoder().encode(text).length - MOST);

  space.qr = { matrix, outline, excess };
})();
