const WIDEST = 640, FRAMES_A_SECOND = 12, MOST_AHEAD = 40;

/** One arc for each step of the script, filled as far as it has been seen. */
const ring = script => {
  const around = 2 * Math.PI * 42, arc = around / script.length, gap = 3;
  const circle = (kind, i, length) =>
    `<circle class="${kind}" cx="50" cy="50" r="42" stroke-dasharray="${length} ${around}" stroke-dashoffset="${-i * arc}"/>`;
  const box = make("div", { class: "ring", role: "img" });
  const show = shares => {
    const full = shares.filter(share => share >= 1).length;
    box.innerHTML = `<svg viewBox="0 0 100 100"><g transform="rotate(-90 50 50)">${
      shares.map((share, i) => circle("rail", i, arc - gap) + (share > 0 ? circle("seen", i, share * (arc - gap)) : "")).join("")
    }</g><text x="50" y="56">${full}/${script.length}</text></svg>`;
    box.setAttribute("aria-label", `${full} of ${script.length} steps seen often enough`);
  };
  return { box, show };
};

const form = model => {
  const field = (name, type, more) => make("input", { name, type, ...more });
  const row = (words, input) => make("label", { class: "row" }, make("span", {}, words), input);
  const tick = (name, words, on) => make("label", {}, make("input", { name, type: "checkbox", checked: on }), ` ${words}`);
  const begin = make("button", { type: "submit", disabled: true }, "Agree and go on");
  const agreed = make("input", { name: "agreed", type: "checkbox", onchange: () => { begin.disabled = !agreed.checked; } });
  const sheet = make("form", { class: "consent" },
    make("p", {}, "Whose face is it, and what was agreed? The recording stays on this machine; the agreement is put on file with it."),
    row("Alias", field("alias", "text", { placeholder: "anna", pattern: "[a-z0-9\\-]{1,40}", required: true, title: "a-z, 0-9 and -" })),
    row("Agreed", make("textarea", { name: "statement", rows: 2, required: true, placeholder: "My face may be used for face swaps in my own class." })),
    make("div", { class: "row" }, make("span", {}, "To"),
      make("span", { class: "doppel-row" }, tick("train", "train a model", true), tick("swap", "swap in a clip", true))),
    row("Until", field("expires", "date", { value: model.get("until"), required: true })),
    make("label", { class: "agreed" }, agreed, " I am this person, or have their consent."),
    begin);
  sheet.addEventListener("submit", event => {
    event.preventDefault();
    const given = new FormData(sheet);
    model.send({
      act: "consent", alias: given.get("alias"), statement: given.get("statement"), expires: given.get("expires"),
      train: given.has("train"), swap: given.has("swap"), agreed: given.has("agreed"),
    });
  });
  return sheet;
};

export default {
  render({ model, el }) {
    const script = model.get("script");
    const video = make("video", { muted: true, playsinline: true, "aria-label": "camera" });
    const canvas = document.createElement("canvas");
    const prompt = make("p", { class: "prompt", "aria-live": "assertive" });
    const count = make("span", { class: "countdown", "aria-hidden": "true" });
    const seen = make("p", { class: "doppel-quiet" });
    const trouble = make("p", { class: "doppel-fault", role: "alert" });
    const { box, show: showRing } = ring(script);
    const steps = script.map(step => make("li", {}, step.title));
    const start = make("button", { onclick: () => record() }, "● Record");
    const stop = make("button", { onclick: () => end() }, "■ Stop and keep");
    const again = make("button", { onclick: () => model.send({ act: "again" }) }, "Record another person");
    const done = make("p");
    const view = make("div", { class: "view" }, video, count);
    const stage = make("div", { class: "stage" }, view, make("div", { class: "side" }, box, make("ol", {}, ...steps)));
    const consent = form(model);

    let stream = null, timer = 0, step = 0, stepBegan = 0, began = 0, sent = 0, busy = false;
    const now = () => performance.now() / 1000;
    const share = i => model.get("coverage")[i];

    const record = async () => {
      try {
        if (!navigator.mediaDevices) throw new Error("this page may not use one: open the lab at 127.0.0.1");
        stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: WIDEST }, facingMode: "user" }, audio: false });
      } catch (fault) {
        trouble.textContent = `No camera can be used (${fault.message}): connect one and allow it for this page, then press Record again.`;
        return;
      }
      trouble.textContent = "";
      video.srcObject = stream;
      await video.play();
      const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      stepBegan = now();
      // a page that was loaded again goes on where the last frame was taken
      began = stepBegan - model.get("length");
      sent = model.get("taken");
      timer = setInterval(beat, 1000 / FRAMES_A_SECOND);
      show();
    };
    const beat = () => {
      const spent = now() - stepBegan, asked = script[step].seconds;
      // a step ends when its time is over and it was seen, or at twice its time
      if (spent > asked && (share(step) >= 1 || spent > 2 * asked)) {
        if (step === script.length - 1) { end(); return; }
        step += 1;
        stepBegan = now();
      }
      show();
      take();
    };
    const take = () => {
      if (busy || sent - model.get("taken") > MOST_AHEAD) return;
      busy = true;
      const frame = { act: "frame", step, seconds: now() - began };
      canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(async blob => {
        const jpeg = await blob.arrayBuffer();
        busy = false;
        if (!stream) return;
        sent += 1;
        model.send(frame, undefined, [jpeg]);
      }, "image/jpeg", 0.92);
    };
    const release = () => {
      clearInterval(timer);
      stream?.getTracks().forEach(track => track.stop());
      stream = null;
    };
    const end = () => {
      release();
      step = 0;
      model.send({ act: "stop" });
    };

    const show = () => {
      const phase = model.get("phase"), on = stream !== null;
      consent.hidden = phase !== "consent";
      stage.hidden = phase === "consent" || phase === "done";
      start.hidden = phase !== "ready" || on;
      stop.hidden = phase !== "ready" || !(on || model.get("taken") > 0);
      again.hidden = phase !== "done";
      view.hidden = !on;
      prompt.hidden = phase !== "ready";
      const words = on ? script[step].words : `${script.length} short steps. Press Record when you sit well.`;
      if (prompt.textContent !== words) prompt.textContent = words;
      count.textContent = on ? Math.max(0, Math.ceil(script[step].seconds - (now() - stepBegan))) : "";
      seen.textContent = phase === "writing" ? "Making the clip …" : on ? `${model.get("taken")} frames · ${model.get("seen")}` : "";
      done.textContent = phase === "done" ? `The clip is ${model.get("clip")}; its manifest lies beside it.` : "";
      showRing(model.get("coverage"));
      steps.forEach((item, i) => {
        item.className = share(i) >= 1 ? "full" : "";
        item.toggleAttribute("aria-current", on && i === step);
      });
    };
    for (const key of ["phase", "coverage", "taken", "clip"]) model.on(`change:${key}`, show);
    show();
    furnish(model, el, consent, prompt, stage, make("div", { class: "doppel-row" }, start, stop, seen), done, again, trouble);
    return release;
  },
};
