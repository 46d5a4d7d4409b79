/* A photo chosen from the device: made anew in the page, no larger than its place, and sent nowhere. */

(() => {
  "use strict";

  const space = (window.brandPlaybook = window.brandPlaybook || {});
  const { make, button } = space.fields; // files before this one
  const START = "data:image/";
  const MOST = 1200000; // characters
  const QUALITIES = [0.85, 0.7, 0.55, 0.4, 0.25, 0.1];
  const WIDEST = 2560; // px of one whose place has no size

  /* As the data of an address less its first words; what shows through is white, as on paper. */
  const madeOf = (image, { width, height }) => {
    const canvas = make("canvas");
    const scale = Math.min(1, width ? Math.max(width / image.width, height / image.height)
      : WIDEST / Math.max(image.width, image.height));
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const tries = QUALITIES.map((quality) => () => canvas.toDataURL("image/jpeg", quality).slice(START.length));
    return tries.reduce((made, next) => (made && made.length <= MOST ? made : next()), "");
  };

  /* By how many percent it is too small for its place. */
  const lacks = (image, { width, height }) =>
    Math.max(0, Math.ceil((Math.max(width / image.width, height / image.height) - 1) * 100));

  const refusal = (image, { fills }, words) => {
    const by = fills.width ? lacks(image, fills) : 0;
    const facts = { wide: image.width, high: image.height, width: fills.width, height: fills.height, by };
    return by ? words["photo.small"].replace(/\{(\w+)\}/g, (_, name) => facts[name]) : "";
  };

  const take = async (photo, file) => {
    const { field, words } = photo;
    const turn = (photo.turn += 1);
    let image = null;
    try {
      image = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      /* told below */
    }
    if (turn !== photo.turn) return; // another one was chosen meanwhile
    photo.control.refused = image ? refusal(image, field, words) : words["photo.none"];
    photo.value = photo.control.refused ? "" : madeOf(image, field.fills);
    if (photo.value.length > MOST) {
      photo.control.refused = words["photo.heavy"];
      photo.value = "";
    }
    photo.drop.hidden = false;
    photo.changed(photo.control);
  };

  /* Leaving the dialog without a file empties the field: what was chosen before still stands. */
  const chosen = (photo) => {
    const { input } = photo.control;
    if (!input.files.length) return (input.files = photo.files.files);
    photo.files = new DataTransfer();
    photo.files.items.add(input.files[0]);
    return take(photo, input.files[0]);
  };

  const clear = (photo) => {
    photo.turn += 1;
    photo.files = new DataTransfer();
    photo.value = "";
    photo.control.refused = "";
    photo.drop.hidden = true;
    photo.control.input.value = "";
  };

  /* `changed` is told when another photo, or none, is there. */
  const photoFor = (field, id, words, changed) => {
    const input = make("input", { id, name: field.name, type: "file", accept: "image/*",
      "aria-describedby": `${id}-help ${id}-error` });
    const help = make("p", { id: `${id}-help`, class: "pb-make__help" }, field.help, " ", words["photo.kept"]);
    const error = make("p", { id: `${id}-error`, class: "pb-make__error" });
    const label = make("label", { for: id }, field.label);
    const photo = { field, words, changed, value: "", turn: 0, files: new DataTransfer() };
    photo.drop = button(words["photo.drop"], () => {
      clear(photo);
      input.focus();
      changed(photo.control);
    }, { hidden: "" });
    const choice = make("div", { class: "pb-make__photo" }, input, photo.drop);
    const row = make("div", { class: "pb-make__field pb-make__field--picture" }, label, choice, help, error);
    photo.control = { field, input, error, row, read: () => photo.value, write: () => clear(photo) };
    input.addEventListener("change", () => chosen(photo));
    return photo.control;
  };

  space.photo = { photoFor };
})();
