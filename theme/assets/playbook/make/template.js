/* Fills the templates of pieces in the page. The command line does the same in Python (playbook/render), and a
   test holds the two together, byte for byte; so white space and line ends are here what they are there. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});

  const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const AROUND = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, "g");
  const LINE = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/;
  const RUN = new RegExp(`[${WHITE}]+`);
  const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\p{Surrogate}]/gu;
  const NUMBER = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{1,6}))?$/;
  const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
  const PLACES = /^[0-6]$/;
  const LINKED = new RegExp(`^(?:https?://|mailto:|tel:)[^${WHITE}<>"]+$`, "i");
  const SHOWN = /^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i;
  const FOLD = 75; // bytes of a line of a contact card

  const { fit } = space; // a file before this one
  const strip = (text) => text.replace(AROUND, "");

  const plain = (value) => {
    if (value === undefined || value === null || value === false) return "";
    if (value === true) return "True";
    if (Array.isArray(value)) return value.map(plain).join(", ");
    return typeof value === "object" ? "" : String(value);
  };

  /* Amounts are whole numbers of their smallest unit: nothing here is ever a fraction of the binary kind. */
  const decimal = (value) => {
    const found = NUMBER.exec(strip(plain(value)));
    return found && { minus: found[1] === "-", whole: found[2], rest: found[3] || "" };
  };

  /* Half away from zero. */
  const rounded = ({ whole, rest }, places) => {
    const units = BigInt(whole + rest.padEnd(places, "0"));
    const step = 10n ** BigInt(Math.max(0, rest.length - places));
    return units / step + ((units % step) * 2n >= step && step > 1n ? 1n : 0n);
  };

  const number = (amount, places, formats) => {
    const kept = places === null ? amount.rest.length : places;
    const units = rounded(amount, kept);
    const digits = String(units).padStart(kept + 1, "0");
    const whole = digits.slice(0, digits.length - kept);
    const rest = digits.slice(digits.length - kept);
    const group = whole.length >= formats.grouped ? formats.group : "";
    const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
    return (amount.minus && units ? "\u2212" : "") + groups + (rest && formats.decimal + rest);
  };

  const money = (amount, currency, { formats, currencies }) => {
    const [symbol, places] = Object.hasOwn(currencies, currency) ? currencies[currency] : [currency, 2];
    const text = number(amount, places, formats);
    if (!formats.before) return `${text}\u00a0${symbol}`;
    const sign = text.startsWith("\u2212") ? "\u2212" : "";
    return `${sign}${symbol}${/\p{L}$/u.test(symbol) ? "\u00a0" : ""}${text.slice(sign.length)}`;
  };

  const isDay = (text) => {
    const [year, month, day] = (DAY.exec(text) || []).slice(1).map(Number);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return year > 0 && day > 0 && day <= days[month - 1];
  };

  const inWords = (text, { long, months }) => {
    const [year, month, day] = text.split("-").map(Number);
    const parts = { day, month: months[month - 1], year };
    return long.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };

  const linesOf = (value) => plain(value).split(LINE).map(strip).filter(Boolean);
  const wordsOf = (value) => linesOf(value).map((line) => line.split(RUN));

  const FILTERS = {
    upper: (value) => plain(value).toUpperCase(),
    lower: (value) => plain(value).toLowerCase(),
    number: (value, places, { formats }) => {
      const amount = decimal(value);
      return amount ? number(amount, PLACES.test(places) ? Number(places) : null, formats) : plain(value);
    },
    money: (value, currency, wording) => {
      const amount = decimal(value);
      return amount ? money(amount, currency || wording.currency, wording) : plain(value);
    },
    day: (value, _, { formats }) => (isDay(plain(value)) ? inWords(plain(value), formats) : plain(value)),
    url: (value) => (LINKED.test(strip(plain(value))) ? strip(plain(value)) : ""),
    bare: (value) => plain(value).replace(SHOWN, "").replace(/\/+$/, ""),
    dial: (value) => {
      const abroad = strip(plain(value)).startsWith("+"); // from there nobody dials the zero in brackets
      return (abroad ? "+" : "") + plain(value).replace(abroad ? /\(0\)|[^0-9]/g : /[^0-9]/g, "");
    },
    lines: linesOf,
    hashtag: (value) => `#${plain(value).replace(/[^\p{L}\p{N}_]/gu, "")}`,
    fit: (value, box, { widths }) => fit.entries(wordsOf(value), box, widths),
  };

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const marked = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  const ESCAPES = {
    html: marked,
    svg: marked,
    xml: marked,
    txt: (text) => text,
    md: (text) => text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&"),
    vcf: (text) => text.replace(/[\\,;]/g, "\\$&").replace(/\r\n?|\n/g, "\\n"),
    csv: (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`,
  };

  const found = (values, path) =>
    path.reduce(
      (value, name) =>
        value && typeof value === "object" && Object.hasOwn(value, name) ? value[name] : undefined,
      values
    );

  const filtered = (values, path, filters, wording) =>
    filters.reduce((value, [name, argument]) => FILTERS[name](value, argument, wording), found(values, path));

  const stands = (value) =>
    value !== undefined && value !== null && value !== false && value.length !== 0;

  const filledNode = (node, values, escape, wording) => {
    if (typeof node === "string") return node;
    const [kind, path, ...rest] = node;
    if (kind === "s") return escape(plain(filtered(values, path, rest[0], wording)).replace(UNSEEN, ""));
    if (kind === "i") {
      const [turned, then, otherwise] = rest;
      return filled(stands(found(values, path)) !== turned ? then : otherwise, values, escape, wording);
    }
    const [name, filters, body] = rest;
    const entries = filtered(values, path, filters, wording);
    const inside = (entry) => filled(body, { ...values, [name]: entry }, escape, wording);
    return Array.isArray(entries) ? entries.map(inside).join("") : "";
  };

  const filled = (nodes, values, escape, wording) =>
    nodes.map((node) => filledNode(node, values, escape, wording)).join("");

  /* The words of a field as they come into its places in a template, each with the box that they get. */
  const placesOf = (nodes, name, values, wording) =>
    nodes.flatMap((node) => {
      if (typeof node === "string" || node[0] === "s") return [];
      const [kind, path, ...rest] = node;
      if (kind === "i") {
        const kept = stands(found(values, path)) !== rest[0] ? rest[1] : rest[2];
        return placesOf(path[0] === "label" ? [...rest[1], ...rest[2]] : kept, name, values, wording);
      }
      const [, filters, body] = rest;
      const at = path.length === 1 && path[0] === name ? filters.findIndex(([filter]) => filter === "fit") : -1;
      const within = placesOf(body, name, values, wording);
      if (at < 0) return within;
      return [[wordsOf(filtered(values, path, filters.slice(0, at), wording)), filters[at][1]], ...within];
    });

  /* By how many characters a field's text is too long for the box that a template gives it. */
  const excess = (nodes, name, values, wording) =>
    Math.max(0, ...placesOf(nodes, name, values, wording).map(([words, box]) => fit.over(words, box, wording.widths)));

  /* The characters of a field that the brand's font does not have. */
  const lacking = (nodes, name, values, wording) =>
    placesOf(nodes, name, values, wording).map(([words, box]) => fit.lacking(words, box, wording.widths)).join("");

  const bytes = (text) => new TextEncoder().encode(text).length;

  const folded = (line) => {
    const parts = [""];
    for (const character of line) {
      const last = parts.length - 1;
      if (bytes(parts[last] + character) > FOLD) parts.push(` ${character}`);
      else parts[last] += character;
    }
    return parts.map((part) => `${part}\r\n`).join("");
  };

  /* The document that a template makes of the values: `wording` has formats, currency and currencies. */
  const fill = (nodes, values, ending, wording) => {
    const text = filled(nodes, values, ESCAPES[ending], wording);
    return ending === "vcf" ? text.split("\n").filter(Boolean).map(folded).join("") : text;
  };

  space.template = { fill, excess, lacking, decimal, filters: FILTERS, strip, isDay, isNumber: (text) => NUMBER.test(text), WHITE };
})();
