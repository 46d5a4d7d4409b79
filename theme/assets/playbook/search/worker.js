/* The theme's search worker, whose address is this worker's name, made to take letters with and without
   accents for the same. It keeps and seeks words without them, and without brackets or quotes before them; it
   shows them as they are written. */

"use strict";

(() => {
  const load = self.importScripts;
  const send = self.postMessage;
  const marked = /<mark>[^\p{L}\p{N}<]*(.*?)[^\p{L}\p{N}>]*<\/mark>/gu;
  const opening = /(^|\s)[\p{Ps}\p{Pi}'¿¡]+/gu;

  function fold(words) {
    const bare = words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    return bare.replace(opening, "$1");
  }

  function indexed(word) {
    return fold(word).replace(/^"+/, ""); /* in what is asked, they mark a phrase */
  }

  /* The terms of a result are marked in the page it leads to: there they are spelled as in the text. */
  function spelled(result) {
    const found = `${result.title} ${result.text}`.matchAll(marked);
    const missing = Object.entries(result.terms).filter(([, there]) => !there);
    const words = Array.from(found, ([, word]) => [word.toLowerCase(), true]);
    return words.length ? { ...result, terms: Object.fromEntries([...words, ...missing]) } : result;
  }

  self.importScripts = (...urls) => load.apply(self, urls.map((url) => new URL(url, self.name).href));

  self.postMessage = (message) => {
    const items = message.data && message.data.items;
    if (items) message.data.items = items.map((results) => results.map(spelled));
    send.call(self, message);
  };

  self.addEventListener("message", ({ data }) => {
    if (typeof data.data === "string") data.data = fold(data.data);
  });

  self.playbookReady = Promise.resolve(self.importScripts(self.name)).then(() => {
    const run = lunr.Pipeline.prototype.run;
    lunr.Pipeline.prototype.run = function runFolded(tokens) {
      const folded = run.call(this, tokens).map((token) => token.update(indexed));
      return folded.filter(String);
    };
  });
})();
