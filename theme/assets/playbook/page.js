// What a page asks of its browser: to wear its own brand, and a button that prints it.
(function () {
  "use strict";

  // The theme's instant navigation changes the head and the content, and leaves the root as it was.
  function wear() {
    var told = document.head.querySelector("meta[name=pb-brand]");
    if (told) document.body.setAttribute("data-pb-brand", told.content);
    else document.body.removeAttribute("data-pb-brand");
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("button[data-pb-print]")) window.print();
  });

  if (window.document$) window.document$.subscribe(wear);
})();
