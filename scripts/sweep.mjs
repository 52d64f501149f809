// Takes out of a release what nobody calls, and gives glue and wasm short names for each other: 4 % of the program.
//
// wasm-bindgen exports every class that any crate declares, and Leptos brings stream classes that the widget never makes.
// esbuild finds what of the glue is used, binaryen's wasm-metadce takes out what of the wasm only the rest called, and
// wasm-opt goes over what is left once more.

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { WASM_FEATURES } from "./floor.mjs";

/** Where binaryen's command-line tools are. */
export const TOOLS = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin");
/** The lowest kilobyte of the memory is the end of a megabyte of stack, which nothing reaches: rustc puts the stack first. */
const PASSES = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--minify-imports-and-exports-and-modules"];

function run(tool, args) {
  return execFileSync(process.execPath, [join(TOOLS, tool), ...args, ...WASM_FEATURES], { encoding: "utf8", maxBuffer: 1 << 24 });
}

/**
 * Tells esbuild of the file `glue` what it can't know, so that it leaves out the classes that nobody uses: making a registry
 * changes nothing, and the oldest browsers have no `Symbol.dispose`. The wasm's address is always given to it: bundlers
 * would look for the file that it names itself.
 */
export function markPure(glue) {
  const text = readFileSync(glue, "utf8");
  const marked = text.replaceAll("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(");
  const addressless = marked.replace(/new URL\('[^']*_bg\.wasm', import\.meta\.url\)/, "undefined");
  writeFileSync(glue, addressless.replace(/^if \(Symbol\.dispose\) .*\n/gm, ""));
}

/**
 * Sweeps the file `wasm`, of which the script `entry` uses what the glue gives it; `alias` says where the modules are that
 * the build writes. Returns esbuild's options for bundling the glue, in which it calls the wasm by its new names.
 */
export async function sweep(entry, alias, wasm) {
  const script = await bundled(entry, { minify: false, alias });
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  const used = new Set([...script.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
  const reached = exports.filter((name) => used.has(name));
  const graph = `${wasm}.graph.json`;
  writeFileSync(graph, JSON.stringify([
    { name: "glue", root: true, reaches: reached },
    ...reached.map((name) => ({ name, export: name })),
  ]));
  run("wasm-metadce", [wasm, `--graph-file=${graph}`, "-o", wasm]);
  rmSync(graph);
  return shortNames(JSON.parse(run("wasm-opt", [wasm, ...PASSES, "-o", wasm])));
}

/** esbuild's options for the names that wasm-opt has given. */
function shortNames({ imports, exports }) {
  const short = new Map([...imports.map(([, long, name]) => [long, name]), ...exports]);
  for (const [module] of imports) short.set(module, "a");
  const escaped = [...short.keys()].map((name) => name.replace(/[^\w]/g, "\\$&"));
  return { mangleProps: new RegExp(`^(?:${escaped.join("|")})$`), mangleQuoted: true, mangleCache: Object.fromEntries(short) };
}
