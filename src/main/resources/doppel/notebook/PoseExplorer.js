/** A share of the square root: a cell with 3 faces must not look like one with none. */
const strength = (count, most) => (count ? 0.12 + 0.88 * Math.sqrt(count / most) : 0.03);

export default {
  render({ model, el }) {
    const [people, counts, columns, degrees, fewest] = ["people", "counts", "columns", "degrees", "fewest"].map(key => model.get(key));
    const rows = counts[0].length / columns;
    const yaw = cell => ((cell % columns) - (columns - 1) / 2) * degrees;
    const pitch = cell => (Math.floor(cell / columns) - (rows - 1) / 2) * degrees;
    const where = cell => `yaw ${yaw(cell)}°, pitch ${pitch(cell)}°`;

    const ask = cell => {
      model.set("cell", cell);
      model.save_changes();
    };
    const step = (event, person) => {
      const cell = model.get("cell");
      const [down, right] = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key] ?? [0, 0];
      if (!(down || right) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const row = Math.max(0, Math.min(Math.floor(cell / columns) + down, rows - 1));
      const column = Math.max(0, Math.min((cell % columns) + right, columns - 1));
      ask(row * columns + column);
      maps[person].cells[row * columns + column].focus();
    };

    const maps = people.map((alias, person) => {
      const name = "AB"[person];
      const most = Math.max(...counts[person], 1);
      const cells = counts[person].map((count, cell) => {
        const lacks = person === 0 && counts[1][cell] > 0 && count < fewest;
        const share = strength(count, most);
        const said = `${name}: ${count} faces at ${where(cell)}${lacks ? ", too few for B" : ""}`;
        return make("button", {
          class: `cell${share > 0.8 ? " full" : ""}${lacks ? " lacking" : ""}`, style: `--share: ${Math.round(100 * share)}%`,
          title: said, "aria-label": said, onclick: () => ask(cell), onkeydown: event => step(event, person),
        }, count ? String(count) : "");
      });
      const said = make("p", { "aria-live": "polite" });
      const faces = make("img", { alt: `faces of ${alias}` });
      const axis = Array.from({ length: columns }, (_, column) => make("span", {}, String(yaw(column))));
      const lines = Array.from({ length: rows }, (_, row) => [
        make("span", {}, String(pitch(row * columns))), ...cells.slice(row * columns, (row + 1) * columns)]).flat();
      return { name, cells, said, faces, element: make("section", { class: `person ${name}`, "aria-label": `${name}: ${alias}` },
        make("h4", {}, `${name}: ${alias}`),
        make("div", { class: "map", style: `--columns: ${columns}` }, ...lines, make("span", {}), ...axis),
        make("p", { class: "doppel-quiet axis" }, "yaw to the right, pitch downwards, degrees"), said, faces) };
    });

    const mark = () => maps.forEach(({ cells }) => cells.forEach((cell, i) => {
      cell.tabIndex = i === model.get("cell") ? 0 : -1;
      cell.setAttribute("aria-pressed", i === model.get("cell"));
    }));
    const show = () => maps.forEach(({ name, said, faces }, person) => {
      const bytes = model.get(`faces${name}`);
      const count = counts[person][model.get("at")];
      said.textContent = `${count === 1 ? "1 face" : `${count || "no"} faces`} at ${where(model.get("at"))}`;
      faces.hidden = !bytes.byteLength;
      if (bytes.byteLength) fill(faces, bytes, "image/jpeg");
    });
    model.on("change:cell", mark);
    model.on("change:shown", show);
    mark();
    show();
    furnish(model, el, make("p", { class: "doppel-quiet" }, model.get("words")),
      make("div", { class: "poses" }, ...maps.map(({ element }) => element)));
  },
};
