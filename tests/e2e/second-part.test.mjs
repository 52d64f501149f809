// The second part of the program: what few readers ask for comes when it is asked for, or when the page rests.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const LATE = /figure-tracker-late-[0-9a-f]+\.wasm$/;
const GONE = { status: 404, body: "gone" };
/** The page never rests. */
const BUSY = "window.requestIdleCallback = () => 0;";

const asked = () => on.site.asked().filter((path) => LATE.test(path)).length;

/** As wide as on a phone: there nothing of the second part stands open at first. */
const NARROW = `<div style="width: 360px">${ELEMENT}</div>`;

/** A page that asks for the second part only where a reader does. */
async function busy(body = NARROW) {
  on.site.publish("/busy.js", BUSY);
  const page = await on.open(body, { head: `<script src="/busy.js"></script>${SCRIPT}` });
  await page.ready();
  return page;
}

const line = (page) => page.ask('return root.querySelector(".ft-late")?.textContent');

test("the second part is fetched once, when the chart stands and the page rests", async () => {
  const page = await on.ready();
  const end = Date.now() + 10_000;
  while (asked() === 0 && Date.now() < end) await page.settled();
  assert.equal(asked(), 1);
  await page.openTable();
  assert.equal(asked(), 1);
  assert.deepEqual(await page.errors(), []);
});

test("what is opened before it has come says that it is loading, and is there when it has", async () => {
  let come;
  on.site.rule(LATE, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await busy();
  await page.settled();
  assert.equal(asked(), 0, "nobody has asked for it");
  await page.tapPart("picker");
  await page.until('return root.querySelector(".ft-late")');
  assert.equal(await line(page), "Loading…");
  await page.ask('root.querySelector(".ft-table").open = true; return true');
  come();
  await page.until('return !!root.querySelector("[role=option]") && !!root.querySelector("[part~=row]")', "list and rows");
  assert.equal(await line(page), null);
  await page.until('return root.activeElement?.matches("[role=listbox], input")', "the focus in the panel");
  assert.equal(asked(), 1);
});

test("who asks by key what was known before it has come has the focus on the day when it has", async () => {
  let come;
  on.site.rule(LATE, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await busy();
  const focused = "return root.activeElement?.type ?? null";
  await page.ask('const opener = one("known-on").querySelector("button"); opener.focus(); opener.click()');
  await page.until('return root.querySelector(".ft-late")');
  await page.settled();
  assert.equal(await page.ask(focused), null);
  come();
  await page.until('return root.activeElement?.type === "date"', "the focus on the day");
});

test("where it does not come that is said, and it can be tried again", async () => {
  on.site.rule(LATE, GONE);
  const page = await busy();
  await page.ask('root.querySelector(".ft-table").open = true; return true');
  await page.until('return root.querySelector(".ft-late button")', "the button");
  assert.match(await line(page), /could not be loaded/);
  assert.ok((await page.console()).some(({ message }) => /figure-tracker-late.+did not come/.test(message)), "the console says why");
  assert.ok(await page.has("chart"));
  on.site.rule(LATE, { status: 200, body: undefined });
  await page.click(await page.find(".ft-late button"));
  await page.until('return root.querySelector("[part~=row]")', "the rows");
  assert.equal(asked(), 2);
});

test("a second part of another build is refused", async () => {
  on.site.rule(LATE, { body: "\0asm\x01\0\0\0" });
  const page = await busy();
  await page.ask('root.querySelector(".ft-table").open = true; return true');
  await page.until('return root.querySelector(".ft-late button")', "the button");
  assert.ok(await page.has("chart"));
});

test("a printed page stays as it is where the second part does not come", async () => {
  on.site.rule(LATE, GONE);
  const page = await on.published("pages/deaths.html");
  await page.failed();
  assert.equal(await page.ask('return host.querySelectorAll("[part~=row]").length > 3 && host.querySelector("[part~=row]").checkVisibility()'), true);
});

test("on a wide page what is below the chart is unseen until it has come, so that nothing moves", async () => {
  let come;
  on.site.rule(LATE, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await busy(ELEMENT);
  const seen = `return [".ft-shelf", ".ft-footer"].map((one) => getComputedStyle(root.querySelector(one)).visibility).join()`;
  assert.equal(await page.ask(seen), "hidden,hidden");
  const before = await page.rects("chart", "card", "picker", "tabs");
  come();
  await page.until('return root.querySelector(".ft-legend")', "the legend");
  assert.deepEqual(await page.rects("chart", "card", "picker", "tabs"), before);
  assert.equal(await page.ask(seen), "visible,visible");
});

test("a part shows the way back when the second part has come, and its sentence stands where it will be", async () => {
  let come;
  on.site.rule(LATE, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await busy('<div style="width: 360px"><figure-tracker metric="deaths" figure="deaths-almaty-2022-03-14-139"></figure-tracker></div>');
  const top = async () => Math.round((await page.rects("chart")).chart.y);
  const before = await top();
  come();
  await page.until('return root.querySelector(".ft-trail")', "the way back");
  assert.equal(await top(), before);
});

test("two widgets have one second part", async () => {
  const page = await on.ready(`${ELEMENT}<figure-tracker id="other" metric="injured"></figure-tracker>`);
  for (const each of [page, page.widget("#other")]) await each.openTable();
  assert.equal(asked(), 1);
});
