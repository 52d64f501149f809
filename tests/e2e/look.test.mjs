// How the widget sits on a page: it pushes nothing about, fits, can be hit with a thumb and read in both themes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { browser } from "./browsers.mjs";
import { suite, page as pageOf } from "./page.mjs";

const on = suite();
const WIDTHS = [320, 390, 768, 1280];
const OPEN_ALL = 'for (const d of root.querySelectorAll("details")) d.open = true;';

/** The demo page on a screen of this width. */
async function demo(width) {
  await on.driver.get("about:blank");
  await pageOf(on.driver).resize(width, 900, { mobile: width < 700 });
  return on.demo();
}

for (const width of WIDTHS) {
  test(`the article's text does not move when the widget comes, at ${width} px`, async () => {
    const page = await demo(width);
    // The text before and after is on the screen, so that a move of either would count.
    await page.resize(width, 2400, { mobile: width < 700 });
    await page.ask('document.querySelector("figure-tracker").previousElementSibling.scrollIntoView()');
    await page.ready();
    await page.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(await page.ask("return seen.moves"), []);
    assert.deepEqual(await page.ask("return seen.shifts"), []);
    assert.equal(await page.ask("return seen.shift"), 0);
  });

  test(`nothing scrolls sideways at ${width} px, for any metric, with everything open`, async () => {
    const page = await demo(width);
    await page.ask('host.scrollIntoView()');
    await page.ready();
    const spill = `const limit = document.documentElement.clientWidth;
      const wide = [...root.querySelectorAll("*")].filter((e) => !e.closest(".ft-unseen, .ft-counts") && e.getBoundingClientRect().right > limit + 0.5);
      return [document.documentElement.scrollWidth - limit, ...wide.map((e) => e.outerHTML.slice(0, 120))]`;
    const metrics = ["deaths", "injured", "convicted", "business-damage", "torture-cases"];
    for (const metric of metrics) {
      await page.set("metric", metric);
      await page.ask(OPEN_ALL);
      await page.settled();
      assert.deepEqual(await page.ask(spill), [0], metric);
    }
  });
}

test("the demo page reserves the height that the README tells other pages to reserve", () => {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const [, css] = read("README.md").match(/```css\n([^`]*figure-tracker[^`]*min-height[^`]*)```/);
  const article = read("demo/article.css");
  for (const line of css.trim().split("\n")) assert.ok(article.includes(line), line);
});

test("everything a thumb may press is 44 px high and wide on a phone", async () => {
  const page = await demo(390);
  await page.ask("host.scrollIntoView()");
  await page.ready();
  await page.ask(OPEN_ALL);
  await page.tapPart("picker");
  await page.settled();
  const small = await page.ask(`return [...root.querySelectorAll("button, input, summary, [role=option]")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .map((e) => [e.getAttribute("part") ?? e.className ?? e.localName, rect(e)])
    .filter(([, r]) => r.height < 44 || r.width < 44)`);
  assert.deepEqual(small, []);
});

test("on a phone the picker, the chart and the card's number share one screen", async () => {
  const page = await demo(390);
  await page.resize(390, 844, { mobile: true });
  await page.ask('host.scrollIntoView()');
  await page.ready();
  await page.settled();
  const { picker, card } = await page.rects("picker", "card");
  assert.ok(card.y + 80 - picker.y <= 844, `${card.y + 80 - picker.y} px`);
});

for (const theme of ["light", "dark"]) {
  test(`every text stands out at least 4.5 to 1 in the ${theme} theme`, async () => {
    const page = await on.ready(`<figure-tracker metric="deaths" theme="${theme}"></figure-tracker>`);
    await page.ask(OPEN_ALL);
    await page.tapPart("picker");
    await page.settled();
    assert.deepEqual(await page.ask(CONTRAST), []);
  });
}

/** Ground and ink of the widget. */
const LOOK = 'const s = getComputedStyle(one("base")); return [s.backgroundColor, s.color]';

test("the dark theme is another design", async () => {
  const page = await on.ready('<figure-tracker theme="light"></figure-tracker>');
  const light = await page.ask(LOOK);
  await page.set("theme", "dark");
  assert.notDeepEqual(await page.ask(LOOK), light);
  await page.set("theme", "auto");
  assert.deepEqual(await page.ask(LOOK), ["rgba(0, 0, 0, 0)", light[1]], "this reader prefers light: the page's own ground");
});

test("auto follows the reader who changes to dark", { skip: browser.lacks["live media"] }, async () => {
  const page = await on.ready('<figure-tracker theme="dark"></figure-tracker>');
  const dark = await page.ask(LOOK);
  await page.set("theme", "auto");
  await page.media({ "prefers-color-scheme": "dark" });
  assert.deepEqual(await page.ask(LOOK), dark);
});

describe("for a reader who prefers dark", () => {
  const at = suite({ variant: "dark" });

  test("auto is dark, and light stays light", async () => {
    const page = await at.ready('<figure-tracker theme="dark"></figure-tracker>');
    const dark = await page.ask(LOOK);
    await page.set("theme", "auto");
    assert.deepEqual(await page.ask(LOOK), dark);
    await page.set("theme", "light");
    assert.notDeepEqual(await page.ask(LOOK), dark);
  });
});

test("with forced colours the marks and the line can still be seen", { skip: browser.lacks["forced-colors"] }, async () => {
  const page = await on.ready();
  await page.media({ "forced-colors": "active" });
  assert.equal(await page.ask('return matchMedia("(forced-colors: active)").matches'), true);
  assert.ok(await page.ask('return root.querySelectorAll("[part~=chart] path.ft-line").length > 0'));
  const strokes = await page.ask(`const paper = getComputedStyle(one("base")).backgroundColor;
    return [...root.querySelectorAll('[part~=chart] path.ft-line')].map((e) => getComputedStyle(e).stroke).filter((c) => c === "none" || c === paper)`);
  assert.deepEqual(strokes, []);
});

test("letters are never smaller than 12 px", async () => {
  const page = await on.ready();
  await page.resize(320, 800);
  await page.ask(OPEN_ALL);
  await page.tapPart("picker");
  await page.settled();
  const small = await page.ask(`const zoom = (e) => { const svg = e.closest("svg"); const box = svg?.viewBox.baseVal; return box?.width ? svg.getBoundingClientRect().width / box.width : 1; };
    return [...root.querySelectorAll("*")].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) * zoom(e) < 11.9)
      .map((e) => e.outerHTML.slice(0, 100))`);
  assert.deepEqual(small, []);
});

test("text enlarged to twice its size still fits a phone", async () => {
  const page = await on.ready();
  await page.resize(320, 800);
  await page.ask('document.documentElement.style.fontSize = "200%"');
  await page.settled();
  assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
});

// For each element with text of its own: its colour against the nearest painted ground, by WCAG 2.
const CONTRAST = `
  const numbers = (c) => (c.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (c) => { const [r, g, b] = numbers(c).map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = (e) => { for (; e; e = e.parentNode ?? e.host) { if (e instanceof Element) { const c = getComputedStyle(e).backgroundColor; if (numbers(c)[3] !== 0) return c } if (e.host) e = { parentNode: e.host } } return "rgb(255, 255, 255)" };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) };
  return [...root.querySelectorAll("*")]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((e) => { const s = getComputedStyle(e); const ink = e instanceof SVGElement ? s.fill : s.color; return [ratio(ink, ground(e)), ink, ground(e), clean(e.textContent).slice(0, 40)] })
    .filter(([value]) => value < 4.5)`;
