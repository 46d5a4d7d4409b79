/* A piece as it looks, in its frame on the page. The frame lets our script in and runs none of its own. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { template, totals } = space; // files before this one
  const { make } = space.fields;
  const FONTS = "assets/playbook/brand.css"; // the style sheet that has the brand's font faces

  const isMail = ({ ending, width }) => ending === "html" && width > 0; // it is as wide as mail programs show it

  const documentOf = (view, output, values) => {
    const currency = values.currency || view.data.currency;
    const { totals: lines, currencies } = view.data;
    const known = lines ? totals.totalled(values, lines, currency, currencies) : values;
    return template.fill(output.nodes, known, output.ending, { ...view.data, currency });
  };

  /* With the pictures that lie beside the page, for those on the web may not be there yet. */
  const pictured = (view, text) =>
    Object.entries(view.data.pictures).reduce((made, [address, file]) => made.replaceAll(address, view.base + file), text);

  /* What is printed or downloaded as a picture is seen in the brand's fonts; mail has to do without. */
  const face = (page, address) => {
    if (page.head.querySelector("link")) return;
    page.head.append(make("link", { rel: "stylesheet", href: address }));
  };

  const show = (view, values) => {
    const page = view.frame.contentDocument;
    if (!page || !page.body) return;
    if (!isMail(view.data.outputs[0])) face(page, view.base + FONTS);
    const first = view.data.outputs[0];
    const text = documentOf(view, first, values);
    if (["html", "svg"].includes(first.ending)) {
      const made = new DOMParser().parseFromString(pictured(view, text), "text/html");
      page.head.querySelectorAll("[data-made]").forEach((style) => style.remove());
      made.head.querySelectorAll("style").forEach((style) => (style.dataset.made = ""));
      page.head.append(...made.head.querySelectorAll("style"));
      page.body.replaceChildren(...made.body.childNodes);
      page.querySelectorAll("a").forEach((link) => (link.tabIndex = -1));
    } else {
      page.body.replaceChildren(make("pre", null, text));
    }
    fit(view);
  };

  const fit = (view) => {
    const page = view.frame.contentDocument;
    if (!page || !page.documentElement) return;
    // A drawing is seen whole: what stays in sight while its form is filled in is 45 % of the window (make.css).
    page.documentElement.style.setProperty("--pb-room", `${Math.round(innerHeight * 0.45) - 33}px`);
    view.frame.style.height = `${Math.ceil(page.documentElement.getBoundingClientRect().height)}px`;
    view.root.style.setProperty("--pb-preview", `${view.frame.parentElement.offsetHeight}px`);
  };

  space.preview = { FONTS, documentOf, fit, isMail, pictured, show };
})();
