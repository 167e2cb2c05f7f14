const A = "#0072B2";
const B = "#D55E00";
const FIELDS = 5;

/** Numbers of one column of the table that Java sends. */
const column = (table, field) => Array.from({ length: table.length / FIELDS }, (_, row) => table[row * FIELDS + field]);

const table = view =>
  new Float32Array(view ? view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) : new ArrayBuffer(0));

/** 1, 2, 5, 10, 20, 50 … between the two; all nine of a decade if there is less than one. */
const logarithmicTicks = (least, most) => {
  const parts = most / least < 8 ? [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9] : most / least < 80 ? [1, 2, 5] : [1];
  const ticks = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
    for (const part of parts) ticks.push(part * 10 ** power);
  }
  return ticks.filter(tick => tick >= least && tick <= most);
};

/** About five round numbers from 0. */
const stepTicks = most => {
  const rough = Math.max(1, most / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const distance = [1, 2, 5, 10].map(part => part * power).find(each => each >= rough);
  return Array.from({ length: Math.floor(most / distance) + 1 }, (_, i) => i * distance);
};

const short = number => Number(number.toPrecision(2)).toString();

/** Draws the losses as they were, pale, and smoothed, on a logarithmic axis. */
const drawLosses = (canvas, losses, changes) => {
  const style = getComputedStyle(canvas);
  const [text, quiet, line] = ["--doppel-text", "--doppel-quiet", "--doppel-line"].map(name => style.getPropertyValue(name));
  const { clientWidth: width, clientHeight: height } = canvas;
  const fine = window.devicePixelRatio || 1;
  canvas.width = width * fine;
  canvas.height = height * fine;
  const pen = canvas.getContext("2d");
  pen.scale(fine, fine);
  pen.font = `12px ${style.fontFamily}`;

  const steps = column(losses, 0);
  if (steps.length < 2) {
    pen.fillStyle = quiet;
    pen.textAlign = "center";
    pen.fillText("the losses appear here", width / 2, height / 2);
    return;
  }
  const lines = [1, 2, 3, 4].map(field => column(losses, field));
  const least = Math.min(...lines.flat()) * 0.93;
  const most = Math.max(...lines.flat()) * 1.07;
  const [left, right, top, bottom] = [44, width - 8, 10, height - 34];
  const x = step => left + ((right - left) * step) / steps.at(-1);
  const y = loss => bottom - ((bottom - top) * Math.log(loss / least)) / Math.log(most / least);

  const rule = (fromX, fromY, toX, toY) => {
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  };
  pen.lineWidth = 1;
  pen.fillStyle = quiet;
  pen.strokeStyle = line;
  pen.globalAlpha = 0.45;
  const across = logarithmicTicks(least, most);
  const along = stepTicks(steps.at(-1));
  for (const loss of across) rule(left, y(loss), right, y(loss));
  for (const step of along) rule(x(step), top, x(step), bottom);
  pen.globalAlpha = 1;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const loss of across) pen.fillText(short(loss), left - 6, y(loss));
  pen.textAlign = "center";
  pen.textBaseline = "top";
  for (const step of along) pen.fillText(step.toLocaleString("en-US"), x(step), bottom + 4);
  pen.fillText("step", (left + right) / 2, bottom + 19);
  pen.save();
  pen.translate(2, (top + bottom) / 2);
  pen.rotate(-Math.PI / 2);
  pen.fillText("loss", 0, 0);
  pen.restore();

  pen.textBaseline = "top";
  changes.forEach(([step, words], i) => {
    pen.strokeStyle = quiet;
    pen.setLineDash([3, 3]);
    rule(x(step), top, x(step), bottom);
    pen.setLineDash([]);
    const late = x(step) > (left + right) / 2;
    pen.textAlign = late ? "right" : "left";
    pen.fillText(words, x(step) + (late ? -4 : 4), top + 22 + 15 * (i % 4));
  });

  const curve = (losses, color, alpha, thick) => {
    pen.strokeStyle = color;
    pen.globalAlpha = alpha;
    pen.lineWidth = thick;
    pen.lineJoin = "round";
    pen.beginPath();
    losses.forEach((loss, i) => pen.lineTo(x(steps[i]), y(loss)));
    pen.stroke();
    pen.globalAlpha = 1;
  };
  curve(lines[0], A, 0.4, 0.8);
  curve(lines[1], B, 0.4, 0.8);
  curve(lines[2], A, 1, 2.2);
  curve(lines[3], B, 1, 2.2);

  pen.textAlign = "left";
  pen.textBaseline = "middle";
  [["person A", A], ["person B", B]].forEach(([name, color], i) => {
    const place = right - 170 + 88 * i;
    pen.strokeStyle = color;
    pen.lineWidth = 3;
    rule(place, top + 8, place + 18, top + 8);
    pen.fillStyle = text;
    pen.fillText(name, place + 23, top + 9);
  });
};

export default {
  render({ model, el }) {
    const ask = (act, value = 0) => model.send({ act, value });
    const press = (words, act, hint) => make("button", { onclick: () => ask(act), title: hint }, words);
    const buttons = [
      press("Stop", "stop", "ends the run after this step and saves it"),
      press("Save", "save", "saves after this step and goes on"),
      press("Preview", "preview", "draws the faces after this step"),
    ];

    /** A slider that is sent when it is let go, and that follows Java when nobody holds it. */
    const slider = (name, unit, limits, toPlace, toValue, act) => {
      const said = make("output");
      const say = value => {
        said.textContent = `${value} ${unit}`.trim();
        field.setAttribute("aria-valuetext", said.textContent);
      };
      const value = () => toValue(field.valueAsNumber);
      const field = make("input", {
        type: "range",
        ...limits,
        "aria-label": name,
        oninput: () => say(value()),
        onchange: () => ask(act, value()),
      });
      const set = now => {
        if (el.querySelector("input:active") === field) return;
        field.value = toPlace(now);
        say(now);
      };
      return { field, set, row: make("label", {}, name, field, said) };
    };
    const first = model.get("firstRate");
    const rate = slider("learning rate", "", { min: -1, max: 1, step: 0.05 },
      value => Math.log10(value / first), place => Number((first * 10 ** place).toPrecision(3)), "rate");
    const warp = slider("warp", "of the side", { min: 0, max: 0.05, step: 0.001 },
      value => value, place => Number(place.toFixed(3)), "warp");

    const facts = make("div", { class: "facts" });
    const progress = make("progress", { max: 1000, "aria-label": "how much of the run is done" });
    const canvas = make("canvas", { role: "img" });
    const picture = make("img", { alt: "rows of faces: A, A drawn as A, A drawn as B, B, B drawn as B, B drawn as A" });
    const caption = make("figcaption", {}, "the first preview appears here");
    const figure = make("figure", { class: "none" }, picture, caption);
    const ending = make("p", { class: "ending", role: "status" });

    const draw = () => drawLosses(canvas, table(model.get("losses")), model.get("changes") ?? []);
    const tell = () => {
      facts.replaceChildren(...model.get("facts").map(([name, value]) =>
        make("span", {}, make("span", { class: "doppel-quiet" }, `${name} `), value)));
      progress.value = model.get("done");
      canvas.setAttribute("aria-label", `losses of A and B, ${model.get("facts").flat().join(" ")}`);
      ending.textContent = model.get("ending");
      rate.set(model.get("rate"));
      warp.set(Number(model.get("warp").toFixed(4)));
      for (const part of [...buttons, rate.field, warp.field]) part.disabled = !model.get("going");
      draw();
    };
    const show = () => {
      if (!model.get("preview")) return;
      figure.classList.remove("none");
      fill(picture, model.get("preview"), "image/jpeg");
      caption.textContent = `preview at step ${model.get("previewStep").toLocaleString("en-US")}: A, as A, as B · B, as B, as A`;
    };

    furnish(model, el, make("div", { class: "board" },
      make("header", {}, make("b", {}, `training ${model.get("name")}`), facts),
      progress,
      make("div", { class: "pictures" }, make("div", { class: "chart" }, canvas), figure),
      make("footer", {}, make("div", { class: "doppel-row" }, ...buttons), rate.row, warp.row, ending)));
    tell();
    show();
    model.on("change:looks", tell);
    model.on("change:preview", show);
    const sizes = new ResizeObserver(calmly(draw));
    sizes.observe(canvas);
    const themes = new MutationObserver(draw);
    themes.observe(document.body, { attributes: true });
    return () => {
      model.off("change:looks", tell);
      model.off("change:preview", show);
      sizes.disconnect();
      themes.disconnect();
    };
  },
};
