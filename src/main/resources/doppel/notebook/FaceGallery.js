const MARKS = { KEPT: ["kept", "✓"], REJECTED: ["rejected", "✗"], UNDECIDED: ["", ""] };

export default {
  render({ model, el }) {
    const [side, columns, perPage, count] = ["side", "columns", "perPage", "count"].map(key => model.get(key));
    const pages = Math.ceil(count / perPage);
    let at = 0; // the face on this page that keys act on

    // one page at a time is asked for; of those that are wanted meanwhile, the last
    let wanted = model.get("page"), asked = wanted, turning = false, next = null;
    const ask = page => { turning = true; asked = page; model.send({ act: "turn", page }); };
    // a key means the page that is wanted, though the last one may still be shown
    const act = name => model.send({ act: name, face: Math.min(wanted * perPage + at, count - 1) });
    const turn = (page, place) => {
      if (page < 0 || page >= pages) return;
      at = place;
      wanted = page;
      grid.classList.add("waiting");
      if (turning) next = page;
      else ask(page);
    };
    const takeBack = name => { next = null; wanted = turning ? asked : model.get("page"); act(name); };
    const arrive = () => {
      turning = false;
      wanted = next ?? model.get("page");
      next = null;
      if (wanted !== model.get("page")) ask(wanted);
    };

    const faces = Array.from({ length: Math.min(perPage, count) }, (_, i) => {
      const mark = make("span", { class: "mark", "aria-hidden": "true" });
      const caption = make("span", { class: "caption" });
      const face = make("div", { class: "face", role: "option", tabindex: -1, onclick: () => move(i, true) },
        make("span", { class: "picture", style: `--x: ${i % columns}; --y: ${Math.floor(i / columns)}` }, mark), caption);
      return { face, mark, caption };
    });
    const shown = () => model.get("names").length;
    const grid = make("div", {
      class: "faces", role: "listbox", "aria-label": `faces of ${model.get("person")}`,
      style: `--side: ${side}px; --columns: ${columns}`, onkeydown: event => key(event),
    }, ...faces.map(({ face }) => face));

    const move = (to, focus) => {
      at = Math.max(0, Math.min(to, shown() - 1));
      faces.forEach(({ face }, i) => {
        face.tabIndex = i === at ? 0 : -1;
        face.setAttribute("aria-selected", i === at);
      });
      if (focus) faces[at].face.focus();
    };
    const step = by => {
      const to = at + by;
      if (to >= 0 && to < shown()) move(to, true);
      else turn(wanted + Math.sign(by), by > 0 ? to % perPage : (to + perPage) % perPage);
    };
    const perRow = () => {
      const top = faces[0].face.offsetTop;
      const next = faces.findIndex(({ face }) => face.offsetTop !== top);
      return next < 0 ? faces.length : next;
    };

    const keys = {
      ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => step(perRow()), ArrowUp: () => step(-perRow()),
      PageDown: () => turn(wanted + 1, at), PageUp: () => turn(wanted - 1, at),
      Home: () => move(0, true), End: () => move(shown() - 1, true),
      k: () => act("keep"), r: () => act("reject"), u: () => takeBack("undo"), U: () => takeBack("redo"),
    };
    const key = event => {
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    };

    const button = (label, title, onclick) => make("button", { title, onclick }, label);
    const place = make("span", { class: "place" });
    const counts = make("span", { class: "doppel-quiet", "aria-live": "polite" });
    const bar = make("div", { class: "doppel-row" },
      button("‹", "page before (page up)", keys.PageUp), place, button("›", "next page (page down)", keys.PageDown),
      button("✓ Keep", "keep (k)", keys.k), button("✗ Reject", "reject (r)", keys.r), button("Undo", "undo (u), redo (shift u)", keys.u),
      counts);

    const showMarks = () => {
      const marks = model.get("marks"), names = model.get("names"), captions = model.get("captions");
      faces.forEach(({ face, mark, caption }, i) => {
        face.hidden = i >= names.length;
        if (face.hidden) return;
        const [word, sign] = MARKS[marks[i]] ?? MARKS.UNDECIDED;
        face.dataset.mark = word;
        mark.textContent = sign;
        caption.textContent = captions[i];
        face.setAttribute("aria-label", ["face", names[i], captions[i], word].join(" ").trim());
        face.title = [names[i], captions[i], word].filter(Boolean).join(" · ");
      });
      counts.textContent = model.get("counts");
    };
    let sheet = "";
    const showPage = () => {
      const mine = grid.contains(document.activeElement);
      URL.revokeObjectURL(sheet);
      sheet = URL.createObjectURL(new Blob([model.get("sheet")], { type: "image/jpeg" }));
      grid.style.setProperty("--sheet", `url(${sheet})`);
      grid.classList.remove("waiting");
      place.textContent = `page ${model.get("page") + 1} of ${pages}`;
      showMarks();
      move(at, mine);
    };
    model.on("change:shown", () => { showPage(); arrive(); });
    model.on("change:fault", () => { turning = false; wanted = model.get("page"); next = null; });
    model.on("change:marks", showMarks);
    model.on("change:counts", showMarks);
    model.on("change:focus", () => move(model.get("focus") % perPage, grid.contains(document.activeElement)));
    showPage();
    furnish(model, el, bar, grid);
    return () => URL.revokeObjectURL(sheet);
  },
};
