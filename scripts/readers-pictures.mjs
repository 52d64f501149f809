// Takes the pictures of docs/readers.md, one a question, of what `make dist` has built: `node scripts/readers-pictures.mjs`.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import UPNG from "upng-js";
import { look, until } from "../tests/packages/chart.mjs";
import { serve } from "../tests/packages/serve.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = process.env.FIGURE_TRACKER_DIST ?? join(ROOT, "dist");
const FOLDER = join(ROOT, "docs/readers");
const WIDTH = 360;
const MAX_BYTES = 60_000;
/** Flat drawings lose nothing that is seen by having no more. */
const MAX_COLOURS = 128;

/** Opens an entry of the shelf. */
const entry = (name) => `root.querySelector(".ft-entry.ft-${name} summary").click()`;
const inside = (name) => `root.querySelector(".ft-entry.ft-${name} .ft-inside > *:not(.ft-late)")`;

/** An invented series, long enough to have a period of its own. */
function longSeries() {
  const day = (place) => new Date(Date.UTC(2021, 0, 1 + 5 * place)).toISOString().slice(0, 10);
  const figures = Array.from({ length: 90 }, (_, place) => {
    const value = Math.round(40 + 6 * place + 60 * Math.sin(place / 7));
    return { id: `f${place}`, metric: "patients", value, said: day(place), sources: ["bulletin"] };
  });
  return {
    format: 1, id: "invented", title: "An invented epidemic", language: "en", units: [{ id: "people", label: "people" }],
    outlets: [{ id: "bulletin", name: "Daily bulletin" }], sources: [{ id: "bulletin", outlet: "bulletin" }],
    metrics: [{ id: "patients", label: "Patients", unit: "people" }], figures,
  };
}

/** Name, attributes, what is done, what is waited for, and what the picture ends with (all of the widget without it). */
const PICTURES = [
  { name: "over-time", until: 'root.querySelector("[part~=figure]")', end: "[part~=card] dl" },
  { name: "counts", act: 'root.querySelector("[part~=picker]").click()', until: 'root.querySelector("[part~=counts] [role=option]")', height: 640 },
  { name: "parts", attributes: { view: "parts" }, until: 'root.querySelector(".ft-parts li")', end: ".ft-parts" },
  { name: "who", attributes: { view: "who" }, until: 'root.querySelector(".ft-lanes li")', end: ".ft-view" },
  { name: "known-on", attributes: { "known-on": "2022-01-20" }, until: 'root.querySelector(".ft-asked")', end: "[part~=card] dl" },
  { name: "ledger", act: entry("ledger"), until: inside("ledger"), start: ".ft-entry.ft-ledger", height: 520 },
  { name: "period", attributes: { src: "/invented/long.json", metric: "patients", from: "2021-06-01", to: "2021-12-31" }, until: 'root.querySelector(".ft-asked")', end: ".ft-plot-foot" },
  { name: "sources", act: entry("sources"), until: inside("sources"), start: ".ft-entry.ft-sources", height: 520 },
  { name: "take-away", act: entry("take-away"), until: inside("take-away"), start: ".ft-entry.ft-take-away", height: 332 },
];

mkdirSync(FOLDER, { recursive: true });
const eyes = await look();
const { driver } = eyes;
const invented = mkdtempSync(join(tmpdir(), "figure-tracker-pictures-"));
writeFileSync(join(invented, "long.json"), JSON.stringify(longSeries()));
const site = await serve({ "/": DIST, "/invented/": invented });
const ROOT_OF = "const root = document.querySelector('figure-tracker').shadowRoot;";
try {
  for (const picture of PICTURES) {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: WIDTH, height: 900, deviceScaleFactor: 1.5, mobile: false });
    await driver.get(`${site.origin}/LICENSE-MIT`);
    await driver.executeScript(`document.documentElement.style.colorScheme = "light";
      const element = document.createElement("figure-tracker");
      for (const [name, value] of Object.entries({ metric: "deaths", lang: "en-GB", theme: "light", ...arguments[0] })) element.setAttribute(name, value);
      document.body.style.cssText = "margin: 0; background: #fff";
      document.body.replaceChildren(element);
      const script = document.createElement("script");
      script.type = "module";
      script.src = "/figure-tracker.js";
      document.head.append(script);`, picture.attributes ?? {});
    await until(eyes, "return document.querySelector('figure-tracker').shadowRoot?.querySelector('[part~=card]')", "the widget");
    if (picture.act) await driver.executeScript(`${ROOT_OF} ${picture.act}`);
    await until(eyes, `${ROOT_OF} return ${picture.until}`, picture.name);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const clip = await driver.executeScript(`${ROOT_OF}
      const of = (selector) => selector && root.querySelector(selector).getBoundingClientRect();
      const [base, start, end] = [of("[part~=base]"), of(arguments[0]), of(arguments[1])];
      const y = scrollY + (start?.top ?? base.top);
      const bottom = scrollY + (end ? end.bottom + 12 : base.bottom);
      return { x: 0, y, width: innerWidth, height: Math.min(bottom - y, arguments[2]) };`, picture.start ?? null, picture.end ?? null, picture.height ?? 1200);
    const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot",
      { format: "png", captureBeyondViewport: true, clip: { ...clip, scale: 1 } });
    const drawn = UPNG.decode(Buffer.from(data, "base64"));
    const png = Buffer.from(UPNG.encode(UPNG.toRGBA8(drawn), drawn.width, drawn.height, MAX_COLOURS));
    if (png.length > MAX_BYTES) throw new Error(`${picture.name} has ${png.length} bytes`);
    writeFileSync(join(FOLDER, `${picture.name}.png`), png);
    console.log(picture.name, `${Math.round(clip.width)} x ${Math.round(clip.height)},`, png.length, "bytes");
  }
} finally {
  await driver.quit();
  await site.stop();
  rmSync(invented, { recursive: true });
}
