// Where WebAssembly cannot run the same program runs as plain JavaScript, and the console says so once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bundled, file } from "./fixtures.mjs";
import { browser } from "./browsers.mjs";
import { ELEMENT, suite } from "./page.mjs";
import { EMPTY, GONE, HURRY, KEEP_CONSOLE, PLAIN, refusals, STATIC, STRICT, WASM, WITHOUT_WASM } from "./refusals.mjs";

const on = refusals();

/** Everything a reader sees and a screen reader hears, in one text. */
const SHOWN = "return [...root.children].filter((e) => e.localName === 'div').map((e) => e.innerHTML).join('')";

const EVERY_METRIC = `const [ids, done] = arguments;
  const host = document.querySelector("figure-tracker");
  const root = host.shadowRoot;
  const look = () => { ${SHOWN} };
  (async () => {
    const shown = [];
    for (host.metric of ids) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      shown.push(look());
    }
    return shown;
  })().then(done, (error) => done([String(error)]));`;

/** What the widget shows on a way through all it can do. */
async function tour(page) {
  const seen = [];
  const look = async () => {
    await page.settled();
    seen.push(await page.ask(SHOWN));
  };
  await look();
  await page.pick("injured");
  await look();
  await page.tapMark((await page.marks())[0]);
  seen.push(await page.text("card"));
  await page.tapPart("previous");
  seen.push(...(await on.driver.executeAsyncScript(EVERY_METRIC, bundled().metrics.map(({ id }) => id))));
  for (const lang of ["de", "ar", "ru", "kk"]) {
    await page.ask("seen.events.length = 0; host.setAttribute('lang', arguments[0])", lang);
    await page.ready(1);
    await look();
  }
  await page.resize(360, 800);
  await look();
  return seen;
}

test("plain JavaScript shows, number for number and mark for mark, what WebAssembly shows", async () => {
  const wasm = await tour(await on.readyWith(ELEMENT));
  assert.equal(on.asked(PLAIN), 0);
  await browser.resize(on.driver, 1024, 900);
  on.site.reset();
  const plain = await tour(await on.readyWith(ELEMENT, { first: WITHOUT_WASM }));
  assert.equal(on.asked(WASM), 0);
  assert.equal(wasm.length, bundled().metrics.length + 8, "each metric, and what is looked at before and after");
  assert.ok(wasm.every((shown) => shown.length > 20));
  assert.deepEqual(plain, wasm);
});

/** What refuses or spoils WebAssembly: how the site answers, what the page is like, whether the wasm is asked for. */
const REFUSED = [
  ["the browser has no WebAssembly", { page: { first: WITHOUT_WASM }, wasm: 0 }],
  ["the page's policy refuses WebAssembly", { page: { headers: { "content-security-policy": STRICT } }, wasm: 0 }],
  ["the wasm file is missing", { rules: [[WASM, GONE]], wasm: 1 }],
  ["the wasm file is half of itself", { rules: [[WASM, { half: true }]], wasm: 1 }],
  ["the connection breaks within the wasm file", { rules: [[WASM, { cut: true }]], wasm: 1 }],
  ["the wasm file is a page in HTML", { rules: [[WASM, { body: STATIC, headers: { "content-type": "text/html" } }]], wasm: 1 }],
  ["the wasm file hangs for 30 seconds", { rules: [[WASM, { hang: true }]], page: { first: HURRY }, wasm: 1 }],
  ["the wasm file is of another build", { rules: [[WASM, { body: "\0asm\x01\0\0\0" }]], wasm: 1 }],
];

for (const [what, { rules = [], page: options, wasm }] of REFUSED) {
  test(`everything works in plain JavaScript where ${what}`, async () => {
    for (const rule of rules) on.site.rule(...rule);
    const page = await on.readyWith(ELEMENT, options);
    assert.ok(on.asked(PLAIN) <= 1, "WebKit keeps what was preloaded for the next page");
    assert.equal(on.asked(WASM), wasm);
    await page.pick("injured");
    const [id] = await page.marks();
    await page.tapMark(id);
    assert.equal(await page.selected(), id);
    assert.ok((await page.text("card")).length > 20);
    await page.ask("host.setAttribute('lang', 'de'); seen.events.length = 0");
    await page.ready(1);
    assert.match(await page.ask("return one('previous').outerHTML"), /Vorherige Angabe/);
    const lines = await on.said(page);
    assert.equal(lines.length, 1, JSON.stringify(lines));
    assert.match(lines[0], /^warn figure-tracker: runs as plain JavaScript.*'wasm-unsafe-eval'[^\n]*$/);
    assert.deepEqual(await page.errors(), []);
  });
}

test("the strictest policy, without WebAssembly, is kept to in plain JavaScript", async () => {
  const page = await on.readyWith(ELEMENT, { headers: { "content-security-policy": STRICT } });
  await page.pick("injured");
  await page.set("theme", "dark");
  const refused = await page.violations();
  assert.deepEqual(refused.filter((one) => !/^script-src: (wasm-)?eval/.test(one)), []);
});

test("two elements share the one plain program, and one line on the console", async () => {
  const page = await on.openWith(ELEMENT + EMPTY.replace("deaths", "injured"), { first: WITHOUT_WASM });
  await page.ready(2);
  assert.ok(on.asked(PLAIN) <= 1, "WebKit keeps what was preloaded for the next page");
  assert.equal((await on.said(page)).length, 1);
});

test("plain JavaScript tells a fault of the data in the same words", async () => {
  const broken = file().replace('"speaker": "ann"', '"speaker": "anne"');
  const told = [];
  for (const first of [KEEP_CONSOLE, WITHOUT_WASM]) {
    on.site.reset();
    on.site.publish("/broken.json", broken);
    const page = await on.openWith('<figure-tracker src="/broken.json"></figure-tracker>', { first });
    told.push([await page.failed(), await page.text("error")]);
  }
  assert.match(told[0][0], /anne/);
  assert.deepEqual(told[1], told[0]);
});

test("plain JavaScript is not asked for where WebAssembly works, and the console is quiet", async () => {
  const page = await on.readyWith(ELEMENT);
  await page.pick("injured");
  assert.equal(on.asked(WASM), 2, "the two parts");
  assert.equal(on.asked(PLAIN), 0);
  assert.deepEqual(await on.said(page), []);
});

test("a wasm file of the wrong type runs as WebAssembly, and one line says what to serve it as", async () => {
  on.site.rule(WASM, { headers: { "content-type": "application/octet-stream" } });
  const page = await on.readyWith(ELEMENT);
  assert.equal(on.asked(PLAIN), 0);
  assert.match((await on.said(page)).join("\n"), /^warn figure-tracker: [^\n]*application\/wasm[^\n]*$/);
});
describe("in a browser that was started without WebAssembly", () => {
  const at = suite({ variant: "without WebAssembly" });

  test("everything works in plain JavaScript", async () => {
    const page = await at.ready(ELEMENT);
    assert.equal(await page.ask("return typeof WebAssembly"), "undefined");
    await page.pick("injured");
    const [id] = await page.marks();
    await page.tapMark(id);
    assert.equal(await page.selected(), id);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(at.site.asked().filter((path) => WASM.test(path)), []);
  });
});
