/* What somebody filled in of a piece: checked as the command line does (playbook/making/values.py), kept in this
   browser, and carried in a link behind its "#", which no server is told. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { strip, isDay, isNumber, WHITE } = space.template; // a file before this one
  const RUN = new RegExp(`[${WHITE}]+`, "g");
  const MARK = "#fill=";
  const LONGEST = 20000; // characters of a link that are looked at

  /* A text on one line, unless its field takes several. */
  const cleaned = (field, text) => strip(field.type === "text" ? text : text.replace(RUN, " "));

  const matches = (pattern, text) => new RegExp(`^(?:${pattern.replaceAll("\\s", WHITE)})$`).test(text);

  /* Which mistake a cleaned text is, by the id of its words; "" for none. */
  const mistake = (field, text, patterns) => {
    if (!text.length) return field.required ? "required" : "";
    if (field.type === "list") return "";
    if (field.longest && [...text].length > field.longest) return "longest";
    if (Object.hasOwn(patterns, field.type) && !matches(patterns[field.type], text)) return field.type;
    if (field.type === "date" && !isDay(text)) return "date";
    if (field.type === "number" && !isNumber(text)) return "number";
    const known = field.choices.some(([value]) => value === text);
    return field.type === "choice" && !known ? "choice" : "";
  };

  const told = (field, text, case_, words) => {
    const over = [...text].length - field.longest;
    const said = words[`error.${case_ === "longest" && over === 1 ? "longest_one" : case_}`];
    return said.replace("{over}", over).replace("{longest}", field.longest);
  };

  /* Only texts and lists for fields that there are: what comes from a link or a store may be anything. */
  const known = (fields, said) => {
    const there = said && typeof said === "object" ? said : {};
    const kept = fields.filter(({ name, type }) => type !== "picture" && Object.hasOwn(there, name));
    const pairs = kept.map((field) => {
      const value = there[field.name];
      if (field.type !== "list") return [field.name, Array.isArray(value) ? null : value];
      return [field.name, Array.isArray(value) ? value.map((entry) => known(field.fields, entry)) : null];
    });
    return Object.fromEntries(pairs.filter(([, value]) => Array.isArray(value) || typeof value === "string"));
  };

  /* Empty where it would be longer than what is looked at. */
  const toLink = (values) => {
    const bytes = new TextEncoder().encode(JSON.stringify(values));
    const coded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const bare = location.href.replace(/#.*$/, "");
    const behind = MARK + coded.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return behind.length > LONGEST ? "" : bare + behind;
  };

  /* What is changed now is the reader's own; read again, the page should show that. */
  const leaveLink = () => {
    const bare = location.pathname + location.search;
    if (location.hash.startsWith(MARK)) history.replaceState(history.state, "", bare);
  };

  const fromLink = (fields) => {
    if (!location.hash.startsWith(MARK)) return null;
    try {
      const coded = location.hash.slice(MARK.length, LONGEST).replace(/-/g, "+").replace(/_/g, "/");
      const bytes = Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
      return known(fields, JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      return null;
    }
  };

  /* A browser may refuse to keep anything; then nothing is remembered. What it has may be anything. */
  const stored = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const store = (key, values) => {
    try {
      if (values && Object.keys(values).length) localStorage.setItem(key, JSON.stringify(values));
      else localStorage.removeItem(key);
    } catch {
      /* see above */
    }
  };

  space.values = { cleaned, mistake, told, known, toLink, leaveLink, fromLink, stored, store };
})();
