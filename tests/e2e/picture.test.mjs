// The picture that stands until the program has come, and what becomes of it then.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browser } from "./browsers.mjs";
import { DRAWN } from "./drawn.mjs";
import { idOf } from "./fixtures.mjs";
import { series } from "../../benches/series.mjs";
import { Key, SCRIPT, suite } from "./page.mjs";
import { render } from "./rendered.mjs";
import { DIST, startSite } from "./site.mjs";

const on = suite();
const WASM = /\.wasm$/;
const PICTURE = /\.picture\.html$/;
const CARDS = /\.cards\.html$/;
const ANSWERS = /figure-tracker-answers-.+\.js$/;
const GONE = { status: 404, body: "gone" };
const SIZES = [[320, 640], [390, 844], [768, 1024], [1280, 900]];
const element = (more = "", pictures = "/widget/pages/") =>
  `<figure-tracker src="/widget/data.json" metric="deaths" pictures="${pictures}" ${more}><p id="own">164, 225, then 230 dead</p></figure-tracker>`;
const file = () => readFileSync(join(DIST, "pages/deaths.en.picture.html"), "utf8");
const cards = () => readFileSync(join(DIST, "pages/deaths.en.cards.html"), "utf8");
const STANDS = 'return root?.querySelector("a[part=picker]") && true';
const SEEN = `${DRAWN} const base = root.querySelector(".ft-base"); return [drawn(base, false), boxes(base)]`;

/** Shows a page whose program is held back until `come` is called. */
async function held(body = element(), options = {}) {
  let come;
  on.site.rule(WASM, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await on.open(body, options);
  await page.until(STANDS, "the picture");
  return { page, come };
}

/** Without the program in either form. */
function noProgram() {
  on.site.rule(WASM, GONE);
  on.site.rule(/figure-tracker-plain-.+\.js$/, GONE);
}

for (const [width, height] of SIZES) {
  test(`at ${width} pixels the picture stands before the program has come, which takes over without a change`, async () => {
    await browser.resize(on.driver, width, height);
    const { page, come } = await held(`<h1>Before</h1>${element()}<p id="after">After</p>`);
    assert.equal(await page.ask('return document.getElementById("own").getClientRects().length'), 0);
    assert.equal(await page.ask('return all("chart").filter((e) => e.getClientRects().length).length'), 1);
    const after = 'return Math.round(document.getElementById("after").getBoundingClientRect().y)';
    const [drawn, boxes] = await page.ask(SEEN);
    const place = await page.ask(after);
    assert.deepEqual(await page.events(), []);
    come();
    await page.ready();
    assert.equal(await page.count("base"), 1);
    const [now, places] = await page.ask(SEEN);
    assert.ok(drawn.length > 150, `${drawn.length} lines are no picture`);
    assert.deepEqual(now, drawn);
    assert.deepEqual(places, boxes);
    assert.equal(await page.ask(after), place);
  });
}

test("what a reader has scrolled to, opened and focused in the picture stays so", async () => {
  const { page, come } = await held(`${element()}<div id="tail"></div>`);
  await page.ask(`document.getElementById("tail").style.height = "3000px";
    const every = [...root.querySelectorAll(".ft-sources > summary")]; every[0].click(); every[0].focus(); scrollTo(0, 700);`);
  come();
  await page.ready();
  const [open, focused, scrolled] = await page.ask(`const [first] = root.querySelectorAll(".ft-sources > summary");
    return [first.parentNode.open, root.activeElement === first, Math.round(scrollY)]`);
  assert.deepEqual([open, focused, scrolled], [true, true, 700]);
});

/** Waits until the picture shows the figure with this number, the program being held back. */
const shows = (page, number) => page.until(`return one("card").querySelector(".ft-digits").textContent === "${number}"`, `the card of ${number}`);
const mark = (id) => `.ft-plot:not([hidden]) [data-figure="${id}"]`;

for (const [width, height] of SIZES) {
  test(`at ${width} pixels a mark that is tapped in the picture is told at once, and the program changes nothing`, async () => {
    await browser.resize(on.driver, width, height);
    const { page, come } = await held();
    const id = idOf("deaths", 225);
    await page.tap(await page.find(mark(id)));
    await shows(page, 225);
    assert.deepEqual([await page.property("figure"), await page.property("metric")], [id, "deaths"]);
    assert.deepEqual((await page.events("select")).map(({ detail }) => detail), [{ metric: "deaths", figure: id }]);
    assert.equal(await page.ask('return root.querySelectorAll(".ft-plot:not([hidden]) .ft-mark.ft-selected").length'), 1);
    assert.equal(await page.ask(`return root.querySelector('${mark(id)}.ft-selected') && true`), true);
    assert.equal(await page.ask('return clean(root.querySelector(".ft-count").textContent)'), "2 of 3");
    assert.match(await page.ask('return root.querySelector(".ft-explained > :not(.ft-sizer)").textContent'), /number of bodies taken/);
    const look = `${DRAWN} const base = root.querySelector(".ft-base");
      const texts = [...base.querySelectorAll('.ft-card:not(.ft-sizer), .ft-explained > :not(.ft-sizer), .ft-count, .ft-value')]
        .filter((e) => e.getClientRects().length && !e.closest('details:not([open])') && getComputedStyle(e).visibility === 'visible')
        .map((e) => clean(e.textContent)).sort();
      return [texts, boxes(base)]`;
    const before = await page.ask(look);
    const drop = 'return [...root.querySelectorAll(".ft-drop")].find((e) => e.getClientRects().length).getAttribute("d")';
    const day = await page.ask(drop);
    come();
    await page.ready();
    assert.equal(await page.property("figure"), id);
    assert.deepEqual(await page.ask(look), before);
    assert.equal(await page.ask(drop), day);
    assert.equal((await page.events("select")).length, 1);
  });
}

test("the picture steps through the figures of its chart, as the program does after it", async () => {
  const { page, come } = await held();
  for (const number of [225, 164]) {
    await page.tapPart("previous");
    await shows(page, number);
  }
  const ends = () => page.ask('return ["previous", "next"].map((part) => one(part).getAttribute("aria-disabled"))');
  assert.deepEqual(await ends(), ["true", "false"]);
  await page.ask('one("next").focus()');
  await page.keys(Key.ENTER);
  await shows(page, 225);
  assert.deepEqual(await ends(), ["false", "false"]);
  come();
  await page.ready();
  assert.equal(await page.property("figure"), idOf("deaths", 225));
  assert.equal(await page.ask('return root.activeElement === one("next")'), true);
  await page.tapPart("next");
  assert.equal(await page.property("figure"), idOf("deaths", 230));
});

test("in a long series a tap on the picture selects what it selects in the living chart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "figure-tracker-"));
  try {
    const data = join(folder, "data.json");
    writeFileSync(data, JSON.stringify(series([80])));
    for (const [name, text] of render(data).files) on.site.publish(`/long/${name}`, text);
    on.site.publish("/long/data.json", readFileSync(data));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const long = (more) => `<figure-tracker src="/long/data.json" metric="metric-0" ${more}></figure-tracker>`;
  const tap = (share) => `const drawing = all("chart").find((e) => e.getClientRects().length);
    const { left, top, width, height } = drawing.getBoundingClientRect();
    drawing.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true,
      clientX: left + width * ${share}, clientY: top + height * 0.4 }))`;
  for (const share of [0.2, 0.55, 0.7]) {
    const live = await on.ready(long(""), { lang: "en" });
    await live.ask(tap(share));
    const wanted = await live.property("figure");
    const { page, come } = await held(long('pictures="/long/"'), { lang: "en" });
    await page.ask(tap(share));
    await page.until(`return host.figure === "${wanted}"`, `${wanted}, in the picture`);
    const text = await page.text("card");
    come();
    await page.ready();
    assert.deepEqual([await page.property("figure"), await page.text("card")], [wanted, text]);
  }
});

for (const [what, spoil] of [
  ["are missing", () => on.site.rule(CARDS, GONE)],
  ["do not come", () => on.site.rule(CARDS, { hang: true })],
  ["are of another build", () => on.site.publish("/widget/pages/deaths.en.cards.html", cards().replace(/data-build="\w+"/, 'data-build="0123456789abcdef"'))],
  ["have a handler in them", () => on.site.publish("/widget/pages/deaths.en.cards.html", cards().replace("<dl>", '<dl onclick="window.hurt = true">'))],
]) {
  test(`where the picture's cards ${what} a tap waits for the program, which answers it`, async () => {
    spoil();
    const { page, come } = await held();
    const id = idOf("deaths", 225);
    await page.tap(await page.find(mark(id)));
    for (const end = Date.now() + 5000; !on.site.asked().some((path) => CARDS.test(path)) && Date.now() < end;) await page.settled();
    await page.settled();
    assert.match(await page.text("card"), /230/);
    come();
    await page.ready();
    assert.equal(await page.property("figure"), id);
    assert.equal(await page.ask("return window.hurt"), null);
  });
}

test("cards are asked for when one is tapped, and never twice", async () => {
  const { page, come } = await held();
  assert.deepEqual(on.site.asked().filter((path) => CARDS.test(path) || ANSWERS.test(path)), []);
  await page.tapPart("previous");
  await shows(page, 225);
  await page.tapPart("previous");
  await shows(page, 164);
  assert.equal(on.site.asked().filter((path) => CARDS.test(path)).length, 1);
  assert.ok(on.site.asked().filter((path) => ANSWERS.test(path)).length <= 1, "WebKit keeps what was preloaded for the next page");
  come();
  await page.ready();
});

test("a figure that was selected in the picture, and is not in the data any more, gives way to the latest one", async () => {
  const data = JSON.parse(readFileSync(join(DIST, "data.json"), "utf8"));
  const id = idOf("deaths", 225);
  const about = ({ from, to, whole, parts = [] }) => [from, to, whole, ...parts].includes(id);
  data.figures = data.figures.filter((figure) => figure.id !== id);
  data.relations = data.relations.filter((relation) => !about(relation));
  data.corrections = (data.corrections ?? []).filter((correction) => correction.figure !== id);
  delete data.edition;
  on.site.publish("/widget/data.json", JSON.stringify(data));
  const { page, come } = await held();
  await page.tapPart("previous");
  await shows(page, 225);
  come();
  await page.ready();
  assert.match(await page.text("card"), /230/);
  assert.deepEqual([await page.property("figure"), await page.attribute("figure")], [idOf("deaths", 230), null]);
  assert.deepEqual(await page.events("error"), []);
});

test("what was selected in the picture is in the page's address", async () => {
  const { page, come } = await held(element("address"));
  const id = idOf("deaths", 225);
  await page.tapPart("previous");
  await shows(page, 225);
  const asked = async () => new URLSearchParams((await page.ask("return location.hash")).slice("#figure-tracker=".length)).get("figure");
  assert.equal(await asked(), id);
  come();
  await page.ready();
  assert.deepEqual([await page.property("figure"), await asked()], [id, id]);
});

test("the picker opens when it was tapped in the picture", async () => {
  const { page, come } = await held();
  await page.tapPart("picker");
  assert.match(await page.ask("return location.pathname"), /page\.html$/);
  come();
  await page.ready();
  await page.until('return !!root.querySelector("[role=option][data-metric=injured]")', "the open picker");
});

for (const [what, spoil, more] of [
  ["the name of another build", (text) => text.replace(/data-build="\w+"/, 'data-build="0123456789abcdef"')],
  ["the name of another metric", (text) => text.replace('data-metric="deaths"', 'data-metric="injured"')],
  ["the name of another edition", (text) => text, 'edition="2020-01-01"'],
  ["the name of another language", (text) => text.replace('lang="en-GB"', 'lang="en-US"')],
  ["the name of another figure", (text) => text, `figure="${idOf("deaths", 225)}"`],
  ["something else in it", (text) => text.replace("</section>", '<img src="x" onerror="window.hurt = true"></section>')],
  ["a handler in it", (text) => text.replace('<h2 ', '<h2 onfocus="window.hurt = true" ')],
  ["an inline style in it", (text) => text.replace('<h2 ', '<h2 style="color: red" ')],
  ["a drawing whose link would run", (text) => text.replace("</section>", '<svg><a xlink:href="javascript:window.hurt = true">x</a></svg></section>')],
  ["a link that would run", (text) => text.replace('href="index.html"', 'href="javascript:window.hurt = true"')],
]) {
  test(`a picture with ${what} is not shown, and one quiet line says so`, async () => {
    on.site.publish("/widget/pages/deaths.en.picture.html", spoil(file()));
    on.site.rule(WASM, { hang: true });
    const page = await on.open(element(more));
    await page.until("return root");
    const end = Date.now() + 5000;
    while (!on.site.asked().some((path) => PICTURE.test(path)) && Date.now() < end) await page.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await page.has("base"), false);
    assert.equal(await page.ask('return document.getElementById("own").getClientRects().length > 0'), true);
    const lines = await page.console();
    assert.deepEqual(lines.filter(({ level }) => level !== "INFO" && level !== "DEBUG"), []);
    assert.equal(await page.ask("return window.hurt"), null);
  });
}

test("without a picture everything is as it is without the attribute", async () => {
  const page = await on.ready(element("", "/nowhere/"));
  assert.match(await page.text("card"), /230/);
  assert.deepEqual(await page.errors(), []);
});

test("the picture is asked for first, and the program doesn't wait for it", async () => {
  on.site.rule(PICTURE, { hang: true });
  const page = await on.ready(element());
  assert.match(await page.text("card"), /230/);
  const first = (pattern) => on.site.asked().findIndex((path) => pattern.test(path));
  assert.ok(first(PICTURE) < Math.min(first(WASM), first(/data\.json$/)), on.site.asked().join(" "));
  const waited = await page.ask(`const loaded = performance.getEntriesByType("resource");
    const [script, wasm] = [/figure-tracker\\.js$/, /\\.wasm$/].map((pattern) => loaded.find(({ name }) => pattern.test(name)));
    return wasm.startTime - script.responseEnd`);
  assert.ok(waited < 800, `the program waited ${waited} ms`);
});

test("without the attribute no picture is asked for", async () => {
  await on.ready();
  assert.deepEqual(on.site.asked().filter((path) => PICTURE.test(path)), []);
});

test("an element that names no metric, on a page that names no language, gets the data set's main picture", async () => {
  const { page, come } = await held('<figure-tracker src="/widget/data.json" pictures="/widget/pages"></figure-tracker>', { lang: "" });
  assert.deepEqual(on.site.asked().filter((path) => PICTURE.test(path)), ["/widget/pages/index.picture.html"]);
  const [drawn, boxes] = await page.ask(SEEN);
  come();
  await page.ready();
  assert.deepEqual(await page.ask(SEEN), [drawn, boxes]);
});

test("a page in another language of the data set gets the picture in it", async () => {
  const { page, come } = await held(element(), { lang: "ru-RU" });
  assert.match(await page.text("title"), /Январские события/);
  const [drawn] = await page.ask(SEEN);
  come();
  await page.ready();
  // The base says the language that was asked for. Spaces that don't break are written in one way by the browser, in
  // another by the command line.
  const words = (lines) => lines.map((line) => line.replace(/\s/g, " "));
  assert.deepEqual(words((await page.ask(SEEN))[0]).slice(1), words(drawn).slice(1));
});

test("where the program can't run the picture stays, and its links lead to the pages", async () => {
  noProgram();
  const page = await on.open(element());
  assert.match(await page.failed(), /cannot run here/);
  await page.until(STANDS, "the picture");
  await page.tapPart("previous");
  await shows(page, 225);
  assert.equal(await page.property("figure"), idOf("deaths", 225));
  await page.tapPart("picker");
  await page.until('return location.pathname === "/widget/pages/index.html"', "the list of all metrics");
});

test("a link that was tapped is followed where the program turns out not to run", async () => {
  on.site.rule(/figure-tracker-plain-.+\.js$/, GONE);
  let fail;
  on.site.rule(WASM, { ...GONE, after: new Promise((resolve) => { fail = resolve; }) });
  const page = await on.open(element());
  await page.until(STANDS, "the picture");
  await page.tapPart("picker");
  fail();
  await page.until('return location.pathname === "/widget/pages/index.html"', "the list of all metrics");
});

test("the picture comes under the strict policy, from a document that no HTML sink has read", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const { page, come } = await held(element(), { headers: { "content-security-policy": policy } });
  assert.deepEqual(await page.violations(), []);
  await page.tapPart("previous");
  await shows(page, 225);
  come();
  await page.ready();
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual((await page.console()).filter(({ level }) => level !== "INFO" && level !== "DEBUG"), []);
});

test("script, data and picture may come from another site", async () => {
  const other = await startSite();
  try {
    other.rule(/.*/, { headers: { "access-control-allow-origin": "*" } });
    other.rule(WASM, { hang: true });
    const head = SCRIPT.replace('src="', `src="${other.origin}`);
    const page = await on.open(element("", `${other.origin}/widget/pages/`), { head });
    await page.until(STANDS, "the picture");
    assert.equal(await page.ask('return one("picker").href'), `${other.origin}/widget/pages/index.html`);
  } finally {
    await other.stop();
  }
});
