// Picking a metric: by pointer, by keyboard, by search; and what happens when the reader changes their mind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, file } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";

const on = suite();
const OPTIONS = 'return [...root.querySelectorAll("[role=option]")]';
const expanded = (page) => page.ask('return one("picker").getAttribute("aria-expanded")');

test("the picker says what it is: a button that opens a dialog", async () => {
  const page = await on.ready();
  assert.equal(await page.ask('return one("picker").localName'), "button");
  assert.equal(await page.ask('return one("picker").getAttribute("aria-haspopup")'), "dialog");
  assert.equal(await expanded(page), "false");
  await page.tapPart("picker");
  assert.equal(await expanded(page), "true");
});

/** Waits until the list is there: it is a part of the program that is loaded when it is asked for. */
async function listed(page) {
  await page.until('return !!root.querySelector("[role=option]")', "the list");
  await page.settled();
}

test("opened, it offers every metric once, and marks the one that is shown", async () => {
  const page = await on.ready();
  await page.tapPart("picker");
  await listed(page);
  const offered = await page.ask(`${OPTIONS}.map((e) => e.dataset.metric)`);
  assert.deepEqual([...offered].sort(), bundled().metrics.map((m) => m.id).sort());
  assert.deepEqual(await page.ask(`${OPTIONS}.filter((e) => e.getAttribute("aria-selected") === "true").map((e) => e.dataset.metric)`), ["deaths"]);
});

test("a tap on a metric shows it, closes the picker and tells the page", async () => {
  const page = await on.ready();
  await page.pick("injured");
  await page.settled();
  assert.match(await page.text("picker"), /Injured/);
  assert.equal(await expanded(page), "false");
  assert.equal(await page.attribute("metric"), "injured");
  const [event, ...others] = await page.events("select");
  assert.deepEqual(others, []);
  assert.equal(event.detail.metric, "injured");
  assert.equal(event.detail.figure, await page.selected());
});

test("keys alone pick a metric: enter, a word, enter", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.matches("input[role=combobox]")');
  assert.equal(await page.ask('return root.activeElement.getAttribute("role")'), "combobox");
  await page.keys("injur");
  await page.settled();
  const left = await page.ask(`${OPTIONS}.map((e) => clean(e.textContent))`);
  assert.ok(left.length >= 1 && left.length < 5, String(left));
  await page.keys(Key.ENTER);
  await page.settled();
  assert.match(await page.text("picker"), /Injured/);
  assert.equal(await page.focused(), "picker");
});

test("enter that ends a word of another script picks nothing", async () => {
  const page = await on.ready();
  await page.tapPart("picker");
  await listed(page);
  await page.ask(`const field = root.querySelector("input[role=combobox]");
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, composed: true, cancelable: true })); return true`);
  await page.settled();
  assert.equal(await expanded(page), "true");
});

test("arrows move through the list, and a screen reader is told where they are", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.matches("input")');
  const active = () => page.ask('return root.getElementById(root.activeElement.getAttribute("aria-activedescendant"))?.dataset.metric');
  const order = await page.ask(`${OPTIONS}.map((e) => e.dataset.metric)`);
  const start = order.indexOf("deaths");
  assert.equal(await active(), "deaths");
  await page.keys(Key.ARROW_DOWN, Key.ARROW_DOWN);
  await page.settled();
  assert.equal(await active(), order[(start + 2) % order.length]);
  await page.keys(Key.ARROW_UP, Key.ENTER);
  await page.settled();
  assert.equal(await page.property("metric"), order[(start + 1) % order.length]);
});

test("escape closes without picking, and the focus goes back to the picker", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.matches("[role=combobox]")');
  await page.keys("weapons", Key.ESCAPE);
  await page.settled();
  assert.equal(await page.ask('return root.querySelector("[role=listbox]")'), null);
  assert.equal(await page.focused(), "picker");
  assert.equal(await page.property("metric"), "deaths");
  assert.deepEqual(await page.events("select"), []);
});

test("a tap beside the open picker closes it without picking", async () => {
  const page = await on.ready();
  await page.tapPart("picker");
  await page.until('return root.querySelector("[role=listbox]")');
  await page.tap(await page.driver.findElement({ css: "body" }), 480, 400);
  await page.settled();
  assert.equal(await page.ask('return root.querySelector("[role=listbox]")'), null);
  assert.equal(await page.property("metric"), "deaths");
});

test("a word that fits nothing says so, and enter then picks nothing", async () => {
  const page = await on.ready();
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.matches("input")');
  await page.keys("zzzz", Key.ENTER);
  await page.settled();
  assert.equal(await page.property("metric"), "deaths");
  assert.equal((await page.ask(`${OPTIONS}.length`)), 0);
  assert.ok(await page.ask('return clean(root.querySelector("[role=status]").textContent).length > 0'));
});

test("with few metrics there is nothing to search, and arrows pick", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker src="/small.json"></figure-tracker>');
  await page.focus("picker");
  await page.keys(Key.ENTER);
  await page.until('return root.activeElement?.matches("[role=listbox]")');
  assert.equal(await page.ask('return root.querySelector("input")'), null);
  await page.keys(Key.ARROW_DOWN, Key.ENTER);
  await page.settled();
  assert.equal(await page.property("metric"), "hurt");
});

test("the open list stays inside a phone's screen and scrolls by itself", async () => {
  const page = await on.ready();
  await page.resize(390, 800, { mobile: true });
  await page.tapPart("picker");
  await listed(page);
  const { list, width } = await page.ask('return { list: rect(root.querySelector("[role=dialog]")), width: innerWidth }');
  assert.ok(list.x >= 0 && list.x + list.width <= width, JSON.stringify(list));
  assert.ok(list.height <= 800, `${list.height}`);
  assert.ok(await page.ask('const l = root.querySelector("[role=listbox]"); return l.scrollHeight > l.clientHeight'));
});
