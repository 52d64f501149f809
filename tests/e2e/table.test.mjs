// The table of all figures: what a reader finds, sorts and turns to in it, by finger and by key.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DIST } from "./site.mjs";
import { readFileSync } from "node:fs";
import { dataset, figure } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";
import { STATES, longSeries } from "./states.mjs";

const on = suite();

const SPEAKERS = [{ id: "ann", name: "Ann Example" }, { id: "zoe", name: "Zoe Example" }];
const OUTLETS = [{ id: "paper", name: "The Paper" }, { id: "gazette", name: "Gazette" }];
const SOURCES = [{ id: "doc", outlet: "paper", published: "2022-03-15" }, { id: "other", outlet: "gazette", published: "2022-03-16" }];
/** Four figures whose order is another one by each column; the words have no number. */
const FIGURES = [
  figure("first", 900, "2022-03-01", { speaker: "zoe", sources: ["other"] }),
  figure("second", undefined, "2022-03-02", { words: "dozens", sources: ["doc"] }),
  figure("third", 1000, "2022-03-03", { speaker: "zoe", sources: ["doc"] }),
  figure("fourth", 20, "2022-03-04", { sources: ["other"] }),
];

/** The table of these figures, opened. */
async function opened(figures = FIGURES) {
  on.site.publish("/small.json", JSON.stringify(dataset({ figures, speakers: SPEAKERS, outlets: OUTLETS, sources: SOURCES })));
  const page = await on.ready('<figure-tracker src="/small.json" metric="dead"></figure-tracker>');
  await page.openTable();
  return page;
}

const rows = (page) => page.ask('return all("row").map((e) => e.dataset.figure)');
const directions = (page) => page.ask('return [...root.querySelectorAll(".ft-table th")].map((e) => e.getAttribute("aria-sort"))');

test("it begins with the newest figure, and says so", async () => {
  const page = await opened();
  assert.deepEqual(await rows(page), ["fourth", "third", "second", "first"]);
  assert.deepEqual(await directions(page), ["descending", null, null]);
});

test("a tap on a head sorts by it, and another one the other way round", async () => {
  const page = await opened();
  const expected = [
    ["said", ["first", "second", "third", "fourth"], ["ascending", null, null]],
    ["said", ["fourth", "third", "second", "first"], ["descending", null, null]],
    ["amount", ["third", "first", "fourth", "second"], [null, "descending", null]],
    ["amount", ["fourth", "first", "third", "second"], [null, "ascending", null]],
    ["speaker", ["fourth", "second", "third", "first"], [null, null, "ascending"]],
    ["speaker", ["third", "first", "fourth", "second"], [null, null, "descending"]],
    ["outlet", ["fourth", "first", "third", "second"], [null, null, "ascending"]],
  ];
  for (const [place, order, sorted] of expected) {
    await page.tap(await page.find(`.ft-sort[data-sort="${place}"]`));
    await page.settled();
    assert.deepEqual(await rows(page), order, place);
    assert.deepEqual(await directions(page), sorted, place);
  }
  assert.deepEqual(
    await page.ask('return [...root.querySelectorAll(".ft-sort")].map((e) => e.getAttribute("aria-pressed"))'),
    [null, null, "false", "true"],
  );
});

test("keys sort, the focus stays, and the selected row stays selected", async () => {
  const page = await opened();
  await page.ask(`root.querySelector('.ft-sort[data-sort="amount"]').focus(); return true`);
  await page.keys(Key.ENTER);
  await page.settled();
  assert.deepEqual(await rows(page), ["third", "first", "fourth", "second"]);
  assert.equal(await page.ask('return root.activeElement.dataset.sort'), "amount");
  await page.keys(Key.SPACE);
  await page.settled();
  assert.deepEqual(await directions(page), [null, "ascending", null]);
  assert.deepEqual(await page.ask('return [...root.querySelectorAll(".ft-row.ft-selected")].map((e) => e.dataset.figure)'), ["fourth"]);
});

test("a long table is sorted as a whole, and read in pieces", async () => {
  on.site.publish("/long.json", longSeries());
  const page = await on.ready(`<figure-tracker ${STATES["a long table"].attributes}></figure-tracker>`);
  await page.openTable();
  assert.equal((await rows(page)).length, 50);
  assert.equal((await rows(page))[0], "dead-199");
  const turn = (place) => page.ask(`root.querySelectorAll(".ft-pieces button")[${place}].click(); return true`);
  await turn(1);
  await page.tap(await page.find('.ft-sort[data-sort="said"]'));
  await page.settled();
  assert.equal((await rows(page))[0], "dead-0", "from the first piece on");
  await turn(1);
  await page.settled();
  assert.equal((await rows(page))[0], "dead-50");
  const newestFirst = (value) => page.ask(`const field = root.querySelector(".ft-pieces [type=date]"); field.value = "${value}";
    field.dispatchEvent(new Event("change")); return true`);
  await newestFirst("2022-02-25");
  await page.settled();
  assert.deepEqual([(await rows(page))[0], await directions(page)], ["dead-1", ["descending", null, null]], "a day is gone to in the order of time");
});

test("from a dozen figures on it can be searched", async () => {
  const page = await on.ready('<figure-tracker metric="deaths"></figure-tracker>');
  await page.openTable();
  const all = (await rows(page)).length;
  assert.equal(all, 16);
  await page.tap(await page.find(".ft-pieces [type=search]"));
  await page.keys("shalabaev");
  await page.settled();
  const found = await rows(page);
  assert.ok(found.length > 0 && found.length < all, found.join());
  await page.keys(...Array(9).fill(Key.BACK_SPACE), "no such thing");
  await page.settled();
  assert.deepEqual(await rows(page), []);
  assert.match(await page.text("table"), /Date said/);
});

test("a printed table stands in the order of time, without buttons that would do nothing", () => {
  const html = readFileSync(`${DIST}pages/deaths.html`, "utf8");
  assert.ok(html.includes('scope="col"'));
  assert.ok(!/<button[^>]*ft-sort/.test(html));
});
