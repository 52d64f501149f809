// This widget beside what people would use instead, on one job (job.js): load the JSON, draw a step chart, pick a metric, tell
// details. Prints a table and writes RESULTS.md.
//
// The runs of all are interleaved, each on a page of its own with nothing cached. Environment: ONLY=word,word runs the peers whose
// names contain one of them, SIZES=60,5000 the sizes, RUNS=5 how often, PROFILES=full,phone. A part of it doesn't write RESULTS.md.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { extname, join } from "node:path";
import process from "node:process";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { browser } from "../../tests/e2e/browsers.mjs";
import { middle } from "../measuring.mjs";
import { series } from "../series.mjs";

const HERE = new URL(".", import.meta.url).pathname;
const DIST = process.env.FIGURE_TRACKER_DIST ?? join(HERE, "../../dist");
const PEERS = [
  ["handwritten", "a hand-written page", "handwritten/main.js"],
  ["figure-tracker", "figure-tracker"],
  ["figure-tracker-pictured", "figure-tracker, its picture first"],
  ["uplot", "uPlot", "uplot.js"],
  ["chart.js", "Chart.js", "chartjs.js"],
  ["@observablehq/plot", "Observable Plot", "plot.js"],
  ["echarts", "ECharts", "echarts.js"],
  ["highcharts", "Highcharts, accessible", "highcharts.js"],
  ["lightweight-charts", "lightweight-charts", "lightweight.js"],
  ["vega-embed", "Vega-Embed", "vega.js"],
  ["plotly.js-basic-dist-min", "Plotly basic", "plotly.js"],
];
/** The widget with the picture that `render` writes for it, as a page has it that names the folder. */
const PICTURED = "figure-tracker-pictured";
/** From how many figures on no page is rendered for it: a table of each takes longer than all that is measured. */
const MOST_PICTURED = 10_000;
const SIZES = (process.env.SIZES ?? "60,5000,100000").split(",").map(Number);
const RUNS = Number(process.env.RUNS ?? 5);
const PROFILES = {
  full: { window: [1024, 768], rate: 1, network: { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 } },
  phone: { window: [390, 844, { mobile: true }], rate: 4, network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } },
};
const profiles = (process.env.PROFILES ?? "full,phone").split(",");
const only = process.env.ONLY ?? "";
const peers = PEERS.filter(([name]) => name === "handwritten" || only.split(",").some((word) => name.includes(word)));
const isWhole = !only && !process.env.SIZES && !process.env.PROFILES;

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm" };
const files = new Map();
const compress = (bytes, quality) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
const publish = (path, text, quality = 11) => files.set(path, compress(Buffer.from(text), quality));

const PROBE = `const keep = (made) => {
  window.wasm = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory) ?? window.wasm;
  return made;
};
for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then(keep);
}
window.longest = 0; window.blocked = 0;
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) {
  window.longest = Math.max(window.longest, duration); window.blocked += Math.max(0, duration - 50); } }).observe({ type: "longtask", buffered: true });
const painted = (done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
addEventListener("figure-tracker-ready", () => {
  window.readyAt = performance.now();
  painted((now) => { window.drawnAt ??= now; });
});
// The picture is tapped as soon as it is seen, in its middle, where it doesn't show what is selected.
const tap = (plot) => {
  const { left, top, width, height } = plot.getBoundingClientRect();
  const answered = new MutationObserver(() => { answered.disconnect(); painted((now) => { window.answeredAt ??= now; }); });
  answered.observe(plot.closest(".ft-body").querySelector(".ft-cards"), { childList: true });
  plot.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 }));
};
const picture = () => {
  const plots = [...document.querySelector("figure-tracker[pictures]")?.shadowRoot?.querySelectorAll(".ft-plot svg") ?? []];
  const plot = plots.find((plot) => plot.getClientRects().length > 0);
  if (plot) painted((now) => { window.drawnAt ??= now; tap(plot); });
  else if (!window.drawnAt) requestAnimationFrame(picture);
};
requestAnimationFrame(picture);`;
const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>b</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><script>${PROBE}</script>`;
const article = "<h1>What was reported</h1><p>The figures, as they were said.</p>";

async function publishPeers() {
  const out = mkdtempSync(join(tmpdir(), "peers-"));
  for (const [name, , entry] of peers) {
    if (!entry) continue;
    await build({ entryPoints: [join(HERE, entry)], bundle: true, minify: true, format: "esm", outfile: join(out, `${name.replace(/\W/g, "")}.js`), logLevel: "error" });
  }
  for (const file of readdirSync(out)) publish(`/${file}`, readFileSync(join(out, file)));
  rmSync(out, { recursive: true });
  for (const [name, , entry] of peers) {
    const stem = name.replace(/\W/g, "");
    const style = files.has(`/${stem}.css`) ? `<link rel="stylesheet" href="/${stem}.css">` : "";
    const page = entry
      ? `${head}${style}<script type="module" src="/${stem}.js"></script></head><body>${article}<select id="picker"></select><div id="chart"></div><p id="details"></p></body></html>`
      : `${head}<script type="module" src="/widget/figure-tracker.js"></script></head><body>${article}<figure-tracker src="/data.json" metric="metric-0"${name === PICTURED ? ' pictures="/pages/"' : ""}></figure-tracker></body></html>`;
    publish(`/${stem}.html`, page);
  }
}

/** Renders the pictures of a data set; whatever else is rendered is left out. */
function publishPictures(text) {
  const folder = mkdtempSync(join(tmpdir(), "peers-"));
  const data = join(folder, "data.json");
  writeFileSync(data, text);
  const program = join(process.env.CARGO_TARGET_DIR ?? join(HERE, "../../target"), "debug/figure-tracker");
  execFileSync(program, ["render", data, "-o", join(folder, "pages"), "--data", "/data.json", "--widget", "/widget/figure-tracker.js"], { stdio: "ignore" });
  for (const file of readdirSync(join(folder, "pages"))) {
    if (/\.(picture|cards)\./.test(file)) publish(`/pages/${file}`, readFileSync(join(folder, "pages", file)));
  }
  rmSync(folder, { recursive: true });
}

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://site").pathname;
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  let bytes = files.get(path);
  try {
    if (!bytes && path.startsWith("/widget/")) bytes = readFileSync(join(DIST, `${path.slice(8)}.br`));
  } catch {
    bytes = undefined;
  }
  if (!bytes) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": bytes.length, "cache-control": "no-store" });
  response.end(bytes);
});

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function until(driver, script, patience) {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
    const answer = await driver.executeScript(script);
    if (answer) return answer;
  }
  return undefined;
}

/** How long until what was tapped is told and painted, seen from the page. */
const TAP = `const done = arguments[0];
const host = document.querySelector("figure-tracker");
const told = host ? host.shadowRoot.querySelector(".ft-cards") : document.querySelector("#details");
const area = (host?.shadowRoot.querySelector("[part~=chart]") ?? document.querySelector("#chart")).getBoundingClientRect();
let tapped;
addEventListener("click", () => { tapped ??= performance.now(); }, { capture: true, once: true });
window.tapTook = undefined;
const seen = new MutationObserver(() => { seen.disconnect(); requestAnimationFrame(() => setTimeout(() => { window.tapTook = performance.now() - tapped; }, 0)); });
seen.observe(told, { childList: true, subtree: true, characterData: true });
done([area.left + area.width * 0.4, area.top + area.height / 2]);`;

const SWITCH = `const done = arguments[0];
const host = document.querySelector("figure-tracker");
const start = performance.now();
const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
if (host) { host.metric = "metric-1"; painted(); } else {
  const picker = document.querySelector("#picker");
  picker.value = 1;
  window.switched = painted;
  picker.dispatchEvent(new Event("change"));
}`;

const COUNT = `const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
return { requests: all.length, bytes: all.reduce((sum, each) => sum + each.encodedBodySize, 0),
  data: all.find((each) => each.name.endsWith("/data.json"))?.encodedBodySize ?? 0,
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN };`;

async function measure(driver, origin, name) {
  await driver.get("about:blank");
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  await driver.get(`${origin}/${name.replace(/\W/g, "")}.html`);
  const drawn = await until(driver, "return window.drawnAt", 90_000);
  if (!drawn) return undefined;
  if (!(await until(driver, 'return !document.querySelector("figure-tracker") || window.readyAt', 90_000))) return undefined;
  await pause(600);
  const { requests, bytes, data, paint } = await driver.executeScript(COUNT);
  const { longest, blocked } = await driver.executeScript("return { longest: window.longest, blocked: window.blocked }");
  const [x, y] = await driver.executeAsyncScript(TAP);
  const press = (type, more) => driver.sendDevToolsCommand("Input.dispatchMouseEvent", { type, x, y, ...more });
  await press("mouseMoved", {});
  await pause(50);
  await press("mousePressed", { button: "left", clickCount: 1 });
  await press("mouseReleased", { button: "left", clickCount: 1 });
  const tap = (await until(driver, "return window.tapTook", 5_000)) ?? NaN;
  const switched = await driver.executeAsyncScript(SWITCH);
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  const heap = await driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage", {});
  const wasm = await driver.executeScript("return window.wasm?.buffer.byteLength ?? 0");
  const answers = (await driver.executeScript("return window.answeredAt ?? window.readyAt")) ?? drawn;
  const memory = (heap.usedSize + (heap.backingStorageSize ?? 0) + wasm) / 1e6;
  return { paint, drawn, answers, blocked, longest, tap, switched, memory, requests, bytes: (bytes - data) / 1000 };
}

const COLUMNS = [
  ["drawn", "chart visible, ms"],
  ["ratio", "× hand-written"],
  ["answers", "answers a tap, ms"],
  ["paint", "first paint, ms"],
  ["blocked", "blocking, ms"],
  ["longest", "longest task, ms"],
  ["tap", "tap to paint, ms"],
  ["switched", "switching, ms"],
  ["memory", "memory, MB"],
  ["bytes", "KB without data"],
  ["requests", "requests"],
];

function table(rows) {
  const lines = [`| | ${COLUMNS.map(([, title]) => title).join(" | ")} |`, `|---|${COLUMNS.map(() => "---:").join("|")}|`];
  const base = middle(rows.get("handwritten").map((each) => each.drawn));
  for (const [name, title] of peers.filter(([name]) => rows.has(name))) {
    const runs = rows.get(name);
    if (runs.length === 0) {
      lines.push(`| ${title} | not within 90 s |${" |".repeat(COLUMNS.length - 1)}`);
      continue;
    }
    const cell = ([key]) => {
      if (key === "ratio") return (middle(runs.map((each) => each.drawn)) / base).toFixed(2);
      const values = runs.map((each) => each[key]).filter(Number.isFinite);
      if (values.length === 0) return "–";
      const spread = key === "drawn" ? ` (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})` : "";
      return `${middle(values).toFixed(0)}${spread}`;
    };
    lines.push(`| ${title} | ${COLUMNS.map(cell).join(" | ")} |`);
  }
  return lines.join("\n");
}

const versions = () => peers.filter(([, , entry]) => entry && !entry.startsWith("hand"))
  .map(([name]) => `${name} ${JSON.parse(readFileSync(join(HERE, "node_modules", name, "package.json"), "utf8")).version}`).join(", ");

await publishPeers();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const driver = await browser.start("plain");
const sections = [];
try {
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  for (const size of SIZES) {
    const data = JSON.stringify(series([size, Math.ceil(size * 0.9)]));
    publish("/data.json", data, 5);
    const measured = peers.filter(([name]) => name !== PICTURED || size <= MOST_PICTURED);
    if (measured.some(([name]) => name === PICTURED)) publishPictures(data);
    for (const profile of profiles) {
      await browser.resize(driver, ...PROFILES[profile].window);
      await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: PROFILES[profile].rate });
      await driver.sendDevToolsCommand("Network.emulateNetworkConditions", PROFILES[profile].network);
      const rows = new Map(measured.map(([name]) => [name, []]));
      for (let run = 0; run < RUNS; run += 1) {
        for (const [name] of measured) {
          const found = await measure(driver, origin, name);
          if (found) rows.get(name).push(found);
        }
      }
      const how = profile === "phone" ? "phone: 390 px, processor 4 times slower, 1.6 Mbit/s, 150 ms" : "no throttle";
      sections.push(`## ${size.toLocaleString("en")} figures, ${how}\n\n${table(rows)}\n`);
      console.log(sections.at(-1));
    }
  }
  const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
  const chromium = (await driver.getCapabilities()).getBrowserVersion();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: HERE, encoding: "utf8" }).trim();
  const intro = `# Beside what people would use instead

Written by \`make bench PEERS=1\`; each figure is the median of ${RUNS} interleaved runs, in brackets the least and the most.
The job is in [peers/job.js](peers/job.js): load the data set, draw a step chart, pick another metric, tell the details of the figure
that is tapped. Each peer is used as its own documentation recommends, bundled and minified by esbuild, and sent with brotli.
"KB without data" is all that is sent but the data set itself; memory is the JavaScript heap with its buffers and WebAssembly's after a collection.
A dash stands for what did not answer a tap at that place. "Answers a tap" is from when on a tap is answered: for all but the
widget when its chart is drawn, and for its picture when a tap is told that comes as soon as it is seen.

Measured with figure-tracker at ${commit}, Chromium ${chromium}, Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB;
load of the machine at the end ${load}. ${versions()}.
`;
  if (isWhole || process.env.RESULTS) writeFileSync(process.env.RESULTS ?? join(HERE, "../RESULTS.md"), `${intro}\n${sections.join("\n")}`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await driver.quit();
  server.closeAllConnections();
  server.close();
}
