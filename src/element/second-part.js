// Loads the second part of the program, once a page: the components of which few readers ask for (src/components/late_views.rs).
// scripts/split.mjs makes it of a release.

import { lateViewsFailed, loadLateViewsWith } from "figure-tracker-glue";
import { errorMessage } from "./fetching.js";

/**
 * Gives the function that loads the second part; `begin` fetches it from `address` and begins it. Readers who wait for the part see
 * where it does not come, and a failed load is tried again.
 */
export function secondPart(begin, address) {
  let coming;
  const load = () => {
    coming ??= begin().catch((error) => {
      coming = undefined;
      console.warn(`figure-tracker: ${address} did not come: ${errorMessage(error)}`);
      lateViewsFailed();
      throw error;
    });
    return coming;
  };
  loadLateViewsWith(() => void load().catch(() => {}));
  return load;
}
