// What a static page does in somebody's iframe: it says that it is there, and tells its height to the window around it
// when that asks (iframes.js).
// A classic script, for a sandboxed page may not load modules. It loads nothing, keeps nothing, and a page that is not
// framed is left as it is, but for a theme that its address asks for.
(() => {
  const root = document.documentElement;
  const around = window.parent;
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
    document.querySelector("figure-tracker")?.setAttribute("theme", theme);
  }
  if (around === window) return;

  let to;
  let told;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (to && height !== told) around.postMessage({ type: "figure-tracker:height", height }, to);
    if (to) told = height;
  };
  const start = () => {
    // As in the widget, the list is behind one tap, unless the address names one of its rows.
    if (!location.hash) document.querySelector("figure-tracker .ft-table[open]")?.removeAttribute("open");
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== around || data?.type !== "figure-tracker:hello") return;
      to = origin === "null" ? "*" : origin;
      told = undefined;
      tell();
    });
    // To anybody: it holds nothing. Who listens asks for the height then.
    around.postMessage({ type: "figure-tracker:page" }, "*");
    if (typeof ResizeObserver === "function") new ResizeObserver(tell).observe(root);
  };
  // The page of a metric has it in its middle.
  if (document.readyState === "loading") document.addEventListener("readystatechange", start, { once: true });
  else start();
})();
