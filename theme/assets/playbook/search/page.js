/* Runs the theme's search worker by way of ours, worker.js, which lies beside this file. Pages opened from a
   disk may start no worker: there, an invisible frame in the page does its work. */

"use strict";

(() => {
  const OURS = new URL("worker.js", document.currentScript.src).href;
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

  window.Worker = function Worker(url, options) {
    const address = new URL(url, location.href).href;
    if (!THEIRS.test(address)) return new Native(url, options);
    return location.protocol === "file:" ? new Framed(OURS, address) : new Native(OURS, { name: address });
  };
})();
