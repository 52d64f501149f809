// Makes of wasm-bindgen's glue what the script needs of it: esbuild can't know by itself what of it is used.

import { readFileSync, writeFileSync } from "node:fs";

/** A text with what is like the pattern, which must be there, changed. */
function changed(text, pattern, into) {
  if (text.search(pattern) < 0) throw new Error(`wasm-bindgen writes its glue in another way now: ${pattern}`);
  return text.replace(pattern, into);
}

/** The glue's own way to load a module takes whatever it is given; what is compiled already has only to be run. */
const INSTANTIATE = `export async function instantiate(module) {
    return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
`;

/**
 * Has the file `glue` run a compiled module by its function `instantiate`, which gives the exports, and leaves out its other ways
 * to load one; and tells esbuild that making a registry changes nothing, so that classes that nobody uses are left out. The
 * oldest browsers have no `Symbol.dispose`.
 */
export function prepare(glue) {
  const text = readFileSync(glue, "utf8");
  const loaded = changed(text, /^async function __wbg_load\([\s\S]*$/m, INSTANTIATE);
  const marked = loaded.replaceAll("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(");
  writeFileSync(glue, marked.replace(/^if \(Symbol\.dispose\) .*\n/gm, ""));
}

/** Takes out of the file `glue` what the wasm, once swept, doesn't import any more; `imported` are the names that it does. */
export function keepImports(glue, imported) {
  const text = readFileSync(glue, "utf8");
  const row = /^ {8}(\w+): function\([\s\S]*?(?=^ {8}\w+: function\(|^ {4}\};\n)/gm;
  writeFileSync(glue, changed(text, row, (all, name) => (imported.has(name) ? all : "")));
}
