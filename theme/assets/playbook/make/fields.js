/* The fields of the form, each a row: its label, what it takes, what to write, and what is wrong with it. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { cleaned } = space.values; // files before this one
  const { amount } = space.table;
  const MODES = { email: "email", phone: "tel", url: "url", number: "decimal", percent: "decimal" };
  const KNOWN = { name: "name", role: "organization-title", email: "email", phone: "tel", mobile: "tel" };

  const make = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside);
    return element;
  };

  const button = (words, run, more) => {
    const element = make("button", { type: "button", ...more }, words);
    element.addEventListener("click", run);
    return element;
  };

  /* For what cannot be undone: pressed once it asks, pressed again it acts. A double click is one press. */
  const askingButton = (words, question, run) => {
    const element = button(words, ({ detail }) => {
      if (detail > 1) return;
      const asked = element.textContent === question;
      element.textContent = asked ? words : question;
      if (asked) run();
    }, { "aria-live": "polite" });
    element.addEventListener("blur", () => (element.textContent = words));
    return element;
  };

  /* Nothing chosen comes first, as what then holds. */
  const choicesOf = ({ choices, usual, value }) => {
    if (value) return choices;
    const [, words] = choices.find(([choice]) => choice === usual) || ["", ""];
    return [["", words], ...choices.filter(([choice]) => choice !== usual)];
  };

  /* Plain text fields also for addresses: a browser's own kinds change what is typed. */
  const inputOf = (field, id) => {
    const about = { id, name: field.name, "aria-describedby": `${id}-help ${id}-error` };
    if (field.required) about["aria-required"] = "true";
    if (field.type === "choice") {
      const options = choicesOf(field).map(([value, words]) => make("option", { value }, words));
      return make("select", about, ...options);
    }
    if (field.type === "yes") return make("input", { ...about, type: "checkbox" });
    const typed = { ...about, dir: "auto", autocomplete: KNOWN[field.name] || KNOWN[field.type] || "off" };
    if (field.example) typed.placeholder = field.example;
    if (field.type === "text") return make("textarea", { ...typed, rows: 3 });
    if (MODES[field.type]) typed.inputmode = MODES[field.type];
    return make("input", { ...typed, type: field.type === "date" ? "date" : "text" });
  };

  /* What a reader has put into a field, and the other way round. Keyboards of phones have a comma for decimals where
     that is usual, and no point. */
  const ways = (field, input) => {
    if (field.type === "yes") {
      return { read: () => (input.checked ? "yes" : ""), write: (text) => (input.checked = text === "yes") };
    }
    const said = (text) => (["number", "percent"].includes(field.type) && amount(text)) || cleaned(field, text);
    const isLeftOut = (text) => !field.value && field.usual && text === field.usual;
    return { read: () => said(input.value), write: (text) => (input.value = isLeftOut(text) ? "" : text) };
  };

  /* A document's own date is most often that of the day. */
  const todayOf = (input, words) =>
    button(words.today, () => {
      const now = new Date();
      input.value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      input.dispatchEvent(new Event("input"));
    });

  const controlFor = (field, id, words) => {
    const input = inputOf(field, id);
    if (field.locked) input[field.type === "choice" || field.type === "yes" ? "disabled" : "readOnly"] = true;
    const label = make("label", { for: id }, field.label);
    if (field.locked) label.append(" ", make("span", null, words.locked));
    else if (field.required) label.append(" ", make("span", null, words.required));
    const help = make("p", { id: `${id}-help`, class: "pb-make__help" }, field.help);
    const error = make("p", { id: `${id}-error`, class: "pb-make__error" });
    if (field.type === "date" && field.name === "date" && !field.locked) help.append(" ", todayOf(input, words));
    const kind = `pb-make__field pb-make__field--${field.type}`;
    return { field, input, error, ...ways(field, input), row: make("div", { class: kind }, label, input, help, error) };
  };

  space.fields = { make, button, askingButton, controlFor };
})();
