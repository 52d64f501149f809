// What the widget asks of a page and of the network: little, late, and nothing that a strict policy forbids.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' data:; require-trusted-types-for 'script'",
};

test("the strictest policy that allows WebAssembly is kept to, through everything a reader does", async () => {
  const page = await on.ready(ELEMENT, { headers: STRICT });
  await page.pick("injured");
  await page.pick("deaths");
  for (const id of await page.figures()) {
    await page.set("figure", id);
  }
  await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
  await page.tapPart("previous");
  await page.resize(360, 800);
  await page.settled();
  await page.set("theme", "dark");
  await page.set("lang", "de");
  await page.settled();
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await page.errors(), []);
  const loud = (await page.console()).filter((entry) => entry.level !== "INFO" && entry.level !== "DEBUG");
  assert.deepEqual(loud, []);
});

test("the demo page itself keeps to the strict policy", async () => {
  on.site.rule(/^\/widget\/(index\.html)?$/, { headers: STRICT });
  const demo = await on.demo();
  await demo.ask("host.scrollIntoView()");
  await demo.ready();
  assert.equal(await demo.text("picker").then((text) => /Deaths/.test(text)), true);
  const loud = (await demo.console()).filter((entry) => entry.level !== "INFO" && entry.level !== "DEBUG");
  assert.deepEqual(loud, []);
  const inline = await demo.ask(`return [...document.querySelectorAll("script:not([src]), style, [style], [onclick]")].map((e) => e.outerHTML.slice(0, 200))`);
  assert.deepEqual(inline, []);
});

test("no request leaves the site", async () => {
  const page = await on.ready();
  await page.pick("injured");
  await page.settled();
  const names = await page.ask('return performance.getEntriesByType("resource").map((e) => e.name)');
  assert.ok(names.length >= 4, String(names));
  assert.deepEqual(names.filter((name) => !name.startsWith(on.site.origin) && !name.startsWith("data:")), []);
  const refused = (await page.console()).filter((entry) => /ERR_NAME_NOT_RESOLVED/.test(entry.message));
  assert.deepEqual(refused, []);
});

test("nothing is written into the reader's browser", async () => {
  const page = await on.ready();
  await page.pick("injured");
  assert.deepEqual(await page.ask("return [localStorage.length, sessionStorage.length, document.cookie]"), [0, 0, ""]);
});

const TALL = `<link rel="stylesheet" href="/tall.css">${SCRIPT}`;

test("while the page loads the program and the data are fetched only once the element nears the viewport", async () => {
  on.site.publish("/tall.css", ".tall { height: 8000px }");
  on.site.publish("/busy.js", "window.requestIdleCallback = () => 0;");
  const page = await on.open(`<div class="tall"></div>${ELEMENT}`, { head: `<script src="/busy.js"></script>${TALL}` });
  await page.until("return root");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const heavy = () => on.site.asked().filter((path) => /^\/widget\//.test(path) && path !== "/widget/figure-tracker.js");
  assert.deepEqual(heavy(), []);
  await page.ask("scrollTo(0, 4000)");
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(heavy(), [], "four screens away is not near");
  await page.ask("scrollTo(0, 7000)");
  await page.ready();
  // The second part may be asked for at once, too, where what explains a figure is open.
  const first = heavy().filter((path) => !/-late-/.test(path));
  assert.deepEqual(first.map((path) => path.replace(/-[0-9a-f]+\./, "-HASH.")).sort(), [
    "/widget/data.json",
    "/widget/figure-tracker-HASH.wasm",
  ]);
});

test("when the page has loaded and rests what printing needs is fetched, however far down the element is", async () => {
  on.site.publish("/tall.css", ".tall { height: 8000px }");
  const page = await on.open(`<div class="tall"></div>${ELEMENT}`, { head: TALL });
  await page.ready();
  assert.equal(await page.ask("return scrollY"), 0);
  assert.ok(await page.has("chart"));
});

test("printing shows the table, and afterwards it is as it was", async () => {
  const page = await on.ready();
  const open = () => page.ask('return root.querySelector("details.ft-table").open');
  assert.equal(await open(), false);
  await page.ask('dispatchEvent(new Event("beforeprint"))');
  assert.equal(await open(), true);
  await page.ask('dispatchEvent(new Event("afterprint"))');
  assert.equal(await open(), false);
  await page.ask('root.querySelector("details.ft-table").open = true; for (const name of ["beforeprint", "afterprint"]) dispatchEvent(new Event(name))');
  assert.equal(await open(), true, "what the reader opened stays open");
});

test("two elements share one program", async () => {
  const page = await on.ready('<figure-tracker></figure-tracker><figure-tracker metric="injured"></figure-tracker>');
  await page.ready(2);
  assert.equal(on.site.asked().filter((path) => /figure-tracker-[0-9a-f]+\.wasm$/.test(path)).length, 1);
});
