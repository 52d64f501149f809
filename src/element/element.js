// <figure-tracker>: the door to the widget. It owns the shadow root, fetches the data, has the program loaded when the
// element nears the viewport, and passes attributes in and events out. Everything a reader sees is drawn by the program.
// Where it cannot run as WebAssembly it runs as plain JavaScript; where it cannot run at all, the element's own content
// stays, or its static page shows, or a line with a link to the data.

import { loadCatalog, warmUp } from "./catalogs.js";
import { errorMessage, FALLBACK_TIMEOUT_MS, fetchBytes, fileAddress, IncomingBytes, withTimeout } from "./fetching.js";
import "./iframes.js";
import { fetchPicture, fileStem } from "./picture.js";
import { drawFirst, loadProgram, nextFrame, report } from "./program.js";
import { readData, Turns } from "./reading.js";
import { apology, frame } from "./stand-in.js";
import { StandingPicture } from "./standing-picture.js";
import { adopt, adoptLate, typeScale } from "./styles.js";
import { takeOver } from "./taking-over.js";
import { fragmentOf, readState, STATE, stateOfAddress, stateText, writeAddress } from "./view-state.js";

/** What a page can set as a property. */
const PROPERTIES = [
  "src", "metric", "figure", "lang", "theme", "edition", "pictures", "view", "scope", "speaker", "institution", "outlet",
  "knownOn", "from", "to", "address",
];
const NEAR = 800;
const HOST_STYLE =
  ":host{display:block;writing-mode:horizontal-tb}:host([hidden]){display:none!important}.wait{margin:0;font:inherit;opacity:.75}" +
  "iframe{display:block;width:100%;height:90vh;min-height:320px;border:0}";

/** Calls `work` once the page has loaded and rests, but never where a reader wants to save data. */
function whenIdle(work) {
  if (navigator.connection?.saveData) return;
  const rest = window.requestIdleCallback ?? ((work) => setTimeout(work, 500));
  if (document.readyState === "complete") rest(work);
  else addEventListener("load", () => rest(work), { once: true });
}

class FigureTracker extends HTMLElement {
  static version = BUILD.version;
  static observedAttributes = ["src", "lang", "edition", ...STATE];

  #slot = document.createElement("slot");
  #holder;
  #mounted;
  #picture;
  #dataEdition;
  #near;
  #release;
  #abort;
  #run = 0;
  #started = false;
  #isStyled = false;
  #changed = new Set();
  /** What the page had in the attributes that hold a reader's selection now. */
  #own = new Map();
  #writing = false;
  #opened = [];
  /** Paper has no tap that would open the table; not every browser shows what is in closed details there. */
  #openTables = () => {
    this.#opened = [...this.shadowRoot.querySelectorAll("details:is(.ft-table,.ft-sources):not([open])")];
    for (const table of this.#opened) table.open = true;
  };
  #closeTables = () => {
    for (const table of this.#opened.splice(0)) table.open = false;
  };
  #followAddress = () => {
    if (!this.#mounted || !this.#hasAddress) return;
    this.#restore();
    this.#showState(this.#askedState);
    this.#showAddress(!!this.#printed);
  };

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
    for (const name of PROPERTIES) this.#upgrade(name);
    addEventListener("beforeprint", this.#openTables);
    addEventListener("afterprint", this.#closeTables);
    addEventListener("popstate", this.#followAddress);
    // What is set right after the element is put into the page counts from the start.
    queueMicrotask(() => this.#watch());
  }

  #watch() {
    if (!this.isConnected || this.#mounted || this.#near || this.#started) return;
    if (typeof IntersectionObserver !== "function" || this.#isNear) return void this.#show();
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#show();
    }, { rootMargin: `${NEAR}px 0px` });
    this.#near.observe(this);
    this.#showWhenIdle();
  }

  disconnectedCallback() {
    // A move takes the element out and puts it in again at once: only a real removal ends the program.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#writing) this.#own.delete(name);
    if (before === now) return;
    // Several attributes that are set one after another are one change.
    if (this.#changed.size === 0) queueMicrotask(() => this.#change());
    this.#changed.add(name);
  }

  get src() { return this.#value("src"); }
  set src(value) { this.#reflect("src", value); }
  get metric() { return this.#shownValue("metric"); }
  set metric(value) { this.#reflect("metric", value); }
  get figure() { return this.#shownValue("figure"); }
  set figure(value) { this.#reflect("figure", value); }
  get view() { return this.#shownValue("view") || "over-time"; }
  set view(value) { this.#reflect("view", value); }
  get scope() { return this.#shownValue("scope"); }
  set scope(value) { this.#reflect("scope", value); }
  get speaker() { return this.#shownValue("speaker"); }
  set speaker(value) { this.#reflect("speaker", value); }
  get institution() { return this.#shownValue("institution"); }
  set institution(value) { this.#reflect("institution", value); }
  get outlet() { return this.#shownValue("outlet"); }
  set outlet(value) { this.#reflect("outlet", value); }
  get knownOn() { return this.#shownValue("known-on"); }
  set knownOn(value) { this.#reflect("known-on", value); }
  get from() { return this.#shownValue("from"); }
  set from(value) { this.#reflect("from", value); }
  get to() { return this.#shownValue("to"); }
  set to(value) { this.#reflect("to", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#reflect("theme", value); }
  get edition() { return this.#value("edition"); }
  set edition(value) { this.#reflect("edition", value); }
  get pictures() { return this.#value("pictures"); }
  set pictures(value) { this.#reflect("pictures", value); }
  get address() { return this.hasAttribute("address"); }
  set address(value) { this.toggleAttribute("address", !!value); }

  /** Whether it is on the screen or near it already: an observer would say so a frame later. */
  get #isNear() {
    const { top, bottom } = this.getBoundingClientRect();
    return this.getClientRects().length > 0 && bottom > -NEAR && top < innerHeight + NEAR;
  }

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

  /** What an attribute is for what is shown, or for what is about to be. */
  #shownValue(name) {
    return (this.#changed.size ? undefined : this.#shownState?.[name]) ?? this.#value(name);
  }

  /** What is shown; nothing where nothing is. */
  get #shownState() {
    const text = this.#mounted?.shown;
    return text === undefined ? undefined : readState(text);
  }

  /** What the attributes ask for. */
  get #askedState() { return Object.fromEntries(STATE.map((name) => [name, this.#value(name)])); }

  /** Of several elements that keep their state in the page's address the first one has it. */
  get #hasAddress() { return this.address && this.getRootNode().querySelector("figure-tracker[address]") === this; }

  #change() {
    const changed = this.#changed;
    this.#changed = new Set();
    if (!this.#started || changed.size === 0) return;
    // What a reader selected was of the data before.
    if (changed.has("src")) this.#restore();
    const isOfState = [...changed].every((name) => STATE.includes(name));
    if (!isOfState) return void this.#show();
    if (this.#mounted && !this.#showChanged(changed)) this.#show();
  }

  /**
   * Shows what the attributes ask for, and returns whether metric and figure exist. Another metric alone shows its latest
   * figure, and another figure brings its metric: an attribute that speaks of what was before is brought up to date.
   */
  #showChanged(changed) {
    const [asked, before] = [this.#askedState, this.#shownState];
    if (!before) return false;
    if (!changed.has("figure")) asked.figure = asked.metric === before.metric ? before.figure : "";
    if (!changed.has("metric") && asked.figure) asked.metric = "";
    if (!changed.has("scope") && asked.metric !== before.metric) asked.scope = "";
    if (!this.#showState(asked)) return false;
    const shown = this.#shownState;
    for (const name of STATE) {
      if (!changed.has(name) && this.hasAttribute(name) && this.#value(name) !== shown[name]) {
        this.#own.set(name, null);
        this.#write(name, shown[name]);
      }
    }
    return true;
  }

  /** Shows what is asked for, and returns whether metric and figure exist; what else can't be meant goes to the console. */
  #showState(asked) {
    const ignored = this.#mounted.show(stateText(asked));
    warn(ignored);
    return ignored !== undefined;
  }

  /** Writes an attribute for a reader; what the page had in it comes back when the data change. */
  #write(name, value) {
    if (!this.#own.has(name)) this.#own.set(name, this.getAttribute(name));
    this.#writing = true;
    this.#reflect(name, value);
    this.#writing = false;
  }

  /** Forgets what a reader selected. */
  #restore() {
    const own = this.#own;
    this.#own = new Map();
    this.#writing = true;
    for (const [name, value] of own) this.#reflect(name, value);
    this.#writing = false;
  }

  /** Shows the widget once the page rests, however far away it is: printing can't wait for it. */
  #showWhenIdle() {
    whenIdle(() => {
      if (this.#near && this.isConnected && this.getClientRects().length) this.#show();
    });
  }

  async #show() {
    const run = ++this.#run;
    this.#started = true;
    this.#changed.clear();
    this.#near?.disconnect();
    this.#near = undefined;
    this.#abort?.abort();
    this.#abort = new AbortController();
    const picture = this.#askPicture(run);
    const url = this.#address;
    try {
      await this.#draw(run, url);
    } catch (error) {
      await picture;
      if (run === this.#run) this.#standIn(run, url, errorMessage(error));
    }
  }

  /** Asks for the picture, where one may be shown, and shows it if the program hasn't come by then. */
  async #askPicture(run) {
    const asked = (this.#hasAddress && stateOfAddress()) || this.#askedState;
    const isPlain = STATE.every((name) => name === "metric" || name === "figure" || !asked[name]);
    if (!this.pictures || !isPlain || this.#mounted || this.#picture || this.#printed) return;
    const { pictures, edition } = this;
    const { metric, figure } = asked;
    const wanted = { pictures, edition, metric, figure, lang: this.#language() };
    const picture = await fetchPicture(wanted, this.#abort.signal);
    const isOld = this.#dataEdition && this.#dataEdition !== picture?.edition;
    if (!picture || isOld || run !== this.#run || this.#mounted) return;
    const select = (metric, figure) => this.#selectedInPicture(metric, figure);
    this.#picture = new StandingPicture(picture, this.shadowRoot, this.#abort.signal, select);
    this.#slot.remove();
  }

  #dropPicture() {
    this.#picture?.remove();
    this.#picture = undefined;
  }

  async #draw(run, url) {
    const asked = this.#language();
    const loading = loadProgram(); // it takes longest
    const catalog = loadCatalog(asked);
    const incoming = new IncomingBytes(url, { signal: this.#abort.signal });
    incoming.end.then(() => {
      this.#dataEdition = this.pictures && new TextDecoder().decode(incoming.beginning).match(/"edition"\s*:\s*"([^"]*)/)?.[1];
    }, () => {});
    this.#style();
    nextFrame().then(() => warmUp(asked || "en"));
    const program = await loading;
    // What takes the place of what is open in print is there at once, or print stays. It comes while the data are read.
    const isAnyOpen = () => this.#printed || this.shadowRoot.querySelector("details[open]");
    const late = isAnyOpen() ? program.loadLateViews() : undefined;
    late?.catch(() => {}); // it is waited for below
    const turns = new Turns();
    const reading = withTimeout(readData(program, incoming, turns), "the data");
    const { file, error } = await reading.then((file) => ({ file }), (error) => ({ error }));
    try {
      const lang = asked || this.#picture?.lang || file?.language || "";
      await (asked ? catalog : loadCatalog(lang));
      await turns.end();
      program.prepareLanguage(lang);
      if (isAnyOpen()) await (late ?? program.loadLateViews());
      await turns.end();
      if (run !== this.#run) return;
      // What stands already is exchanged at once.
      const stepwise = !this.#mounted;
      const mount = () => this.#mount(program, file, error, lang, stepwise);
      mount();
      if (this.#mounted.error && this.#picture && this.#own.size) {
        // What was selected in the picture isn't in these data.
        this.#restore();
        mount();
      }
      if (stepwise) await drawFirst(() => this.#drawParts(run, turns));
      if (run !== this.#run) return;
    } finally {
      file?.free();
    }
    this.#shown(url);
    // Printing can't wait for it.
    whenIdle(() => program.loadLateViews().catch(() => {}));
  }

  /** Reads the styles of the widget, while what it needs is on its way. */
  #style() {
    if (this.#isStyled) return;
    this.#isStyled = true;
    adopt(this.shadowRoot, BUILD.styles);
    adoptLate(this.shadowRoot);
  }

  /** Draws a widget part by part, unseen until it is whole. */
  async #drawParts(run, turns) {
    const holder = this.#holder;
    holder.hidden = true;
    for (let isLeft = true; isLeft;) {
      await turns.end();
      if (run !== this.#run) return;
      isLeft = this.#mounted.drawNextPart();
      if (isLeft === undefined) throw new Error("a part of the widget could not be drawn");
    }
    this.#holdPicture();
    holder.hidden = false;
  }

  #holdPicture() {
    if (this.#picture && !this.#release) this.#hold();
  }

  #mount(program, file, failure, lang, stepwise) {
    this.#unmount();
    const root = this.shadowRoot;
    if (!stepwise) this.#holdPicture();
    this.#holder = document.createElement("div");
    root.append(this.#holder);
    const page = !!this.#printed;
    // The bounds are those of tracker.css.
    const scale = Math.min(Math.max(typeScale(document.documentElement), 1), 2.5);
    const { Article, OwnPage, Picture } = program.Place;
    const place = this.#picture ? Picture : page ? OwnPage : Article;
    const width = this.#picture ? this.#picture.fit() : ((this.getBoundingClientRect().width || 320) - 32) / scale;
    const options = new program.MountOptions(lang, this.edition, this.#unchosen(), place, width);
    options.tableAddress = (page && document.querySelector('a[href$=".csv"]')?.href) || this.#address;
    options.stepwise = stepwise;
    options.viewLink = (shown) => this.#viewLink(readState(shown));
    const select = (isChange) => this.#selected(isChange);
    this.#mounted = file
      ? program.mount(this.#holder, file, options, stateText(this.#askedState), select)
      : program.mountFailure(this.#holder, errorMessage(failure), lang);
    options.free();
    warn(this.#mounted.ignored);
    this.#showAddress(page);
  }

  /**
   * Where others see what is shown: this page, where its address says so; else the static page of the metric, where its
   * folder is known; else this page as it is. Nothing where the document has no address of its own.
   */
  #viewLink(state) {
    const here = location.href.split("#")[0];
    if (this.#printed) return document.querySelector('link[rel="canonical"]')?.href ?? "";
    if (this.#hasAddress) return here + fragmentOf(state);
    if (this.pictures) return this.#pageOf(state.metric) + fragmentOf(state);
    return here.startsWith("http") ? here : "";
  }

  /** The address of the static page of a metric, in the folder of the pictures. */
  #pageOf(metric) {
    const folder = new URL(`${this.pictures.replace(/\/*$/, "")}/`, document.baseURI);
    return new URL(`${encodeURIComponent(fileStem(metric))}.html`, folder).href;
  }

  /** Shows what the page's address asks for: anybody's text, of which nothing is taken that can't be meant. */
  #showAddress(page) {
    const asked = this.#hasAddress ? stateOfAddress() : undefined;
    if (asked) {
      if (this.#showState(asked)) for (const [name, value] of Object.entries(this.#shownState)) this.#write(name, value);
      else warn(`the page's address asks for a metric or figure that isn't here, and is ignored: ${location.hash}`);
    } else if (page && !this.#value("figure")) {
      const figure = decodeURIComponent(location.hash.match(/^#figure-(?!tracker=)(.+)/)?.[1] ?? "");
      // A page's address may end in what is no figure of this page.
      if (figure) this.#mounted.show(stateText({ ...this.#askedState, figure }));
    }
  }

  /** The address of the data. */
  get #address() { return this.src ? new URL(this.src, document.baseURI).href : fileAddress("./data.json"); }

  /** The address of the data where nobody chose them: without `src`, on a page that isn't published with the script. */
  #unchosen() {
    const folder = new URL(".", document.baseURI).href;
    return this.src || fileAddress(".") === folder ? "" : fileAddress("./data.json");
  }

  #shown(url) {
    const { error } = this.#mounted;
    if (error) {
      this.#slot.replaceChildren();
      this.#release?.();
      this.#picture?.keep();
      const message = `${url}: ${error}`;
      console.error(`figure-tracker: ${message}`);
      return this.#tell("error", { message });
    }
    this.#takeOver();
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
      // Chromium writes the attribute only when it is read, and can't take away what isn't written yet.
      if (!this.getAttribute("style")) this.removeAttribute("style");
      this.#release = undefined;
    };
  }

  /** What a reader has opened, focused or tapped in the printed widget is so in the living one. */
  #takeOver() {
    if (this.#printed) takeOver(this.#printed, this.#holder, document.activeElement);
    this.#picture?.giveWay(this.#holder);
    this.#picture = undefined;
  }

  /** A reader has selected, or changed view or question. */
  #selected(isChange) {
    const shown = this.#shownState;
    const isStep = isChange || shown.metric !== this.#value("metric");
    for (const name of STATE) {
      if (name === "metric" || name === "figure" || this.#value(name) !== shown[name]) this.#write(name, shown[name]);
    }
    if (this.#hasAddress) writeAddress(shown, isStep);
    const { metric, figure } = shown;
    if (isChange) this.#tell("change", { ...shown, view: this.view });
    else this.#tell("select", { metric, figure });
  }

  /** A reader has selected, and the program hasn't come yet, or can't: it will show the same. */
  #selectedInPicture(metric, figure) {
    this.#write("metric", metric);
    this.#write("figure", figure);
    if (this.#hasAddress) writeAddress(this.#askedState, false);
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
    if (this.#picture) return this.#picture.keep();
    if (this.firstElementChild || this.textContent.trim()) return;
    const apologise = () => this.#slot.replaceChildren(apology(data));
    try {
      const page = new URL(`pages/${encodeURIComponent(this.metric || "index")}.html`, data).href;
      await withTimeout(fetchBytes(page, { signal: this.#abort.signal }), "the page", FALLBACK_TIMEOUT_MS);
      if (run === this.#run) this.#slot.replaceChildren(frame(page, apologise, this.#abort.signal));
    } catch {
      if (run === this.#run) apologise();
    }
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
    if (!this.#slot.isConnected && !this.#picture) this.shadowRoot.append(this.#slot);
  }

  #end() {
    this.#run += 1;
    this.#started = false;
    this.#near?.disconnect();
    this.#near = undefined;
    removeEventListener("beforeprint", this.#openTables);
    removeEventListener("afterprint", this.#closeTables);
    removeEventListener("popstate", this.#followAddress);
    this.#abort?.abort();
    this.#dropPicture();
    this.#unmount();
  }
}

/** Tells the console what is ignored, a line each. */
function warn(text) {
  for (const line of text ? text.split("\n") : []) console.warn(`figure-tracker: ${line}`);
}

if (!customElements.get("figure-tracker")) customElements.define("figure-tracker", FigureTracker);
