// Pages on which the program is refused, spoiled or gone: what fallback.test.mjs and own-content.test.mjs share.

import { SCRIPT, suite } from "./page.mjs";

export const WASM = /\.wasm$/;
export const PLAIN = /figure-tracker-plain-[0-9a-f]+\.js$/;
/** The second part of the same. */
export const PLAIN_LATE = /figure-tracker-plain-late-[0-9a-f]+\.js$/;
/** Every file of the program but the script itself. */
export const PROGRAM = /\/widget\/figure-tracker-/;
export const GONE = { status: 404, body: "gone", headers: { "content-type": "text/plain" } };
/** An element without content of its own. */
export const EMPTY = '<figure-tracker metric="deaths"></figure-tracker>';
export const STATIC = '<!doctype html><title>Dead</title><p id="static">164, 225, 230</p>';
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "frame-src 'self'; require-trusted-types-for 'script'";

/** A script that writes down what the console is told. */
export const KEEP_CONSOLE = `seen.console = [];
for (const level of ["warn", "error"]) {
  const real = console[level];
  console[level] = (...words) => { seen.console.push(level + " " + words.join(" ")); real.apply(console, words); };
}
`;
/** The browser has no WebAssembly. */
export const WITHOUT_WASM = `${KEEP_CONSOLE} delete window.WebAssembly;`;
/** The timeout of the wasm runs out at once: nobody waits 30 seconds for a test. */
export const HURRY = `${KEEP_CONSOLE}
const real = setTimeout;
window.setTimeout = (f, ms, ...rest) => real(f, ms > 15_000 && ms <= 30_000 ? 500 : ms, ...rest);`;
/** Every timeout runs out at once. */
export const RUSH = HURRY.replace("ms > 15_000 && ms <= 30_000", "ms >= 15_000");

/** One browser and one site for the tests of a file, with what these tests ask of a page. */
export function refusals() {
  const on = suite();
  /** Opens a page whose `first` script runs before the widget's. */
  on.openWith = (body, { first = KEEP_CONSOLE, ...options } = {}) => {
    on.site.publish("/first.js", first);
    return on.open(body, { head: `<script src="/first.js"></script>${SCRIPT}`, ...options });
  };
  on.readyWith = async (body, options) => {
    const page = await on.openWith(body, options);
    await page.ready();
    return page;
  };
  /** How often files like this were asked for. */
  on.asked = (pattern) => on.site.asked().filter((path) => pattern.test(path)).length;
  /** What the page itself or the widget wrote to the console: what the browser adds is its own business. */
  on.said = (page) => page.ask("return seen.console");
  /** The whole program gone: neither wasm nor plain JavaScript nor catalogs come. */
  on.nothingComes = () => on.site.rule(/\/widget\/(figure-tracker-|locales)/, GONE);
  return on;
}
