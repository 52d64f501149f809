// The parts of what a metric is about: which rows there are, that they share the axis, and the way there and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { series } from "../../benches/series.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const PARTS = '<figure-tracker metric="deaths" view="parts"></figure-tracker>';
const ROWS = 'return [...root.querySelectorAll(".ft-parts .ft-rows > li")].map((e) => clean(e.textContent))';

test("twelve parts stand under the whole, each under what contains it, and the sum that fails is a row", async () => {
  const page = await on.ready(PARTS);
  const rows = await page.ask(ROWS);
  assert.equal(rows.length, 13);
  assert.equal(rows[0], "Almaty city 139");
  assert.equal(rows.at(-1), "139 + 63 + 20 + 19 = 241, 11 too many");
  const indents = await page.ask('return [...root.querySelectorAll(".ft-part")].map((e) => Number(e.className.slice(-1)))');
  assert.deepEqual(indents, [0, 1, 1, 2, 2, 2, 0, 0, 1, 1, 1, 0]);
});

test("a row says all of its name to those who don't see what it stands under", async () => {
  const page = await on.ready(PARTS);
  const [whole, seen] = await page.ask(`const name = root.querySelectorAll(".ft-part .ft-name")[3];
    return [clean(name.textContent), clean(name.querySelector("bdi").textContent)]`);
  assert.equal(whole, "Almaty, circumstances unclear: gunshot wounds");
  assert.equal(seen, "gunshot wounds");
});

test("each strip has its days where the line above has them, to the pixel", async () => {
  const page = await on.ready(PARTS);
  for (const width of [320, 390, 1280]) {
    await page.resize(width, 900);
    await page.settled();
    const { head, strips } = await page.ask(`const days = (path) => [...path.getAttribute("d").matchAll(/M([\\d.]+) /g)].map((m) => Number(m[1]));
      const at = (svg, x) => rect(svg).x + x * rect(svg).width / svg.viewBox.baseVal.width;
      const head = root.querySelector(".ft-parts .ft-plot svg");
      const ticks = [...head.querySelector(".ft-axis").getAttribute("d").matchAll(/M([\\d.]+) [\\d.]+v5/g)].map((m) => at(head, Number(m[1])));
      const strips = [...root.querySelectorAll(".ft-part .ft-strip")].map((svg) => days(svg.querySelector(".ft-days")).map((x) => at(svg, x)));
      return { head: ticks, strips }`);
    assert.ok(head.length > 1, JSON.stringify(head));
    for (const strip of strips) strip.forEach((x, at) => assert.ok(Math.abs(x - head[at]) < 0.6, `${width}: ${x} is not ${head[at]}`));
  }
});

test("a tap goes to a part, and back", async () => {
  const page = await on.ready(PARTS);
  await page.tap(await page.find(".ft-part:nth-child(3) button"));
  await page.until('return /^Deaths ·/.test(clean(one("picker").textContent))');
  assert.equal(await page.attribute("view"), null);
  const [change, ...others] = await page.events("change");
  assert.deepEqual(others, []);
  assert.match(change.detail.figure, /^deaths-almaty-inquiry/);
  await page.tap(await page.find(".ft-trail"));
  await page.until('return host.getAttribute("view") === "parts"');
  assert.match(await page.attribute("figure"), /^deaths-almaty-city|^deaths-almaty-2022/);
  assert.deepEqual((await page.ask(ROWS)).map((row) => row.split(" ").at(-1)), ["86", "53", "48", "2", "3"]);
  await page.tap(await page.find(".ft-trail"));
  await page.until('return root.querySelectorAll(".ft-part").length === 12');
  assert.equal(await page.ask('return root.querySelector(".ft-trail")'), null);
});

test("keys go there and back, and the focus is never lost", async () => {
  const page = await on.ready(PARTS);
  await page.ask('root.querySelector(".ft-part button").focus(); return true');
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.classList.contains("ft-trail")', "the focus on the way back");
  assert.match(await page.text("picker"), /^Deaths · Almaty/);
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.classList.contains("ft-row-button")', "the focus on a part");
  assert.equal(await page.text("picker"), "Deaths");
});

test("rows are large enough for a finger, and fit a small phone", async () => {
  const page = await on.ready(PARTS);
  await page.resize(320, 640, { mobile: true });
  await page.settled();
  const heights = await page.ask('return [...root.querySelectorAll(".ft-parts .ft-rows > li")].map((e) => rect(e).height)');
  assert.ok(heights.every((height) => height >= 44), String(heights));
  assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
});

test("of a thousand parts the first are drawn, and all when a reader wants them", async () => {
  const data = series([1001]);
  data.metrics[0].scopes = data.figures.map((f, at) => ({ id: `s${at}`, label: `Part ${at}` }));
  data.figures.forEach((f, at) => { f.scope = `s${at}`; });
  data.relations = [{ type: "sum", whole: "metric-0-0", parts: data.figures.slice(1).map((f) => f.id), adds_up: false, note: "Invented." }];
  on.site.publish("/parts.json", JSON.stringify(data));
  const page = await on.ready('<figure-tracker src="/parts.json" view="parts"></figure-tracker>');
  const count = () => page.ask('return root.querySelectorAll(".ft-part").length');
  assert.ok((await count()) <= 60);
  await page.tap(await page.find(".ft-show-all"));
  await page.until('return root.querySelectorAll(".ft-part").length === 1000');
});
