// All counts: what the list covers, which rows it has, how they are filtered and found, by finger and by key.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const METRICS = 'return [...root.querySelectorAll("[role=option]")].map((e) => e.dataset.metric)';
const DISPUTED = ["amnestied", "convicted", "deaths", "injured", "people-prosecuted"];

async function opened(body) {
  const page = await on.ready(body);
  await page.tapPart("picker");
  await page.until('return !!root.querySelector("[role=option]")');
  await page.settled();
  return page;
}
const filter = (page, at) => page.find(`.ft-counts .ft-choice label:nth-child(${at})`);

test("the list covers the widget and says how many counts there are", async () => {
  const page = await opened();
  const { counts, base } = await page.rects("counts", "base");
  assert.deepEqual([counts.x, counts.y, counts.width], [base.x, base.y, base.width]);
  assert.equal(await page.ask('return clean(root.querySelector(".ft-counts h3").textContent)'), `All ${bundled().metrics.length} counts`);
});

test("a row says what changed, how many parts there are, and the latest number", async () => {
  const page = await opened();
  const row = await page.ask('return clean(root.querySelector("[data-metric=deaths]").textContent)');
  assert.match(row, /^Deaths( ≠Disputed)? ?164 → 230 · 12 parts 230$/);
  assert.match(await page.ask('return clean(root.querySelector("[data-metric=cameras-damaged]").textContent)'), /said once/);
});

test("all strips have one time axis", async () => {
  const page = await opened();
  const { days, sizes } = await page.ask(`const strips = [...root.querySelectorAll("[role=option] .ft-strip")];
    return { days: strips.map((e) => e.querySelector(".ft-days").getAttribute("d")), sizes: strips.map((e) => rect(e).width) }`);
  assert.equal(days.length, bundled().metrics.length);
  assert.equal(new Set(days).size, 1);
  assert.equal(new Set(sizes).size, 1);
});

test("a tap on a filter leaves what is disputed, and another brings everything back", async () => {
  const page = await opened();
  await page.tap(await filter(page, 3));
  await page.until(`return root.querySelectorAll("[role=option]").length === ${DISPUTED.length}`);
  assert.deepEqual((await page.ask(METRICS)).sort(), DISPUTED);
  await page.tap(await filter(page, 1));
  await page.until(`return root.querySelectorAll("[role=option]").length === ${bundled().metrics.length}`);
});

test("keys go from the field to the filters and to the list, and escape closes from each", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.getAttribute("role") === "combobox"');
  await page.keys(Key.TAB);
  await page.until('return root.activeElement?.type === "radio"');
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await page.until(`return root.querySelectorAll("[role=option]").length === ${DISPUTED.length}`);
  await page.keys(Key.TAB);
  await page.until('return root.activeElement?.getAttribute("role") === "listbox"');
  await page.keys(Key.ARROW_DOWN, Key.ENTER);
  await page.until('return !root.querySelector("[role=listbox]")');
  assert.equal(await page.focused(), "picker");
  assert.ok(DISPUTED.includes(await page.property("metric")));
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.getAttribute("role") === "combobox"');
  await page.keys(Key.TAB, Key.ESCAPE);
  await page.until('return !root.querySelector("[role=listbox]")');
  assert.equal(await page.focused(), "picker");
});

test("a person and an outlet are found, and the row says so", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.getAttribute("role") === "combobox"');
  await page.keys("shalab");
  await page.until('return root.querySelector(".ft-found")');
  const found = await page.ask(METRICS);
  const said = new Set(bundled().figures.filter((f) => f.speaker === "shalabaev").map((f) => f.metric));
  assert.deepEqual([...found].sort(), [...said].sort());
  assert.equal(await page.ask('return clean(root.querySelector("[data-metric=deaths] .ft-found").textContent)'), "Serik Shalabaev");
});

test("the button closes the list, and the focus goes back", async () => {
  const page = await opened();
  await page.tap(await page.find(".ft-counts-title button"));
  await page.until('return !root.querySelector("[role=listbox]")');
  assert.equal(await page.focused(), "picker");
  assert.equal(await page.property("metric"), "deaths");
});

test("rows stand in two columns where there is room, else in one", async () => {
  const page = await opened();
  const columns = () => page.ask('return new Set([...root.querySelectorAll("[role=option]")].map((e) => Math.round(rect(e).x))).size');
  assert.equal(await columns(), 2);
  await page.resize(390, 800, { mobile: true });
  await page.until('return new Set([...root.querySelectorAll("[role=option]")].map((e) => Math.round(rect(e).x))).size === 1', "one column");
});

test("the name of a group stays in sight while its rows are scrolled", async () => {
  const page = await opened();
  await page.resize(390, 700, { mobile: true });
  const { list, name } = await page.ask(`const list = root.querySelector("[role=listbox]");
    const group = [...list.querySelectorAll("[role=group]")].find((e) => e.querySelectorAll("[role=option]").length > 3);
    list.scrollTop = group.offsetTop - list.offsetTop + 90;
    return { list: rect(list), name: rect(group.querySelector(".ft-group-name")) }`);
  assert.ok(Math.abs(name.y - list.y) < 1.5, JSON.stringify({ list, name }));
});

test("every target is large enough for a finger, and nothing is cut on a small phone", async () => {
  const page = await opened();
  await page.resize(320, 640, { mobile: true });
  await page.settled();
  const small = await page.ask(`return [...root.querySelectorAll(".ft-counts label, .ft-counts button, [role=option]")]
    .map((e) => [e.textContent.slice(0, 20), rect(e).height]).filter(([, height]) => height < 44)`);
  assert.deepEqual(small, []);
  const wide = await page.ask(`const edge = rect(one("base")).width + rect(one("base")).x;
    return [...root.querySelectorAll(".ft-counts *")].filter((e) => rect(e).x + rect(e).width > edge + 0.5).map((e) => e.outerHTML.slice(0, 80))`);
  assert.deepEqual(wide, []);
});
