// When the program or the data cannot come, the page's own content stays, and somebody is told why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { file } from "./fixtures.mjs";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const WASM = /\.wasm$/;
const GONE = { status: 404, body: "gone" };
/** The same program in plain JavaScript is gone as well: fallback.test.mjs has what it can do. */
const noPlain = () => on.site.rule(/figure-tracker-plain-.+\.js$/, GONE);
const OWN = 'return document.getElementById("own").checkVisibility() && document.getElementById("own").getClientRects().length > 0';
// Long timers run out twenty times sooner, so that waiting for what never comes is short.
const HURRY = "const real = setTimeout; window.setTimeout = (f, ms, ...rest) => real(f, ms > 5000 ? ms / 20 : ms, ...rest);";

/** What goes wrong, and how: a rule of the site, headers of the page. */
const BROKEN = [
  ["WebAssembly is refused by the page's policy", () => {}, { "content-security-policy": "script-src 'self'" }],
  ["the wasm file is missing", (site) => site.rule(WASM, { status: 404, body: "gone" })],
  ["the wasm file is half of itself", (site) => site.rule(WASM, { half: true })],
  ["the connection breaks within the wasm file", (site) => site.rule(WASM, { cut: true })],
  ["the wasm file is a page in HTML", (site) => site.rule(WASM, { body: "<!doctype html>", headers: { "content-type": "text/html" } })],
  ["the wasm file is of another build", (site) => site.rule(WASM, { body: "\0asm\x01\0\0\0" })],
  ["the server answers with 500", (site) => site.rule(/\/widget\/figure-tracker-/, { status: 500, body: "oops" })],
];

for (const [what, spoil, headers] of BROKEN) {
  test(`the light-DOM content stays when ${what}`, async () => {
    noPlain();
    spoil(on.site);
    const page = await on.open(ELEMENT, { headers });
    const message = await page.failed();
    assert.ok(message.length > 20, message);
    assert.equal(await page.ask(OWN), true);
    assert.equal(await page.has("chart"), false);
    assert.ok((await page.console()).some((entry) => entry.message.includes("figure-tracker")), "the console says why");
  });
}

for (const [what, pattern] of [["the wasm file", WASM], ["the data", /data\.json$/]]) {
  test(`the light-DOM content stays while ${what} hangs, and in the end the page is told`, async () => {
    noPlain();
    on.site.rule(pattern, { hang: true });
    on.site.publish("/hurry.js", HURRY);
    const page = await on.open(ELEMENT, { head: `<script src="/hurry.js"></script>${SCRIPT}` });
    await page.until('return root && document.querySelector("figure-tracker:defined")');
    assert.equal(await page.ask(OWN), true);
    await page.failed();
    assert.equal(await page.ask(OWN), true);
  });
}

test("the light-DOM content stays where the script itself is missing", async () => {
  on.site.rule(/figure-tracker\.js$/, { status: 404, body: "gone" });
  const page = await on.open();
  assert.equal(await page.ask(OWN), true);
});

test("where a system has stripped the script of its type, the light-DOM content stays and the browser says that it is a module", async () => {
  const page = await on.open(ELEMENT, { head: SCRIPT.replace(' type="module"', "") });
  await page.until("return seen.errors.length > 0", "the browser's refusal");
  assert.match(`${await page.errors()}`, /SyntaxError|import/);
  assert.equal(await page.ask(OWN), true);
  assert.equal(await page.has("chart"), false);
});

test("the light-DOM content is there before the program has come", async () => {
  on.site.rule(WASM, { hang: true });
  const page = await on.open();
  await page.until("return root");
  assert.equal(await page.ask(OWN), true);
});

test("a wasm file of the wrong type still works, with a warning", async () => {
  on.site.rule(WASM, { headers: { "content-type": "application/octet-stream" } });
  const page = await on.ready();
  assert.ok(await page.has("chart"));
  const warnings = (await page.console()).filter((entry) => entry.level === "WARNING");
  assert.ok(warnings.some((entry) => /wasm|MIME/i.test(entry.message)), JSON.stringify(warnings));
});

test("a second element may succeed where the first failed", async () => {
  noPlain();
  on.site.rule(WASM, { status: 404, body: "gone" });
  const page = await on.open();
  await page.failed();
  on.site.rule(WASM, { status: 200, body: undefined });
  await page.ask('const e = document.createElement("figure-tracker"); e.id = "second"; document.body.append(e)');
  await page.widget("#second").ready(1);
});

test("data that is missing is an error in words, and the light-DOM content stays", async () => {
  const page = await on.open('<figure-tracker src="/nowhere.json"><p id="own">own</p></figure-tracker>');
  const message = await page.failed();
  assert.match(message, /nowhere\.json/);
  assert.match(message, /404/);
  assert.match(await page.text("error"), /404/);
  assert.equal(await page.ask('return one("error").getAttribute("role")'), "alert");
  assert.equal(await page.ask(OWN), true);
  assert.deepEqual(await page.events("ready"), []);
});

test("data that is no JSON is refused with line and reason", async () => {
  on.site.publish("/broken.json", '{\n  "format": 1,\n  "id": oops\n}\n');
  const page = await on.open('<figure-tracker src="/broken.json"><p id="own">own</p></figure-tracker>');
  const message = await page.failed();
  assert.match(message, /line 3/);
  assert.match(await page.text("error"), /line 3/);
  assert.equal(await page.ask(OWN), true);
});

test("a fault of the data is told with the ids concerned", async () => {
  on.site.publish("/fault.json", file().replace('"speaker": "ann"', '"speaker": "anne"'));
  const page = await on.open('<figure-tracker src="/fault.json"></figure-tracker>');
  const message = await page.failed();
  assert.match(message, /refers to the speaker `anne`, which is not in the file/);
  assert.match(await page.text("error"), /anne/);
});

test("a good src after a bad one recovers", async () => {
  on.site.publish("/small.json", file());
  const page = await on.open('<figure-tracker src="/nowhere.json"></figure-tracker>');
  await page.failed();
  await page.set("src", "/small.json");
  await page.ready(1);
  assert.equal(await page.has("error"), false);
  assert.equal(await page.text("title"), "A small data set");
});
