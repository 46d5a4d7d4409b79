/* The checklist's file: YAML that people can read, and the same read back. It reads what it writes, with changes
   that somebody makes by hand in the same manner; `brand-playbook apply` reads all YAML. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { quoted } = space.yaml;
  const GROUPS = { "t:": "touchpoints", "p:": "pieces", "c:": "catalog" };
  const TICKS = ["have", "needs-work", "missing"];
  const BARE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
  const NOT_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/;
  const ENTRY = /^( *)(?:([\w.-]+)|("(?:[^"\\]|\\.)*")):(?: +(.*))?$/;

  const scalar = (value) => (BARE.test(value) && !NOT_TEXT.test(value) ? value : quoted(value));

  /* A text in lines where each of them can stand as it is, else one in quotes. */
  const prose = (key, value) => {
    const lines = value.split(/\r\n?|\n/);
    const plain = lines.every((line) => /^(?:[^\s\p{C}][^\p{C}]*)?$/u.test(line)) && !/[\u2028\u2029\ufeff]/.test(value);
    return plain ? [`${key}: |-`, ...lines.map((line) => line && `  ${line}`)] : [`${key}: ${quoted(value)}`];
  };

  const catalog = (ticks) => {
    const entries = new Map();
    ticks.forEach(([id, is]) => {
      const [entry, kind] = id.slice(2).split("/");
      if (!entries.has(entry)) entries.set(entry, { is: "have", parts: [] });
      if (kind) entries.get(entry).parts.push([kind, is]);
      else entries.get(entry).is = is;
    });
    return [...entries].flatMap(([entry, { is, parts }]) =>
      parts.length
        ? [`  ${scalar(entry)}:`, `    tick: ${is}`, "    pieces:", ...parts.map(([kind, its]) => `      ${scalar(kind)}: ${its}`)]
        : [`  ${scalar(entry)}: ${is}`]);
  };

  const goal = (each) => {
    const given = ["goal", "owner", "due"].filter((key) => each[key]);
    return given.map((key, at) => `  ${at ? " " : "-"} ${key}: ${key === "due" ? each.due : scalar(each[key])}`);
  };

  const write = ({ brand, date, ticks, conclusions, goals, review }) => {
    const lines = ["# yaml-language-server: $schema=../schemas/checklist.schema.json", `brand: ${quoted(brand)}`, `date: ${date}`];
    Object.entries(GROUPS).forEach(([mark, group]) => {
      const own = ticks.filter(([id]) => id.startsWith(mark));
      if (!own.length) return;
      lines.push(`${group}:`, ...(mark === "c:" ? catalog(own) : own.map(([id, is]) => `  ${scalar(id.slice(2))}: ${is}`)));
    });
    if (conclusions) lines.push(...prose("conclusions", conclusions));
    if (goals.length) lines.push("goals:", ...goals.flatMap(goal));
    if (review) lines.push(`review: ${review}`);
    return `${lines.join("\n")}\n`;
  };

  const value = (written) => {
    const bare = written.replace(/\s+#.*$/, "").trim();
    if (written.startsWith('"')) return JSON.parse(written.match(/^"(?:[^"\\]|\\.)*"/)[0]);
    if (/^'/.test(bare)) return bare.slice(1, -1).replace(/''/g, "'");
    if (/^[[{&*!|>@`%]/.test(bare)) throw new Error("more than a text");
    return bare;
  };

  /* The lines of a block of text behind `|-`, and how many they are. */
  const block = (lines, from) => {
    const own = [];
    while (from + own.length < lines.length && /^(?: {2}|\s*$)/.test(lines[from + own.length])) own.push(lines[from + own.length].slice(2));
    return own;
  };

  const entry = (line) => {
    const found = ENTRY.exec(line);
    if (!found) throw new Error("no entry");
    return { depth: found[1].length, key: found[2] ?? JSON.parse(found[3]), rest: found[4] ?? "" };
  };

  const ticked = (state, depth, key, rest) => {
    const mark = Object.keys(GROUPS).find((each) => GROUPS[each] === state.group);
    const is = value(rest);
    if (mark === "c:" && depth === 2 && (!is || is.startsWith("#"))) state.entry = key;
    else if (mark === "c:" && depth === 4 && key === "pieces" && !is) return;
    else if (!TICKS.includes(is)) throw new Error("no tick");
    else if (depth === 2) state.ticks.push([mark + key, is]);
    else if (mark === "c:" && depth === 4 && key === "tick") state.ticks.push([`c:${state.entry}`, is]);
    else if (mark === "c:" && depth === 6) state.ticks.push([`c:${state.entry}/${key}`, is]);
    else throw new Error("too deep");
  };

  const goals = (state, line) => {
    const [, dash, rest] = /^ *(- +)?(.*)$/.exec(line);
    if (dash) state.goals.push({});
    const { key, rest: words } = dash && !ENTRY.test(rest) ? { key: "goal", rest } : entry(rest);
    if (!["goal", "owner", "due"].includes(key)) throw new Error("no field");
    state.goals[state.goals.length - 1][key] = value(words);
  };

  const top = (state, { key, rest }, lines, at) => {
    state.group = key;
    if (key === "conclusions" && /^\|-?\s*$/.test(rest)) {
      const own = block(lines, at + 1);
      state.conclusions = own.join("\n").trim();
      return own.length;
    }
    if (["conclusions", "review", "brand", "date"].includes(key)) state[key] = value(rest);
    else if (!(Object.values(GROUPS).includes(key) || key === "goals") || (value(rest) && !rest.startsWith("#"))) throw new Error("no group");
    return 0;
  };

  /* `found`, or the number of the first line that is not understood as `wrong`. */
  const read = (text) => {
    const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
    const state = { ticks: [], goals: [], conclusions: "", review: "" };
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at].trimEnd();
      try {
        if (!line.trim() || line.trim().startsWith("#")) continue;
        if (/^\S/.test(line) && !line.startsWith("-")) at += top(state, entry(line), lines, at);
        else if (state.group === "goals") goals(state, line);
        else {
          const { depth, key, rest } = entry(line);
          ticked(state, depth, key, rest);
        }
      } catch {
        return { wrong: at + 1 };
      }
    }
    return { found: state };
  };

  space.checklist = { write, read };
})();
