// The browsers that the end-to-end tests run in, one row each; what each of them needs is in its file in browsers/.
//
// The tests speak W3C WebDriver. For the rest each row has the same few functions:
//   start(variant)                   a driver of a fresh browser; variants: see VARIANTS
//   resize(driver, width, height)    a viewport of this size, as small as a phone's; `{ mobile: true }` for a touch screen
//   tap(driver, x, y), drag(driver, from, to)   a finger on the viewport
//   consoleLog(driver)               what the console said since the last time, as `{ level, message }`
//   media(driver, features)          what the reader prefers from now on, e.g. `{ "prefers-color-scheme": "dark" }`
//   counters(driver)                 how many nodes and listeners the page holds after a garbage collection
//   lacks                            what it can't do, each with the reason that a skipped test gives

import process from "node:process";
import "./browsers/fonts.mjs";
import { chromium } from "./browsers/chromium.mjs";
import { firefoxEsr } from "./browsers/firefox.mjs";
import { webkitgtk } from "./browsers/webkitgtk.mjs";

export const BROWSERS = { chromium, firefox: firefoxEsr, webkitgtk };

/** How a browser may be started: as it comes, or as some readers have it. */
export const VARIANTS = ["plain", "dark", "without WebAssembly", "without JavaScript"];

const wanted = process.env.FIGURE_TRACKER_BROWSER ?? "chromium";

/** The browser of this run: `FIGURE_TRACKER_BROWSER`, or Chromium. */
export const browser = BROWSERS[wanted];
if (!browser) throw new Error(`FIGURE_TRACKER_BROWSER=${wanted}: there is only ${Object.keys(BROWSERS).join(", ")}`);
