/* A piece as it looks, in its frame on the page. The frame lets our script in and runs none of its own. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { template, totals } = space; // files before this one
  const { make } = space.fields;
  const FONTS = "assets/playbook/brand.css"; // the style sheet that has the brand's font faces

  const isMail = ({ ending, width }) => ending === "html" && width > 0; // it is as wide as mail programs show it

  /* How a document of these values writes numbers and dates, in which currency. */
  const wordingOf = ({ data }, values) => {
    const tag = Object.hasOwn(data.formats, values.language) ? values.language : data.tag;
    return { ...data, formats: data.formats[tag], tag, currency: values.currency || data.currency };
  };

  /* The values with the words of their document, what its lines add up to, and the QR code. */
  const knownOf = ({ data }, values, wording) => {
    const { tag, currency } = wording;
    const label = data.labels[tag.split("-")[0]] || {};
    const added = data.totals ? totals.totalled(values, data.totals, currency, data.currencies) : values;
    const known = { ...added, label };
    return data.code.field ? { ...known, ...space.code.coded(data, known, wording) } : known;
  };

  const documentOf = (view, output, values) => {
    const wording = wordingOf(view, values);
    return template.fill(output.nodes, knownOf(view, values, wording), output.ending, wording);
  };

  /* Of a card both sides. */
  const sidesOf = (view, output, values) =>
    [output, ...view.data.outputs.filter(({ file }) => file === output.back)]
      .map((side) => documentOf(view, side, values)).join("\n");

  /* With the pictures that lie beside the page, for those on the web may not be there yet. */
  const pictured = (view, text) =>
    Object.entries(view.data.pictures).reduce((made, [address, file]) => made.replaceAll(address, view.base + file), text);

  /* What is printed or downloaded as a picture is seen in the brand's fonts; mail has to do without. */
  const face = (page, address) => {
    if (page.head.querySelector("link")) return;
    page.head.append(make("link", { rel: "stylesheet", href: address }));
  };

  /* The innermost element in which two trees first differ. */
  const differing = (before, after) => {
    const at = [...after.children].findIndex((child, place) => !child.isEqualNode(before.children[place] || null));
    if (at < 0) return after;
    return before.children[at] ? differing(before.children[at], after.children[at]) : after.children[at];
  };

  /* Lets a long piece follow what is typed, where that is out of sight. */
  const follow = (view, before) => {
    const page = view.frame.contentDocument;
    if (!view.root.contains(document.activeElement) || page.body.isEqualNode(before)) return;
    const { top, bottom, height } = differing(before, page.body).getBoundingClientRect();
    const room = view.frame.clientHeight;
    if (top >= 0 && (bottom <= room || (height > room && top < room / 2))) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    const aside = Math.max(0, room - height) / 2;
    view.frame.contentWindow.scrollTo({ top: view.frame.contentWindow.scrollY + top - aside, behavior });
  };

  /* What a frame needs that has been written, by the server or by us; its layout is read once a picture is due. */
  const settle = (view, then) => {
    const page = view.frame.contentDocument;
    if (!page || !page.body) return;
    if (!isMail(view.seen)) face(page, view.base + FONTS);
    page.querySelectorAll("a").forEach((link) => (link.tabIndex = -1));
    requestAnimationFrame(() => {
      fit(view);
      if (then) then();
    });
  };

  const show = (view, values) => {
    const page = view.frame.contentDocument;
    if (!page || !page.body) return;
    const text = sidesOf(view, view.seen, values);
    const before = page.createElement("body");
    before.append(...page.body.childNodes);
    if (["html", "svg"].includes(view.seen.ending)) {
      const made = new DOMParser().parseFromString(pictured(view, text), "text/html");
      page.head.querySelectorAll("[data-made]").forEach((style) => style.remove());
      made.head.querySelectorAll("style").forEach((style) => (style.dataset.made = ""));
      page.head.append(...made.head.querySelectorAll("style"));
      page.body.replaceChildren(...made.body.childNodes);
    } else {
      page.body.replaceChildren(make("pre", null, text));
    }
    settle(view, () => follow(view, before));
  };

  const fit = (view) => {
    const page = view.frame.contentDocument;
    if (!page || !page.documentElement) return;
    // A drawing is seen whole: what stays in sight while its form is filled in is 45 % of the window (make.css).
    page.documentElement.style.setProperty("--pb-room", `${Math.round(innerHeight * 0.45) - 33}px`);
    view.frame.style.height = `${Math.ceil(page.documentElement.getBoundingClientRect().height)}px`;
    view.root.style.setProperty("--pb-preview", `${view.frame.parentElement.offsetHeight}px`);
  };

  space.preview = { FONTS, documentOf, fit, isMail, knownOf, pictured, settle, show, sidesOf, wordingOf };
})();
