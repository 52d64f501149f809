// What every page with the package must come to: the chart stands, and the page hears what a reader selects.

import assert from "node:assert/strict";
import { browser } from "../e2e/browsers.mjs";
import { PATIENCE_MS } from "../e2e/browsers/common.mjs";

/** Waits until the script answers with something true, and gives that. `at` is a driver and what browsers.mjs has of its browser. */
export async function until({ driver, browser }, script, what) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = await driver.executeScript(script);
    if (answer) return answer;
  }
  const log = JSON.stringify(await browser.consoleLog(driver));
  throw new Error(`waited in vain for ${what}: ${log}\n${await driver.executeScript("return document.documentElement.outerHTML.slice(0, 3000)")}`);
}

const root = "document.querySelector('figure-tracker')?.shadowRoot";

/** A browser to look with: the one of this run, or another of browsers.mjs. */
export const look = async (chosen = browser) => ({ browser: chosen, driver: await chosen.start("plain") });

/** Opens the page, sees the chart, selects another figure and reads it from the page's `<output>`; the console has no complaint. */
export async function seeChart(at, url) {
  const { driver, browser } = at;
  await browser.consoleLog(driver);
  await driver.get(url);
  await until(at, `return ${root}?.querySelector("[part~=figure]") && ${root}.querySelector("[part~=card]")`, "the chart");
  await driver.executeScript(`${root}.querySelector("[part~=previous]").click()`);
  const heard = await until(at, 'return document.querySelector("output").textContent', "the page's line");
  assert.ok(heard.length > 1, heard);
  await quiet(at);
}

/** The console has no complaint. */
export async function quiet({ driver, browser }) {
  const complaints = (await browser.consoleLog(driver)).filter(({ level }) => !["INFO", "DEBUG"].includes(level));
  assert.deepEqual(complaints, []);
}
