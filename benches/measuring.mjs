// What the benches in a browser begin and end with.

import process from "node:process";
import { browser } from "../tests/e2e/browsers.mjs";
import { startSite } from "../tests/e2e/site.mjs";

export const middle = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs `measure` with a site and a browser of its own, which are ended whatever happens; a failure is told and fails the bench. */
export async function inBrowser(measure) {
  const site = await startSite();
  const driver = await browser.start("plain");
  try {
    await measure(site, driver);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await driver.quit();
    await site.stop();
  }
}
