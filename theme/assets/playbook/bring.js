/* For the scripts after this one: what a page needs beside itself is fetched once, by the pages that need it. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const here = document.currentScript.src;
  const brought = {};

  const fetched = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false; // those asked for together run in their order
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(address)));
      document.head.append(script);
    });

  /* Scripts by their addresses, seen from the page; they run in this order, and each but once. */
  space.bring = (...addresses) => {
    const whole = addresses.map((address) => new URL(address, document.baseURI).href);
    return Promise.all(whole.map((address) => (brought[address] ??= fetched(address)))).catch((error) => {
      whole.forEach((address) => delete brought[address]); // all once more: each may build on what is missing
      throw error;
    });
  };

  /* Scripts of ours, from a folder beside this one. */
  space.bringParts = (folder, names) =>
    space.bring(...names.map((name) => new URL(`${folder}/${name}.js`, here)));

  /* Does something with this page, and with each one that the theme puts in its place. */
  space.onPage = (open) => {
    if (window.document$) window.document$.subscribe(open);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", open);
    else open();
  };
})();
