// Takes out of a release what nobody calls.
//
// wasm-bindgen exports every class that any crate declares, and an export keeps all the code behind it. Leptos brings
// stream classes that way which this widget never makes. `slim` keeps what the widget's own script asks for, drops
// the other classes from the glue and their exports and code from the wasm, lets wasm-opt sweep up, and gives what is
// left between the two short names. It changes no behaviour and reads nothing but the two files.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** Where binaryen's command-line tools are. */
export const TOOLS = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin");
const START = new URL("../src/element/start.js", import.meta.url);
/** What of WebAssembly the release may use: Safari 15, Chrome 96, Firefox 100 and newer have all of it. */
export const FEATURES = ["--mvp-features", "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-bulk-memory", "--enable-bulk-memory-opt"];
// Of the lowest kilobyte nothing is used but the last of a megabyte of stack (rustc puts the stack first).
// Twice is smaller after brotli than until nothing changes (`--converge`).
const SMALLEST = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];
/** What makes a promise of a future: Leptos's stream classes do, the widget never does. No name is left in a release. */
const UNCALLED = /^js_sys(\[\w+\])?::futures::future_to_promise::</;
const FLAGS = [...FEATURES, "--strip-debug", "--strip-producers", "--strip-target-features"];

/** The glue without the classes that `uses` (the script that loads it) and the glue itself never name. */
function withoutClasses(glue, uses) {
  for (const [, name] of glue.matchAll(/^export class (\w+)/gm)) {
    const declared = new RegExp(
      `^export class ${name} [\\s\\S]*?^}\\n|^if \\(Symbol\\.dispose\\) ${name}\\..*\\n|^const ${name}Finalization = [\\s\\S]*?;\\n`,
      "gm",
    );
    const without = glue.replace(declared, "");
    if (new RegExp(`\\b${name}(Finalization)?\\b`).test(without + uses)) continue;
    glue = without;
  }
  return glue;
}

/** The glue without the functions that the wasm doesn't import, and without those that only they called. */
function withoutImports(glue, wanted) {
  const entry = /^ {8}(\w+): function\([\s\S]*?^ {8}}(?:, arguments\); })?,\n/gm;
  const own = /^(?:async )?function (\w+)\([\s\S]*?^}\n/gm;
  const kept = glue.replace(entry, (text, name) => (wanted.has(name) ? text : ""));
  return kept.replace(own, (text, name) => (kept.split(name).length > 2 ? text : ""));
}

const importsOf = (wasm) => new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));

/** The wasm with only the exports that the glue names, and without what nobody calls. */
async function withoutExports(wasm, glue) {
  const { default: binaryen } = await import("binaryen");
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(wasm);
  const named = new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));
  for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(wasm))) {
    if (!named.has(name)) module.removeExport(name);
  }
  for (let at = 0; at < module.getNumFunctions(); at += 1) {
    const code = module.getFunctionByIndex(at);
    if (UNCALLED.test(binaryen.getFunctionInfo(code).name)) binaryen.Function.setBody(code, module.unreachable());
  }
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

function optimised(bytes, passes, flags = FLAGS) {
  const folder = mkdtempSync(join(tmpdir(), "slim-"));
  try {
    const [from, to] = [join(folder, "in.wasm"), join(folder, "out.wasm")];
    writeFileSync(from, bytes);
    const said = execFileSync(process.execPath, [join(TOOLS, "wasm-opt"), from, ...passes, ...flags, "-o", to], { encoding: "utf8" });
    return { bytes: readFileSync(to), said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Glue and wasm that call each other by short names instead of long ones with a hash in them. */
function shortened(glue, wasm) {
  const { bytes, said } = optimised(wasm, ["--minify-imports-and-exports-and-modules"]);
  const { imports: taken, exports: given } = JSON.parse(said);
  const [[from]] = taken;
  const short = new Map(taken.map(([, long, name]) => [long, name]));
  const called = new Map(given);
  const text = glue
    .replace(/^( {8})(\w+)(?=: )/gm, (all, indent, long) => indent + (short.get(long) ?? long))
    .replace(/\bwasm\.(\w+)/g, (all, long) => `wasm.${called.get(long) ?? long}`)
    .replaceAll(`"${from}": import0`, "a: import0");
  return { glue: text, wasm: bytes };
}

/** The glue with `start`, a short script of ours, where wasm-bindgen has its loader for every case there may be. */
export function withStart(glue, start) {
  const loader = /^(async function __wbg_load\(|async function __wbg_init\(\{)[\s\S]*^export \{.*\};\n/m;
  if (!loader.test(glue)) throw new Error("wasm-bindgen's loader was not found in the glue");
  return glue.replace(loader, () => start.replace(/^(\/\/.*\n)+\n/, ""));
}

/** Glue and wasm of the same behaviour, without what `uses` has no use for. */
export async function slim({ glue, wasm, uses }) {
  const called = withStart(withoutClasses(glue, uses), readFileSync(START, "utf8"));
  // What the dropped classes imported goes first, and with it what the imports call.
  const swept = optimised(await withoutExports(wasm, called), ["--remove-unused-module-elements"], [...FEATURES, "-g"]).bytes;
  const slimGlue = withoutImports(called, importsOf(swept));
  const slimWasm = optimised(await withoutExports(swept, slimGlue), SMALLEST).bytes;
  return shortened(withoutImports(slimGlue, importsOf(slimWasm)), slimWasm);
}
