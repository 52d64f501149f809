// A page under test and the widget in it, as a reader and a screen reader meet them: by part, by touch, by key.
//
// Questions are asked through scripts, for speed; what a reader does is done with the real pointer and keyboard.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { Key, Origin } from "selenium-webdriver";
import { browser } from "./browsers.mjs";
import { PATIENCE_MS } from "./browsers/common.mjs";
import { DIST, startSite } from "./site.mjs";

export { Key, PATIENCE_MS };

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
/** For how long a test waits for the second part of the program, which some tests keep from coming. */
const LATE_PATIENCE_MS = 3_000;
/** The recorder, which runs in every page under test before anything else. */
const RECORD = read("record.js") + (browser.recordsConsole ? read("record-console.js") : "");

/** The one script of the widget, as the README has it. */
export const SCRIPT = '<script type="module" src="/widget/figure-tracker.js"></script>';
/** The element with content of its own, for readers whom the widget doesn't reach. */
export const ELEMENT = '<figure-tracker metric="deaths"><p id="own">164, 225, then 230 dead</p></figure-tracker>';

/**
 * One browser and one site for the tests of a file, or of a `describe`; the site is clean before each test.
 * `variant` is one of browsers.mjs: how the browser is started.
 */
export function suite({ variant = "plain" } = {}) {
  const on = {};
  before(async () => {
    on.site = await startSite();
    on.driver = await browser.start(variant);
  });
  beforeEach(async () => {
    on.site.reset();
    await browser.resize(on.driver, 1024, 900);
    await browser.media?.(on.driver, {});
  });
  after(async () => {
    await on.driver?.quit();
    await on.site?.stop();
  });
  /** Shows a page with this body; `head`, `headers` (of the page alone) and the fragment `hash` of its address may be added. */
  on.open = async (body = ELEMENT, { head = SCRIPT, headers = {}, lang = "en-GB", hash = "" } = {}) => {
    on.site.publish("/record.js", RECORD);
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<script src="/record.js"></script>${head}</head><body>${body}</body></html>`;
    const url = on.site.publish("/page.html", html);
    on.site.rule(/^\/page\.html$/, { headers });
    await browser.consoleLog(on.driver);
    // Another fragment alone would load nothing anew.
    if (hash) await on.driver.get("about:blank");
    await on.driver.get(url + hash);
    return page(on.driver);
  };
  /** Shows a page of dist/, with the recorder in front. */
  on.published = async (name, query = "") => {
    on.site.publish("/record.js", RECORD);
    const html = readFileSync(join(DIST, name), "utf8");
    on.site.publish(`/widget/${name}`, html.replace("<head>", '<head><script src="/record.js"></script>'));
    await browser.consoleLog(on.driver);
    await on.driver.get(`${on.site.origin}/widget/${name}${query}`);
    return page(on.driver);
  };
  on.demo = () => on.published("index.html");
  /** Shows a page and waits until its widgets are ready. */
  on.ready = async (body, options) => {
    const shown = await on.open(body, options);
    await shown.ready();
    await shown.loaded();
    return shown;
  };
  return on;
}

/** The widget `selector` on the page that the driver shows. */
export function page(driver, selector = "figure-tracker") {
  // In the page: `host` is the element, `root` its shadow root, `all(part)` the elements of a part, `seen` the record.
  const PRELUDE = `const host = document.querySelector(${JSON.stringify(selector)});
    const root = host?.shadowRoot;
    const all = (part) => [...(root?.querySelectorAll('[part~="' + part + '"]') ?? [])];
    const one = (part) => { const [e] = all(part); if (!e) throw new Error("there is no part " + part); return e; };
    const seen = window.seen;
    const rect = (e) => { const { x, y, width, height } = e.getBoundingClientRect(); return { x, y, width, height }; };
    const clean = (text) => text.replace(/[\\u2066-\\u2069\\u200e\\u200f]/g, "").replace(/\\s+/g, " ").trim();\n`;

  const self = {
    driver,
    /** Asks the page; the script sees what PRELUDE names, and `arguments`. */
    ask: (script, ...args) => driver.executeScript(PRELUDE + script, ...args),
    /** The same for a widget elsewhere on the page. */
    widget: (other) => page(driver, other),
    /** Waits until the script answers with something true, and gives that answer. */
    async until(script, what = script, patience = PATIENCE_MS) {
      const end = Date.now() + patience;
      for (;;) {
        const answer = await self.ask(script);
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`waited in vain for: ${what}\n${await self.state()}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
    state: () => self.ask("return JSON.stringify(seen) + '\\n' + (root?.innerHTML ?? 'no shadow root').slice(0, 2000)"),
    /** Waits for `count` ready events, by default one for each widget on the page. */
    ready: (count) =>
      self.until(
        `const want = ${count ?? "document.querySelectorAll('figure-tracker').length"};
        return seen.events.filter((e) => e.name === "ready").length >= want && root.querySelector('[part~="title"]')`,
        "figure-tracker-ready",
      ),
    /** Waits for an error event and gives its message. */
    failed: (patience) =>
      self.until(`return seen.events.find((e) => e.name === "error")?.detail.message`, "figure-tracker-error", patience),
    has: (part) => self.ask("return all(arguments[0]).length > 0", part),
    count: (part) => self.ask("return all(arguments[0]).length", part),
    text: (part) => self.ask("return clean(one(arguments[0]).textContent)", part),
    texts: (part) => self.ask("return all(arguments[0]).map((e) => clean(e.textContent))", part),
    rects: (...parts) => self.ask("return Object.fromEntries(arguments[0].map((p) => [p, rect(one(p))]))", parts),
    attribute: (name) => self.ask("return host.getAttribute(arguments[0])", name),
    property: (name) => self.ask("return host[arguments[0]]", name),
    set: (name, value) => self.ask("host[arguments[0]] = arguments[1]", name, value),
    events: (name) => self.ask("return seen.events.filter((e) => !arguments[0] || e.name === arguments[0])", name ?? null),
    violations: () => self.ask("return seen.violations"),
    errors: () => self.ask("return seen.errors"),
    /** The ids of the figures that the marks name, in the order of the drawing: one a mark, though it may stand for several. */
    marks: () => self.ask('return all("figure").map((e) => e.dataset.figure)'),
    /** The ids of all figures of the metric from first to last; the table has them the other way round. */
    figures: async () => {
      await self.openTable();
      const ids = await self.ask('return all("row").map((e) => e.dataset.figure).reverse()');
      await self.ask("root.querySelector('.ft-table').open = false; return true");
      return ids;
    },
    /** Opens the table, whose rows are written then. */
    openTable: async () => {
      await self.ask("root.querySelector('.ft-table').open = true; return true");
      await self.until("return root.querySelector('[part~=row]')", "the rows of the table");
    },
    /** The id of the figure whose mark is selected. */
    selected: () => self.ask('return all("figure").find((e) => e.classList.contains("ft-selected"))?.dataset.figure'),
    /** The part that has the focus inside the widget, with the figure's id if it is a mark. */
    focused: () =>
      self.ask(`const e = root.activeElement;
        return e && [e.getAttribute("part") ?? e.localName, e.dataset.figure].filter(Boolean).join(" ")`),
    console: () => browser.consoleLog(driver),
    async find(css) {
      const root = await driver.executeScript(`return document.querySelector(arguments[0]).shadowRoot`, selector);
      return root.findElement({ css });
    },
    part: (name) => self.find(`[part~="${name}"]`),
    mark: (id) => self.find(`[part~="figure"][data-figure="${id}"]`),
    /** The middle of an element on the screen, once it is scrolled there. */
    middle: (element) =>
      driver.executeScript(
        `arguments[0].scrollIntoView({ block: "center" });
        const r = arguments[0].getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }`,
        element,
      ),
    /** A finger taps the middle of an element, or `dx` and `dy` from it. */
    async tap(element, dx = 0, dy = 0) {
      const { x, y } = await self.middle(element);
      await browser.tap(driver, x + dx, y + dy);
    },
    /** A finger goes down in the middle of an element, and drags by `dx` and `dy`. */
    async drag(element, dx, dy) {
      const from = await self.middle(element);
      await browser.drag(driver, from, { x: from.x + dx, y: from.y + dy });
    },
    /** The mouse presses the middle of an element. */
    async click(element) {
      const { x, y } = await self.middle(element);
      const to = { x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 };
      await driver.actions({ async: true, bridge: false }).move(to).click().perform();
    },
    tapPart: async (name) => self.tap(await self.part(name)),
    tapMark: async (id) => self.tap(await self.mark(id)),
    /** Types keys wherever the focus is. */
    keys: (...keys) => driver.actions({ async: true, bridge: false }).sendKeys(...keys).perform(),
    async focus(part) {
      await driver.executeScript("arguments[0].focus()", await self.part(part));
    },
    /** Picks a metric as a reader does: opens the picker and taps the name. */
    async pick(metric) {
      await self.tapPart("picker");
      await self.until(`return !!root.querySelector('[role=option][data-metric="${metric}"]')`, `the option ${metric}`);
      await self.settled();
      await self.tap(await self.find(`[role=option][data-metric="${metric}"]`));
    },
    resize: (width, height, options) => browser.resize(driver, width, height, options),
    media: (features) => browser.media(driver, features),
    counters: () => browser.counters(driver),
    /** Two frames and a task later: what was asked to be drawn is drawn. */
    async settled() {
      await driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))",
      );
      await self.loaded();
    },
    /** Waits, but not for long, for what is loaded when it is asked for. */
    async loaded() {
      const end = Date.now() + LATE_PATIENCE_MS;
      while (Date.now() < end && (await self.ask('return !!root?.querySelector(".ft-late[role=status]")'))) {
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
  };
  return self;
}
