// What the shelf has besides the table: what adds up, where everything is from, and what a reader takes along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser } from "./browsers.mjs";
import { idOf } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const LAST = idOf("deaths", 230);
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** Opens an entry as a reader does, and gives its words. */
async function open(page, name) {
  await page.ask(`const entry = root.querySelector(".ft-entry.ft-" + arguments[0]); if (!entry.open) entry.querySelector("summary").click()`, name);
  await page.until(`return root.querySelector(".ft-entry.ft-${name} .ft-inside > *:not(.ft-late)")`, name);
  return words(page, name);
}
const words = (page, name) => page.ask('return clean(root.querySelector(".ft-entry.ft-" + arguments[0]).innerText)', name);
const press = (page, name, text) =>
  page.ask(`const found = [...root.querySelectorAll(".ft-entry.ft-" + arguments[0] + " :is(button,label)")].find((e) => clean(e.textContent) === arguments[1]);
    if (!found) throw new Error("nothing says " + arguments[1]); found.click()`, name, text);
const field = (page) => page.ask('return root.querySelector(".ft-take-away textarea").value');
/** What the browser would have saved: the downloads of a page are not its tests' business. */
const SAVED = `window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, this.href.slice(0, 5)]) }`;

test("what adds up and what doesn't: of the metric, then of the whole record; a number leads to its figure", async () => {
  const page = await on.ready();
  assert.match(await open(page, "ledger"), /Doesn’t add up.*139.*63.*20.*19.*241.*but 230 was said: 11 over.*Adds up/);
  await press(page, "ledger", "Whole record");
  await page.until(`return root.querySelector(".ft-ledger").innerText.includes("606 apart")`, "606 apart");
  assert.match(await words(page, "ledger"), /more than 147 apart/);
  await page.ask(`[...root.querySelectorAll(".ft-ledger button")].find((b) => b.innerText.startsWith("4,353")).click()`);
  await page.until("return host.metric === 'injured'", "the metric of the figure");
  assert.equal(await page.ask('return root.querySelector(".ft-ledger") !== null'), true, "the entry stays open");
});

test("the choice is reached and made by keys", async () => {
  const page = await on.ready();
  await open(page, "ledger");
  await page.ask('root.querySelector(".ft-entry.ft-ledger input:checked, .ft-entry.ft-ledger input").focus()');
  await page.driver.actions().sendKeys(Key.ARROW_RIGHT).perform();
  await page.until(`return root.querySelector(".ft-ledger").innerText.includes("606 apart")`, "the whole record");
});

test("sources: what a document lacks, what it carries, and all that a person said", async () => {
  const page = await on.ready();
  const text = await open(page, "sources");
  assert.match(text, /Documents.*no link · no archived copy.*People.*Berik Asylov.*Revised by the sources themselves.*Corrections to this record/);
  const before = await page.ask('return root.querySelectorAll(".ft-carried li").length');
  assert.equal(before, 0, "a list is made when it is opened");
  await page.ask('root.querySelector(".ft-carried summary").click()');
  await page.until('return root.querySelectorAll(".ft-carried li").length > 0', "the figures of a document");
});

test("a citation follows the selected figure, in four forms", async () => {
  const page = await on.ready();
  await open(page, "take-away");
  assert.match(await field(page), /^Deaths: 230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022\./);
  await page.set("figure", idOf("deaths", 225));
  await page.until('return root.querySelector(".ft-take-away textarea").value.startsWith("Deaths: 225")', "the other figure");
  for (const [style, form] of [["APA", /\[Data set\]/], ["BibTeX", /^@misc\{/], ["Wiki", /<ref>\{\{cite/]]) {
    await press(page, "take-away", style);
    await page.until(`return ${form}.test(root.querySelector(".ft-take-away textarea").value)`, style);
  }
  await press(page, "take-away", "Whole chart");
  await page.until('return root.querySelector(".ft-take-away textarea").value.startsWith("Deaths (16 figures)")', "the chart");
});

test("the link leads to what is shown: this page where it keeps its address, else the static page", async () => {
  const link = (page) => page.ask('return [...root.querySelectorAll(".ft-take-away textarea")].at(-1).value');
  const own = await on.ready('<figure-tracker address metric="deaths"></figure-tracker>');
  await open(own, "take-away");
  assert.equal(await link(own), `${on.site.origin}/page.html#figure-tracker=metric=deaths&figure=${LAST}`);
  const other = await on.ready('<figure-tracker metric="deaths" pictures="/widget/pages/"></figure-tracker>');
  await open(other, "take-away");
  assert.equal(await link(other), `${on.site.origin}/widget/pages/deaths.html#figure-tracker=metric=deaths&figure=${LAST}`);
});

test("a text that may not be copied is selected", async () => {
  const page = await on.ready();
  await open(page, "take-away");
  await page.ask('Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) }, configurable: true })');
  await press(page, "take-away", "Copy");
  await page.until('return clean(root.querySelector(".ft-take-away [role=status]").textContent).startsWith("Copying isn’t allowed")', "the form that works");
  assert.equal(await page.ask('const f = root.querySelector(".ft-take-away textarea"); return f.selectionEnd - f.selectionStart === f.value.length'), true);
  await page.ask('Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => { window.copied = text; return Promise.resolve() } }, configurable: true })');
  await press(page, "take-away", "Copy");
  await page.until('return clean(root.querySelector(".ft-take-away [role=status]").textContent) === "Copied."', "copied");
  assert.equal(await page.ask("return window.copied"), await field(page));
});

test("files of what is shown, and a form of each that needs no file, under a strict policy", async () => {
  const page = await on.ready(undefined, { headers: { "content-security-policy": STRICT } });
  await page.ask(SAVED);
  await open(page, "take-away");
  const taken = () => page.ask('return [...root.querySelectorAll(".ft-take-away textarea")].at(-1).value');
  await press(page, "take-away", "CSV");
  await page.until("return window.saved.length === 1", "the CSV");
  assert.match(await taken(), /^\ufeff?metric,metric_label,/);
  await press(page, "take-away", "JSON");
  await page.until("return window.saved.length === 2", "the JSON");
  const json = JSON.parse(await taken());
  assert.equal(json.figures.length, 16);
  await press(page, "take-away", "SVG");
  await page.until("return window.saved.length === 3", "the SVG");
  const svg = await taken();
  assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(svg, /Deaths/);
  assert.doesNotMatch(svg, /class=|style=/);
  await press(page, "take-away", "PNG");
  const [width, height] = await page.until('const i = root.querySelector("img.ft-taken"); return i?.complete && i.naturalWidth && [i.naturalWidth, i.naturalHeight]', "the PNG");
  assert.ok(width > 600 && height > 400, `${width} x ${height}`);
  const saved = await page.ask("return window.saved.map(([name]) => name)");
  assert.deepEqual(saved, ["deaths.csv", "deaths.json", "deaths.svg", "deaths.png"]);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await page.errors(), []);
});

test("only what is shown is taken along", async () => {
  const page = await on.ready('<figure-tracker metric="deaths" known-on="2022-01-20"></figure-tracker>');
  await page.ask(SAVED);
  await open(page, "take-away");
  await press(page, "take-away", "JSON");
  await page.until("return window.saved.length === 1", "the JSON");
  const json = JSON.parse(await page.ask('return [...root.querySelectorAll(".ft-take-away textarea")].at(-1).value'));
  assert.ok(json.figures.length > 0 && json.figures.every(({ id }) => id !== LAST));
});

test("with a day, a speaker and a period in place every form has just that, and says so", async () => {
  const page = await on.ready(`<figure-tracker address metric="deaths" scope="country" known-on="2022-02-01" from="2022-01-10"></figure-tracker>`);
  await page.ask(SAVED);
  await open(page, "take-away");
  const taken = () => page.ask('return [...root.querySelectorAll(".ft-take-away textarea")].at(-1).value');
  assert.match(await field(page), /^Deaths: 225 people, .*on 15 January 2022/);
  await press(page, "take-away", "Whole chart");
  await page.until('return root.querySelector(".ft-take-away textarea").value.startsWith("Deaths (As known on 1 February 2022;")', "what is asked");
  assert.match(await field(page), /Only Whole country; From 10 January 2022 on; \d figures?\)/);
  assert.match(await field(page), /figure-tracker=metric=deaths&.*scope=country&known-on=2022-02-01&from=2022-01-10/);
  await press(page, "take-away", "CSV");
  await page.until("return window.saved.length === 1", "the CSV");
  const csv = await taken();
  assert.ok(/,225,/.test(csv) && !/,230,/.test(csv), csv);
  await press(page, "take-away", "JSON");
  await page.until("return window.saved.length === 2", "the JSON");
  const ids = JSON.parse(await taken()).figures.map(({ id }) => id);
  assert.ok(ids.includes(idOf("deaths", 225)) && !ids.includes(LAST), ids.join());
  await press(page, "take-away", "SVG");
  await page.until("return window.saved.length === 3", "the SVG");
  assert.match((await taken()).replace(/[\u2066-\u2069]/g, ""), />Deaths<.*As known on 1 February 2022/s);
});

for (const view of ["parts", "who"]) {
  test(`the chart is taken along from the view "${view}", too`, async () => {
    const page = await on.ready(`<figure-tracker metric="deaths" view="${view}"></figure-tracker>`);
    await page.until('return root.querySelector(".ft-still svg")', "the chart that is not seen");
    await page.ask(SAVED);
    await open(page, "take-away");
    await press(page, "take-away", "SVG");
    await page.until("return window.saved.length === 1", "the SVG");
    const svg = await page.ask('return [...root.querySelectorAll(".ft-take-away textarea")].at(-1).value');
    for (const value of ["164", "225", "230"]) assert.ok(svg.includes(`>${value}<`), `${value} is not in ${svg}`);
    assert.ok(svg.length < 60_000 && !/class=|style=/.test(svg));
    await press(page, "take-away", "PNG");
    const [width, height] = await page.until('const i = root.querySelector("img.ft-taken"); return i?.complete && i.naturalWidth && [i.naturalWidth, i.naturalHeight]', "the PNG");
    assert.ok(width > 600 && height > 400, `${width} x ${height}`);
    assert.deepEqual(await page.errors(), []);
  });
}

test("paper has chart, whole table and sources, also with a view open, and nothing to be tapped", async () => {
  const page = await on.ready('<figure-tracker metric="deaths" view="who"></figure-tracker>');
  await page.until('return root.querySelector(".ft-still svg")', "the chart");
  await page.ask('dispatchEvent(new Event("beforeprint"))');
  await page.until('return root.querySelectorAll(".ft-table tr").length > 16 && root.querySelector(".ft-sources .ft-inside > *:not(.ft-late)")', "table and sources");
  const printed = await page.ask(`const rules = [...root.adoptedStyleSheets, ...[...root.querySelectorAll("style, link")].map((e) => e.sheet)].filter(Boolean)
      .flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media?.mediaText === "print").flatMap((rule) => [...rule.cssRules]);
    const hidden = rules.filter((rule) => rule.style?.display === "none").map((rule) => rule.selectorText).join();
    const onPaper = (selector) => [...root.querySelectorAll(selector)].filter((e) => !e.closest(hidden)).length;
    return { open: [...root.querySelectorAll("details.ft-entry[open]")].map((e) => e.className), buttons: onPaper(".ft-tabs button, .ft-plot-foot button"), still: rules.some((rule) => rule.selectorText?.includes(".ft-still") && rule.style.position === "static") }`);
  assert.ok(printed.open.some((name) => name.includes("ft-table")) && printed.open.some((name) => name.includes("ft-sources")), printed.open.join());
  assert.deepEqual([printed.buttons, printed.still], [0, true]);
  await page.ask('dispatchEvent(new Event("afterprint"))');
  assert.equal(await page.ask('return root.querySelectorAll(":is(.ft-table, .ft-sources)[open]").length'), 0, "as it was");
});

for (const width of [320, 390, 1280]) {
  test(`at ${width} pixels nothing of the shelf is cut, and what is tapped is 44 pixels high`, async () => {
    await browser.resize(on.driver, width, 900);
    const page = await on.ready();
    for (const name of ["ledger", "sources", "take-away"]) await open(page, name);
    const faults = await page.ask(`const base = one("base").getBoundingClientRect(); const faults = [];
      for (const e of root.querySelectorAll(".ft-shelf *")) { const { left, right, width, height } = e.getBoundingClientRect(); if (!width) continue;
        if (left < base.left - 1 || right > base.right + 1) faults.push("cut: " + e.outerHTML.slice(0, 80));
        if (e.matches(".ft-ledger button, .ft-take-away :is(button, label), .ft-sources :is(label, summary)") && height < 43.5) faults.push(height + " high: " + e.outerHTML.slice(0, 80));
        if (parseFloat(getComputedStyle(e).fontSize) < 11.9) faults.push("small: " + e.outerHTML.slice(0, 80)); }
      return faults.slice(0, 5)`);
    assert.deepEqual(faults, []);
  });
}
