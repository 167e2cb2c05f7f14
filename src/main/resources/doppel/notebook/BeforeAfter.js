// An invisible slider lies over the pictures: drag, click and arrow keys come with it.
export default {
  render({ model, el }) {
    const [before, after] = model.get("names");
    const pictures = [make("img", { alt: before }), make("img", { alt: after, class: "after" })];
    fill(pictures[0], model.get("before"), model.get("type"));
    fill(pictures[1], model.get("after"), model.get("type"));
    const slider = make("input", { type: "range", min: 0, max: 100, step: 0.5, "aria-label": `${before} to ${after}` });
    const frame = make(
      "div", { class: "before-after", style: `max-width: ${model.get("width")}px` },
      ...pictures, make("span", { class: "divider" }),
      make("span", { class: "name" }, before), make("span", { class: "name right" }, after), slider);

    const place = percent => {
      frame.style.setProperty("--at", `${percent}%`);
      slider.setAttribute("aria-valuetext", `${Math.round(percent)} percent ${before}`);
    };
    slider.addEventListener("input", () => place(slider.valueAsNumber));
    slider.addEventListener("change", () => { model.set("at", slider.valueAsNumber); model.save_changes(); });
    const set = () => { slider.value = model.get("at"); place(model.get("at")); };
    model.on("change:at", set);
    set();
    furnish(model, el, frame);
  },
};
