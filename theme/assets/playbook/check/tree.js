/* A drawing read into a plain tree, in which nothing runs and nothing is loaded; after `observe/svg/xmltree.py`. */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const { Refusal, bytes } = check;
  const MAX_BYTES = 5000000;
  const MAX_NODES = 10000;
  const MAX_DEPTH = 200;
  const SVG = "http://www.w3.org/2000/svg";
  const WRONG = "http://www.w3.org/1999/xhtml";
  const PREFIXES = { "http://www.w3.org/1999/xlink": "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:" };
  const TEXTS = [3, 4]; // nodes of text and of CDATA

  const encoding = (content) => {
    const start = bytes(content.subarray(0, 200));
    if (start.startsWith("\xff\xfe")) return "utf-16le";
    if (start.startsWith("\xfe\xff")) return "utf-16be";
    return /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(start)?.[1] || "utf-8";
  };

  const decoded = (content) => {
    try {
      return new TextDecoder(encoding(content), { fatal: true }).decode(content);
    } catch {
      throw new Refusal("malformed", { line: 1 });
    }
  };

  const parsed = (text) => {
    const made = new DOMParser().parseFromString(text, "image/svg+xml");
    const wrong = made.getElementsByTagNameNS(WRONG, "parsererror")[0];
    const told = wrong ? wrong.textContent : made.documentElement.localName === "parsererror" ? "line 1" : "";
    if (/nest|depth/i.test(told)) throw new Refusal("too-deep", { limit: MAX_DEPTH });
    if (told) throw new Refusal("malformed", { line: Number(/line(?: number)? (\d+)/i.exec(told)?.[1] || 1) });
    return made.documentElement;
  };

  /* Attributes without a namespace by their name, those of XLink and XML as `xlink:href` and `xml:space`. */
  const attributes = (element) => {
    const found = Object.create(null);
    for (const { namespaceURI, localName, value } of element.attributes) {
      if (!namespaceURI) found[localName] = value;
      else if (PREFIXES[namespaceURI]) found[PREFIXES[namespaceURI] + localName] = value;
    }
    return found;
  };

  /* The words between an element's start, or an element before them, and the next element. */
  const words = (from) => {
    const parts = [];
    for (let node = from; node && node.nodeType !== 1; node = node.nextSibling) {
      if (TEXTS.includes(node.nodeType)) parts.push(node.data);
    }
    return parts.join("");
  };

  const nodeOf = (element) => ({
    name: element.localName,
    isSvg: element.namespaceURI === SVG,
    attributes: attributes(element),
    text: words(element.firstChild),
    tail: words(element.nextSibling),
    children: [],
  });

  const tree = (element) => {
    const root = nodeOf(element);
    const stack = [[element, root, 1]];
    let count = 1;
    while (stack.length) {
      const [from, node, depth] = stack.pop();
      if (depth > MAX_DEPTH) throw new Refusal("too-deep", { limit: MAX_DEPTH });
      for (const child of from.children) {
        count += 1;
        if (count > MAX_NODES) throw new Refusal("too-complex", { limit: MAX_NODES });
        node.children.push(nodeOf(child));
        stack.push([child, node.children.at(-1), depth + 1]);
      }
    }
    return root;
  };

  /* The root of a drawing, and its text. */
  const read = (content) => {
    if (content.length > MAX_BYTES) throw new Refusal("too-large", { size: content.length, limit: MAX_BYTES });
    const text = decoded(content);
    if (!text.includes("svg")) throw new Refusal("not-svg");
    if (text.includes("<!ENTITY")) throw new Refusal("doctype");
    const root = tree(parsed(text));
    if (root.name !== "svg") throw new Refusal("not-svg");
    if (!root.isSvg) throw new Refusal("namespace");
    return { root, text };
  };

  /* An element and all below it, in document order. */
  function* walk(root) {
    const stack = [root];
    while (stack.length) {
      const node = stack.pop();
      yield node;
      stack.push(...node.children.toReversed());
    }
  }

  check.tree = { MAX_BYTES, read, walk };
})();
