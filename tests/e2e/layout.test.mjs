// What stands where: heading, tabs, foot, card and shelf, by finger and by key, and the short form of one figure.

import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, file, idOf } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const LAST = idOf("deaths", 230);
const PART = "deaths-almaty-gunshot-2022-03-14-48";
const state = (page) => page.text("state");
const chosen = (page) => page.ask('return clean(all("tab").find((e) => e.getAttribute("aria-selected") === "true").textContent)');
/** A figure of its own, without parts. */
const ALONE = "officers-severely-injured";

for (const width of [320, 360, 390]) {
  test(`title, chart and the whole number with its speaker share a screen of ${width} by 740`, async () => {
    await on.driver.get("about:blank");
    const page = await on.demo();
    await page.resize(width, 740, { mobile: true });
    await page.ask("host.scrollIntoView()");
    await page.ready();
    await page.settled();
    const [top, number, speaker] = await page.ask(`const card = one("card"); const bottom = (e) => e.getBoundingClientRect().bottom;
      return [one("title").getBoundingClientRect().top, bottom(card.querySelector(".ft-amount")), bottom(card.querySelector(".ft-who").firstElementChild)]`);
    assert.ok(number - top <= 740 && speaker - top <= 740, `${number - top} and ${speaker - top} px`);
  });
}

test("the plot uses its width: 14 px before the first day, 56 after the last, 88 where it is wide", async () => {
  const page = await on.ready();
  const space = `const r = one("chart").getBoundingClientRect(); const marks = all("figure").map((e) => e.querySelector(".ft-shape").getBoundingClientRect());
    const events = [...one("chart").querySelector(".ft-event").getAttribute("d").matchAll(/M([\\d.]+)/g)].map(([, x]) => r.left + Number(x));
    const middle = (m) => m.x + m.width / 2; return [Math.min(...events, ...marks.map(middle)) - r.left, r.right - Math.max(...marks.map(middle))].map(Math.round)`;
  await page.resize(360, 740, { mobile: true });
  await page.settled();
  assert.deepEqual(await page.ask(space), [14, 56]);
  await page.resize(1280, 900);
  await page.settled();
  assert.deepEqual(await page.ask(space), [14, 88]);
});

test("a tap on a tab shows its view, and the app is told", async () => {
  const page = await on.ready();
  assert.equal(await chosen(page), "Over time");
  await page.tap((await page.driver.executeScript("return document.querySelector('figure-tracker').shadowRoot.querySelectorAll('[part=tab]')[2]")));
  await page.settled();
  assert.equal(await chosen(page), "Who said it");
  assert.equal(await page.property("view"), "who");
  assert.deepEqual((await page.events("change")).map(({ detail }) => detail.view), ["who"]);
});

for (const [lang, next, back] of [["en", Key.ARROW_RIGHT, Key.ARROW_LEFT], ["ar", Key.ARROW_LEFT, Key.ARROW_RIGHT]]) {
  test(`the tabs are one stop of the tab key, and arrows choose, in ${lang}`, async () => {
    const page = await on.ready(`<figure-tracker metric="deaths" lang="${lang}"></figure-tracker>`);
    await page.focus("picker");
    await page.keys(Key.TAB);
    assert.equal(await page.focused(), "tab");
    const views = [await page.property("view")];
    for (const key of [next, next, next, back, Key.HOME, Key.END]) {
      await page.keys(key);
      await page.settled();
      assert.equal(await page.focused(), "tab");
      assert.equal(await page.ask('return root.activeElement.getAttribute("aria-selected")'), "true");
      views.push(await page.property("view"));
    }
    assert.deepEqual(views, ["over-time", "parts", "who", "over-time", "who", "over-time", "who"]);
    await page.keys(Key.HOME);
    await page.keys(Key.TAB);
    assert.equal(await page.focused(), "chart");
  });
}

test("tabs that would show nothing of their own are not there", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker src="/small.json" metric="dead"></figure-tracker>');
  assert.equal(await page.has("chart"), true);
  assert.equal(await page.has("tabs"), false);
});

test("a part has a title of its own and a way back to the whole", async () => {
  const page = await on.ready(`<figure-tracker metric="deaths" figure="${PART}"></figure-tracker>`);
  assert.match(await page.text("picker"), /^Deaths · Almaty/);
  assert.match(await state(page), /48 people, said once/);
  await page.tap(await page.find(".ft-back"));
  await page.settled();
  assert.equal(await page.text("picker"), "Deaths · Almaty, circumstances unclear");
  while (await page.ask('return root.querySelector(".ft-back") !== null')) {
    await page.tap(await page.find(".ft-back"));
    await page.settled();
  }
  assert.equal(await page.text("picker"), "Deaths");
  assert.equal(await page.property("figure"), LAST);
});

test("figures that contradict each other stand on one chart, bracketed, and neither is called the later", async () => {
  const page = await on.ready('<figure-tracker metric="convicted"></figure-tracker>');
  assert.equal((await page.marks()).length, 2);
  assert.equal(await page.ask('return one("chart").querySelectorAll(".ft-bracket").length'), 1);
  assert.match(await state(page), /^Between 599 and 1,205 in two statements/);
});

test("one figure is a statement with its day, and leads to what was counted beside it", async () => {
  const page = await on.ready(`<figure-tracker metric="${ALONE}"></figure-tracker>`);
  for (const part of ["tabs", "chart", "previous", "table"]) assert.equal(await page.has(part), false, part);
  assert.match(await state(page), /^Said once\. No later figure/);
  assert.equal(await page.ask('return rect(root.querySelector(".ft-timeline")).height'), 44);
  assert.ok(await page.ask('return root.querySelectorAll(".ft-beside li").length') <= 4);
  await page.tap(await page.find(".ft-beside button"));
  await page.settled();
  assert.notEqual(await page.property("metric"), ALONE);
  assert.equal((await page.events("select")).length, 1);
});

test("one figure whose parts are other metrics has a tab for them", async () => {
  const page = await on.ready('<figure-tracker metric="victims"></figure-tracker>');
  for (const part of ["chart", "previous", "table"]) assert.equal(await page.has(part), false, part);
  assert.equal(await page.has("tabs"), true);
});

test("an entry of the shelf that was opened stays open when another metric is shown", async () => {
  const page = await on.ready();
  await page.tap(await page.find(".ft-sources > summary"));
  await page.settled();
  await page.set("metric", "injured");
  await page.settled();
  const open = 'return [...root.querySelectorAll(".ft-shelf > details[open]:not(.ft-explanation)")].map((e) => e.className)';
  assert.deepEqual(await page.ask(open), ["ft-entry ft-sources"]);
  await page.until('return root.querySelectorAll(".ft-sources li").length > 0');
  assert.ok(await page.ask('return root.querySelectorAll(".ft-sources li").length > 0'));
});

test("close-up stands beside the unit, and the axis begins at zero again", async () => {
  const figures = [figure("dead-1", 225, "2022-01-15"), figure("dead-2", 230, "2022-03-14"), figure("hurt-1", 99, "2022-03-10", { metric: "hurt" })];
  on.site.publish("/close.json", file({ figures }));
  const page = await on.ready('<figure-tracker src="/close.json" metric="dead"></figure-tracker>');
  const before = await page.rects("chart", "previous", "card");
  const broken = 'return one("chart").querySelector(".ft-axis").getAttribute("d").includes("l3 -5")';
  assert.equal(await page.ask(broken), false);
  await page.tap(await page.find(".ft-plot-head .ft-zero"));
  await page.settled();
  assert.equal(await page.ask(broken), true);
  assert.deepEqual(await page.rects("chart", "previous", "card"), before, "nothing moves under the thumb");
  await page.tap(await page.find(".ft-plot-head .ft-zero"));
  await page.settled();
  assert.equal(await page.ask(broken), false);
});
