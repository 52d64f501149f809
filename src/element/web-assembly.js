// Takes the place of the browser's `WebAssembly` in the program in plain JavaScript (scripts/plain.mjs): the little of it that
// wasm-bindgen's glue uses. A module is here a function that takes the imports and gives the exports.

const plainJavaScript = {
  instantiate: (program, imports) => ({ exports: program(imports) }),
};

export { plainJavaScript as WebAssembly };
