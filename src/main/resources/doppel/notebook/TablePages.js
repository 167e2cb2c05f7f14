// Ten rows of a table; heads sort, buttons turn the page. Java keeps the table and sends what is asked for.
export default {
  render({ model, el }) {
    const heads = model.get("heads");
    const pages = Math.ceil(model.get("count") / 10);
    const ask = change => {
      model.set("ask", { ...model.get("ask"), ...change });
      model.save_changes();
    };
    const sort = column => {
      const { column: now, down } = model.get("ask");
      ask({ page: 0, column, down: column === now && !down });
    };

    const buttons = heads.map(({ name }, column) =>
      make("button", { title: `sort by ${name}`, onclick: () => sort(column) }, name));
    const faces = model.get("faces").length > 0;
    const body = make("tbody");
    const table = make(
      "table", {},
      make("thead", {}, make(
        "tr", {}, ...(faces ? [make("th")] : []),
        ...heads.map(({ number }, column) => make("th", { class: number ? "number" : "" }, buttons[column])))),
      body);

    const turn = (words, label, step) =>
      make("button", { "aria-label": label, onclick: () => ask({ page: model.get("first") / 10 + step }) }, words);
    const back = turn("‹", "previous page", -1);
    const on = turn("›", "next page", 1);
    const place = make("span", { class: "doppel-quiet", "aria-live": "polite" });

    const draw = () => {
      const first = model.get("first");
      const { column: sorted, down } = model.get("ask");
      body.replaceChildren(...model.get("rows").map((row, at) => make(
        "tr", {},
        ...(faces ? [make("td", {}, make("img", { src: model.get("faces")[at], alt: "", width: 40, height: 40 }))] : []),
        ...row.map((cell, column) => make("td", { class: heads[column].number ? "number" : "" }, cell)))));
      buttons.forEach((button, column) => {
        button.textContent = heads[column].name + (column === sorted ? (down ? " ↓" : " ↑") : "");
      });
      place.textContent = `rows ${first + 1} to ${first + model.get("rows").length} of ${model.get("count")}`;
      back.disabled = first === 0;
      on.disabled = first / 10 >= pages - 1;
    };
    model.on("change:rows", draw);
    model.on("change:first", draw);
    draw();
    furnish(
      model, el, make("b", {}, model.get("title")), make("div", { class: "table-pages" }, table),
      make("div", { class: "doppel-row" }, back, on, place));
  },
};
