// Loads the second part of the program, once a page: the components of which few readers ask for (src/components/late.rs). It
// runs in the first part's memory. scripts/split.mjs makes it of a release's wasm; elsewhere the program is in one piece.

import { addLateViews, lateViewsFailed, loadLateViewsWith } from "figure-tracker-glue";
import { compile, errorMessage, withTimeout } from "./fetching.js";

// Bundlers take a file along where they read its name and `import.meta.url` in one such expression.
const LATE = new URL(BUILD.late, import.meta.url).href;

/**
 * Gives the function that loads the second part; `first` is what the first one exports. Readers who wait for the part see
 * where it does not come, and a failed load is tried again.
 */
export function secondPart(first) {
  if (!BUILD.late) {
    addLateViews();
    return async () => {};
  }
  let coming;
  const load = () => {
    coming ??= start(first).catch((error) => {
      coming = undefined;
      console.warn(`figure-tracker: ${LATE} did not come: ${errorMessage(error)}`);
      lateViewsFailed();
      throw error;
    });
    return coming;
  };
  loadLateViewsWith(() => void load().catch(() => {}));
  return load;
}

async function start(first) {
  const module = await withTimeout(compile(LATE, BUILD.lateIntegrity), "it");
  const { exports } = await WebAssembly.instantiate(module, { first });
  exports.addLateViews();
}
