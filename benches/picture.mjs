// When a reader on a phone sees the chart: the widget of dist/ with its picture and without, a static page with its style in a file
// and within itself, a page with the chart in it (and the same with its style in a file, as a strict policy wants it: what no page with a style sheet is quicker
// than), and a page written by hand that does the same (peers/hand-written.js). Run it with
// `node benches/picture.mjs [ROUNDS]`; it needs chromium, chromedriver and `make dist`.
//
// The phone is a processor four times slower, 1.6 Mbit/s and 150 ms. All pages take turns within one run, so that the ratios hold
// on a busy machine; the times themselves are this machine's.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { transform } from "esbuild";
import { browser } from "../tests/e2e/browsers.mjs";
import { SCRIPT } from "../tests/e2e/page.mjs";
import { render } from "../tests/e2e/rendered.mjs";
import { DIST } from "../tests/e2e/site.mjs";
import { inBrowser, middle } from "./measuring.mjs";

const ROUNDS = Number(process.argv[2] ?? 7);
const PHONE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, connectionType: "cellular4g" };
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const PATIENCE_MS = 60_000;

/** In each page: the time at which the frame with the chart has been painted. */
const RECORDER = `<script>{
  const seen = (e) => e && [...e].some((one) => one.getClientRects().length > 0);
  const chart = () => seen(document.querySelectorAll("svg.chart, .ft-plot svg")) ||
    seen(document.querySelector("figure-tracker")?.shadowRoot?.querySelectorAll(".ft-plot svg"));
  const look = () => {
    if (!chart()) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.paintedAt = performance.now(); };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
  addEventListener("figure-tracker-ready", () => { window.readyAt = performance.now(); });
}</script>`;
const WORDS = "<p>For a year after the unrest, officials gave counts of the dead. They rarely gave the same one twice.</p>";
const CSS = "body{font:16px/1.5 sans-serif;margin:1em}svg.chart{width:100%;fill:none;stroke:#0f5499}circle{fill:#0f5499}text{fill:#555;stroke:none;font-size:12px}";
const STYLE = `<style>${CSS}</style>`;

const page = (head, body) => `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title><link rel="icon" href="data:,">
${RECORDER}${head}</head><body><h1>How many died?</h1>${WORDS}${body}${WORDS}</body></html>`;

/** The drawing of a static page that a phone shows, for the page that has it inline. */
function inlineChart() {
  const html = readFileSync(join(DIST, "pages/deaths.html"), "utf8");
  const [, svg] = html.match(/ft-at-1">(<svg[\s\S]*?<\/svg>)/);
  return svg.replace("<svg", '<svg class="chart"');
}

const widget = (more) => page(SCRIPT, `<figure-tracker metric="deaths" ${more}>Shown until the chart is ready.</figure-tracker>`);
const byHand = (src) => page(`${STYLE}<script type="module" src="/hand-written.js"></script>`, `<div id="chart" data-src="${src}"></div>`);
/** A static page without the program. */
const still = (html) => html.replace("<head>", `<head>${RECORDER}`).replace('<script type="module" src="../figure-tracker.js"></script>', "");
const VARIANTS = {
  "by hand, all metrics": byHand("/widget/data.json"),
  "by hand, one metric": byHand("/widget/pages/deaths.json"),
  "widget, with its picture": widget('pictures="/widget/pages/"'),
  "widget, without": widget(""),
  "static page": still(readFileSync(join(DIST, "pages/deaths.html"), "utf8")),
  "static page, style within": still(render(join(DIST, "pages/deaths.json")).files.get("deaths.html")),
  "chart in the page": page(STYLE, inlineChart()),
  "the same, style in a file": page('<link rel="stylesheet" href="/style.css">', inlineChart()),
};

function publish(site, path, text) {
  site.publish(path, brotliCompressSync(text));
  site.rule(new RegExp(`^${path.replaceAll(".", "\\.")}$`), { headers: { "content-encoding": "br" } });
}

async function load(driver, url, wanted) {
  await driver.get("about:blank");
  await driver.get(url);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const at = await driver.executeScript(`return window.${wanted}`);
    if (at) return at;
    if (Date.now() > end) throw new Error(`${url}: no ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}


await inBrowser(async (site, driver) => {
  const peer = readFileSync(fileURLToPath(new URL("peers/hand-written.js", import.meta.url)), "utf8");
  publish(site, "/hand-written.js", (await transform(peer, { minify: true, format: "esm", target: "es2022" })).code);
  publish(site, "/style.css", CSS);
  const paths = Object.entries(VARIANTS).map(([name, html], at) => {
    const path = name.startsWith("static page") ? `/widget/pages/measured-${at}.html` : `/page-${at}.html`;
    publish(site, path, html);
    return [name, path];
  });
  await browser.resize(driver, 390, 844, { mobile: true });
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", PHONE);
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: 4 });
  const times = new Map(paths.map(([name]) => [name, []]));
  const ready = new Map();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, path] of paths) {
      const at = await load(driver, site.origin + path, "paintedAt");
      if (round === 0) continue; // everything is warm then
      times.get(name).push(at);
      if (!name.startsWith("widget")) continue;
      ready.set(name, [...(ready.get(name) ?? []), await load(driver, site.origin + path, "readyAt")]);
    }
  }
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", NO_LIMIT);
  const base = middle(times.get("by hand, all metrics"));
  console.log(`chart painted, phone profile, middle of ${ROUNDS} (least to most); ratio to the page by hand with all metrics`);
  for (const [name, all] of times) {
    const range = `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`;
    const answers = ready.has(name) ? `, answers at ${middle(ready.get(name)).toFixed(0)} ms` : "";
    console.log(`${name.padEnd(26)} ${middle(all).toFixed(0).padStart(6)} ms (${range}) ${(middle(all) / base).toFixed(2).padStart(6)}${answers}`);
  }
  for (const printed of ["static page", "static page, style within"]) {
    for (const name of ["chart in the page", "the same, style in a file"]) {
      console.log(`${printed} to ${name}: ${(middle(times.get(printed)) / middle(times.get(name))).toFixed(2)}`);
    }
  }
});
