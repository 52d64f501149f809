// Loads the message catalogs of languages from their files, each once a page. English is in the program itself.

import { errorMessage, fetchBytes, fileAddress, withTimeout } from "./fetching.js";
import { loadProgram, program } from "./program.js";

const catalogs = new Map();

/**
 * Registers the message catalog of a language with the program; resolves in any case, for English stands in for a language
 * that can't be had. A language without a file gives `undefined`: then there is nothing to wait for.
 */
export function loadCatalog(lang) {
  const tag = lang.split(/[-_]/)[0].toLowerCase();
  if (!BUILD.languages.includes(tag)) return undefined;
  if (!catalogs.has(tag)) {
    catalogs.set(tag, fetchCatalog(tag).catch((error) => {
      catalogs.delete(tag);
      // Where there is no program either, that is what is told.
      program?.then(() => console.warn(`figure-tracker: no words of "${tag}": ${errorMessage(error)}`), () => {});
    }));
  }
  return catalogs.get(tag);
}

async function fetchCatalog(tag) {
  const file = await withTimeout(fetchBytes(fileAddress(`${BUILD.words}-${tag}.txt`)), "their file");
  const { registerCatalog } = await loadProgram();
  if (!registerCatalog(file)) throw new Error("their file is damaged or of another build");
}
