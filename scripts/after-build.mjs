// Trunk's post_build hook: turns Trunk's output into the files that a site publishes.
//
// Trunk starts the widget from an inline script and names preload links with integrity hashes; both are for pages
// that Trunk owns. Ours is loaded by other people's pages through one external script, under strict content
// policies, so this hook removes them, puts wasm-bindgen's glue and the style sheet into figure-tracker.js, names the other
// files after their final bytes, and adds the languages. It works in Trunk's staging folder only and downloads nothing.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { keepImports, prepare } from "./glue.mjs";
import { locales } from "./locales.mjs";
import { plain } from "./plain.mjs";
import { styles } from "./styles.mjs";
import { partitionOf, split, withoutUnused } from "./split.mjs";
import { optimized, optimizedWithNames, optimizedWithShortNames, shortNames, sweep, withSection, withShortNames } from "./sweep.mjs";

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

/** Writes a file that is named after its bytes. */
function write(contents, stem, extension) {
  writeFileSync(join(staging, stem), contents);
  return named(stem, stem, extension);
}

function integrity(name) {
  return `sha384-${createHash("sha384").update(readFileSync(join(staging, name))).digest("base64")}`;
}

const sheets = await styles(source);
const built = only(/^figure-tracker-element-[0-9a-f]+_bg\.wasm$/);
const glue = join(staging, only(/^figure-tracker-element-[0-9a-f]+\.js$/));
prepare(glue);
const { languages, module } = locales(source, staging);
const catalogs = join(staging, "figure-tracker-catalogs.js");
writeFileSync(catalogs, module);
const alias = { "figure-tracker-glue": glue, "figure-tracker-catalogs": catalogs };

/**
 * The two parts of a release's wasm, and the same in plain JavaScript: the names of the files, and esbuild's options for the
 * names that the script has for what is in the first.
 */
async function released() {
  const target = process.env.CARGO_TARGET_DIR ?? join(source, "target");
  const linked = readFileSync(join(target, "wasm32-unknown-unknown", "widget", "figure-tracker-element.wasm"));
  const swept = await sweep(ELEMENT, alias, join(staging, built));
  const partition = partitionOf(linked, swept);
  const text = withoutUnused(swept, partition.unused);
  const parts = split(text, partition);
  const first = optimizedWithShortNames(parts.first);
  const names = shortNames(first);
  keepImports(glue, new Set(first.imports.map(([, name]) => name)));
  const second = withSection(optimized(parts.second(new Map(first.exports))), "styles", sheets.late);
  const whole = optimizedWithNames(withShortNames(text, first));
  const inPlain = await plain(glue, whole, { late: partition.late, places: parts.latePlaces, styles: sheets.late }, source, names);
  rmSync(join(staging, built));
  return {
    wasm: write(first.wasm, "figure-tracker", ".wasm"),
    late: write(second, "figure-tracker-late", ".wasm"),
    plainJs: write(inPlain.first, "figure-tracker-plain", ".js"),
    plainLate: write(inPlain.second, "figure-tracker-plain-late", ".js"),
    names,
  };
}

// A development build is in one piece, and has no plain JavaScript: that takes half a minute to make, and whoever develops has
// a browser with WebAssembly.
const { wasm, late, plainJs, plainLate, names } = release
  ? await released()
  : { wasm: named(built, "figure-tracker", ".wasm"), plainJs: "figure-tracker-plain.js", names: {} };

const answers = await bundled(join(source, "src/element/answers.js"), { minify: release });
const answersJs = write(answers, "figure-tracker-answers", ".js");

const [, version] = readFileSync(join(source, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m);
const build = {
  version,
  wasm: `./${wasm}`,
  wasmIntegrity: integrity(wasm),
  late: late ? `./${late}` : "",
  lateIntegrity: late ? integrity(late) : "",
  plain: `./${plainJs}`,
  plainIntegrity: release ? integrity(plainJs) : "",
  plainLate: plainLate ? `./${plainLate}` : "",
  plainLateIntegrity: plainLate ? integrity(plainLate) : "",
  answers: `./${answersJs}`,
  answersIntegrity: integrity(answersJs),
  styles: release ? sheets.first : sheets.first + sheets.late,
  name: sheets.name,
};
const element = await bundled(ELEMENT, {
  minify: release,
  alias,
  ...names,
  define: Object.fromEntries(Object.entries(build).map(([key, value]) => [`BUILD.${key}`, JSON.stringify(value)])),
});
rmSync(glue);
rmSync(catalogs);
// Minified, it has lost the notes that tell bundlers to leave this import alone.
const noted = element.replace(/\bimport\((?=[\w$]+\))/, "import(/* @vite-ignore */ /* webpackIgnore: true */ ");
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
