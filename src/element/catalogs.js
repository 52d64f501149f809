// Loads the message catalogs of languages from their files, each once a page. English is in the program itself.

import catalogFiles from "figure-tracker-catalogs";
import { errorMessage, fetchBytes, withTimeout } from "./fetching.js";
import { loadProgram, program } from "./program.js";

const catalogs = new Map();

/**
 * Registers the message catalog of a language with the program; resolves in any case, for English stands in for a language
 * that can't be had. A language without a catalog gives `undefined`: then there is nothing to wait for.
 */
export function loadCatalog(lang) {
  const tag = catalogFor(lang);
  if (!tag) return undefined;
  if (!catalogs.has(tag)) {
    catalogs.set(tag, fetchCatalog(tag).catch((error) => {
      catalogs.delete(tag);
      // Where there is no program either, that is what is told.
      program?.then(() => console.warn(`figure-tracker: no messages in "${tag}": ${errorMessage(error)}`), () => {});
    }));
  }
  return catalogs.get(tag);
}

let warm = false;

/**
 * Has the browser load what it knows of dates and numbers, while the program comes: at the first time it takes a phone a tenth of a
 * second.
 */
export function warmUp(lang) {
  if (warm) return;
  warm = true;
  try {
    new Intl.DateTimeFormat(lang).format();
    new Intl.NumberFormat(lang).format(1);
    new Intl.PluralRules(lang).select(1);
  } catch {
    // It is no language.
  }
}

/** The catalog that the program will choose for a language (RFC 4647, lookup): the tag with its last subtags cut off. */
function catalogFor(lang) {
  for (let tag = lang.toLowerCase().replaceAll("_", "-"); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
    const found = Object.keys(catalogFiles).find((language) => language.toLowerCase() === tag);
    if (found) return found;
  }
  return undefined;
}

async function fetchCatalog(tag) {
  const { address, integrity } = catalogFiles[tag];
  const json = await withTimeout(fetchBytes(address, { integrity }), "their file");
  const { registerCatalog } = await loadProgram();
  registerCatalog(json);
}
