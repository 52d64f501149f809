// What the browsers' rows share: finding a program, and a finger by W3C Actions.

import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { Origin } from "selenium-webdriver";
import { Pointer } from "selenium-webdriver/lib/input.js";

/** Nothing but this machine exists: whatever asks for another host is sent here, where nobody listens. */
export const NOWHERE = { host: "127.0.0.1", port: 9 };

/** Where scripts/setup.sh installs what Debian doesn't have. */
const TOOLS = process.env.FIGURE_TRACKER_TOOLS ?? join(homedir(), ".cache/figure-tracker/tools");

/** For how long a page is waited for: a busy machine takes its time, and only what fails takes all of it. */
export const PATIENCE_MS = 40_000;

export const headed = Boolean(process.env.FIGURE_TRACKER_HEADED);

/** The file of the first of these commands that is on the PATH or in one of `folders`. */
export function find(commands, folders = []) {
  const places = [...(process.env.PATH ?? "").split(delimiter), join(TOOLS, "bin"), ...folders];
  const file = [commands].flat().flatMap((command) => places.map((folder) => join(folder, command))).find(runs);
  if (!file) throw new Error(`${commands} is not on the PATH: run \`make test\` once, it installs what the tests need`);
  return file;
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const at = (x, y, duration = 0) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration });

/** Taps, and waits for the click that comes of it: some browsers make it later, in another process. */
export async function untilClicked(driver, touch) {
  await driver.executeScript(
    `window.tapped = new Promise((resolve) => {
       addEventListener("click", () => setTimeout(resolve, 0), { capture: true, once: true });
       setTimeout(resolve, 5000);
     })`,
  );
  await touch();
  await driver.executeAsyncScript("const [done] = arguments; window.tapped ? window.tapped.then(done) : done()");
}

/** A finger taps a point of the viewport. */
export async function tap(driver, x, y) {
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const steps = [finger.move(at(x, y)), finger.press(), finger.release()];
  await driver.actions({ async: true, bridge: false }).insert(finger, ...steps).perform();
}

/** A finger goes down on one point of the viewport, along to another, rests and lifts. */
export async function drag(driver, from, to) {
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const steps = [finger.move(at(from.x, from.y)), finger.press(), finger.move(at(to.x, to.y, 200)), finger.move(at(to.x, to.y, 100)), finger.release()];
  await driver.actions({ async: true, bridge: false }).insert(finger, ...steps).perform();
}
