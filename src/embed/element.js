// <figure-tracker>: the door to the widget. It owns the shadow root, fetches the data, loads the program when the
// element nears the viewport, and passes attributes in and events out. Everything a reader sees is drawn by the program.

const GLUE = "./__GLUE__";
const WASM = "./__WASM__";
const WORDS = "./__WORDS__";
const LANGUAGES = ["__LANGUAGES__"];
const NEAR = "800px 0px";
const PATIENCE = 30_000;
const HOST_STYLE =
  ":host{display:block}:host([hidden]){display:none!important}.wait{margin:0;font:inherit;opacity:.75}";

let program;
const learnt = new Map();

/** Loads the program once a page; a failed load is tried again by the next element. */
function load() {
  program ??= start().catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const glue = await import(new URL(GLUE, import.meta.url).href);
  await glue.default({ module_or_path: new URL(WASM, import.meta.url) });
  return glue;
}

function inTime(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not arrive within ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Has the program learn a language from its file, once a page; resolves in any case, for English stands in for a
 * language that can't be had. A language without a file needs no waiting: then there is nothing to wait for.
 */
function learn(lang) {
  const tag = lang.split(/[-_]/)[0].toLowerCase();
  if (!LANGUAGES.includes(tag)) return undefined;
  if (!learnt.has(tag)) {
    learnt.set(tag, teach(tag).catch((error) => {
      learnt.delete(tag);
      console.warn(`figure-tracker: no words of "${tag}": ${error?.message ?? error}`);
    }));
  }
  return learnt.get(tag);
}

async function teach(tag) {
  const file = await inTime(fetchBytes(new URL(`${WORDS}-${tag}.txt`, import.meta.url).href), "their file");
  const glue = await load();
  if (!glue.learn(file)) throw new Error("their file is damaged or of another build");
}

async function fetchBytes(url, signal) {
  const response = await fetch(url, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Adopts CSS as a constructed style sheet, which a strict policy allows; older browsers get a style element. */
function adopt(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

class FigureTracker extends HTMLElement {
  static observedAttributes = ["src", "metric", "figure", "lang"];

  #slot = document.createElement("slot");
  #holder;
  #mounted;
  #styled = false;
  #near;
  #resize;
  #abort;
  #run = 0;
  #started = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    adopt(root, HOST_STYLE);
    const wait = document.createElement("p");
    wait.className = "wait";
    wait.textContent = "…";
    this.#slot.append(wait);
    root.append(this.#slot);
  }

  connectedCallback() {
    for (const name of ["src", "metric", "figure", "lang", "theme"]) this.#upgrade(name);
    if (this.#mounted || this.#near) return;
    if (typeof IntersectionObserver !== "function") return void this.#show();
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#show();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // A move takes the element out and puts it in again at once: only a real removal ends the program.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "metric" && this.#mounted) this.#pick(now ?? "");
    else if (name === "figure" && this.#mounted) this.#mounted.figure = now ?? "";
    else if ((name === "src" || name === "lang") && this.#started) this.#show();
  }

  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { this.#reflect("src", value); }
  get metric() { return this.#mounted?.metric ?? this.getAttribute("metric") ?? ""; }
  set metric(value) { this.#reflect("metric", value); }
  get figure() { return this.#mounted?.figure ?? this.getAttribute("figure") ?? ""; }
  set figure(value) { this.#reflect("figure", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#reflect("theme", value); }

  #reflect(name, value) {
    if (value === null || value === undefined || value === "") this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** A property that was set before the element was defined becomes the attribute it stands for. */
  #upgrade(name) {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** Another metric shows its latest figure, so a figure attribute of the metric before is brought up to date. */
  #pick(metric) {
    if (this.#mounted.metric === metric) return;
    this.#mounted.metric = metric;
    if (this.hasAttribute("figure")) this.setAttribute("figure", this.#mounted.figure);
  }

  async #show() {
    const run = ++this.#run;
    this.#started = true;
    this.#near?.disconnect();
    this.#near = undefined;
    this.#abort?.abort();
    this.#abort = new AbortController();
    const url = this.src ? new URL(this.src, document.baseURI).href : new URL("./data.json", import.meta.url).href;
    const lang = this.#language();
    const words = learn(lang);
    const data = fetchBytes(url, this.#abort.signal).then((bytes) => ({ bytes }), (error) => ({ error }));
    let glue;
    try {
      glue = await inTime(load(), "the program");
    } catch (error) {
      if (run === this.#run) this.#cannotRun(error);
      return;
    }
    const { bytes, error } = await inTime(data, "the data").catch((error) => ({ error }));
    await words;
    if (run !== this.#run) return;
    const show = (lang) => this.#mount(glue, bytes, error, lang);
    show(lang);
    // Where the page names no language the data set's own is known only now.
    const own = this.#mounted.wants ?? "";
    const later = lang ? undefined : learn(own);
    if (later) {
      this.#unmount();
      await later;
      if (run !== this.#run) return;
      show(own);
    }
    this.#shown(url);
  }

  #mount(glue, bytes, failure, lang) {
    this.#unmount();
    const root = this.shadowRoot;
    if (!this.#styled) adopt(root, glue.styles());
    this.#styled = true;
    this.#holder = document.createElement("div");
    root.append(this.#holder);
    const options = [lang, this.getAttribute("metric") ?? "", this.getAttribute("figure") ?? ""];
    const width = (this.getBoundingClientRect().width || 320) - 32;
    const select = (metric, figure) => this.#selected(metric, figure);
    this.#mounted = bytes
      ? glue.mount(this.#holder, bytes, ...options, width, select)
      : glue.mountFailure(this.#holder, `${failure?.message ?? failure}`, lang);
  }

  #shown(url) {
    const problem = this.#mounted.problem;
    if (problem) return this.#failed(`${url}: ${problem}`);
    this.#slot.remove();
    this.#resize = new ResizeObserver(([entry]) => this.#mounted?.resize(entry.contentRect.width));
    this.#resize.observe(this.#holder.querySelector(".measure"));
    this.#tell("ready", {});
  }

  #selected(metric, figure) {
    this.setAttribute("metric", metric);
    this.setAttribute("figure", figure);
    this.#tell("select", { metric, figure });
  }

  #failed(message) {
    console.error(`figure-tracker: ${message}`);
    this.#tell("error", { message });
  }

  /** Without the program the light-DOM content stays; where there is none, a line says so. */
  #cannotRun(error) {
    const message = `the widget cannot run here, its own content is shown instead: ${error?.message ?? error}`;
    const wait = this.#slot.querySelector(".wait");
    if (wait) wait.textContent = "The figures cannot be shown in this browser.";
    this.#failed(message);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`figure-tracker-${name}`, { bubbles: true, composed: true, detail }));
  }

  #language() {
    for (let node = this; node; node = node.parentNode ?? node.host) {
      const lang = node.getAttribute?.("lang");
      if (lang) return lang;
    }
    return "";
  }

  #unmount() {
    this.#resize?.disconnect();
    this.#resize = undefined;
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.free();
    this.#holder?.remove();
    this.#holder = undefined;
    if (!this.#slot.isConnected) this.shadowRoot.append(this.#slot);
  }

  #end() {
    this.#run += 1;
    this.#started = false;
    this.#near?.disconnect();
    this.#near = undefined;
    this.#abort?.abort();
    this.#unmount();
  }
}

if (!customElements.get("figure-tracker")) customElements.define("figure-tracker", FigureTracker);
