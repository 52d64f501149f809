// The static pages: read without a script, and taken over by the widget without a visible change.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { browser } from "./browsers.mjs";
import { DRAWN } from "./drawn.mjs";
import { suite } from "./page.mjs";
import { render } from "./rendered.mjs";
import { DIST } from "./site.mjs";
import { printed } from "../../maker/snippet.js";

const PAGE = "/widget/pages/deaths.html";
const SIZES = [[320, 640], [390, 844], [768, 1024], [1280, 900]];

const PRINTED = `${DRAWN} const base = document.querySelector("figure-tracker > .ft-base");`;
const ALIVE = `${DRAWN} const base = root.querySelector(".ft-base");`;

const html = () => readFileSync(join(DIST, "pages/deaths.html"), "utf8");

/** Looks for chart and card, styled, in a page whose script for iframes has not come yet; then for the rest when it has. */
async function seesChartFirst(on) {
  let come;
  on.site.rule(/frame-.+\.js$/, { after: new Promise((resolve) => { come = resolve; }) });
  on.site.rule(/figure-tracker\.js$/, { status: 404, body: "" });
  const page = await on.open("<p>A page</p>", { head: "" });
  await page.ask(`const frame = document.createElement("iframe"); frame.width = 390; frame.height = 800; frame.src = "${PAGE}"; document.body.append(frame);`);
  const seen = (selector) => `const inside = document.querySelector("iframe").contentDocument;
    return [...inside.querySelectorAll("${selector}")].some((e) => e.getClientRects().length > 0)`;
  await page.until(seen(".ft-card:not(.ft-sizer) b"), "the card");
  assert.equal(await page.ask(seen(".ft-plot svg")), true);
  assert.equal(await page.ask(`return document.querySelector("iframe").contentWindow.getComputedStyle(
    document.querySelector("iframe").contentDocument.querySelector(".ft-kicker")).fontSize`), "12px");
  assert.equal(await page.ask(seen(".ft-shelf")), false);
  come();
  await page.until(seen(".ft-shelf summary"), "the shelf");
  await page.until(seen(".page-foot a"), "the foot");
}

describe("a static page", () => {
  const on = suite();

  /** Shows the page with the recorder in front; `alive` says whether its script is answered. */
  async function show(alive, hash = "") {
    const shown = await on.open("");
    const text = html().replace("<head>", '<head><script src="/record.js"></script>');
    on.site.publish(PAGE, text);
    if (!alive) on.site.rule(/figure-tracker\.js$/, { status: 404, body: "" });
    await on.driver.get(`${on.site.origin}${PAGE}${hash}`);
    return shown;
  }

  for (const [width, height] of SIZES) {
    test(`at ${width} pixels the widget draws what the page has printed, in the same places`, async () => {
      await browser.resize(on.driver, width, height);
      const still = await show(false);
      const [printed, places] = await still.ask(`${PRINTED} return [drawn(base), boxes(base)]`);
      on.site.reset();
      const living = await show(true);
      await living.ready();
      const [drawn, now] = await living.ask(`${ALIVE} return [drawn(base), boxes(base)]`);
      assert.ok(printed.length > 300, `${printed.length} lines are no page`);
      assert.deepEqual(drawn, printed);
      assert.deepEqual(now, places);
    });
  }

  test("what a reader has scrolled to, opened and focused stays so", async () => {
    const shown = await show(true);
    await shown.ready();
    const before = await show(false);
    await before.ask(`const every = document.querySelectorAll("figure-tracker summary");
      every[every.length - 1].click(); every[every.length - 1].focus(); scrollTo(0, 900);`);
    on.site.reset();
    // By another address: Firefox remembers that the first has failed.
    await before.ask(`const s = document.createElement("script"); s.type = "module"; s.src = "/widget/figure-tracker.js?again";
      document.head.append(s);`);
    await before.ready();
    const [open, focused, scrolled] = await before.ask(`const folds = root.querySelectorAll("details");
      return [folds[folds.length - 1].open, root.activeElement === folds[folds.length - 1].querySelector("summary"), Math.round(scrollY)]`);
    assert.deepEqual([open, focused, scrolled], [true, true, 900]);
  });

  test("the address of a figure selects it", async () => {
    const shown = await show(true, "#figure-deaths-2022-01-15-225");
    await shown.ready();
    assert.equal(await shown.property("figure"), "deaths-2022-01-15-225");
  });

  test("nothing but files of the site is asked for, and nothing is inline", async () => {
    const text = html();
    assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|ld\+json))/);
  });
});

describe("a static page with its style within itself", () => {
  const on = suite();
  const LOCATION = ["--widget", "../figure-tracker.js", "--data", "deaths.json"];
  const policy = (style) => `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src ${style}; connect-src 'self'; ` +
    "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";
  let [inside, shared] = [];
  before(() => {
    inside = render(join(DIST, "pages/deaths.json"), ...LOCATION);
    shared = render(join(DIST, "pages/deaths.json"), "--style-file", ...LOCATION);
  });

  /** Shows the page of a rendering, under a policy; `alive` says whether its script is answered. */
  async function show({ files }, { style = "'self'", alive = true } = {}) {
    const shown = await on.open("");
    for (const [name, text] of files) {
      on.site.publish(`/widget/pages/${name}`, text.replace("<head>", '<head><script src="/record.js"></script>'));
    }
    on.site.rule(/^\/widget\/pages\/.*html$/, { headers: { "content-security-policy": policy(style) } });
    if (!alive) on.site.rule(/figure-tracker\.js$/, { status: 404, body: "" });
    await on.driver.get(`${on.site.origin}${PAGE}`);
    await shown.until("return document.readyState === 'complete'", "the page");
    return shown;
  }
  const sheets = () => on.site.asked().filter((path) => path.endsWith(".css"));
  /** What is drawn of the printed widget, and where everything on the page is. */
  const look = (page) => page.ask(`${PRINTED} return [drawn(base), boxes(base), boxes(document.body)]`);

  test("it looks like one whose style is in a file, and waits for none", async () => {
    await browser.resize(on.driver, 390, 844);
    const filed = await look(await show(shared, { alive: false }));
    assert.equal(sheets().length, 1);
    on.site.reset();
    const page = await show(inside, { style: inside.said.style_sources.join(" "), alive: false });
    assert.deepEqual(await look(page), filed);
    assert.deepEqual(sheets(), []);
    assert.deepEqual(await page.violations(), []);
  });

  test("a strict policy that names it by the source that the command says lets the widget take over, in the same places", async () => {
    await browser.resize(on.driver, 390, 844);
    const style = inside.said.style_sources.join(" ");
    const [printed, places] = await look(await show(inside, { style, alive: false }));
    on.site.reset();
    const page = await show(inside, { style });
    await page.ready();
    const [drawn, now] = await page.ask(`${ALIVE} return [drawn(base), boxes(base)]`);
    assert.ok(printed.length > 100, `${printed.length} lines are no page`);
    assert.deepEqual(drawn, printed);
    assert.deepEqual(now, places);
    assert.deepEqual(sheets(), [], "what is there is not fetched again");
    assert.deepEqual(await page.violations(), []);
    const loud = (await page.console()).filter((entry) => entry.level !== "INFO" && entry.level !== "DEBUG");
    assert.deepEqual(loud, []);
  });

  test("a policy that doesn't name it refuses it, which is why the command says it; the page is read without it", async () => {
    const page = await show(inside, { alive: false });
    await page.until("return seen.violations.length > 0", "the refusal");
    assert.match(JSON.stringify(await page.violations()), /style-src/);
    const size = () => page.ask(`return getComputedStyle(document.querySelector(".ft-kicker")).fontSize`);
    assert.notEqual(await size(), "12px");
    assert.match(await page.ask(`return document.querySelector("figure-tracker").textContent`), /230/);
    await show(inside, { style: inside.said.style_sources.join(" "), alive: false });
    assert.equal(await size(), "12px");
  });

  test("chart and card are seen, styled, before anything else has come", async () => {
    on.site.publish(PAGE, inside.files.get("deaths.html"));
    await seesChartFirst(on);
    assert.deepEqual(sheets(), []);
  });

  test("the snippet maker makes the same static HTML of it, with the style sheet of the widget", () => {
    const snippet = ({ files }) => printed(files.get("deaths.html"), { site: "https://a.example/", folder: "pages/", label: "Deaths" });
    assert.equal(snippet(inside), snippet(shared));
    const [, name] = snippet(inside).match(/<link rel="stylesheet" href="https:\/\/a.example\/pages\/([^"]+)"/);
    assert.ok(inside.files.has(name), `${name} is no file`);
  });
});

const on = suite();

test("chart and card are seen, styled, while the browser still waits for what stands before the rest of the page", () => seesChartFirst(on));

test("pages are well-formed HTML: no id twice, items in lists, a button in each form, headings in order", async () => {
  for (const name of ["index.html", "embed.html", "pages/index.html", "pages/deaths.html", "pages/injured.html"]) {
    const page = await on.open("<p>A page</p>", { head: "" });
    const html = readFileSync(join(DIST, name), "utf8");
    const faults = await page.ask(`const doc = new DOMParser().parseFromString(arguments[0], "text/html"); const every = [...doc.querySelectorAll("*")]; const faults = [];
      const ids = every.map((e) => e.id).filter(Boolean); faults.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => "id twice: " + id));
      for (const e of every) { const parent = e.parentElement?.localName;
        if (e.localName === "li" && !["ul", "ol"].includes(parent)) faults.push("li in " + parent);
        if (["ul", "ol"].includes(e.localName) && [...e.children].some((c) => c.localName !== "li")) faults.push("a list with " + e.innerHTML.slice(0, 60));
        if (e.localName === "form" && !e.querySelector("button:not([type=button]):not([type=reset]), input[type=submit]")) faults.push("a form without its button");
        if (e.localName === "p" && e.querySelector("div, p, ul, dl, table, details")) faults.push("a block in p");
        if (["dt", "dd"].includes(e.localName) && parent !== "dl") faults.push(e.localName + " in " + parent);
        if (e.localName === "img" && !e.hasAttribute("alt")) faults.push("img without alt");
        if (e.localName === "small" && e.querySelector("div, p, ul")) faults.push("a block in small: " + e.outerHTML.slice(0, 80));
        for (const name of ["for", "aria-labelledby", "aria-controls"]) if (e.hasAttribute(name) && e.localName !== "output" && e.getAttribute(name).split(" ").some((id) => !doc.getElementById(id))) faults.push(name + " of nothing: " + e.getAttribute(name)); }
      let level = 0; for (const h of doc.querySelectorAll("h1,h2,h3,h4,h5,h6")) { const now = Number(h.localName[1]); if (now > level + 1) faults.push("h" + now + " after h" + level); level = now }
      return [...new Set(faults)]`, html);
    assert.deepEqual(faults, [], name);
  }
});
