/* Texts in the files that pages make, for more than one of them. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g; // JSON leaves them as they are, YAML may not

  /* Between quotes: JSON's way of writing is one of YAML's. */
  const quoted = (text) =>
    JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd"))
      .replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

  space.yaml = { quoted };
})();
