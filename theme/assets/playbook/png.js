// Makes PNG pictures of a drawing in the browser: <div data-svg="..."><button data-png="512" data-name="x-512.png">.
// The drawing stands in the page, because a canvas may not read pictures that came from a file: address.
(function () {
  "use strict";

  var space = (window.brandPlaybook = window.brandPlaybook || {});

  function sized(text, width) {
    var root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    var box = (root.getAttribute("viewBox") || "").trim().split(/[\s,]+/).map(Number);
    var wide = box[2] || parseFloat(root.getAttribute("width"));
    var high = box[3] || parseFloat(root.getAttribute("height"));
    var height = Math.max(1, Math.round((width * high) / wide));
    if (!root.getAttribute("viewBox")) root.setAttribute("viewBox", "0 0 " + wide + " " + high);
    root.setAttribute("width", width);
    root.setAttribute("height", height);
    return { text: new XMLSerializer().serializeToString(root), width: width, height: height };
  }

  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 10000);
  }

  function draw(drawing) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onerror = reject;
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = drawing.width;
        canvas.height = drawing.height;
        canvas.getContext("2d").drawImage(image, 0, 0, drawing.width, drawing.height);
        canvas.toBlob(function (blob) {
          if (blob) resolve(blob);
          else reject(new Error("no picture"));
        }, "image/png");
      };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawing.text);
    });
  }

  /* Saves the text of an SVG as a PNG of a width in px. */
  function png(text, width, name) {
    return draw(sized(text, width)).then(function (blob) {
      save(blob, name);
    });
  }

  // A large drawing stands in a script beside the page, which is asked for when somebody wants the picture.
  function held(offer) {
    if (offer.svg) return Promise.resolve(offer.svg);
    var known = (space.drawings || {})[offer.drawing];
    if (known) return Promise.resolve(known);
    return space.bring(offer.from).then(function () {
      return space.drawings[offer.drawing];
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-png]");
    if (!button) return;
    held(button.parentElement.dataset).then(function (text) {
      return png(text, Number(button.dataset.png), button.dataset.name);
    });
  });

  space.png = png;
})();
