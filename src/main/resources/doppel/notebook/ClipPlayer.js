/** Where the Jupyter server has a file; empty if it lies outside of the server's folder. */
const served = (file, home) => {
  const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const root = (config.serverRoot ?? "").replace(/^~/, home).replace(/\/$/, "");
  if (!config.baseUrl || !file.startsWith(`${root}/`)) return "";
  return `${config.baseUrl}files${file.slice(root.length).split("/").map(encodeURIComponent).join("/")}`;
};

const clock = seconds => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;

export default {
  render({ model, el }) {
    const clips = model.get("clips");
    const note = make("p", { class: "doppel-quiet" });
    const videos = clips.map(clip => make("video", { controls: clips.length === 1, preload: "auto", playsinline: true, "aria-label": clip.name || "clip" }));
    const frames = clips.map((clip, i) =>
      make("figure", { style: `max-width: ${clip.width}px` }, ...(clip.name ? [make("figcaption", {}, clip.name)] : []), videos[i]));

    model.on("msg:custom", (content, buffers) => {
      const video = videos[content.clip];
      if (video && !video.src) fill(video, buffers[0], "video/mp4");
    });
    clips.forEach((clip, i) => {
      videos[i].style.aspectRatio = `${clip.width} / ${clip.height}`;
      const address = clip.sent ? "" : served(clip.file, model.get("home"));
      if (clip.sent) model.send({ want: i });
      else if (address) videos[i].src = address;
      else note.textContent = `${clip.file} is too large to show here and lies outside of the folder that Jupyter serves: open it in a player.`;
    });
    const rows = [make("div", { class: "clips" }, ...frames), note];
    if (videos.length === 2) rows.splice(1, 0, controls(...videos));
    furnish(model, el, ...rows);
    return () => videos.forEach(video => { video.pause(); URL.revokeObjectURL(video.src); });
  },
};

/** One bar for two clips; the right one leads. */
const controls = (left, right) => {
  left.muted = true;
  const play = make("button", { onclick: () => (right.paused ? start() : stop()) }, "▶ Play");
  const seek = make("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": "position" });
  const time = make("span", { class: "doppel-quiet" });
  const mute = make("input", { type: "checkbox", onchange: () => { right.muted = !mute.checked; } });
  mute.checked = true;

  const start = () => { left.currentTime = right.currentTime; left.play(); right.play(); };
  const stop = () => { left.pause(); right.pause(); left.currentTime = right.currentTime; };
  const show = () => {
    const length = right.duration || 0;
    if (length && !seek.matches(":active")) seek.value = 1000 * right.currentTime / length;
    time.textContent = `${clock(right.currentTime)} / ${clock(length)}`;
    seek.setAttribute("aria-valuetext", `${right.currentTime.toFixed(1)} seconds`);
    play.textContent = right.paused ? "▶ Play" : "❚❚ Pause";
    if (!right.paused && Math.abs(left.currentTime - right.currentTime) > 0.1) left.currentTime = right.currentTime;
  };
  seek.addEventListener("input", calmly(() => {
    right.currentTime = left.currentTime = seek.valueAsNumber / 1000 * (right.duration || 0);
  }));
  for (const event of ["timeupdate", "loadedmetadata", "play", "pause", "ended", "seeked"]) right.addEventListener(event, show);
  right.addEventListener("ended", stop);
  show();
  return make("div", { class: "doppel-row bar" }, play, seek, time, make("label", {}, mute, " sound"));
};
