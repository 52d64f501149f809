// Who said it: which lanes there are, and what a tap on one asks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { series } from "../../benches/series.mjs";
import { idOf } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const WHO = '<figure-tracker metric="deaths" view="who"></figure-tracker>';
const LANES = 'return [...root.querySelectorAll(".ft-lane")].map((e) => clean(e.textContent))';
const lane = (page, at) => page.find(`.ft-lane:nth-child(${at}) button`);
const asked = (page, name, value) => page.until(`return host.getAttribute("${name}") === ${JSON.stringify(value)}`);

test("each person has a lane, in the order in which they spoke, and who is not named has one, too", async () => {
  const page = await on.ready(WHO);
  const lanes = await page.ask(LANES);
  assert.equal(lanes.length, 3);
  assert.match(lanes[0], /^Not named .*164$/);
  assert.match(lanes[1], /^Serik Shalabaev .*225$/);
  assert.match(lanes[2], /^Berik Asylov .*230$/);
});

test("the whole series stands behind each lane", async () => {
  const page = await on.ready(WHO);
  const ghosts = await page.ask('return [...root.querySelectorAll(".ft-lane .ft-ghost")].map((e) => e.getAttribute("d"))');
  assert.equal(ghosts.length, 3);
  assert.equal(new Set(ghosts).size, 1);
});

test("a tap leaves what one person said, and a second one shows everything", async () => {
  const page = await on.ready(WHO);
  await page.tap(await lane(page, 3));
  await asked(page, "speaker", "asylov");
  assert.match(await page.ask(`return clean(root.querySelector(".ft-asked").textContent)`), /Only Berik Asylov/);
  assert.equal(await page.attribute("view"), "who");
  const pressed = () => page.ask('return [...root.querySelectorAll(".ft-lane [aria-pressed]")].map((e) => e.getAttribute("aria-pressed"))');
  assert.deepEqual(await pressed(), ["false", "true"]);
  const [change, ...others] = await page.events("change");
  assert.deepEqual([change.detail.speaker, others.length], ["asylov", 0]);
  await page.tap(await lane(page, 3));
  await asked(page, "speaker", null);
  assert.deepEqual(await pressed(), ["false", "false"]);
});

test("keys ask, and the focus stays on the lane", async () => {
  const page = await on.ready(WHO);
  await page.ask('root.querySelector(".ft-lane:nth-child(2) button").focus(); return true');
  await page.keys(Key.ENTER);
  await asked(page, "speaker", "shalabaev");
  await page.until('return root.activeElement?.getAttribute("aria-pressed") === "true"', "the focus on the lane");
  await page.keys(Key.ENTER);
  await asked(page, "speaker", null);
  await page.until('return root.activeElement?.getAttribute("aria-pressed") === "false"', "the focus on the lane");
});

test("lanes are by outlet, too: by key, and they stay so when one is asked for and let go of", async () => {
  const page = await on.ready(WHO);
  await page.ask('root.querySelector(".ft-lanes input:checked").focus(); return true');
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await page.until('return [...root.querySelectorAll(".ft-lane")].some((e) => /Interfax/.test(e.textContent))');
  const named = await page.ask('return [...root.querySelectorAll(".ft-lane")].findIndex((e) => /Interfax/.test(e.textContent)) + 1');
  await page.tap(await lane(page, named));
  await page.until('return host.hasAttribute("outlet")');
  await page.tap(await lane(page, named));
  await page.until('return !host.hasAttribute("outlet")');
  assert.ok((await page.ask(LANES)).some((text) => /Interfax/.test(text)));
});

test("a tap on who is not named tells of their latest figure", async () => {
  const page = await on.ready(WHO);
  await page.tap(await lane(page, 1));
  await page.until(`return host.getAttribute("figure") === ${JSON.stringify(idOf("deaths", 164))}`);
});

test("lanes are high enough for a finger, and fit a small phone", async () => {
  const page = await on.ready(WHO);
  await page.resize(320, 640, { mobile: true });
  await page.settled();
  const heights = await page.ask('return [...root.querySelectorAll(".ft-lanes label, .ft-lane button")].map((e) => rect(e).height)');
  assert.ok(heights.length > 4 && heights.every((height) => height >= 44), String(heights));
  assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
});

test("of many lanes the first are drawn, and all when a reader wants them", async () => {
  const data = series([1000]);
  data.speakers = data.figures.map((f, at) => ({ id: `s${at}`, name: `Speaker ${at}` }));
  data.figures.forEach((f, at) => { f.speaker = `s${at}`; });
  on.site.publish("/lanes.json", JSON.stringify(data));
  const page = await on.ready('<figure-tracker src="/lanes.json" view="who"></figure-tracker>');
  assert.ok((await page.ask('return root.querySelectorAll(".ft-lane").length')) <= 40);
  await page.tap(await page.find(".ft-show-all"));
  await page.until('return root.querySelectorAll(".ft-lane").length === 1000');
});
