// Starts the program in plain JavaScript: the file for pages and browsers that refuse WebAssembly (scripts/plain.mjs).
// It must not touch `WebAssembly`: what wasm-bindgen's glue asks of it is answered by web-assembly.js.

import init, { mount, mountFailure, MountOptions, registerCatalog, styles } from "figure-tracker-glue";
import { program } from "figure-tracker-program";

/** Starts the program and gives its functions, the same as program.js gives of the WebAssembly. */
export async function start() {
  await init({ module_or_path: program });
  return { mount, mountFailure, MountOptions, registerCatalog, styles };
}
