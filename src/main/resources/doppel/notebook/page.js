// What every module of Doppel needs; put before each of them.

/** An element: make("button", { class: "key", onclick: act }, "Keep"). */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

/** Puts bytes from Java into an image or a video. */
const fill = (element, bytes, type) => {
  const old = element.src;
  element.src = URL.createObjectURL(new Blob([bytes], { type }));
  if (old.startsWith("blob:")) URL.revokeObjectURL(old);
};

/** Calls what is given at most once a frame of the screen, with the newest arguments. */
const calmly = act => {
  let waiting = null;
  return (...given) => {
    if (!waiting) requestAnimationFrame(() => { const newest = waiting; waiting = null; act(...newest); });
    waiting = given;
  };
};

/** Jupyter takes keys before their target hears of them, unless the target says no; with Ctrl or Cmd they are Jupyter's. */
const keepKeys = el => {
  const guard = event => event.target.toggleAttribute("data-lm-suppress-shortcuts", !event.ctrlKey && !event.metaKey);
  for (const type of ["focusin", "keydown", "keyup"]) el.addEventListener(type, guard, true);
};

/** Fills the widget's place; below it, what Java says went wrong. */
const furnish = (model, el, ...children) => {
  const fault = make("p", { class: "doppel-fault", role: "alert" });
  const tell = () => { fault.textContent = model.get("fault") ?? ""; };
  model.on("change:fault", tell);
  tell();
  keepKeys(el);
  el.classList.add("doppel");
  el.append(...children, fault);
};

