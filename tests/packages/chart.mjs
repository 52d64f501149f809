// What every page with the package must come to: the chart stands, and the page hears what a reader selects.

import assert from "node:assert/strict";
import { browser } from "../e2e/browsers.mjs";

/** Waits until the script answers with something true, and gives that. */
export async function until(driver, script, what, patience = 30_000) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = await driver.executeScript(script);
    if (answer) return answer;
  }
  const log = JSON.stringify(await browser.consoleLog(driver));
  throw new Error(`waited in vain for ${what}: ${log}\n${await driver.executeScript("return document.documentElement.outerHTML.slice(0, 3000)")}`);
}

const root = "document.querySelector('figure-tracker')?.shadowRoot";

/** Opens the page, sees the chart, selects another figure and reads it from the page's `<output>`. */
export async function seeChart(driver, url) {
  await browser.consoleLog(driver);
  await driver.get(url);
  await until(driver, `return ${root}?.querySelector("[part~=figure]") && ${root}.querySelector("[part~=card]")`, "the chart");
  await driver.executeScript(`${root}.querySelector("[part~=previous]").click()`);
  const heard = await until(driver, 'return document.querySelector("output").textContent', "the page's line");
  assert.ok(heard.length > 1, heard);
  const complaints = (await browser.consoleLog(driver)).filter(({ level }) => !["INFO", "DEBUG"].includes(level));
  assert.deepEqual(complaints, []);
}
