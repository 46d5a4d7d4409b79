/* Hands over what was made: onto the clipboard in several flavors at once, or as a file. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const TYPES = { html: "text/html", svg: "image/svg+xml", vcf: "text/vcard", csv: "text/csv",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
  const LATER = 10000; // milliseconds after which a download has surely begun
  const LONGEST = 60; // characters of a name in a file's name

  /* `flavors` are texts by type: whatever it is pasted into takes the one it can show. */
  const copied = async (flavors) => {
    if (navigator.clipboard && navigator.clipboard.write && window.ClipboardItem) {
      const blobs = Object.entries(flavors).map(([type, text]) => [type, new Blob([text], { type })]);
      try {
        return await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      } catch {
        /* the older way may still be open */
      }
    }
    const fillIn = (event) => {
      Object.entries(flavors).forEach(([type, text]) => event.clipboardData.setData(type, text));
      event.preventDefault();
    };
    document.addEventListener("copy", fillIn, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fillIn);
    if (!done) throw new Error("refused");
  };

  /* `content` is text, or a Blob of bytes. */
  const file = (content, ending, name) => {
    const type = `${TYPES[ending] || "text/plain"}${typeof content === "string" ? ";charset=utf-8" : ""}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LATER);
  };

  /* Prints a document, or lets the browser save it as PDF, from a frame in which no script runs. `title` is the name
     that browsers propose for the file; `styles` are addresses of style sheets that bring its fonts. */
  const print = (html, title, styles) => {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-same-origin allow-modals";
    frame.title = title;
    frame.className = "pb-make__print";
    frame.addEventListener("load", async () => {
      const inside = frame.contentDocument;
      inside.title = title;
      await inside.fonts.ready;
      frame.contentWindow.addEventListener("afterprint", () => setTimeout(() => frame.remove()));
      frame.contentWindow.print();
    });
    const links = styles.map((address) => `<link rel="stylesheet" href="${address}">`).join("");
    frame.srcdoc = html.replace("</head>", `${links}</head>`);
    document.body.append(frame);
  };

  /* A text as part of a file's name; letters of any script stay. */
  const slug = (text) =>
    [...text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")]
      .slice(0, LONGEST).join("").replace(/^-|-$/g, "");

  space.give = { copied, file, print, slug };
})();
