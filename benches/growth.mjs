// How the cost grows with the work: the widget of dist/ in Chromium, with one metric of three sizes and with three numbers
// of metrics. Prints each time, and the exponent that fits its growth: 1 is linear, 0 doesn't grow at all.
//
// `node benches/growth.mjs [WORD]` measures what contains WORD. THROTTLE=4 slows the processor down to a phone's.

import process from "node:process";
import { page as pageOf, SCRIPT } from "../tests/e2e/page.mjs";
import { print } from "./exponents.mjs";
import { inBrowser, middle } from "./measuring.mjs";
import { series } from "./series.mjs";

const [, , word = ""] = process.argv;
const THROTTLE = Number(process.env.THROTTLE ?? 1);
const SIZES = (process.env.SIZES ?? "1000,10000,100000").split(",").map(Number);
const METRICS = [10, 200, 2000];

const PROBE = `
  window.tasks = [];
  try { new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.tasks.push(duration); })
    .observe({ type: "longtask", buffered: true }); } catch {}
  addEventListener("figure-tracker-ready", () => { window.readyAt = performance.now(); });
`;

/** The middle time that `script` takes with what it draws, over some turns. */
function act(driver, script, turns = 11) {
  return driver.executeAsyncScript(`const [script, turns, done] = arguments;
    const host = document.querySelector("figure-tracker");
    const root = host.shadowRoot;
    const act = new Function("host", "root", "turn", script);
    const times = [];
    (async () => {
      for (let turn = 0; turn < turns; turn += 1) {
        const start = performance.now();
        act(host, root, turn);
        await new Promise((resolve) => setTimeout(resolve, 0));
        root.querySelector(".ft-base").getBoundingClientRect();
        times.push(performance.now() - start);
        await new Promise(requestAnimationFrame);
      }
      done(times.sort((a, b) => a - b)[turns >> 1]);
    })();`, script, turns);
}

const nodes = (driver) => driver.executeScript(`
  const walker = document.createTreeWalker(document.querySelector("figure-tracker").shadowRoot);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;`);

async function measure(site, driver, counts, actions) {
  site.publish("/series.json", JSON.stringify(series(counts)));
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>b</title><script src="/probe.js"></script>${SCRIPT}
</head><body><figure-tracker src="/series.json"></figure-tracker></body></html>`;
  const url = site.publish("/growth.html", html);
  const opened = [];
  for (let run = 0; run < (counts[0] > 20_000 ? 3 : 5); run += 1) {
    await driver.get(url);
    opened.push(await pageOf(driver).until("return window.readyAt", "ready", 120_000));
  }
  const found = { "open (ms)": middle(opened) };
  await new Promise((resolve) => setTimeout(resolve, 500));
  found["longest task (ms)"] = await driver.executeScript("return Math.max(0, ...window.tasks)");
  for (const [name, script] of Object.entries(actions)) found[name] = await act(driver, script);
  found["nodes"] = await nodes(driver);
  return found;
}

const FIGURES = {
  "select (ms)": "root.querySelector(turn % 2 ? '[part=next]' : '[part=previous]').click()",
  "select far away (ms)": "host.figure = `metric-0-${(turn * 367) % 997}`",
  "switch the metric (ms)": "host.metric = turn % 2 ? 'metric-0' : 'metric-1'",
};
const LISTS = {
  "open and close the list (ms)": "root.querySelector('[part=picker]').click()",
  "switch the metric (ms)": "host.metric = `metric-${(turn * 5) % 10}`",
};
/** What is read in two: the metric on display and one that it is switched with. */
const WORK = [
  ["figures of one metric", SIZES, (size) => [size, Math.floor(size * 0.9)], FIGURES],
  ["metrics of three figures", METRICS, (size) => Array.from({ length: size }, () => 3), LISTS],
];

await inBrowser(async (site, driver) => {
  site.publish("/probe.js", PROBE);
  await driver.manage().setTimeouts({ script: 300_000, pageLoad: 300_000 });
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  for (const [title, sizes, counts, actions] of WORK.filter(([title]) => title.includes(word))) {
    const found = [];
    for (const size of sizes) found.push(await measure(site, driver, counts(size), actions));
    print(title, sizes, found);
  }
});
