/* What a file is, told by its content as `playbook/observe/sniff.py` tells it. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal } = check;
  const HEAD = 4096;
  const MAGIC = [["\x89PNG\r\n\x1a\n", "png"], ["\xff\xd8\xff", "jpeg"], ["GIF87a", "gif"], ["GIF89a", "gif"]];
  const OTHERS = [
    ["8BPS", "Photoshop"], ["%!PS", "PostScript"], ["II*\0", "TIFF"], ["MM\0*", "TIFF"], ["BM", "BMP"],
    ["\x1f\x8b", "gzip"], ["wOF", "WOFF"], ["OTTO", "OpenType"], ["\0\x01\0\0\0", "TrueType"], ["{\\rtf", "RTF"],
    ["\0\0\0", "MP4"],
  ];
  const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  const ODD = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;
  const WIDE = /^(?:\xff\xfe|\xfe\xff)/;
  const BLANK = new Set([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0d, 0x0a, 0x0c]);
  const LEADING = /^[\xef\xbb\xbf\xff\xfe \t\r\n\f]+/;
  const SVG = /<(?:\w+:)?svg[\s>]/;
  const HTML = /<(?:!doctype\s+html|html|head|body|table|div|meta|p|h1)[\s>]/i;
  const MARKUP = /^(?:<\?xml[^>]*>|<!--[^]*?-->|\s)*</;

  /* Bytes as text of one character each. */
  const bytes = (content) => {
    const parts = [];
    for (let at = 0; at < content.length; at += 8192) parts.push(String.fromCharCode(...content.subarray(at, at + 8192)));
    return parts.join("");
  };

  /* The ending of a name with its dot, in lower case; empty without one. */
  const ending = (name) => (/^.+(\.[^.]+)$/.exec(name.split(/[\\/]/).pop())?.[1] || "").toLowerCase();

  const byEnding = (found) => {
    const kinds = window.brandPlaybook.checkWords.endings;
    const text = ["html", "css", "markdown", "text", "svg"].find((kind) => kinds[kind].includes(found));
    if (text) return text;
    if (Object.values(kinds).some((endings) => endings.includes(found))) throw new Refusal("not-this", { ending: found });
    throw new Refusal("unknown-kind", { found: found || "?" });
  };

  const written = (name, start) => {
    const other = OTHERS.find(([magic]) => start.startsWith(magic));
    if (other) throw new Refusal("unknown-kind", { found: other[1] });
    const wide = WIDE.test(start);
    const head = wide ? start.replaceAll("\0", "").slice(0, HEAD) : start.slice(0, HEAD);
    const own = ending(name);
    if (!wide && ODD.test(head)) throw new Refusal("unknown-kind", { found: own || "?" });
    const bare = head.replace(LEADING, "");
    const { markdown, text, html } = window.brandPlaybook.checkWords.endings;
    if (MARKUP.test(bare) && ![...markdown, ...text].includes(own)) {
      const [drawing, page] = [bare.search(SVG), bare.search(HTML)];
      if (drawing >= 0 && (page < 0 || drawing < page)) return "svg";
      if (page >= 0 || html.includes(own)) return "html";
    }
    return byEnding(own);
  };

  /* The kind of a file; `zip` for what Office wraps, which is not looked into here. */
  const kind = (name, content) => {
    if (content.every((byte) => BLANK.has(byte))) throw new Refusal("empty");
    const start = bytes(content.subarray(0, 2 * HEAD));
    const known = MAGIC.find(([magic]) => start.startsWith(magic));
    if (known) return known[1];
    if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "webp";
    if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
    if (start.startsWith("PK") || start.startsWith(OLE)) return "zip";
    return written(name, start);
  };

  /* The format that a name claims where it is another; a name without ending claims none. */
  const claimed = (name, found) => {
    const own = ending(name);
    return !own || window.brandPlaybook.checkWords.endings[found].includes(own) ? "" : own.slice(1);
  };

  Object.assign(check, { bytes, ending, kind, claimed });
})();
