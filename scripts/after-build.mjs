// Trunk's post_build hook: turns Trunk's output into the files that a site publishes.
//
// Trunk starts the widget from an inline script and names preload links with integrity hashes; both are for pages
// that Trunk owns. Ours is loaded by other people's pages through one external script, under strict content
// policies, so this hook removes them, puts wasm-bindgen's glue into figure-tracker.js, names the other files after their
// final bytes, and adds the languages. It works in Trunk's staging folder only and downloads nothing.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { locales } from "./locales.mjs";
import { plain } from "./plain.mjs";
import { markPure, sweep } from "./sweep.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging || !source) throw new Error("after-build.mjs is a Trunk hook: run `make dist` or `make serve`");

const ELEMENT = join(source, "src/element/element.js");

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

const built = only(/^figure-tracker-element-[0-9a-f]+_bg\.wasm$/);
const glue = join(staging, only(/^figure-tracker-element-[0-9a-f]+\.js$/));
markPure(glue);
const { languages, module } = locales(source, staging);
const catalogs = join(staging, "figure-tracker-catalogs.js");
writeFileSync(catalogs, module);
const alias = { "figure-tracker-glue": glue, "figure-tracker-catalogs": catalogs };
const names = release ? await sweep(ELEMENT, alias, join(staging, built)) : {};
const wasm = named(built, "figure-tracker", ".wasm");

let plainJs = "figure-tracker-plain.js";
// A development build has none: it takes half a minute to make, and whoever develops has a browser with WebAssembly.
if (release) {
  writeFileSync(join(staging, plainJs), await plain(glue, readFileSync(join(staging, wasm)), source, names));
  plainJs = named(plainJs, "figure-tracker-plain", ".js");
}

const [, version] = readFileSync(join(source, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m);
const build = { version, wasm: `./${wasm}`, wasmIntegrity: integrity(wasm), plain: `./${plainJs}` };
const element = await bundled(ELEMENT, {
  minify: release,
  alias,
  ...names,
  define: Object.fromEntries(Object.entries(build).map(([key, value]) => [`BUILD.${key}`, JSON.stringify(value)])),
});
rmSync(glue);
rmSync(catalogs);
// Minified, it has lost the notes that tell bundlers to leave this import alone.
const noted = element.replace(/\bimport\((?=new URL)/, "import(/* @vite-ignore */ /* webpackIgnore: true */ ");
writeFileSync(join(staging, "figure-tracker.js"), noted);

// The same under the name of its bytes, for pages that pin it; the snippet maker reads which it is.
copyFileSync(join(staging, "figure-tracker.js"), join(staging, "figure-tracker-element.js"));
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
