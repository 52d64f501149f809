// The apps in examples/: the widget as a component of other people's Leptos apps. scripts/examples.sh has built them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { browser } from "./browsers.mjs";
import { PATIENCE_MS, suite } from "./page.mjs";

const on = suite();
const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const BUILT = join(TARGET, "examples");
const IDS = "return [...document.querySelectorAll('[id]')].map((e) => e.id)";

/** Publishes the files of an app and gives the address of its page. */
function published(app) {
  const files = readdirSync(join(BUILT, app));
  assert.ok(files.includes("index.html"), `${app} is not built: run scripts/examples.sh`);
  for (const name of files) on.site.publish(`/${app}/${name}`, readFileSync(join(BUILT, app, name)));
  return `${on.site.origin}/${app}/index.html`;
}

const ask = (script, ...args) => on.driver.executeScript(script, ...args);

async function until(script, what) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await ask(script);
    if (answer) return answer;
  }
  throw new Error(`waited in vain for: ${what}\n${await ask("return document.body.innerHTML.slice(0, 2000)")}`);
}

const click = async (css, at = 0) => (await on.driver.findElements({ css }))[at].click();
const cards = "[...document.querySelectorAll('.ft-base')].map((e) => e.querySelector('[part~=card]').textContent)";
/** What the browser had to say against the page. */
const complaints = async () => (await browser.consoleLog(on.driver)).filter(({ level }) => level !== "INFO" && level !== "DEBUG");

test("an app in the browser shows two trackers, whose ids and styles don't clash", async () => {
  await on.driver.get(published("leptos-app"));
  await until("return document.querySelectorAll('.ft-base').length === 2", "two trackers");
  const ids = await ask(IDS);
  assert.ok(ids.length > 2, `${ids}`);
  assert.deepEqual([...new Set(ids)], ids);
  // The app's own button looks as a browser's buttons do.
  const [own, plain] = await ask(`
    const plain = document.createElement("iframe");
    document.body.append(plain);
    const button = plain.contentDocument.body.appendChild(plain.contentDocument.createElement("button"));
    const look = (e) => { const s = e.ownerDocument.defaultView.getComputedStyle(e); return [s.backgroundColor, s.fontSize, s.padding, s.borderStyle].join(); };
    return [look(document.querySelector("main > p > button")), look(button)]`);
  assert.equal(own, plain);
  assert.deepEqual(await complaints(), []);
});

test("the app's signal picks the metric, and the app hears what a reader selects, but not its own picks", async () => {
  await on.driver.get(published("leptos-app"));
  await until("return document.querySelectorAll('.ft-base').length === 2", "two trackers");
  const [dead] = await ask(`return ${cards}`);
  await click("main > p > button", 1);
  await until(`return ${cards}[0] !== ${JSON.stringify(dead)}`, "another metric");
  assert.equal(await ask("return document.getElementById('selected').textContent"), "");
  await click("main > p > button", 0);
  await until(`return ${cards}[0] === ${JSON.stringify(dead)}`, "the first metric again");
  await click("[part~=previous]");
  const selected = await until("return document.getElementById('selected').textContent", "the app's line");
  const known = JSON.parse(readFileSync(new URL("../../examples/invented-flood.json", import.meta.url), "utf8"));
  assert.ok(known.figures.some(({ id, metric }) => id === selected && metric === "deaths"), selected);
  assert.notEqual((await ask(`return ${cards}`))[0], dead);
  assert.deepEqual(await complaints(), []);
});

test("a page that was printed natively is read before its wasm comes, and comes to life as it stands", async () => {
  const url = published("leptos-hydrate");
  on.site.rule(/\.wasm$/, { status: 503 });
  await on.driver.get(url);
  const printed = await ask("return document.querySelector('.ft-base').outerHTML");
  assert.match(printed, /lang="de"[\s\S]*6 Angaben/);
  assert.ok(await ask("return document.querySelectorAll('[part~=row]').length > 1"));
  await browser.consoleLog(on.driver);

  on.site.reset();
  published("leptos-hydrate");
  // The wasm waits until every element that was printed has a mark on it.
  on.site.publish("/leptos-hydrate/start.js", "import init, { hydrate } from './leptos_hydrate.js'; window.start = async () => { await init(); hydrate(); };");
  await on.driver.get(url);
  await until("return window.start", "the page's script");
  await ask("for (const e of document.querySelectorAll('main *')) e.printed = true");
  await ask("return window.start()");
  // The drawing alone is laid out anew, for the width that it has on this screen.
  const strangers = await ask(`
    const anew = [...document.querySelectorAll("main *")].filter((e) => !e.printed && !e.closest("svg[part=chart]"));
    return anew.map((e) => e.outerHTML.slice(0, 100)).slice(0, 20)`);
  assert.deepEqual(strangers, [], "hydrating makes nothing anew");
  const before = await ask(`return ${cards}`);
  await click("[part~=previous]");
  await until(`return ${cards}[0] !== ${JSON.stringify(before[0])}`, "another figure");
  const latest = await ask("return document.querySelector('.ft-state').textContent");
  await click("main > button");
  await until(`return document.querySelector(".ft-state").textContent !== ${JSON.stringify(latest)}`, "another metric");
  assert.deepEqual(await complaints(), []);
});
