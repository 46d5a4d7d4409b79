/* Runs the theme's search worker by way of ours, worker.js, which lies beside this file. Pages opened from a
   disk may start no worker: there, an invisible frame in the page does its work. The index, which is larger than
   many a page, is fetched only when somebody is about to search. */

"use strict";

(() => {
  const OURS = new URL("worker.js", document.currentScript.src).href;
  const INDEX = /\/search\/search_index\.json$/;
  const SEARCH = ".md-search, [for=__search]";
  const THEIRS = /\/assets\/javascripts\/workers\/search\.[^/]*$/;
  const Native = window.Worker;

  /* A worker's face, and a frame behind it. */
  class Framed extends EventTarget {
    constructor(script, name) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      (document.body || document.documentElement).append(frame);
      const inside = frame.contentWindow;
      inside.name = name;
      inside.importScripts = (...urls) =>
        urls.reduce((before, url) => before.then(() => load(inside.document, url)), Promise.resolve());
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.ready = inside.importScripts(script).then(() => inside.playbookReady);
      this.inside = inside;
    }

    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  }

  function load(document, url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error(url));
      script.src = url;
      document.head.append(script);
    });
  }

  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q")) resolve();
    ["focusin", "pointerover", "touchstart", "change"].forEach((type) =>
      addEventListener(type, ({ target }) => {
        if (target.closest && target.closest(SEARCH) || target.id === "__search") resolve();
      }, { passive: true }));
  });

  /* The theme shuts the search a moment after a page was opened at a part of it, and does not notice when the field
     is left and entered at once. What somebody types is looked for, so its answers are shown. */
  addEventListener("input", ({ target }) => {
    const open = document.getElementById("__search");
    if (target.matches(".md-search__input") && !open.checked) open.click();
  });

  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, url, ...rest) {
      this.waits = INDEX.test(new URL(url, location.href).pathname);
      super.open(method, url, ...rest);
    }

    send(body) {
      if (this.waits) wanted.then(() => super.send(body));
      else super.send(body);
    }
  };

  window.Worker = function Worker(url, options) {
    const address = new URL(url, location.href).href;
    if (!THEIRS.test(address)) return new Native(url, options);
    return location.protocol === "file:" ? new Framed(OURS, address) : new Native(OURS, { name: address });
  };
})();
