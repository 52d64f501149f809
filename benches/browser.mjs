// How long a reader waits: the widget of dist/ in a real browser, printed as `name<TAB>microseconds`.
//
// The middle of some loads of a page with one element, with nothing cached. FIGURE_TRACKER_DATA names another file than the
// bundled one, so that two builds can be given the same.

import { readFileSync } from "node:fs";
import process from "node:process";
import { file, figure } from "../tests/e2e/fixtures.mjs";
import { page as pageOf, ELEMENT, SCRIPT } from "../tests/e2e/page.mjs";
import { inBrowser, middle } from "./measuring.mjs";

const RUNS = 9;
const MARK = `addEventListener("figure-tracker-ready", () => { window.readyAt = performance.now() });`;

const print = (name, milliseconds) => console.log(`${name}\t${(milliseconds * 1000).toFixed(0)}`);

function html(body) {
  return `<!doctype html><html lang="en"><head><title>b</title><script src="/mark.js"></script>${SCRIPT}</head><body>${body}</body></html>`;
}

async function load(site, driver, body) {
  const url = site.publish("/bench.html", html(body));
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    await driver.get(url);
    times.push(await pageOf(driver).until("return window.readyAt"));
  }
  return middle(times);
}

/** The middle time of a change, until the frame after it. */
function change(driver, script) {
  return driver.executeAsyncScript(`const [script, done] = arguments;
    const host = document.querySelector("figure-tracker");
    const all = [...host.shadowRoot.querySelectorAll("[part~=figure]")].map((e) => e.dataset.figure);
    const act = new Function("host", "all", "turn", script);
    // A task later every effect has run, which a microtask can't be sure of.
    const { port1, port2 } = new MessageChannel();
    const settled = () => new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
    const times = [];
    (async () => {
      for (let turn = 0; turn < 30; turn += 1) {
        const start = performance.now();
        act(host, all, turn);
        await settled();
        host.shadowRoot.querySelector("[part~=card]").getBoundingClientRect();
        times.push(performance.now() - start);
        await new Promise(requestAnimationFrame);
      }
      done(times.sort((a, b) => a - b)[15]);
    })();`, script);
}

/** The middle time from an element that is put into the page, whose program is there, to the frame after it is drawn. */
function mount(driver, src) {
  return driver.executeAsyncScript(`const [src, done] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    const times = [];
    (async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        const host = document.createElement("figure-tracker");
        host.setAttribute("src", src);
        const ready = new Promise((resolve) => host.addEventListener("figure-tracker-ready", resolve));
        const start = performance.now();
        document.body.prepend(host);
        await ready;
        await frame();
        await new Promise((resolve) => setTimeout(resolve, 0)); // the frame has been painted
        times.push(performance.now() - start);
        host.remove();
        await frame();
      }
      done(times.sort((a, b) => a - b)[7]);
    })();`, src);
}

await inBrowser(async (site, driver) => {
  site.publish("/mark.js", MARK);
  if (process.env.FIGURE_TRACKER_DATA) site.publish("/widget/data.json", readFileSync(process.env.FIGURE_TRACKER_DATA));
  const many = Array.from({ length: 500 }, (_, at) => {
    const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    return figure(`dead-${at}`, 100 + at, day);
  });
  site.publish("/many.json", file({ figures: [...many, figure("hurt-1", 9, "2022-01-01", { metric: "hurt" })] }));
  print("browser: page to ready, bundled data", await load(site, driver, ELEMENT));
  print("browser: mount to painted, bundled data", await mount(driver, "/widget/data.json"));
  print("browser: pick another metric", await change(driver, 'host.metric = turn % 2 ? "deaths" : "injured"'));
  print("browser: select another figure", await change(driver, "host.figure = all[turn % all.length]"));
  print("browser: page to ready, 500 figures", await load(site, driver, '<figure-tracker src="/many.json"></figure-tracker>'));
  print("browser: mount to painted, 500 figures", await mount(driver, "/many.json"));
  print("browser: select one of 500 figures", await change(driver, "host.figure = all[(turn * 7) % all.length]"));
});
