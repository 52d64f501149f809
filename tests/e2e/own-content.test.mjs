// Where the program cannot run at all something readable stands there: the element's own content, the static page, or a line.
// In every case the console says so once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ELEMENT, PATIENCE_MS, SCRIPT, suite } from "./page.mjs";
import { EMPTY, GONE, KEEP_CONSOLE, PROGRAM, refusals, RUSH, STATIC, STRICT, WITHOUT_WASM } from "./refusals.mjs";

const on = refusals();
const OWN = 'return document.getElementById("own").getClientRects().length > 0';

test("the element's own content stays where plain JavaScript cannot run either, and the console says so in one line", async () => {
  on.nothingComes();
  const page = await on.openWith(ELEMENT + ELEMENT, { lang: "de" });
  await page.until('return seen.events.filter((e) => e.name === "error").length === 2');
  await page.settled();
  assert.equal(await page.ask(OWN), true);
  assert.equal(on.asked(/pages/), 0);
  const lines = await on.said(page);
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
    on.nothingComes();
    if (!address.startsWith("/widget/")) on.site.publish(address, STATIC);
    const page = await on.openWith(element, { headers: { "content-security-policy": STRICT } });
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
    // The frame stands before its page has come.
    const text = async () => (await on.driver.findElement({ css: "body" }).getText().catch(() => ""));
    await on.driver.wait(async () => words.test(await text()), PATIENCE_MS, `${words}`);
    await on.driver.switchTo().defaultContent();
  });
}

for (const [what, spoil, options] of [
  ["there is no static page", () => on.site.rule(/\/pages\//, GONE)],
  ["the page's policy refuses frames", () => {}, { headers: { "content-security-policy": STRICT.replace("frame-src 'self'", "frame-src 'none'") } }],
  ["everything hangs", () => on.site.rule(/\/widget\/(figure-tracker-|locales|pages)/, { hang: true }), { first: RUSH }],
]) {
  test(`an element without content says in a line where the figures are when ${what}`, async () => {
    on.nothingComes();
    spoil();
    const page = await on.openWith(EMPTY, options);
    await page.until(`return (${STANDS}) === "line"`, "a line");
    assert.equal(await page.ask("return clean(root.textContent)"), "The figures cannot be shown here. They are in this file.");
    assert.equal(await page.ask('return root.querySelector("a").href'), `${on.site.origin}/widget/data.json`);
  });
}

test("a program that breaks while it draws leaves the element's own content", async () => {
  const first = `${KEEP_CONSOLE} Document.prototype.createElementNS = () => { throw new Error("no elements today"); };`;
  const page = await on.openWith(ELEMENT, { first });
  await page.failed();
  assert.equal(await page.ask(OWN), true);
  assert.equal((await on.said(page)).length, 1);
});

test("an element whose data cannot be shown has the error and nothing that seems to wait", async () => {
  const page = await on.openWith('<figure-tracker src="/nowhere.json"></figure-tracker>', { first: WITHOUT_WASM });
  assert.match(await page.failed(), /404/);
  assert.match(await page.text("error"), /404/);
  assert.equal(await page.ask('return root.querySelector(".wait")'), null);
});

for (const [what, options, rules = []] of [
  ["the page's policy refuses every script", { headers: { "content-security-policy": "script-src 'none'" } }],
  ["the browser cannot read the script's syntax", {}, [[/figure-tracker\.js$/, { body: "class A { #syntax of tomorrow }" }]]],
]) {
  test(`the element's own content shows where ${what}`, async () => {
    for (const rule of rules) on.site.rule(...rule);
    const page = await on.openWith(ELEMENT, options);
    await page.until('return document.readyState === "complete"');
    assert.equal(await page.ask(OWN), true);
    assert.equal(await page.ask("return root ?? null"), null);
    assert.equal(on.asked(PROGRAM), 0);
  });
}

test("the element's own content shows where JavaScript is off", async () => {
  on.site.publish("/quiet.html", `<!doctype html>${SCRIPT}${ELEMENT}`);
  const page = await on.openWith('<iframe id="quiet" src="/quiet.html" sandbox="allow-same-origin"></iframe>', {});
  const inside = 'const own = document.getElementById("quiet").contentDocument?.getElementById("own");';
  await page.until(`${inside} return own?.getClientRects().length > 0`, "the content");
  assert.equal(await page.ask(`${inside} return own.parentNode.shadowRoot`), null);
  assert.equal(on.asked(PROGRAM), 0);
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
