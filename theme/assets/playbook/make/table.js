/* A table of lines read from a text: of commas, semicolons or tabs. The command line reads alike
   (playbook/making/prices.py), and a test holds the two together. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { cleaned, mistake } = space.values; // a file before this one
  const MOST = 5000; // rows
  const CODE = "code";
  const SPACE = /[ \t\u00a0\u2007\u2009\u202f'\u2019]/g;
  const AROUND = /^([^0-9.,]{0,5})(.*[0-9.,])?([^0-9.,]{0,5})$/su;
  const SIGNS = new Map([["/", ""], ["-/", "-"], ["/-", "-"], ["(/)", "-"]]); // before and behind a number
  const SCALE = /^(?:[€$£]?(?:[kKM]|mil|mill|mio|mn|bn|cts?|[¢‰])[€$£]?|[kKM](?:EUR|USD|GBP))$/u; // makes another number
  const TORN = /[0-9]-\p{L}|[0-9][ \t\u00a0\u2007\u2009\u202f'\u2019](?![0-9]{3}(?![0-9]))(?=[0-9])/u; // two numbers, or a word
  const PLAIN = /^(-?)([0-9]{1,12})(?:[.,]([0-9]{1,6}))?$/;
  const GROUPED = /^(-?)([0-9]{1,3}(?:(?:\.[0-9]{3})+(?:,[0-9]{1,6})?|(?:,[0-9]{3})+(?:\.[0-9]{1,6})?))$/;
  const UNUSED = /[\0\x81\x8d\x8f\x90\x9d]/; // what Windows-1252 has no character for, and no text has
  const TWOFOLD = /^-?[1-9][0-9]{0,2}[.,][0-9]{3}$/;

  /* Of bytes in UTF-8, or as spreadsheets of the West wrote them before it; null for neither. */
  const textOf = (bytes) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const text = new TextDecoder("windows-1252").decode(bytes);
      return UNUSED.test(text) ? null : text;
    }
  };

  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

  /* A number without what it counts, its sign before it; what has another sign or a scale is none. */
  const bareOf = (text) => {
    const said = text.replace(SPACE, "").replaceAll("\u2212", "-");
    const [, before, number, behind] = AROUND.exec(said) || [];
    if (before === undefined || TORN.test(text) || SCALE.test(before) || SCALE.test(behind)) return "?";
    const [left, right] = [before, behind].map((part) => part.replace(/[^-()]/g, ""));
    return (SIGNS.get(`${left}/${right}`) ?? "?") + (number || "");
  };

  const isTwofold = (text) => TWOFOLD.test(bareOf(text));

  const amount = (text) => {
    const bare = bareOf(text);
    const plain = PLAIN.exec(bare);
    if (plain) return TWOFOLD.test(bare) ? null : plain[1] + plain[2] + (plain[3] ? `.${plain[3]}` : "");
    const grouped = GROUPED.exec(bare);
    if (!grouped) return null;
    const last = Math.max(grouped[2].lastIndexOf("."), grouped[2].lastIndexOf(","));
    const mark = grouped[2][last];
    const hasRest = grouped[2].split(mark).length === 2 && grouped[2].includes(mark === "." ? "," : ".");
    const whole = hasRest ? grouped[2].slice(0, last) : grouped[2];
    return grouped[1] + whole.replace(/[.,]/g, "") + (hasRest ? `.${grouped[2].slice(last + 1)}` : "");
  };

  /* The rows of a text, each a list of cells; null where a quote is not closed. */
  const rowsOf = (text) => {
    const first = text.split("\n", 1)[0];
    const between = [",", ";", "\t"].reduce((best, sign) =>
      first.split(sign).length > first.split(best).length ? sign : best);
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      const row = rows[rows.length - 1];
      if (quoted && sign === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
      else if (sign === '"' && (quoted || !row[row.length - 1])) quoted = !quoted;
      else if (quoted || ![between, "\n", "\r"].includes(sign)) row[row.length - 1] += sign;
      else if (sign === between) row.push("");
      else if (sign === "\n" || text[at + 1] !== "\n") rows.push([""]);
    }
    return quoted ? null : rows;
  };

  /* What a row says, by field; and each of its mistakes as [field, case]. */
  const lineOf = (cells, names, field, patterns) => {
    const line = {};
    const wrong = [];
    names.forEach((name, at) => {
      const text = (cells[at] || "").trim();
      if (name === CODE && !field.fields.some(({ name: own }) => own === CODE)) line[CODE] = text;
      const inner = field.fields.find(({ name: own }) => own === name);
      if (!inner || !text) return;
      const number = ["number", "percent"].includes(inner.type);
      line[name] = cleaned(inner, (number && amount(text)) || text);
      if (number && isTwofold(text)) wrong.push([inner, "ambiguous"]);
    });
    field.fields.forEach((inner) => {
      const case_ = mistake(inner, line[inner.name] || "", patterns);
      if (case_ && !wrong.some(([told]) => told === inner)) wrong.push([inner, case_]);
    });
    return { line, wrong };
  };

  /* Without a head: the first text says what it is, a number its price, one before that its quantity. */
  const guessed = (cells, field) => {
    const has = (name) => field.fields.some(({ name: own }) => own === name);
    const numbers = [...cells.keys()].filter((at) => amount(cells[at]) !== null || isTwofold(cells[at]));
    const plain = cells.findIndex((cell, at) => cell.trim() && !numbers.includes(at));
    const text = plain < 0 ? cells.findIndex((cell) => /\p{L}/u.test(cell)) : plain; // "Hob 3" may be 3 hobs
    if (numbers.includes(text)) numbers.splice(numbers.indexOf(text), 1);
    if (text < 0 || !numbers.length || !has("price")) return null;
    const names = { [text]: field.fields[0].name, [numbers.pop()]: "price" };
    if (numbers.length && has("quantity")) names[numbers.pop()] = "quantity";
    return cells.map((_, at) => names[at] || "");
  };

  /* `lines` are the rows that can be used, `wrong` the mistakes of the others as [row, field, case], `missing` a
     field that no column is called. Null for what is no table. */
  const read = (text, field, columns, patterns, { headless = false } = {}) => {
    const rows = rowsOf(text.replace(/^\ufeff/, ""));
    if (!rows || rows.length > MOST + 2) return null;
    const head = rows[0].map((cell) => (Object.hasOwn(columns, folded(cell)) ? columns[folded(cell)] : ""));
    const missing = field.fields.find(({ name, required }) => required && !head.includes(name));
    const names = missing && headless ? guessed(rows[0], field) : head;
    if (!names || (missing && names === head)) return { lines: [], wrong: [], missing };
    const from = names === head ? 1 : 0;
    const found = rows.slice(from).map((cells, at) => ({ cells, row: at + from + 1 }))
      .filter(({ cells }) => cells.some((cell) => cell.trim()))
      .map(({ cells, row }) => ({ row, ...lineOf(cells, names, field, patterns) }));
    return {
      lines: found.filter(({ wrong }) => !wrong.length).map(({ line }) => line),
      wrong: found.flatMap(({ row, wrong }) => wrong.map(([inner, case_]) => [row, inner, case_])),
    };
  };

  space.table = { read, amount, folded, isTwofold, textOf, CODE };
})();
