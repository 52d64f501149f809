// The oldest browsers that the widget runs in: nothing newer may be in what is published. README.md says the same to readers.

/** As esbuild names them. */
export const FLOOR = ["safari15.4", "chrome96", "firefox100"];

/** What they have of WebAssembly, as binaryen's tools name it. */
export const WASM_FEATURES = [
  "--mvp-features",
  "--enable-mutable-globals",
  "--enable-sign-ext",
  "--enable-nontrapping-float-to-int",
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
];
