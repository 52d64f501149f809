// What a page or a reader asks: attributes and properties both ways, the event, the page's address, and what was known on a day.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, idOf } from "./fixtures.mjs";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const [FIRST, SECOND, LAST] = [164, 225, 230].map((value) => idOf("deaths", value));
const SPEAKER = bundled().figures.find(({ id }) => id === SECOND).speaker;
const rows = (page) => page.openTable().then(() => page.figures());
const state = (page) => page.ask('return clean(one("base").querySelector(".ft-asked")?.textContent ?? "")');
const warnings = (page) => page.ask("return window.warned ?? []");
const RECORD_WARNINGS = `<script src="/warned.js"></script>${SCRIPT}`;
const PRESS = 'const e = one("known-on").querySelector(arguments[0]); e.focus(); e.click()';

const changes = async (page) => (await page.events("change")).map(({ detail }) => detail);

test("attributes ask, and the properties tell what is shown", async () => {
  const page = await on.ready(`<figure-tracker metric="deaths" speaker="${SPEAKER}"></figure-tracker>`);
  const shown = await rows(page);
  const said = bundled().figures.filter((f) => f.metric === "deaths" && f.speaker === SPEAKER).map((f) => f.id);
  assert.deepEqual(shown.sort(), said.sort());
  assert.match(await state(page), /Only /);
  assert.equal(await page.property("speaker"), SPEAKER);
  assert.equal(await page.property("view"), "over-time");
  await page.set("knownOn", "2022-01-20");
  await page.settled();
  assert.match(await state(page), /As known on 20 January 2022/);
  assert.equal(await page.property("knownOn"), "2022-01-20");
  assert.deepEqual(await changes(page), [], "the page asked, no reader");
});

test("a property asks as its attribute does", async () => {
  const page = await on.ready();
  await page.ask('host.knownOn = "2022-01-20"; host.address = true');
  await page.settled();
  assert.equal(await page.ask('return host.getAttribute("known-on")'), "2022-01-20");
  assert.equal(await page.ask('return host.hasAttribute("address")'), true);
  assert.ok(!(await rows(page)).includes(LAST));
});

test("a reader asks what was known on a day, steps through the days, and sees everything again", async () => {
  const page = await on.ready();
  await page.ask(PRESS, "button");
  await page.settled();
  assert.match(await state(page), /As known on .*: 225 people/);
  assert.ok(await page.ask('return one("chart").querySelector(".ft-curtain") !== null'), "what isn't known yet is hidden");
  const [change] = await changes(page);
  assert.equal(change.metric, "deaths");
  assert.match(change["known-on"], /^2022-/);
  assert.equal(await page.ask('return host.getAttribute("known-on")'), change["known-on"]);
  assert.equal(await page.ask("return one('known-on').contains(root.activeElement)"), true, "the focus stays in the control");
  await page.ask(PRESS, ".ft-steps button:last-of-type");
  await page.settled();
  assert.ok((await rows(page)).includes(LAST));
  await page.ask('one("base").querySelector(".ft-asked button").click()');
  await page.settled();
  assert.equal(await state(page), "");
  assert.equal(await page.ask('return host.hasAttribute("known-on")'), false);
});

test("what can't be meant is ignored with a line on the console", async () => {
  on.site.publish("/warned.js", "window.warned = []; const { warn } = console; console.warn = (...all) => { window.warned.push(all.join(' ')); warn.apply(console, all) }");
  const page = await on.ready('<figure-tracker metric="deaths" known-on="2022-02-30" from="2023-01-01" to="2022-01-01" scope="nowhere"></figure-tracker>', { head: RECORD_WARNINGS });
  assert.equal(await state(page), "");
  const told = await warnings(page);
  assert.equal(told.length, 3, told.join("\n"));
  for (const name of ["known-on", "from", "scope"]) assert.ok(told.some((line) => line.includes(name)), name);
  assert.deepEqual(await page.errors(), []);
});

test("the page's address keeps what is shown where the page opts in, and Back goes back", async () => {
  const page = await on.ready('<figure-tracker address metric="deaths"></figure-tracker>');
  assert.equal(await page.ask("return location.hash"), "");
  await page.ask(PRESS, "button");
  await page.settled();
  const hash = await page.ask("return location.hash");
  assert.match(hash, /^#figure-tracker=metric=deaths&figure=.*&known-on=2022-/);
  await page.ask("history.back()");
  await page.settled();
  await page.until('return location.hash === "" && !one("base").querySelector(".ft-asked")');
  await page.ask("history.forward()");
  await page.until('return one("base").querySelector(".ft-asked") !== null');
  assert.equal(await page.ask("return location.hash"), hash);
});

test("an address restores what it names, and one that names nothing here is ignored", async () => {
  const asked = `#figure-tracker=metric=deaths&figure=${FIRST}&known-on=2022-01-20`;
  const page = await on.ready('<figure-tracker address metric="injured"></figure-tracker>', { hash: asked });
  assert.equal(await page.property("metric"), "deaths");
  assert.equal(await page.selected(), FIRST);
  assert.match(await state(page), /As known on 20 January 2022/);
  const other = await on.ready('<figure-tracker address metric="injured"></figure-tracker>', { hash: "#figure-tracker=metric=no-such" });
  assert.equal(await other.property("metric"), "injured");
  assert.deepEqual(await other.errors(), []);
});

test("without the attribute the page's address is never read or touched", async () => {
  const page = await on.ready(ELEMENT, { hash: "#figure-tracker=metric=injured" });
  assert.equal(await page.property("metric"), "deaths");
  await page.ask(PRESS, "button");
  await page.settled();
  assert.equal(await page.ask("return location.hash"), "#figure-tracker=metric=injured");
});
