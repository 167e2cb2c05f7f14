/** With shift, an arrow key is worth ten. */
const leap = event => {
  const way = { ArrowRight: 10, ArrowUp: 10, ArrowLeft: -10, ArrowDown: -10 }[event.key];
  if (!way || !event.shiftKey) return;
  event.preventDefault();
  event.target.stepUp(way);
  event.target.dispatchEvent(new Event("input"));
};

const input = (knob, turn) => {
  const name = { "aria-label": knob.name };
  switch (knob.kind) {
    case "slider":
      return make("input", { type: "range", min: knob.from, max: knob.to, step: knob.step, oninput: turn, onkeydown: leap, ...name });
    case "choice":
      return make("select", { onchange: turn, ...name }, ...knob.options.map(option => make("option", {}, option)));
    default:
      return make("input", { type: "checkbox", onchange: turn, ...name });
  }
};

const words = (knob, value) => {
  if (knob.kind !== "slider") return "";
  const decimals = (String(knob.step).split(".")[1] ?? "").length;
  return `${Number(value).toFixed(decimals)} ${knob.unit}`.trim();
};

export default {
  render({ model, el }) {
    const picture = make("img", { alt: "figure" });
    const caption = make("p", { class: "doppel-quiet", "aria-live": "polite" });
    const send = calmly(values => {
      model.set("values", values);
      model.save_changes();
    });

    const rows = model.get("knobs").map(knob => {
      const field = input(knob, () => {
        const value = knob.kind === "toggle" ? field.checked : knob.kind === "slider" ? field.valueAsNumber : field.value;
        said.textContent = words(knob, value);
        picture.classList.add("waiting");
        turned = { ...turned, [knob.name]: value };
        send(turned);
      });
      const said = make("output");
      const parts = knob.kind === "toggle" ? [field, knob.name] : [make("span", {}, knob.name), field, said];
      return { knob, field, said, row: make("label", { class: knob.kind }, ...parts) };
    });

    let turned;
    const set = () => {
      turned = model.get("values");
      for (const { knob, field, said } of rows) {
        const value = turned[knob.name];
        if (knob.kind === "toggle") field.checked = value;
        else if (field.value !== String(value)) field.value = value;
        said.textContent = words(knob, value);
      }
    };
    const draw = () => {
      picture.classList.remove("waiting");
      fill(picture, model.get("picture"), model.get("type"));
      caption.textContent = model.get("caption");
    };
    model.on("change:values", set);
    model.on("change:drawn", draw);
    set();
    draw();

    const toggles = rows.filter(({ knob }) => knob.kind === "toggle").map(({ row }) => row);
    const others = rows.filter(({ knob }) => knob.kind !== "toggle").map(({ row }) => row);
    furnish(model, el,
      make("div", { class: "knobs" }, ...others), make("div", { class: "doppel-row toggles" }, ...toggles), picture, caption);
  },
};
