// Files of the program that somebody has changed: they work as before, but haven't their hash. The browser refuses each, the widget
// goes the next way there is, and says so on the console once. README says where a browser doesn't.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browser } from "./browsers.mjs";
import { ELEMENT, suite } from "./page.mjs";
import { DIST } from "./site.mjs";

const on = suite();

/** A custom section of the name `x` and without content: what a module does doesn't change by it. */
const SECTION = Buffer.from([0, 2, 1, 120]);

/** Has the one file of dist/ with such a name answered with bytes more. */
function change(pattern, more) {
  const [name, ...others] = readdirSync(DIST).filter((one) => pattern.test(one));
  assert.deepEqual(others, []);
  on.site.rule(pattern, { body: Buffer.concat([readFileSync(join(DIST, name)), Buffer.from(more)]) });
}

const changeWasm = () => change(/figure-tracker-[0-9a-f]+\.wasm$/, SECTION);
const changePlain = () => change(/figure-tracker-plain-[0-9a-f]+\.js$/, "\nwindow.changed = true;");

/** What the widget itself has said on the console; browsers say in words of their own what they refuse. */
async function said(page) {
  const lines = (await page.console()).filter(({ level, message }) => /figure-tracker: /.test(message) && level !== "DEBUG");
  return lines.map(({ message }) => message);
}

test("the changed files would work, if they were asked for without a hash", async () => {
  changeWasm();
  changePlain();
  const script = readFileSync(join(DIST, "figure-tracker.js"), "utf8");
  on.site.rule(/figure-tracker\.js$/, { body: script.replaceAll(/"sha384-[^"]+"/g, '""') });
  const page = await on.ready();
  assert.deepEqual(await said(page), []);
  assert.match(await page.text("card"), /230/);
});

test("changed WebAssembly is refused, and the plain program takes its place", async () => {
  changeWasm();
  const page = await on.ready();
  assert.match(await page.text("card"), /230/);
  const lines = await said(page);
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.match(lines[0], /runs as plain JavaScript/);
});

test("a changed plain program is refused too, and the page's own content stays", { skip: browser.lacks["hashes of modules"] }, async () => {
  changeWasm();
  changePlain();
  const page = await on.open(ELEMENT);
  assert.match(await page.failed(), /cannot run here/);
  assert.equal(await page.ask("return window.changed ?? false"), false);
  assert.equal(await page.ask('return document.getElementById("own").getClientRects().length > 0'), true);
  const lines = await said(page);
  assert.equal(lines.length, 1, lines.join("\n"));
});

test("changed messages are refused, and English stands in for them", async () => {
  change(/locales-[0-9a-f]+-de\.json$/, "\n");
  const page = await on.ready(ELEMENT, { lang: "de" });
  assert.match(await page.text("card"), /Said by/);
  const lines = await said(page);
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.match(lines[0], /no messages in .*de/);
});

test("a changed second part is refused, and the widget says that it did not come", async () => {
  change(/figure-tracker-late-[0-9a-f]+\.wasm$/, SECTION);
  const page = await on.ready();
  assert.match(await page.text("card"), /230/);
  await page.tapPart("picker");
  let lines = [];
  for (const end = Date.now() + 5000; lines.length === 0 && Date.now() < end;) lines = await said(page);
  assert.match(lines[0], /did not come/);
});

test("a changed module that answers taps on the picture is refused, and the program answers", { skip: browser.lacks["hashes of modules"] }, async () => {
  change(/figure-tracker-answers-[0-9a-f]+\.js$/, "\nwindow.changed = true;");
  let come;
  on.site.rule(/\.wasm$/, { after: new Promise((resolve) => { come = resolve; }) });
  const page = await on.open('<figure-tracker src="/widget/data.json" metric="deaths" pictures="/widget/pages/"></figure-tracker>');
  await page.until('return root?.querySelector("a[part=picker]") && true', "the picture");
  await page.tapPart("previous");
  const asked = () => on.site.asked().some((path) => /figure-tracker-answers/.test(path));
  for (const end = Date.now() + 5000; !asked() && Date.now() < end;) await page.settled();
  await page.settled();
  assert.match(await page.text("card"), /230/);
  come();
  await page.ready();
  assert.match(await page.text("card"), /225/);
  assert.equal(await page.ask("return window.changed ?? false"), false);
});
