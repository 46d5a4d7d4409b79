/* What the lines of a document come to, in sight while they are typed. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make } = space.fields; // files before this one
  const { money } = space.template.filters;
  const { knownOf, wordingOf } = space.preview;
  const { isFresh, said } = space.state;

  const update = (view, row, sum) => {
    row.hidden = isFresh(view);
    if (row.hidden) return;
    const wording = wordingOf(view, said(view));
    sum.textContent = money(knownOf(view, said(view), wording).totals.total, "", wording);
  };

  /* A row for the form; none where nothing is added up. */
  const totalOf = (view) => {
    if (!view.data.totals) return [];
    const sum = make("strong");
    const row = make("p", { class: "pb-make__total", hidden: "" }, make("span", null, view.words.total), " ", sum);
    view.drawn.push(() => update(view, row, sum));
    return [row];
  };

  space.total = { totalOf };
})();
