/* Lines taken from a price list: the brand owner's, one of the reader's own, or rows pasted from a spreadsheet.
   A reader's file is read here and sent nowhere. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, button } = space.fields; // files before this one
  const { read, folded, textOf, CODE } = space.table;
  const { told } = space.values;
  const { say, said } = space.state;
  const { wordingOf } = space.preview;
  const LARGEST = 1000000; // bytes of a file
  const TOLD = 5; // mistakes of a file

  const entryOf = (view, field) => (line) => {
    const { [CODE]: code, ...values } = line;
    const name = values[field.fields[0].name].split("\n")[0];
    const price = () => values.price && space.template.filters.money(values.price, "", wordingOf(view, said(view)));
    const aside = () => [price(), values.unit].filter(Boolean).join(" / ");
    return { values, name, note: code || "", aside, key: folded(Object.values(line).join(" ")) };
  };

  /* Tells each mistake at its row; `wrong` is null for what is no table. */
  const tellWrong = (prices, found) => {
    const { view, mistakes } = prices;
    const { words } = view;
    const lines = found.wrong.slice(0, TOLD).map(([row, inner, case_]) => words["prices.wrong"]
      .replace("{row}", row).replace("{field}", inner.label).replace("{reason}", told(inner, "", case_, words)));
    const more = found.wrong.length - TOLD;
    if (more > 0) lines.push(words["prices.more"].replace("{count}", more));
    if (found.missing) lines.push(words["prices.column"].replace("{field}", found.missing.label));
    mistakes.replaceChildren(...lines.map((line) => make("li", null, line)));
  };

  const refuse = ({ mistakes }, words) => mistakes.replaceChildren(make("li", null, words));

  const offer = (prices, lines) => {
    prices.chooser.fill(lines.map(entryOf(prices.view, prices.control.field)));
    prices.chooser.row.hidden = !lines.length;
  };

  const load = async (prices, file) => {
    const { view, control, columns } = prices;
    const { words } = view;
    if (file.size > LARGEST) return refuse(prices, words["prices.large"].replace("{limit}", LARGEST / 1000));
    const text = textOf(await file.arrayBuffer());
    const found = text === null ? null : read(text, control.field, columns, view.data.patterns);
    if (!found) return refuse(prices, words["prices.unreadable"]);
    tellWrong(prices, found);
    if (!found.lines.length) return undefined;
    offer(prices, found.lines);
    say(view, words["prices.loaded"].replace("{count}", found.lines.length).replace("{file}", file.name));
    return prices.chooser.row.querySelector("input").focus();
  };

  const paste = (prices, event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!text.includes("\t")) return;
    const { view, control, columns } = prices;
    const found = read(text, control.field, columns, view.data.patterns, { headless: true });
    if (!found || !(found.lines.length || found.wrong.length)) return; // a text that happens to have a tab
    event.preventDefault();
    tellWrong(prices, found);
    const taken = control.take(found.lines.map(({ [CODE]: _, ...values }) => values));
    say(view, view.words["prices.pasted"].replace("{count}", taken));
  };

  const loaderOf = (prices) => {
    const { words } = prices.view;
    const file = make("input", { type: "file", accept: ".csv,.tsv,.txt,text/csv", hidden: "", tabindex: "-1" });
    file.addEventListener("change", () => {
      if (file.files[0]) load(prices, file.files[0]);
      file.value = "";
    });
    return [file, button(words["prices.load"], () => file.click())];
  };

  /* Ways to fill a list other than by typing; they stand below its lines. */
  const equip = (view, control) => {
    const { columns, prices: lines } = view.data.tables[control.field.name];
    const { words } = view;
    const names = { label: words["prices.search"], none: words["prices.none"] };
    const chooser = space.chooser.chooserOf(`${control.input.id || view.name}-prices`, names, ({ values, name }) => {
      if (control.take([values])) say(view, words["prices.added"].replace("{name}", name));
    });
    const mistakes = make("ul", { class: "pb-make__wrong" });
    const prices = { view, control, columns, chooser, mistakes };
    const help = make("p", { class: "pb-make__help" }, ...loaderOf(prices), " ", words["prices.help"]);
    control.row.append(chooser.row, help, make("div", { role: "alert" }, mistakes));
    control.row.addEventListener("paste", (event) => paste(prices, event));
    offer(prices, lines);
  };

  space.prices = { equip };
})();
