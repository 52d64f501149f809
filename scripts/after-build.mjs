// Trunk's post_build hook: turns Trunk's output into the files that a site publishes.
//
// Trunk starts the widget from an inline script and names preload links with integrity hashes; both are for pages
// that Trunk owns. Ours is loaded by other people's pages through one external script, under strict content
// policies, so this hook removes them, names the glue and the wasm after their final bytes, adds the languages, and
// writes figure-tracker.js with those names in it. It works in Trunk's staging folder only and downloads nothing.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { plain } from "./plain.mjs";
import { slim } from "./slim.mjs";
import { FLOOR } from "./floor.mjs";
import { locales } from "./locales.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging || !source) throw new Error("after-build.mjs is a Trunk hook: run `make dist` or `make serve`");

const DOOR = "src/element/element.js";

/** Minifies in a release; a development build stays readable. */
async function minified(text) {
  if (!release) return text;
  const { transform } = await import("esbuild");
  const { code } = await transform(text, { minify: true, format: "esm", target: FLOOR, legalComments: "none" });
  return code;
}

/** The one file in the staging folder whose name matches; anything else is a change in Trunk we must hear of. */
function only(pattern) {
  const found = readdirSync(staging).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern} in ${staging}, found ${found.length}`);
  return found[0];
}

/** Renames a file after its bytes, so that a cache never mixes two builds. */
function named(name, stem, extension) {
  const digest = createHash("sha256").update(readFileSync(join(staging, name))).digest("hex").slice(0, 16);
  const final = `${stem}-${digest}${extension}`;
  renameSync(join(staging, name), join(staging, final));
  return final;
}

function integrity(name) {
  return `sha384-${createHash("sha384").update(readFileSync(join(staging, name))).digest("base64")}`;
}

const door = readFileSync(join(source, DOOR), "utf8");
const glueName = only(/^figure-tracker-element-[0-9a-f]+\.js$/);
const wasmName = only(/^figure-tracker-element-[0-9a-f]+_bg\.wasm$/);
let program = { glue: readFileSync(join(staging, glueName), "utf8"), wasm: readFileSync(join(staging, wasmName)) };
if (release) program = await slim({ ...program, uses: door });
writeFileSync(join(staging, glueName), await minified(program.glue));
writeFileSync(join(staging, wasmName), program.wasm);
const glue = named(glueName, "figure-tracker", ".js");
const wasm = named(wasmName, "figure-tracker", ".wasm");

const plainName = "figure-tracker-plain.js";
if (release) writeFileSync(join(staging, plainName), await minified(plain(program)));
// A development build has none: it takes half a minute to make, and whoever develops has a browser with WebAssembly.
const plainJs = release ? named(plainName, "figure-tracker-plain", ".js") : plainName;

const { stem, languages } = locales(source, staging);

for (const token of ["./__GLUE__", "./__WASM__", "./__PLAIN__", "./__LOCALES__", '"__LANGUAGES__"']) {
  if (!door.includes(token)) throw new Error(`${DOOR} has no ${token} to put a name in`);
}
const stamped = door
  .replaceAll("./__GLUE__", `./${glue}`)
  .replaceAll("./__WASM__", `./${wasm}`)
  .replaceAll("./__PLAIN__", `./${plainJs}`)
  .replaceAll("./__LOCALES__", `./${stem}`)
  .replaceAll('"__LANGUAGES__"', languages.map((tag) => `"${tag}"`).join(", "))
  .replaceAll("__GLUE_INTEGRITY__", integrity(glue))
  .replaceAll("__WASM_INTEGRITY__", integrity(wasm));
const element = await bundled(stamped, source, { minify: release });
writeFileSync(join(staging, "figure-tracker.js"), element);

// The same under the name of its bytes, for pages that pin it; the snippet maker reads which it is.
writeFileSync(join(staging, "figure-tracker-element.js"), element);
const script = named("figure-tracker-element.js", "figure-tracker-element", ".js");
writeFileSync(join(staging, "embed.json"), JSON.stringify({ script, integrity: integrity(script), languages }));

// The data without the spaces between its words: the same values, digit for digit.
const data = join(staging, "data.json");
if (release) writeFileSync(data, readFileSync(data, "utf8").replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1"));

const page = join(staging, "index.html");
const html = readFileSync(page, "utf8");
const starter = /<script type="module">\s*import init, \* as bindings from[\s\S]*?<\/script>\s*/;
const preload = /<link rel="(?:module)?preload"[^>]*figure-tracker-[^>]*>/g;
if (!starter.test(html)) throw new Error("Trunk's inline start script was not found in index.html");
writeFileSync(page, html.replace(starter, "").replaceAll(preload, ""));

const snippets = join(staging, "snippets");
if (existsSync(snippets) && readdirSync(snippets).length === 0) rmSync(snippets, { recursive: true });
