// What the widget costs a page, whatever the number of figures: nodes, changes of a selection, requests, memory. Times are
// for the benchmarks.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { series } from "../../benches/series.mjs";
import { browser } from "./browsers.mjs";
import { suite, ELEMENT, SCRIPT } from "./page.mjs";

const MAX_NODES = 4000;
/** How many nodes are made when a reader picks the metric with most to say, where chart and card stand side by side. */
const MAX_MADE = 340;
const on = suite();

/** Keeps the memory of the program within reach of the tests. */
const KEEP_MEMORY = `
  const keep = (made) => {
    const { exports } = made.instance ?? made;
    window.memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory) ?? window.memory;
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then(keep);
  }`;

const NODES = `const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;`;

async function show(counts) {
  on.site.publish("/series.json", JSON.stringify(series(counts, { documents: 20 })));
  return on.ready('<figure-tracker src="/series.json"></figure-tracker>');
}

/** Does something in the page and gives what changed in the widget by the next frame but one. */
const changes = (script) => on.driver.executeAsyncScript(`const [script, done] = arguments;
  const root = document.querySelector("figure-tracker").shadowRoot;
  let count = 0;
  const seen = new MutationObserver((records) => { count += records.length; });
  seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  new Function("root", script)(root);
  requestAnimationFrame(() => requestAnimationFrame(() => { seen.disconnect(); done(count); }));`, script);

const openTable = (page) => page.ask("root.querySelector('.ft-table').open = true; return true;")
  .then(() => page.until("return root.querySelector('.ft-row')"));
const rows = "return [...root.querySelectorAll('.ft-row')].map((row) => row.dataset.figure)";

describe("many figures", () => {
  test("the shadow tree has a bounded number of nodes, the table and the list included", async () => {
    const page = await show([5000, 60, ...Array(1998).fill(3)]);
    await openTable(page);
    await page.ask("root.querySelector('[part=picker]').click(); return true;");
    await page.until("return !!root.querySelector('[role=option]')");
    await page.settled();
    const nodes = await page.ask(NODES);
    assert.ok(nodes <= MAX_NODES, `${nodes} nodes`);
    assert.equal(await page.ask("return root.querySelector('[role=option]').getAttribute('aria-setsize')"), "2000");
  });

  test("a selection changes as little among 5,000 figures as among 60", async () => {
    const step = "root.querySelector('[part=previous]').click()";
    await show([60, 3]);
    const few = await changes(step);
    await show([5000, 3]);
    assert.ok((await changes(step)) <= few + 12, "no more than the two marks concerned and the card");
  });

  test("another metric is drawn once, and of its cards only those that may be the highest", async () => {
    const page = await on.ready();
    await page.loaded();
    const pick = (metric) => on.driver.executeAsyncScript(`const [metric, done] = arguments;
      const host = document.querySelector("figure-tracker");
      let made = 0;
      const seen = new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) made += 1 + (node.querySelectorAll?.("*").length ?? 0);
      });
      seen.observe(host.shadowRoot, { subtree: true, childList: true });
      host.metric = metric;
      const sizers = () => host.shadowRoot.querySelectorAll(".ft-cards > .ft-sizer").length;
      requestAnimationFrame(() => requestAnimationFrame(() => { seen.disconnect(); done({ made, sizers: sizers() }); }));`, metric);
    await pick("injured");
    const { made, sizers } = await pick("deaths");
    assert.ok(made <= MAX_MADE, `${made} elements and texts are made`);
    assert.ok(sizers >= 1 && sizers <= 5, `${sizers} cards of 16 are laid out unseen`);
  });

  test("the arrow keys go on where the marks are only drawn", async () => {
    const page = await show([1000, 3]);
    for (const wanted of ["metric-0-998", "metric-0-997", "metric-0-996", "metric-0-995", "metric-0-994"]) {
      await page.ask(`root.querySelector("[part~=chart]").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true })); return true;`);
      await page.until(`return root.querySelector(".ft-mark.ft-selected")?.dataset.figure === '${wanted}'`, wanted);
    }
  });

  test("it is said that marks stand for several figures", async () => {
    const page = await show([5000, 30]);
    assert.match(await page.ask("return root.querySelector('.ft-crowded').textContent"), /^5,000 figures;/);
    await page.ask("document.querySelector('figure-tracker').metric = 'metric-1'; return true;");
    await page.until("return !root.querySelector('.ft-crowded')");
  });

  test("the table is written when it is opened, in pieces that are turned, searched and gone to by date", async () => {
    const page = await show([1000, 3]);
    assert.deepEqual(await page.ask(rows), []);
    await openTable(page);
    const first = await page.ask(rows);
    assert.equal(first.length, 50);
    assert.equal(first[0], "metric-0-999");
    const act = async (script, wanted) => {
      await page.ask(`${script}; return true;`);
      await page.until(`return root.querySelector('.ft-row')?.dataset.figure === '${wanted}'`);
    };
    const button = (at) => `root.querySelectorAll('.ft-pieces button')[${at}].click()`;
    const type = (kind, text, event) => `const field = root.querySelector('.ft-pieces [type=${kind}]');
      field.value = '${text}'; field.dispatchEvent(new Event('${event}', { bubbles: true }))`;
    await act(button(1), "metric-0-949");
    assert.equal(await page.ask("return root.querySelector('.ft-pieces [role=status]').textContent"), "51 to 100 of 1,000");
    await act(button(0), "metric-0-999");
    await act(type("date", "1725-02-01", "change"), "metric-0-31");
    await act(type("search", "1725-01-03", "input"), "metric-0-2");
    assert.deepEqual(await page.ask(rows), ["metric-0-2"]);
  });

  test("paper gets the rows that a screen turns to, up to 2,000 and then a sentence", async () => {
    const page = await show([2500, 3]);
    await page.ask("window.dispatchEvent(new Event('beforeprint')); return true;");
    await page.until("return root.querySelectorAll('.ft-row').length === 2000");
    assert.match(await page.ask("return root.querySelector('.ft-rest').textContent"), /2,000 of 2,500.* http.*\/series\.json$/);
    await page.ask("window.dispatchEvent(new Event('afterprint')); return true;");
    await page.until("return root.querySelectorAll('.ft-row').length === 50");
  });

  test("the list is scrolled and searched through 2,000 metrics, of which it draws a few", async () => {
    const page = await show(Array(2000).fill(2));
    await page.ask("root.querySelector('[part=picker]').click(); return true;");
    await page.until("return !!root.querySelector('[role=option]')");
    await page.settled();
    // Opening scrolls to the metric that is shown, a frame later.
    await page.settled();
    await page.until("const list = root.querySelector('[role=listbox]'); list.scrollTop = list.scrollHeight; return root.querySelector('[aria-posinset=\"2000\"]')");
    assert.ok((await page.ask("return root.querySelectorAll('[role=option]').length")) <= 81);
    await page.ask(`const field = root.querySelector('.ft-counts [role=combobox]');
      field.value = 'Count 1234'; field.dispatchEvent(new Event('input', { bubbles: true })); return true;`);
    await page.until("return root.querySelectorAll('[role=option]').length === 1 && root.querySelector('[data-metric=\"metric-1234\"]')");
  });
});

describe("memory", { skip: browser.name !== "Chromium" && "only Chromium tells how much memory is held" }, () => {
  const open = async (body) => {
    on.site.publish("/memory.js", KEEP_MEMORY);
    const page = await on.open(body, { head: `<script src="/memory.js"></script>${SCRIPT}` });
    await page.ready();
    return page;
  };
  const look = async (page) => ({ ...(await browser.counters(on.driver)), pages: await page.ask("return window.memory.buffer.byteLength / 65536") });
  const repeat = (times, script) => on.driver.executeAsyncScript(`const [times, script, done] = arguments;
    const turn = new Function("at", "return (async () => {" + script + "})()");
    (async () => { for (let at = 0; at < times; at += 1) { await turn(at); await new Promise(requestAnimationFrame); } done(); })();`, times, script);

  test("switching the metric 400 times leaves nothing", async () => {
    const page = await open(ELEMENT);
    const turn = `document.querySelector("figure-tracker").metric = at % 2 ? "deaths" : "injured";`;
    await on.driver.manage().setTimeouts({ script: 120_000 });
    await repeat(100, turn);
    const before = await look(page);
    // What the browser has not collected yet is no leak: it is asked to, now and then.
    for (let hundred = 1; hundred < 4; hundred += 1) {
      await repeat(100, turn);
      await look(page);
    }
    await repeat(100, turn);
    const after = await look(page);
    assert.ok(after.nodes <= before.nodes + 10 && after.listeners <= before.listeners, JSON.stringify({ before, after }));
    assert.ok(after.pages <= before.pages + 4, JSON.stringify({ before, after }));
  });

  test("two hundred widgets that come and go leave nothing", async () => {
    const page = await open(ELEMENT);
    const turn = `const host = document.createElement("figure-tracker");
      const ready = new Promise((resolve) => host.addEventListener("figure-tracker-ready", resolve));
      document.body.prepend(host);
      await ready;
      host.remove();`;
    await on.driver.manage().setTimeouts({ script: 120_000 });
    await repeat(50, turn);
    const before = await look(page);
    await repeat(200, turn);
    const after = await look(page);
    assert.ok(after.nodes <= before.nodes + 10 && after.listeners <= before.listeners, JSON.stringify({ before, after }));
    assert.ok(after.pages <= before.pages + 2, JSON.stringify({ before, after }));
  });

  test("ten widgets share one program and one copy of the data", async () => {
    on.site.publish("/series.json", JSON.stringify(series([5000, 3])));
    const element = '<figure-tracker src="/series.json"></figure-tracker>';
    const one = (await look(await open(element))).pages;
    on.site.reset();
    on.site.publish("/series.json", JSON.stringify(series([5000, 3])));
    const ten = (await look(await open(element.repeat(10)))).pages;
    for (const part of [/figure-tracker-[0-9a-f]+\.wasm$/, /figure-tracker-late-[0-9a-f]+\.wasm$/]) {
      assert.ok(on.site.asked().filter((path) => part.test(path)).length <= 1, String(on.site.asked()));
    }
    assert.ok(ten < one * 3, `${one} pages of memory for one, ${ten} for ten`);
  });
});
