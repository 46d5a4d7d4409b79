/* What was judged: kept on this device, and written as the one file in which it leaves. No server is told. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { quoted } = space.yaml;
  const SAYS = ["yes", "partly", "no"];
  const LONGEST = 2000; // characters of a note
  const LATER = 10000; // milliseconds after which a download has surely begun
  const WORDS = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]; // what some readers of YAML take for more

  const keyOf = (root) => `brand-playbook:review:${new URL(root.dataset.root, document.baseURI).pathname}`;

  const today = () => {
    const day = new Date();
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  const said = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");

  /* A judgement as it may be: what was kept, an older page or another program may have written. */
  const clean = (entry) => ({
    rating: [1, 2, 3, 4, 5].includes(entry.rating) ? entry.rating : 0,
    says: SAYS.includes(entry.says) ? entry.says : "",
    note: said(entry.note),
    by: said(entry.by),
    date: /^\d{4}-\d\d-\d\d$/.test(entry.date) ? entry.date : today(),
  });

  /* `who` judges, and the judgements by the ids of touchpoints. */
  const read = (root) => {
    let there = null;
    try {
      there = JSON.parse(localStorage.getItem(keyOf(root)));
    } catch {
      /* nothing can be kept here, or what was is broken */
    }
    const kept = there && Array.isArray(there.judged) ? there.judged : [];
    const whole = kept.filter((pair) => Array.isArray(pair) && pair[1] && typeof pair[1] === "object");
    return { who: there ? said(there.who) : "", judged: new Map(whole.map(([id, entry]) => [String(id), clean(entry)])) };
  };

  /* Whether it could be kept. */
  const write = (root, { who, judged }) => {
    try {
      if (who || judged.size) localStorage.setItem(keyOf(root), JSON.stringify({ who, judged: [...judged] }));
      else localStorage.removeItem(keyOf(root));
      return true;
    } catch {
      return false;
    }
  };

  const keyIn = (id) => (/^[a-z][a-z0-9-]*$/.test(id) && !WORDS.includes(id) ? id : quoted(id));

  const linesOf = (id, { rating, says, note, by, date }, who) => [
    `  ${keyIn(id)}:`,
    `    rating: ${rating}`,
    ...(says ? [`    says_message: ${says}`] : []),
    ...(note.trim() ? [`    note: ${quoted(note.trim())}`] : []),
    ...((by || who).trim() ? [`    by: ${quoted((by || who).trim())}`] : []),
    `    date: ${date}`,
  ];

  /* Whether it can be taken over: how strong a touchpoint is, somebody has to say. */
  const isWhole = (entry) => entry.rating > 0;

  const written = (name, brand, { who, judged }) => {
    const entries = [...judged].filter(([, entry]) => isWhole(entry));
    const head = [`# To take it over: brand-playbook apply ${name}`, `brand: ${quoted(brand)}`, "reviews:"];
    return [...head, ...entries.flatMap(([id, entry]) => linesOf(id, entry, who)), ""].join("\n");
  };

  const nameOf = (who) => {
    const plain = who.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return ["review", plain.slice(0, 40).replace(/^-+|-+$/g, ""), today()].filter(Boolean).join("-") + ".yml";
  };

  /* Gives the file, and says how it is called. */
  const take = (brand, state) => {
    const name = nameOf(state.who);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written(name, brand, state)], { type: "application/yaml;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LATER);
    return name;
  };

  space.review = { keyOf, read, write, take, today, clean, isWhole };
})();
