// <figure-tracker>: the door to the widget. It owns the shadow root, fetches the data, loads the program when the
// element nears the viewport, and passes attributes in and events out. Everything a reader sees is drawn by the program.
// Where it cannot run as WebAssembly it runs as plain JavaScript; where it cannot run at all, the element's own content
// stays, or its static page shows, or a line with a link to the data.

import { greet } from "./iframes.js";

const here = (name) => new URL(name, import.meta.url).href;
const GLUE = here("./__GLUE__");
const WASM = here("./__WASM__");
const PLAIN = here("./__PLAIN__");
const LOCALES = "./__LOCALES__";
const LANGUAGES = ["__LANGUAGES__"];
const NEAR = "800px 0px";
// In milliseconds: for WebAssembly and for the data; and how much longer for what stands in for them.
const PATIENCE = 30_000;
const LESS_PATIENCE = 15_000;
const FRAME_MAY = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
/** An empty module: what refuses WebAssembly refuses this too. */
const EMPTY = [0, 97, 115, 109, 1, 0, 0, 0];
const HOST_STYLE =
  ":host{display:block}:host([hidden]){display:none!important}.wait{margin:0;font:inherit;opacity:.75}" +
  "iframe{display:block;width:100%;height:90vh;min-height:320px;border:0}";

let program;
let said = false;
const catalogs = new Map();

/** Loads the program once a page; a failed load is tried again by the next element. */
function load() {
  program ??= start().catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

/** The program as WebAssembly, or where that is refused or doesn't come, the same as plain JavaScript. */
async function start() {
  const reasons = [];
  const began = performance.now();
  // What WebAssembly leaves of its time is plain JavaScript's.
  for (const [run, end] of [[asWasm, PATIENCE], [asPlain, PATIENCE + LESS_PATIENCE]]) {
    try {
      const glue = await inTime(run(), "it", end - Math.round(performance.now() - began));
      if (reasons[0]) {
        say("warn", `runs as plain JavaScript, slower than as WebAssembly, which failed: ${reasons}. ` +
          `It needs ${WASM} and 'wasm-unsafe-eval' in a script-src policy.`);
      }
      return glue;
    } catch (error) {
      reasons.push(why(error));
    }
  }
  throw new Error(`neither WebAssembly (${reasons[0]}) nor plain JavaScript (${reasons[1]}) works`);
}

async function asWasm() {
  // Throws, before anything is fetched, where there is no WebAssembly or the page's policy refuses it: most browsers
  // refuse the module, WebKit its instance.
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(EMPTY)));
  const glue = await import(GLUE);
  await glue.default({ module_or_path: new URL(WASM) });
  return glue;
}

async function asPlain() {
  const glue = await import(PLAIN);
  glue.default();
  return glue;
}

/** What an error says, on one line. */
function why(error) {
  return `${error?.message ?? error}`.replace(/\s+/g, " ");
}

/** Tells the console how the program fares, once a page. */
function say(level, message) {
  if (!said) console[level](`figure-tracker: ${message}`);
  said = true;
}

function inTime(promise, what, patience = PATIENCE) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not arrive within ${Math.round(patience / 1000)} seconds`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Registers the message catalog of a language with the program, once a page; resolves in any case, for English stands
 * in for a language that can't be had. A language without a catalog needs no waiting: then there is nothing to wait for.
 */
function loadCatalog(lang) {
  const tag = catalogFor(lang);
  if (!tag) return undefined;
  if (!catalogs.has(tag)) {
    catalogs.set(tag, fetchCatalog(tag).catch((error) => {
      catalogs.delete(tag);
      // Where there is no program either, that is what is told.
      program?.then(() => console.warn(`figure-tracker: no messages in "${tag}": ${why(error)}`), () => {});
    }));
  }
  return catalogs.get(tag);
}

/** The catalog that the program will choose for a language (RFC 4647, lookup): the tag with its last subtags cut off. */
function catalogFor(lang) {
  for (let tag = lang.toLowerCase().replaceAll("_", "-"); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
    const found = LANGUAGES.find((language) => language.toLowerCase() === tag);
    if (found) return found;
  }
  return undefined;
}

async function fetchCatalog(tag) {
  const json = await inTime(fetchBytes(here(`${LOCALES}-${tag}.json`)), "their file");
  const glue = await load();
  glue.registerCatalog(json);
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
  static observedAttributes = ["src", "metric", "figure", "lang", "edition"];

  #slot = document.createElement("slot");
  #holder;
  #mounted;
  #styled = false;
  #near;
  #release;
  #abort;
  #run = 0;
  #started = false;

  constructor() {
    super();
    if (this.#printed) this.#hold();
    const root = this.attachShadow({ mode: "open" });
    adopt(root, HOST_STYLE);
    const wait = document.createElement("p");
    wait.className = "wait";
    wait.textContent = "…";
    this.#slot.append(wait);
    root.append(this.#slot);
  }

  connectedCallback() {
    for (const name of ["src", "metric", "figure", "lang", "theme", "edition"]) this.#upgrade(name);
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
    else if (name === "figure" && this.#mounted) this.#mounted.show("", now ?? "");
    else if (name !== "metric" && name !== "figure" && this.#started) this.#show();
  }

  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { this.#reflect("src", value); }
  get metric() { return this.#mounted?.metric ?? this.getAttribute("metric") ?? ""; }
  set metric(value) { this.#reflect("metric", value); }
  get figure() { return this.#mounted?.figure ?? this.getAttribute("figure") ?? ""; }
  set figure(value) { this.#reflect("figure", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#reflect("theme", value); }
  get edition() { return this.getAttribute("edition") ?? ""; }
  set edition(value) { this.#reflect("edition", value); }

  /** The widget as it was printed into a static page, which it takes over without a visible change. */
  get #printed() { return this.querySelector(":scope>.ft-base[part]"); }

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
    this.#mounted.show(metric, "");
    if (this.hasAttribute("figure")) this.setAttribute("figure", this.#mounted.figure);
  }

  async #show() {
    const run = ++this.#run;
    this.#started = true;
    this.#near?.disconnect();
    this.#near = undefined;
    this.#abort?.abort();
    this.#abort = new AbortController();
    const url = this.src ? new URL(this.src, document.baseURI).href : here("./data.json");
    try {
      await this.#draw(run, url);
    } catch (error) {
      if (run === this.#run) this.#standIn(run, url, why(error));
    }
  }

  async #draw(run, url) {
    const lang = this.#language();
    const catalog = loadCatalog(lang);
    const coming = fetchBytes(url, this.#abort.signal).then((bytes) => ({ bytes }), (error) => ({ error }));
    const glue = await load();
    const { bytes, error } = await inTime(coming, "the data").catch((error) => ({ error }));
    await catalog;
    if (run !== this.#run) return;
    const show = (lang) => this.#mount(glue, bytes, error, lang);
    show(lang);
    // Where the page names no language the data set's own is known only now.
    const own = this.#mounted.missingLanguage ?? "";
    const later = lang ? undefined : loadCatalog(own);
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
    const page = !!this.#printed;
    const asked = page ? decodeURIComponent(location.hash.match(/^#figure-(.+)/)?.[1] ?? "") : "";
    const width = (this.getBoundingClientRect().width || 320) - 32;
    const [metric, figure] = [this.getAttribute("metric") ?? "", this.getAttribute("figure") || asked];
    const options = new glue.MountOptions(lang, metric, figure, this.edition, page, width);
    const select = (metric, figure) => this.#selected(metric, figure);
    this.#mounted = bytes
      ? glue.mount(this.#holder, bytes, options, select)
      : glue.mountFailure(this.#holder, why(failure), lang);
  }

  #shown(url) {
    const error = this.#mounted.error;
    if (error) {
      this.#slot.replaceChildren();
      const message = `${url}: ${error}`;
      console.error(`figure-tracker: ${message}`);
      return this.#tell("error", { message });
    }
    this.#takeOver(this.#printed);
    this.#slot.remove();
    this.#release?.();
    this.#tell("ready", {});
  }

  /**
   * Keeps the place of a page that is scrolled down while what is printed in it changes hands. Browsers lay out what depends
   * on a container's size in a second step; in the first the container is empty: WebKit's page would go to its top, and
   * Firefox's to where it believes what was on the screen to be.
   */
  #hold() {
    const { style } = this;
    const { minHeight, overflowAnchor } = style;
    style.overflowAnchor = "none";
    style.minHeight = `${this.offsetHeight}px`;
    this.#release = () => {
      void this.offsetHeight; // both steps are done
      Object.assign(style, { minHeight, overflowAnchor });
      this.#release = undefined;
    };
  }

  /** What a reader has opened or focused in the printed widget is so in the living one. */
  #takeOver(printed) {
    if (!printed) return;
    const all = (root, tags) => [...root.querySelectorAll(tags)];
    const details = all(this.#holder, "details");
    all(printed, "details").forEach(({ open }, at) => details[at] && (details[at].open = open));
    const tags = "a,button,summary";
    const focused = all(printed, tags).indexOf(document.activeElement);
    all(this.#holder, tags)[focused]?.focus({ preventScroll: true });
  }

  #selected(metric, figure) {
    this.setAttribute("metric", metric);
    this.setAttribute("figure", figure);
    this.#tell("select", { metric, figure });
  }

  /** Where the program cannot run the element's own content stays; where it has none, its static page shows. */
  async #standIn(run, data, reason) {
    this.#unmount();
    this.#release?.();
    const message = `the widget cannot run here, the page's own content or a static page stands in: ${reason}. ` +
      `All files of ${here(".")} must be served, and allowed by the page's policy.`;
    say("error", message);
    this.#tell("error", { message });
    if (this.firstElementChild || this.textContent.trim()) return;
    try {
      const page = new URL(`pages/${encodeURIComponent(this.metric || "index")}.html`, data).href;
      await inTime(fetchBytes(page, this.#abort.signal), "the page", LESS_PATIENCE);
      if (run === this.#run) this.#frame(page, data);
    } catch {
      if (run === this.#run) this.#apologise(data);
    }
  }

  /** Shows a static page of the widget, unless the page's policy refuses frames. */
  #frame(page, data) {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "frame-src" && page.startsWith(blockedURI)) this.#apologise(data);
    }, { signal: this.#abort.signal });
    const frame = document.createElement("iframe");
    const attributes = { title: "figure-tracker", loading: "lazy", sandbox: FRAME_MAY, src: page };
    for (const name in attributes) frame.setAttribute(name, attributes[name]);
    frame.addEventListener("load", () => greet(frame));
    this.#slot.replaceChildren(frame);
  }

  /** The last resort: a line, and a link to the data. */
  #apologise(data) {
    const line = document.createElement("p");
    line.className = "wait";
    line.append("The figures cannot be shown here.");
    if (/^https?:/.test(data)) {
      const link = document.createElement("a");
      link.href = data;
      link.textContent = "this file";
      line.append(" They are in ", link, ".");
    }
    this.#slot.replaceChildren(line);
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
