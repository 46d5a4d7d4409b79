/* Makes a document for text processors of what is filled in. The command line does the same in Python
   (playbook/render/docx), and a test holds the two together, byte for byte. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { template } = space;

  const rules = (name) => `<w:${name}>(?:(?!</w:${name}>)[^\\n])*</w:${name}>`;
  const [RUN, LINE, FRAME, GRID] = ["rPr", "pPr", "tblPr", "tblGrid"].map(rules);
  const BREAKS = "(?:<w:r><w:br/></w:r>)+";
  const LEFT_OUT = [
    [`<w:r>(?:${RUN})?<w:t xml:space="preserve"></w:t></w:r>`, ""],
    [`</w:pPr>${BREAKS}`, "</w:pPr>"],
    [`${BREAKS}</w:p>`, "</w:p>"],
    [`<w:p>${LINE}</w:p>\n`, ""],
    [`<w:tbl>${FRAME}${GRID}</w:tbl><w:p>${LINE}<w:r/></w:p>\n`, ""],
  ].map(([pattern, instead]) => [new RegExp(pattern, "g"), instead]);
  const PARAGRAPH = /<w:p>[^\n]*?<\/w:p>/g;
  const WORDS = /<w:t xml:space="preserve">([^<]*)<\/w:t>/g;
  const STRONG =
    /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])|[A-Za-z\u00aa-\u058f\u0900-\u1fff\u2c00-\ud7ff\uf900-\ufb1c]/;

  const turned = (paragraph) => {
    const first = STRONG.exec([...paragraph.matchAll(WORDS)].map((found) => found[1]).join(""));
    if (!first || !first[1]) return paragraph;
    return paragraph
      .replace("</w:pPr>", "<w:bidi/></w:pPr>")
      .replaceAll("</w:rPr>", "<w:rtl/></w:rPr>")
      .replaceAll("<w:r><w:t ", "<w:r><w:rPr><w:rtl/></w:rPr><w:t ");
  };

  const tidy = (text) =>
    LEFT_OUT.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text).replace(PARAGRAPH, turned);

  const CODES = Uint32Array.from({ length: 256 }, (_, at) => {
    let code = at;
    for (let bit = 0; bit < 8; bit++) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
    return code;
  });
  const crc = (bytes) => ~bytes.reduce((sum, byte) => CODES[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) >>> 0;

  /* Whole numbers as ZIP writes them, the lowest byte first: pairs of a number and its bytes. */
  const packed = (...pairs) =>
    pairs.flatMap(([number, size]) => Array.from({ length: size }, (_, at) => (number >>> (8 * at)) & 255));

  const FIRST_DAY = 0x21; // January 1, 1980, the first day that ZIP knows
  const RIGHTS = 0o600 << 16; // as Python writes them
  const told = ({ name, bytes }) =>
    packed([20, 2], [0, 2], [0, 2], [0, 2], [FIRST_DAY, 2], [crc(bytes), 4], [bytes.length, 4], [bytes.length, 4],
      [name.length, 2], [0, 2]);

  /* A ZIP file whose members are stored as they are. Source: PKWARE's APPNOTE, 4.3. */
  const zip = (members) => {
    const parts = [];
    const list = [];
    let at = 0;
    for (const member of members) {
      const head = told(member);
      const start = new Uint8Array([...packed([0x04034b50, 4]), ...head, ...member.name]);
      parts.push(start, member.bytes);
      list.push(...packed([0x02014b50, 4], [20, 2]), ...head, ...packed([0, 2], [0, 2], [0, 2], [RIGHTS, 4], [at, 4]),
        ...member.name);
      at += start.length + member.bytes.length;
    }
    const end = packed([0x06054b50, 4], [0, 4], [members.length, 2], [members.length, 2], [list.length, 4], [at, 4],
      [0, 2]);
    return new Blob([...parts, new Uint8Array([...list, ...end])]);
  };

  const encoder = new TextEncoder();
  const bytesOf = (content, values, wording) =>
    typeof content === "string"
      ? Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      : encoder.encode(tidy(template.fill(content, values, "xml", wording)));

  /* `parts` are paths with what stands there: a template's nodes, or bytes in base64. */
  space.docx = (parts, values, wording) =>
    zip(parts.map(([path, content]) => ({
      name: encoder.encode(path), bytes: bytesOf(content, values, wording),
    })));
})();
