/* The checklist: counts what is ticked, keeps it on this device, and makes a file of it. What is kept are only
   the boxes that differ from what the playbook says, so that a newer site shows what it knows itself. */

(() => {
  "use strict";

  const space = window.brandPlaybook; // the file before this one made it
  const QUIET = 700; // milliseconds without a tick before the count is told
  const HAVE = "have", WEAK = "needs-work", NONE = "missing";

  const fill = (words, facts) => words.replace(/\{(\w+)\}/g, (all, name) => (name in facts ? facts[name] : all));

  const storage = (root) => {
    const key = `brand-playbook:checklist:${new URL(root, document.baseURI).pathname}`;
    return {
      key,
      read: () => {
        try {
          const kept = JSON.parse(localStorage.getItem(key));
          return kept && typeof kept === "object" ? kept : {};
        } catch {
          return {};
        }
      },
      write: (kept) => {
        try {
          localStorage.setItem(key, JSON.stringify(kept));
          return true;
        } catch {
          return false;
        }
      },
    };
  };

  /* What a row's boxes say; what needs work is there. */
  const said = (row) => {
    const [have, weak] = row.boxes;
    return weak.checked ? WEAK : have.checked ? HAVE : NONE;
  };

  const tick = (row, is) => {
    const [have, weak] = row.boxes;
    have.checked = is === HAVE || is === WEAK;
    weak.checked = is === WEAK;
    row.element.toggleAttribute("data-changed", said(row) !== row.is);
  };

  const rowsOf = () => {
    const rows = [...document.querySelectorAll(".pb-ticks [data-id]")].map((element) => ({
      element,
      id: element.dataset.id,
      is: element.dataset.is,
      boxes: [...element.querySelectorAll("input")],
    }));
    return new Map(rows.map((row) => [row.id, row]));
  };

  /* A piece of the catalog's cannot be there without its touchpoint. */
  const follow = (page, row, box) => {
    if (box === row.boxes[0]) tick(row, box.checked ? HAVE : NONE);
    else tick(row, box.checked ? WEAK : HAVE);
    const [entry, kind] = row.id.split("/");
    const outer = kind && page.rows.get(entry);
    if (outer && said(row) !== NONE && said(outer) === NONE) tick(outer, HAVE);
    if (row.id.startsWith("c:") && !kind && said(row) === NONE) {
      page.rows.forEach((part) => part.id.startsWith(`${row.id}/`) && tick(part, NONE));
    }
  };

  /* With those of other pages of the same list, where it has several: they leave as one file. */
  const ticks = (page) =>
    [...page.others, ...[...page.rows.values()].filter((row) => said(row) !== row.is).map((row) => [row.id, said(row)])];

  /* `space.ticks` are the ids of the whole list: what is not in it any more is forgotten. */
  const elsewhere = (page, all) => {
    const known = new Set(page.several ? space.ticks : []);
    return all.filter(([id]) => known.has(id) && !page.rows.has(id));
  };

  const written = (form) => {
    const goals = [...form.querySelectorAll("tbody tr")].map((line) =>
      Object.fromEntries([...line.querySelectorAll("[name]")].map((field) => [field.name, field.value.trim()])));
    return {
      conclusions: form.elements.conclusions.value.trim(),
      goals: goals.filter((goal) => goal.goal),
      review: form.elements.review.value,
    };
  };

  const mark = (field) => field.toggleAttribute("data-empty", !field.value);

  const grow = (area) => {
    area.style.height = "";
    if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + 2}px`;
  };

  const addGoal = (form) => {
    const body = form.querySelector("tbody");
    const line = body.rows[0].cloneNode(true);
    line.querySelectorAll("[name]").forEach((field) => (field.value = ""));
    line.querySelectorAll("[type=date]").forEach(mark);
    return body.appendChild(line);
  };

  const write = (form, { conclusions = "", goals: kept, review = "" }) => {
    const goals = Array.isArray(kept) ? kept : [];
    form.elements.conclusions.value = conclusions;
    form.elements.review.value = review;
    const body = form.querySelector("tbody");
    while (body.rows.length < goals.length) addGoal(form);
    [...body.rows].forEach((line, at) => {
      line.querySelectorAll("[name]").forEach((field) => (field.value = (goals[at] || {})[field.name] || ""));
    });
    form.querySelectorAll("[type=date]").forEach(mark);
    grow(form.elements.conclusions);
  };

  const count = (page) => {
    const counts = { [HAVE]: 0, [WEAK]: 0, [NONE]: 0 };
    page.rows.forEach((row) => counts[said(row)]++);
    document.querySelectorAll(".pb-ticks").forEach((table) => {
      const own = [...table.querySelectorAll("tr[data-id]:not(.pb-ticks__part)")];
      const there = own.filter((line) => said(page.rows.get(line.dataset.id)) !== NONE).length;
      table.querySelector(".pb-ticks__count").textContent = fill(page.words.of, { n: there, all: own.length });
    });
    const { there, weak, lacking, changed } = page.words;
    const figures = [[there, counts[HAVE] + counts[WEAK]], [weak, counts[WEAK]], [lacking, counts[NONE]]];
    const own = ticks(page).length;
    return [...figures, ...(own ? [[changed, own]] : [])].map(([words, n]) => fill(words, { n })).join(" · ");
  };

  /* The figures stand there at once, and are told once nobody ticks any more. */
  const tell = (page) => {
    const now = count(page);
    page.seen.textContent = now;
    clearTimeout(page.timer);
    page.timer = setTimeout(() => (page.status.textContent = now), QUIET);
  };

  const keep = (page) => {
    const kept = page.store.write({ ticks: Object.fromEntries(ticks(page)), ...written(page.form) });
    if (!kept) page.told.textContent = page.words.unkept;
    tell(page);
    if (page.link) offer(page);
  };

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const text = (page) =>
    space.checklist.write({ brand: page.root.dataset.brand, date: today(), ticks: ticks(page), ...written(page.form) });

  const name = () => `checklist-${today()}.yml`;

  const take = (page) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text(page)], { type: "application/yaml" }));
    link.download = name();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    page.told.textContent = fill(page.words.taken, { file: link.download });
  };

  /* The repository's own editor, with the file in it, as far as an address may be long. */
  const offer = (page) => {
    const facts = { path: encodeURIComponent(`uploads/${name()}`), text: encodeURIComponent(text(page)) };
    page.link.href = fill(page.root.dataset.newFile, facts);
    page.link.hidden = page.link.href.length > 7000 || !(ticks(page).length || written(page.form).goals.length);
  };

  const open = async (page, file) => {
    const { wrong, found } = space.checklist.read(await file.text());
    if (wrong) {
      page.told.textContent = fill(page.words.unread, { file: file.name, line: wrong });
      return;
    }
    page.rows.forEach((row) => tick(row, row.is));
    page.others = elsewhere(page, found.ticks);
    const here = new Set([...page.rows.keys(), ...page.others.map(([id]) => id)]);
    const gone = found.ticks.filter(([id]) => !here.has(id)).map(([id]) => id.slice(2));
    found.ticks.forEach(([id, is]) => page.rows.has(id) && tick(page.rows.get(id), is));
    write(page.form, found);
    const opened = fill(page.words.opened, { file: file.name, n: found.ticks.length });
    page.told.textContent = gone.length ? `${opened} ${fill(page.words.gone, { names: gone.join(", ") })}` : opened;
    keep(page);
  };

  /* Asked for twice, since it cannot be undone. */
  const clear = (page, button) => {
    if (!button.hasAttribute("data-sure")) {
      button.setAttribute("data-sure", "");
      page.told.textContent = page.words.sure;
      return;
    }
    button.removeAttribute("data-sure");
    page.rows.forEach((row) => tick(row, row.is));
    page.others = [];
    write(page.form, {});
    keep(page);
    page.told.textContent = page.words.cleared;
  };

  const recall = (page) => {
    const kept = page.store.read();
    page.others = elsewhere(page, Object.entries(kept.ticks || {}));
    page.rows.forEach((row) => tick(row, (kept.ticks || {})[row.id] || row.is));
    write(page.form, kept);
  };

  /* Another tab, or a page that one has come back to, may know more. */
  const refresh = (page) => {
    if (!page.root.isConnected) return;
    recall(page);
    tell(page);
    if (page.link) offer(page);
  };

  const listen = (page) => {
    addEventListener("storage", ({ key }) => key === page.store.key && refresh(page));
    addEventListener("pageshow", ({ persisted }) => persisted && refresh(page));
    document.querySelectorAll(".pb-ticking").forEach((part) =>
      part.addEventListener("change", ({ target }) => {
        follow(page, page.rows.get(target.closest("[data-id]").dataset.id), target);
        keep(page);
      }));
    page.form.addEventListener("input", ({ target }) => {
      if (target.type === "date") mark(target);
      if (target.name === "conclusions") grow(target);
      keep(page);
    });
    page.form.addEventListener("submit", (event) => event.preventDefault());
    const more = page.form.querySelector("[data-do=goal]");
    more.hidden = false;
    more.addEventListener("click", () => addGoal(page.form).querySelector("[name]").focus());
    page.root.querySelector("[data-do=take]").addEventListener("click", () => take(page));
    const again = page.more.querySelector("[data-do=clear]");
    again.addEventListener("click", () => clear(page, again));
    again.addEventListener("blur", () => again.removeAttribute("data-sure"));
    page.more.querySelector("[type=file]").addEventListener("change", async ({ target }) => {
      if (target.files[0]) await open(page, target.files[0]);
      target.value = ""; // or the same file, mended, would be no change
    });
  };

  space.checklist.start = (root) => {
    const more = root.nextElementSibling;
    const page = {
      root,
      more,
      words: JSON.parse(root.dataset.words),
      store: storage(root.dataset.root),
      rows: rowsOf(),
      several: root.hasAttribute("data-from"),
      others: [],
      form: document.querySelector(".pb-resolve"),
      seen: root.querySelector(".pb-tally__seen"),
      status: root.querySelector("[role=status]"),
      told: root.querySelector(".pb-tally__told"),
      link: root.querySelector(".pb-tally__write"),
    };
    recall(page);
    root.hidden = more.hidden = false;
    listen(page);
    keep(page);
  };
})();
