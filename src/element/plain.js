// Starts the program in plain JavaScript: the file for pages and browsers that refuse WebAssembly (scripts/plain.mjs).
// It must not touch `WebAssembly`: what wasm-bindgen's glue asks of it is answered by web-assembly.js.

import { DataFile, IncomingFile, instantiate, mount, mountFailure, MountOptions, Place, prepareLanguage, registerCatalog } from "figure-tracker-glue";
import { program } from "figure-tracker-program";
import { secondPart } from "./second-part.js";

/**
 * Starts the program and gives its functions, the same as program.js gives of the WebAssembly; `importLate` gives the module of
 * its second part, from the address `late`.
 */
export async function start(importLate, late) {
  const { laterScope } = await instantiate(program);
  const loadLateViews = secondPart(async () => {
    const { addTo } = await importLate();
    addTo(laterScope())();
  }, late);
  return { DataFile, IncomingFile, mount, mountFailure, MountOptions, Place, prepareLanguage, registerCatalog, loadLateViews };
}
