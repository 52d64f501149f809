// Starts the program in plain JavaScript: the file for pages and browsers that refuse WebAssembly (scripts/plain.mjs).
// It must not touch `WebAssembly`: what wasm-bindgen's glue asks of it is answered by web-assembly.js.

import init, { addLateViews, mount, mountFailure, MountOptions, Place, registerCatalog } from "figure-tracker-glue";
import { program } from "figure-tracker-program";

/** Starts the program, all of it, and gives its functions, the same as program.js gives of the WebAssembly. */
export async function start() {
  await init({ module_or_path: program });
  addLateViews();
  return { mount, mountFailure, MountOptions, Place, registerCatalog, async loadLateViews() {} };
}
