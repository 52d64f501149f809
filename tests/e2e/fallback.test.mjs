// Where WebAssembly cannot run the same program runs as plain JavaScript, and where that cannot either, something
// readable stands there: the page's own content, the static page, or a line. In every case the console says so once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bundled, file } from "./fixtures.mjs";
import { browser } from "./browsers.mjs";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const WASM = /\.wasm$/;
const GLUE = /figure-tracker-[0-9a-f]+\.js$/;
const PLAIN = /figure-tracker-plain-.+\.js$/;
const PROGRAM = /\/widget\/figure-tracker-/;
const GONE = { status: 404, body: "gone", headers: { "content-type": "text/plain" } };
const EMPTY = '<figure-tracker metric="deaths"></figure-tracker>';
const STATIC = '<!doctype html><title>Dead</title><p id="static">164, 225, 230</p>';
const OWN = 'return document.getElementById("own").getClientRects().length > 0';
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "frame-src 'self'; require-trusted-types-for 'script'";

/** Opens a page whose `first` script runs before the widget's. */
function open(body, { first = KEEP_CONSOLE, ...options } = {}) {
  on.site.publish("/first.js", first);
  return on.open(body, { head: `<script src="/first.js"></script>${SCRIPT}`, ...options });
}

async function ready(body, options) {
  const page = await open(body, options);
  // Half a megabyte of program is made ready by the page's own thread: a busy machine takes its time.
  await page.until('return seen.events.some((e) => e.name === "ready")', "figure-tracker-ready", 40_000);
  await page.ready();
  return page;
}

const asked = (pattern) => on.site.asked().filter((path) => pattern.test(path)).length;
/** What the page itself or the widget wrote to the console: what the browser adds is its own business. */
const said = (page) => page.ask("return seen.console");
const KEEP_CONSOLE = `seen.console = [];
for (const level of ["warn", "error"]) {
  const real = console[level];
  console[level] = (...words) => { seen.console.push(level + " " + words.join(" ")); real.apply(console, words); };
}
`;
const WITHOUT = `${KEEP_CONSOLE} delete window.WebAssembly;`;
// The patience with the wasm runs out at once: nobody waits 30 seconds for a test.
const HURRY = `${KEEP_CONSOLE}
const real = setTimeout;
window.setTimeout = (f, ms, ...rest) => real(f, ms > 15_000 && ms <= 30_000 ? 500 : ms, ...rest);`;
const RUSH = HURRY.replace("ms > 15_000 && ms <= 30_000", "ms >= 15_000");

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
  await page.tapMark((await page.figures())[0]);
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
  const wasm = await tour(await ready(ELEMENT));
  assert.equal(asked(PLAIN), 0);
  await browser.resize(on.driver, 1024, 900);
  on.site.reset();
  const plain = await tour(await ready(ELEMENT, { first: WITHOUT }));
  assert.equal(asked(WASM), 0);
  assert.ok(wasm.length > 50 && wasm.every((shown) => shown.length > 20));
  assert.deepEqual(plain, wasm);
});

/** What refuses or spoils WebAssembly: how the site answers, what the page is like, whether the wasm is asked for. */
const REFUSED = [
  ["the browser has no WebAssembly", { page: { first: WITHOUT }, wasm: 0 }],
  ["the page's policy refuses WebAssembly", { page: { headers: { "content-security-policy": STRICT } }, wasm: 0 }],
  ["the wasm file is missing", { rules: [[WASM, GONE]], wasm: 1 }],
  ["the wasm file is half of itself", { rules: [[WASM, { half: true }]], wasm: 1 }],
  ["the connection breaks within the wasm file", { rules: [[WASM, { cut: true }]], wasm: 1 }],
  ["the wasm file is a page in HTML", { rules: [[WASM, { body: STATIC, headers: { "content-type": "text/html" } }]], wasm: 1 }],
  ["the wasm file hangs for 30 seconds", { rules: [[WASM, { hang: true }]], page: { first: HURRY }, wasm: 1 }],
  ["the glue is missing", { rules: [[GLUE, GONE]], wasm: 0 }],
  ["the glue hangs for 30 seconds", { rules: [[GLUE, { hang: true }]], page: { first: HURRY }, wasm: 0 }],
];

for (const [what, { rules = [], page: options, wasm }] of REFUSED) {
  test(`everything works in plain JavaScript where ${what}`, async () => {
    for (const rule of rules) on.site.rule(...rule);
    const page = await ready(ELEMENT, options);
    assert.equal(asked(PLAIN), 1);
    assert.equal(asked(WASM), wasm);
    await page.pick("injured");
    const [id] = await page.figures();
    await page.tapMark(id);
    assert.equal(await page.selected(), id);
    assert.ok((await page.text("card")).length > 20);
    await page.ask("host.setAttribute('lang', 'de'); seen.events.length = 0");
    await page.ready(1);
    assert.match(await page.ask("return one('previous').outerHTML"), /Vorherige Angabe/);
    const lines = await said(page);
    assert.equal(lines.length, 1, JSON.stringify(lines));
    assert.match(lines[0], /^warn figure-tracker: runs as plain JavaScript.*'wasm-unsafe-eval'[^\n]*$/);
    assert.deepEqual(await page.errors(), []);
  });
}

test("the strictest policy, without WebAssembly, is kept to in plain JavaScript", async () => {
  const page = await ready(ELEMENT, { headers: { "content-security-policy": STRICT } });
  await page.pick("injured");
  await page.set("theme", "dark");
  const refused = await page.violations();
  assert.deepEqual(refused.filter((one) => !/^script-src: (wasm-)?eval/.test(one)), []);
});

test("two elements share the one plain program, and one line on the console", async () => {
  const page = await open(ELEMENT + EMPTY.replace("deaths", "injured"), { first: WITHOUT });
  await page.ready(2);
  assert.equal(asked(PLAIN), 1);
  assert.equal((await said(page)).length, 1);
});

test("plain JavaScript tells a fault of the data in the same words", async () => {
  const broken = file().replace('"speaker": "ann"', '"speaker": "anne"');
  const told = [];
  for (const first of [KEEP_CONSOLE, WITHOUT]) {
    on.site.reset();
    on.site.publish("/broken.json", broken);
    const page = await open('<figure-tracker src="/broken.json"></figure-tracker>', { first });
    told.push([await page.failed(), await page.text("error")]);
  }
  assert.match(told[0][0], /anne/);
  assert.deepEqual(told[1], told[0]);
});

test("plain JavaScript is not asked for where WebAssembly works, and the console is quiet", async () => {
  const page = await ready(ELEMENT);
  await page.pick("injured");
  assert.equal(asked(WASM), 1);
  assert.equal(asked(PLAIN), 0);
  assert.deepEqual(await said(page), []);
});

test("a wasm file of the wrong type runs as WebAssembly, and one line says what to serve it as", async () => {
  on.site.rule(WASM, { headers: { "content-type": "application/octet-stream" } });
  const page = await ready(ELEMENT);
  assert.equal(asked(PLAIN), 0);
  assert.match((await said(page)).join("\n"), /^warn figure-tracker: [^\n]*application\/wasm[^\n]*$/);
});

/** The whole program gone: neither wasm nor plain JavaScript nor words come. */
const nothing = () => on.site.rule(/\/widget\/(figure-tracker-|locales)/, GONE);

test("the element's own content stays where plain JavaScript cannot run either, and the console says so in one line", async () => {
  nothing();
  const page = await open(ELEMENT + ELEMENT, { lang: "de" });
  await page.until('return seen.events.filter((e) => e.name === "error").length === 2');
  await page.settled();
  assert.equal(await page.ask(OWN), true);
  assert.equal(asked(/pages/), 0);
  const lines = await said(page);
  assert.equal(lines.length, 1, JSON.stringify(lines));
  assert.match(lines[0], /^error figure-tracker: [^\n]*cannot run here[^\n]*neither[^\n]*must be served[^\n]*$/);
  assert.deepEqual(await page.errors(), []);
});

/** What stands in an element without content of its own: "frame", "line", or nothing of the two yet. */
const STANDS = `root.querySelector("iframe") ? "frame" : root.querySelector(".wait a") ? "line" : null`;

for (const [what, element, address, words] of [
  ["the static page of its metric", EMPTY, "/widget/pages/deaths.html", /164[^]*Deaths|Deaths[^]*164/],
  ["the index page where it names no metric", "<figure-tracker></figure-tracker>", "/widget/pages/index.html", /Deaths/],
  ["the static page beside its data", '<figure-tracker src="/sets/one.json" metric="dead"></figure-tracker>', "/sets/pages/dead.html", /225/],
]) {
  test(`an element without content shows ${what}`, async () => {
    nothing();
    if (!address.startsWith("/widget/")) on.site.publish(address, STATIC);
    const page = await open(element, { headers: { "content-security-policy": STRICT } });
    assert.equal(await page.until(`return ${STANDS}`), "frame");
    const frame = await page.find("iframe");
    const { src, sandbox, title, box } = await page.ask(
      "const f = arguments[0]; return { src: f.src, sandbox: f.getAttribute('sandbox'), title: f.title, box: rect(f) }",
      frame,
    );
    assert.equal(src, on.site.origin + address);
    assert.equal(sandbox, "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    assert.ok(title && box.width > 300 && box.height >= 320, JSON.stringify({ title, box }));
    await on.driver.switchTo().frame(frame);
    assert.match(await on.driver.findElement({ css: "body" }).getText(), words);
    await on.driver.switchTo().defaultContent();
  });
}

for (const [what, spoil, options] of [
  ["there is no static page", () => on.site.rule(/\/pages\//, GONE)],
  ["the page's policy refuses frames", () => {}, { headers: { "content-security-policy": STRICT.replace("frame-src 'self'", "frame-src 'none'") } }],
  ["everything hangs", () => on.site.rule(/\/widget\/(figure-tracker-|locales|pages)/, { hang: true }), { first: RUSH }],
]) {
  test(`an element without content says in a line where the figures are when ${what}`, async () => {
    nothing();
    spoil();
    const page = await open(EMPTY, options);
    await page.until(`return (${STANDS}) === "line"`, "a line");
    assert.equal(await page.ask("return clean(root.textContent)"), "The figures cannot be shown here. They are in this file.");
    assert.equal(await page.ask('return root.querySelector("a").href'), `${on.site.origin}/widget/data.json`);
  });
}

test("a program that breaks while it draws leaves the element's own content", async () => {
  const first = `${KEEP_CONSOLE} Document.prototype.createElementNS = () => { throw new Error("no elements today"); };`;
  const page = await open(ELEMENT, { first });
  await page.failed();
  assert.equal(await page.ask(OWN), true);
  assert.equal((await said(page)).length, 1);
});

test("an element whose data cannot be shown has the error and nothing that seems to wait", async () => {
  const page = await open('<figure-tracker src="/nowhere.json"></figure-tracker>', { first: WITHOUT });
  await page.failed();
  assert.match(await page.text("error"), /404/);
  assert.equal(await page.ask('return root.querySelector(".wait")'), null);
});

for (const [what, options, rules = []] of [
  ["the page's policy refuses every script", { headers: { "content-security-policy": "script-src 'none'" } }],
  ["the browser cannot read the script's syntax", {}, [[/figure-tracker\.js$/, { body: "class A { #syntax of tomorrow }" }]]],
]) {
  test(`the element's own content shows where ${what}`, async () => {
    for (const rule of rules) on.site.rule(...rule);
    const page = await open(ELEMENT, options);
    await page.until('return document.readyState === "complete"');
    assert.equal(await page.ask(OWN), true);
    assert.equal(await page.ask("return root ?? null"), null);
    assert.equal(asked(PROGRAM), 0);
  });
}

test("the element's own content shows where JavaScript is off", async () => {
  on.site.publish("/quiet.html", `<!doctype html>${SCRIPT}${ELEMENT}`);
  const page = await open('<iframe id="quiet" src="/quiet.html" sandbox="allow-same-origin"></iframe>', {});
  const inside = 'const own = document.getElementById("quiet").contentDocument?.getElementById("own");';
  await page.until(`${inside} return own?.getClientRects().length > 0`, "the content");
  assert.equal(await page.ask(`${inside} return own.parentNode.shadowRoot`), null);
  assert.equal(asked(PROGRAM), 0);
});

describe("in a browser that was started without WebAssembly", () => {
  const at = suite({ variant: "without WebAssembly" });

  test("everything works in plain JavaScript", async () => {
    const page = await at.ready(ELEMENT);
    assert.equal(await page.ask("return typeof WebAssembly"), "undefined");
    await page.pick("injured");
    const [id] = await page.figures();
    await page.tapMark(id);
    assert.equal(await page.selected(), id);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(at.site.asked().filter((path) => WASM.test(path)), []);
  });
});

describe("in a browser that was started without JavaScript", () => {
  const at = suite({ variant: "without JavaScript" });

  test("the element's own content shows, and no program is asked for", async () => {
    const page = await at.open(`<noscript><p id="off">off</p></noscript>${ELEMENT}`);
    assert.equal(await page.driver.findElement({ css: "#off" }).getText(), "off");
    assert.equal(await page.driver.findElement({ css: "#own" }).getText(), "164, 225, then 230 dead");
    assert.deepEqual(at.site.asked().filter((path) => PROGRAM.test(path)), []);
  });
});
