/* The QR code that somebody asks for: what it says, and its outline for the templates. The command line does the same
   (playbook/making/coding.py), and a test holds the two together. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { qr, template } = space; // files before this one
  const { make } = space.fields;
  const { said } = space.state;
  const { knownOf, wordingOf } = space.preview;
  let last = { content: "", made: null }; // a form is drawn anew with each letter, and most change nothing here

  const contentOf = (data, known, wording) => {
    const [source, target] = data.code.says[known[data.code.field]] || [];
    if (source === "text") return target;
    if (source === "field") return known[target] || "";
    const output = data.outputs.find(({ file }) => file === target);
    if (!output) return "";
    const text = template.fill(output.nodes, known, output.ending, wording);
    return text.replace(/\r\n[ ]/g, "").split(/\r?\n/).filter(Boolean).join("\n");
  };

  const outlineOf = (content) => {
    if (last.content !== content) last = { content, made: content ? qr.outline(content) : null };
    return last.made;
  };

  const imageOf = ({ size, path }, { ink, ground }) =>
    `svg+xml;base64,${btoa(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"` +
      ` shape-rendering="crispEdges"><path fill="${ground}" d="M0 0h${size}v${size}h-${size}z"/>` +
      `<path fill="${ink}" d="${path}"/></svg>`)}`;

  /* What templates read of it; nothing where nobody asks for one, or none can say so much. */
  const coded = (data, known, wording) => {
    const made = outlineOf(contentOf(data, known, wording));
    return made ? { qrcode: { ...made, image: imageOf(made, data.code) } } : {};
  };

  const knownBy = (view) => knownOf(view, said(view), wordingOf(view, said(view)));

  /* Why there is none though somebody asks for it. */
  const wrong = (view) => {
    if (!said(view)[view.data.code.field]) return "";
    const content = contentOf(view.data, knownBy(view), wordingOf(view, said(view)));
    if (!content) return view.words["error.qr_empty"];
    const over = qr.excess(content);
    return over ? view.words["error.qr_long"].replace("{over}", over) : "";
  };

  /* The code beside its field, where it is no part of the piece that is seen above. */
  const equip = (view, control) => {
    if (!view.data.outputs.some((output) => output.only_with === control.field.name)) return;
    const picture = make("img", { alt: control.field.label, width: 120, height: 120 });
    const figure = make("figure", { class: "pb-make__code", hidden: "" },
      make("figcaption", { class: "pb-make__help" }, view.words.qr_alone));
    control.row.append(figure);
    view.drawn.push(() => {
      const { qrcode } = knownBy(view);
      figure.hidden = !qrcode;
      if (!qrcode) return;
      picture.src = `data:image/${qrcode.image}`;
      figure.prepend(picture);
    });
  };

  space.code = { coded, equip, wrong };
})();
