// Takes out of a release what nobody calls, and gives glue and wasm short names for each other: with what glue.mjs does for it
// 5.2 % of the program (204.8 KB as sent with wasm-opt alone, 194.2 with this).
//
// wasm-bindgen exports every class that any crate declares, and Leptos brings stream classes that the widget never makes.
// esbuild finds what of the glue is used, binaryen's wasm-metadce takes out what of the wasm only the rest called, and
// wasm-opt goes over what is left once more.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { WASM_FEATURES } from "./floor.mjs";

/** Where binaryen's command-line tools are. */
export const TOOLS = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin");
/** The lowest kilobyte of the memory is the end of a megabyte of stack, which nothing reaches: rustc puts the stack first. */
const SMALL = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];
/** Functions that are alike have like names: beside each other brotli finds what they have in common. */
const ALIKE = ["--reorder-functions-by-name", "--quiet"];

function run(tool, args) {
  return execFileSync(process.execPath, [join(TOOLS, tool), ...args, ...WASM_FEATURES], {
    encoding: "utf8", maxBuffer: 1 << 24, stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Calls `use` with the paths of so many files, which are gone afterwards. */
function withFiles(count, use) {
  const folder = mkdtempSync(join(tmpdir(), "sweep-"));
  try {
    return use(...Array.from({ length: count }, (_, index) => join(folder, `${index}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The text of the module `wasm` without what nobody calls: the script `entry` uses what the glue gives it; `alias` says where
 * the modules are that the build writes.
 */
export async function sweep(entry, alias, wasm) {
  const script = await bundled(entry, { minify: false, alias });
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  const used = new Set([...script.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
  const reached = exports.filter((name) => used.has(name));
  return withFiles(2, (graph, swept) => {
    writeFileSync(graph, JSON.stringify([
      { name: "glue", root: true, reaches: reached },
      ...reached.map((name) => ({ name, export: name })),
    ]));
    run("wasm-metadce", [wasm, `--graph-file=${graph}`, "-g", "-S", "-o", swept]);
    return readFileSync(swept, "utf8");
  });
}

/** The bytes of the module with this text, made small; its imports and exports keep their names. */
export function optimized(text) {
  return optimize(text, []).wasm;
}

/** The same with the names of the functions. */
export function optimizedWithNames(text) {
  return optimize(text, ["-g"]).wasm;
}

/** The same with short names, and which `imports` and `exports` have been given. */
export function optimizedWithShortNames(text) {
  const { wasm, told } = optimize(text, ["--minify-imports-and-exports-and-modules"]);
  return { wasm, ...JSON.parse(told) };
}

function optimize(text, more) {
  return withFiles(2, (from, to) => {
    writeFileSync(from, text);
    const told = run("wasm-opt", [from, ...SMALL, ...ALIKE, ...more, "-o", to]);
    return { wasm: readFileSync(to), told };
  });
}

/** The bytes of a module with a custom section of this name and text. */
export function withSection(wasm, name, text) {
  const counted = (bytes) => Buffer.concat([leb(bytes.length), bytes]);
  const contents = Buffer.concat([counted(Buffer.from(name)), Buffer.from(text)]);
  return Buffer.concat([wasm, Buffer.from([0]), counted(contents)]);
}

/** A number as WebAssembly writes it. */
function leb(number) {
  const bytes = [];
  for (; number >= 0x80; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
  return Buffer.from([...bytes, number]);
}

/** The text of a module with the short names that another one of the same imports and exports has been given. */
export function withShortNames(text, { imports, exports }) {
  const short = new Map(imports.map(([, long, name]) => [long, `"a" "${name}"`]));
  const name = new Map(exports);
  return text
    .replace(/^ \(import "[^"]*" "([^"]*)"/gm, (all, long) => (short.has(long) ? ` (import ${short.get(long)}` : all))
    .replace(/^ \(export "([^"]*)"/gm, (all, long) => ` (export "${name.get(long) ?? long}"`);
}

/** esbuild's options for those names: in the script, too, the glue calls the wasm by them. */
export function shortNames({ imports, exports }) {
  const short = new Map([...imports.map(([, long, name]) => [long, name]), ...exports.filter(([name]) => /^\w+$/.test(name))]);
  for (const [module] of imports) short.set(module, "a");
  const escaped = [...short.keys()].map((name) => name.replace(/[^\w]/g, "\\$&"));
  return { mangleProps: new RegExp(`^(?:${escaped.join("|")})$`), mangleQuoted: true, mangleCache: Object.fromEntries(short) };
}
