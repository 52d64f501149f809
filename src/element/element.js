// <figure-tracker>: the door to the widget. It owns the shadow root, fetches the data, has the program loaded when the
// element nears the viewport, and passes attributes in and events out. Everything a reader sees is drawn by the program.
// Where it cannot run as WebAssembly it runs as plain JavaScript; where it cannot run at all, the element's own content
// stays, or its static page shows, or a line with a link to the data.

import { loadCatalog } from "./catalogs.js";
import { errorMessage, FALLBACK_TIMEOUT_MS, fetchBytes, fileAddress, withTimeout } from "./fetching.js";
import { greet } from "./iframes.js";
import { loadProgram, report } from "./program.js";

const NEAR = "800px 0px";
const FRAME_MAY = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
const HOST_STYLE =
  ":host{display:block}:host([hidden]){display:none!important}.wait{margin:0;font:inherit;opacity:.75}" +
  "iframe{display:block;width:100%;height:90vh;min-height:320px;border:0}";

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
  static version = BUILD.version;
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
  #changed = new Set();

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
    // Several attributes that are set one after another are one change.
    if (this.#changed.size === 0) queueMicrotask(() => this.#change());
    this.#changed.add(name);
  }

  get src() { return this.#value("src"); }
  set src(value) { this.#reflect("src", value); }
  get metric() { return this.#shownId("metric"); }
  set metric(value) { this.#reflect("metric", value); }
  get figure() { return this.#shownId("figure"); }
  set figure(value) { this.#reflect("figure", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#reflect("theme", value); }
  get edition() { return this.#value("edition"); }
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

  /** The value of an attribute without the spaces and typographic quotes that a text editor may have put around it. */
  #value(name) {
    return (this.getAttribute(name) ?? "").replace(/^[\s“”„‟‘’‚‛«»‹›]+|[\s“”„‟‘’‚‛«»‹›]+$/g, "");
  }

  /** The id of what is shown, or of what is about to be. */
  #shownId(name) {
    return (this.#changed.size ? undefined : this.#mounted?.[name]) ?? this.#value(name);
  }

  #change() {
    const changed = this.#changed;
    this.#changed = new Set();
    if (!this.#started || changed.size === 0) return;
    const isSelection = [...changed].every((name) => name === "metric" || name === "figure");
    if (!isSelection) return void this.#show();
    if (this.#mounted && !this.#select(changed)) this.#show();
  }

  /**
   * Shows the metric and figure that the attributes name, and returns whether they exist. Another metric alone shows its
   * latest figure, and another figure brings its metric: an attribute that speaks of what was before is brought up to date.
   */
  #select(changed) {
    const mounted = this.#mounted;
    let [metric, figure] = [this.#value("metric"), this.#value("figure")];
    if (!changed.has("figure")) figure = metric === mounted.metric ? mounted.figure : "";
    if (!changed.has("metric") && figure) metric = "";
    if (!mounted.show(metric, figure)) return false;
    for (const name of ["metric", "figure"]) {
      if (!changed.has(name) && this.hasAttribute(name)) this.setAttribute(name, mounted[name]);
    }
    return true;
  }

  async #show() {
    const run = ++this.#run;
    this.#started = true;
    this.#changed.clear();
    this.#near?.disconnect();
    this.#near = undefined;
    this.#abort?.abort();
    this.#abort = new AbortController();
    const url = this.src ? new URL(this.src, document.baseURI).href : fileAddress("./data.json");
    try {
      await this.#draw(run, url);
    } catch (error) {
      if (run === this.#run) this.#standIn(run, url, errorMessage(error));
    }
  }

  async #draw(run, url) {
    const lang = this.#language();
    const catalog = loadCatalog(lang);
    const coming = fetchBytes(url, { signal: this.#abort.signal }).then((bytes) => ({ bytes }), (error) => ({ error }));
    const program = await loadProgram();
    const { bytes, error } = await withTimeout(coming, "the data").catch((error) => ({ error }));
    await catalog;
    if (run !== this.#run) return;
    const show = (lang) => this.#mount(program, bytes, error, lang);
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

  #mount(program, bytes, failure, lang) {
    this.#unmount();
    const root = this.shadowRoot;
    if (!this.#styled) adopt(root, program.styles());
    this.#styled = true;
    this.#holder = document.createElement("div");
    root.append(this.#holder);
    const page = !!this.#printed;
    const asked = page ? decodeURIComponent(location.hash.match(/^#figure-(.+)/)?.[1] ?? "") : "";
    const width = (this.getBoundingClientRect().width || 320) - 32;
    const [metric, figure] = [this.#value("metric"), this.#value("figure")];
    const options = new program.MountOptions(lang, metric, figure, this.edition, page, width);
    const select = (metric, figure) => this.#selected(metric, figure);
    this.#mounted = bytes
      ? program.mount(this.#holder, bytes, options, select)
      : program.mountFailure(this.#holder, errorMessage(failure), lang);
    options.free();
    // A page's address may end in what is no figure of this page.
    if (asked && !figure) this.#mounted.show(metric, asked);
  }

  #shown(url) {
    const { error } = this.#mounted;
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
      `All files of ${fileAddress(".")} must be served, and allowed by the page's policy.`;
    report("error", message);
    this.#tell("error", { message });
    if (this.firstElementChild || this.textContent.trim()) return;
    try {
      const page = new URL(`pages/${encodeURIComponent(this.metric || "index")}.html`, data).href;
      await withTimeout(fetchBytes(page, { signal: this.#abort.signal }), "the page", FALLBACK_TIMEOUT_MS);
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
