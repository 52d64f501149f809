// The files that lie beside the snippet maker: the data, what the build says of the script, the static pages. The one
// place that fetches, and only here.

import { safe } from "./names.js";

const asked = new Map();

/** Where a file lies that is `path` from the snippet maker. */
export function beside(path) {
  return new URL(path, document.baseURI).href;
}

/** The folder of the static pages in a language; the data set's own has no name. */
export function pagesIn(lang) {
  return lang ? `pages/${lang}/` : "pages/";
}

/** The folder in which an edition is kept (crates/site/src/edition.rs). */
export function keptIn(lang, edition) {
  return `${pagesIn(lang)}editions/${safe(edition)}/`;
}

/** A file of JSON. */
export async function json(path) {
  return JSON.parse(await text(path));
}

/** A file's text; fails where there is none. */
export async function text(path) {
  const response = await fetch(beside(path), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  return response.text();
}

/** Whether there is such a file; asked once. */
export function exists(path) {
  if (!asked.has(path)) {
    const answer = fetch(beside(path), { method: "HEAD", credentials: "same-origin" });
    asked.set(path, answer.then(({ ok }) => ok, () => false));
  }
  return asked.get(path);
}
