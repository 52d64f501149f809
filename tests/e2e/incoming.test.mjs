// Data that come slowly, and a widget that is drawn part by part: what is large is read while it comes, what is wrong is told as of
// small data, and nobody sees a half.

import assert from "node:assert/strict";
import { test } from "node:test";
import { series } from "../../benches/series.mjs";
import { suite, SCRIPT } from "./page.mjs";

const on = suite();
/** Some 800 kilobytes, of which the figures are nearly all. */
const large = () => series([4000, 60], { documents: 20 });
/** So much that not all of it is kept while it is read. */
const veryLarge = () => series([30_000, 60], { documents: 20 });
const ELEMENT = '<figure-tracker src="/large.json" metric="metric-0"></figure-tracker>';

/** Keeps the memory of the program within reach of the tests. */
const KEEP_MEMORY = `for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then((made) => {
    window.memory ??= Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
    return made;
  });
}`;
const PAGES = "return (window.memory?.buffer.byteLength ?? 0) / 65536";

test("large data are read while they come", async () => {
  on.site.publish("/large.json", JSON.stringify(large()));
  const steps = [];
  const step = () => new Promise((resolve) => steps.push(resolve));
  on.site.rule(/large\.json$/, { after: step(), pause: step() });
  const page = await on.open(ELEMENT, { head: `<script>${KEEP_MEMORY}</script>${SCRIPT}` });
  await page.until("return !!window.memory", "the program's memory");
  const before = await page.ask(PAGES);
  steps[0]();
  // Two thousand figures take most of a megabyte.
  await page.until(`${PAGES} >= ${before + 8}`, "memory for the figures of the first half");
  assert.deepEqual(await page.events("ready"), []);
  steps[1]();
  await page.ready(1);
  assert.match(await page.ask('return clean(one("chart").getAttribute("aria-label"))'), /4,000 figures/);
});

test("large data that end half-way are told as small ones are", async () => {
  on.site.publish("/large.json", JSON.stringify(large()));
  on.site.rule(/large\.json$/, { cut: true });
  const page = await on.open(ELEMENT);
  assert.match(await page.failed(), /large\.json/);
  assert.equal(await page.has("error"), true);
});

test("a fault of large data is told with its place", async () => {
  const data = large();
  data.figures[3999].said = "2022-13-45";
  on.site.publish("/large.json", JSON.stringify(data, null, 1));
  const page = await on.open(ELEMENT);
  assert.match(await page.failed(), /line \d{5}, column \d+: .*2022-13-45/);
});

test("a fault of very large data is told with its place", async () => {
  const data = veryLarge();
  data.figures[29_999].said = "2022-13-45";
  on.site.publish("/large.json", JSON.stringify(data, null, 1));
  const page = await on.open(ELEMENT);
  assert.match(await page.failed(), /line \d{6}, column \d+: .*2022-13-45/);
});

for (const [size, make, count] of [["large", large, "4,000"], ["very large", veryLarge, "30,000"]]) {
  const shows = async (data, requests) => {
    on.site.publish("/large.json", JSON.stringify(data));
    const page = await on.open(ELEMENT);
    await page.ready(1);
    assert.match(await page.ask('return clean(one("chart").getAttribute("aria-label"))'), new RegExp(`${count} figures`));
    const asked = 'return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/large.json")).length';
    assert.equal(await page.ask(asked), requests);
  };

  test(`${size} data are fetched once`, () => shows(make(), 1));

  test(`${size} data in another order are shown all the same, and fetched once`, () => {
    const { figures, metrics, ...rest } = make();
    return shows({ ...rest, figures, metrics }, 1);
  });
}

test("a widget is seen whole or not at all", async () => {
  on.site.publish("/large.json", JSON.stringify(large()));
  const watch = `<script>window.sights = [];
    const look = () => {
      const root = document.querySelector("figure-tracker")?.shadowRoot;
      const is = (name) => { const e = root?.querySelector(name); return !!e && e.getClientRects().length > 0; };
      window.sights.push([is(".ft-kicker"), is("[part~=chart]"), is("[part~=card]"), is(".ft-shelf")].filter(Boolean).length);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);</script>`;
  const page = await on.open(ELEMENT, { head: watch + SCRIPT });
  await page.ready(1);
  await page.settled();
  const seen = await page.ask("return [...new Set(window.sights)]");
  assert.deepEqual(seen, [0, 4]);
});

test("a widget that is taken out while it is drawn leaves nothing", async () => {
  on.site.publish("/large.json", JSON.stringify(large()));
  const page = await on.open('<div id="room"></div>');
  await page.ask(`const room = document.querySelector("#room");
    room.innerHTML = arguments[0];
    const widget = room.firstElementChild;
    window.faults = [];
    addEventListener("error", ({ message }) => window.faults.push(message));
    addEventListener("unhandledrejection", ({ reason }) => window.faults.push(String(reason)));
    new MutationObserver((_, observer) => {
      if (!widget.shadowRoot.querySelector(".ft-base")) return;
      observer.disconnect();
      window.half = widget.shadowRoot.querySelector(".ft-shelf") === null;
      widget.remove();
      window.gone = widget;
    }).observe(widget.shadowRoot, { childList: true, subtree: true });
    return true`, ELEMENT);
  await page.until("return !!window.gone", "the first part of the widget");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await page.ask("return window.half"), true);
  assert.equal(await page.ask('return window.gone.shadowRoot.querySelector(".ft-base") === null'), true);
  assert.deepEqual(await page.ask("return window.faults"), []);
});
