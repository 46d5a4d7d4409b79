/* Whether a shape of a drawing draws anything at all; after `observe/svg/shape.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { length } = check.style;
  const FAR = 1e9;
  const COMMAND = /([MmZzLlHhVvCcSsQqTtAa])/;
  const FLOATS = /[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?)/g;
  const DIGIT = /\d/;
  const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
  const TAKES = { L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 5 }; // an arc's flags may stand together

  /* Every number of a list; nothing where one is out of all bounds. */
  const numbers = (text) => {
    const found = (text.match(NUMBER) || []).map(Number);
    return found.every((value) => Math.abs(value) < FAR) ? found : [];
  };

  /* A path draws if a line of it is told whole before its first mistake. */
  const pathDraws = (data) => {
    const [before, ...parts] = data.split(COMMAND);
    if (DIGIT.test(before) || !/^m$/i.test(parts[0] || "")) return false;
    for (let at = 0; at < parts.length; at += 2) {
      const command = parts[at].toUpperCase();
      const values = (parts[at + 1].match(FLOATS) || []).map(Number);
      if (values.some((value) => Math.abs(value) >= FAR)) return false;
      if (command === "M" && values.length !== 2) return values.length > 3; // what follows the point are lines
      if (command === "Z" && values.length) return false;
      if (TAKES[command]) return values.length >= TAKES[command];
    }
    return false;
  };

  const isNear = (...edges) => edges.every((edge) => Math.abs(edge) < FAR);

  const measures = (name, attributes, [width, height]) => {
    const take = (key, whole) => length(attributes[key] ?? "0", whole) || 0;
    const diagonal = Math.hypot(width, height) / Math.SQRT2;
    if (name === "line") return isNear(take("x1", width), take("x2", width), take("y1", height), take("y2", height));
    if (name === "rect" || name === "image") {
      const [x, y, wide, high] = [take("x", width), take("y", height), take("width", width), take("height", height)];
      return wide > 0 && high > 0 && isNear(x, y, x + wide, y + high);
    }
    const [x, y] = [take("cx", width), take("cy", height)];
    const [rx, ry] = [take("rx", width), take("ry", height)];
    const [wide, high] = name === "circle" ? Array(2).fill(take("r", diagonal)) : [rx || ry, ry || rx];
    return wide > 0 && high > 0 && isNear(x - wide, x + wide, y - high, y + high);
  };

  const draws = (name, attributes, size) => {
    if (name === "path") return pathDraws(attributes.d || "");
    if (name === "polygon" || name === "polyline") return numbers(attributes.points || "").length >= 4;
    return measures(name, attributes, size);
  };

  check.shape = { draws, numbers };
})();
