/* The playbook's sentences, as `playbook/i18n.py` fills them in; and numbers as Python rounds them. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const check = (space.check = space.check || {});

  /* What cannot be read: `unreadable.<reason>` is the id of its sentence. */
  class Refusal extends Error {
    constructor(reason, facts = {}) {
      super(reason);
      this.reason = reason;
      this.facts = facts;
    }
  }

  const EXACT = 40; // digits by which every half that a computer can hold shows itself

  /* Halves go to the even neighbor. */
  const rounded = (value, places = 0) => {
    const isHalf = value.toFixed(places + EXACT).endsWith("5".padEnd(EXACT, "0"));
    if (!isHalf) return Number(value.toFixed(places));
    const down = Math.floor(value * 10 ** places);
    return (down % 2 ? down + 1 : down) / 10 ** places;
  };

  /* With the marks of the language; Spanish groups from five digits on. */
  const number = (value) => {
    const { lang } = space.checkWords;
    const [whole, part] = String(value).split(".");
    const grouped = lang === "en" || Math.abs(value) >= 10000;
    const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, lang === "en" ? "," : "\u00a0") : whole;
    return part ? shown + (lang === "en" ? "." : ",") + part : shown;
  };

  /* `@id name` is that text with the name in it; it may hold what a foreign file says. */
  const plain = (fact) => {
    const [, id, name = ""] = (typeof fact === "string" && /^@(\S*)(?: ([^]*))?$/.exec(fact)) || [];
    const { texts } = space.checkWords;
    return id && Object.hasOwn(texts, id) ? texts[id].replace("{name}", () => name) : String(fact);
  };

  /* Words that name no text, whatever they look like. */
  const verbatim = (words) => ({ toString: () => words });

  /* A list of alternatives becomes "a, b or c". */
  const worded = (fact) =>
    Array.isArray(fact)
      ? [fact.slice(0, -1).map(plain).join(", "), ...fact.slice(-1).map(plain)].filter(Boolean).join(space.checkWords.or)
      : plain(fact);

  const text = (id, facts = {}) =>
    space.checkWords.texts[id].replace(/\{(\w+)\}/g, (_, name) => worded(facts[name]));

  const plural = (id, count) => text(`${id}.${count === 1 ? "one" : "other"}`, { count: number(count) });

  Object.assign(check, { Refusal, rounded, number, text, plural, verbatim });
})();
