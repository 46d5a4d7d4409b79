// Copies a value: <button data-copy="what" data-done="Copied">. What happened is shown on the button and said.
(function () {
  "use strict";

  var LASTING = 1600; // milliseconds that the button says so
  var status;

  function copied(text) {
    if (navigator.clipboard && navigator.clipboard.writeText) {
      return navigator.clipboard.writeText(text).catch(function () {
        return byHand(text);
      });
    }
    return byHand(text);
  }

  // For browsers that give no clipboard to pages without https.
  function byHand(text) {
    var area = document.createElement("textarea");
    var before = document.activeElement;
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.cssText = "position:fixed;top:0;opacity:0";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    if (before) before.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  function say(words) {
    if (!status || !status.isConnected) {
      status = document.createElement("div");
      status.className = "pb-spoken";
      status.setAttribute("role", "status");
      document.body.appendChild(status);
    }
    status.textContent = "";
    requestAnimationFrame(function () {
      status.textContent = words;
    });
  }

  function tell(button) {
    button.classList.add("pb-copied");
    say(button.dataset.done);
    clearTimeout(button.pbTimer);
    button.pbTimer = setTimeout(function () {
      button.classList.remove("pb-copied");
    }, LASTING);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button) return;
    copied(button.dataset.copy).then(
      function () {
        tell(button);
      },
      function () {
        getSelection().selectAllChildren(button.parentElement.querySelector("code"));
      }
    );
  });
})();
