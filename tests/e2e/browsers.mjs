// The browsers that the end-to-end tests run in, one row each, and what each can do beyond W3C WebDriver.
//
// The tests speak W3C WebDriver, so another browser is another row: how it is started, and how its viewport, its media
// settings and its counters are reached. A test whose wish a browser cannot grant skips itself and says so.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const headed = Boolean(process.env.FIGURE_TRACKER_HEADED);

export const BROWSERS = { chromium: { start: chromium, resize, media, counters, consoleLog } };

/** The browser of this run: `FIGURE_TRACKER_BROWSER`, or Chromium. */
export const browser = BROWSERS[process.env.FIGURE_TRACKER_BROWSER ?? "chromium"];

function find(command) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  throw new Error(`${command} is not on the PATH: run \`make test\` once, it installs what the tests need`);
}

async function chromium() {
  const wishes = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1024,900",
    // A mouse and a keyboard, which a headless browser lacks: the widget asks before it opens a phone's keyboard.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    // Nothing but this machine exists, so that a request that leaves the site fails and is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ];
  if (!headed) wishes.push("--headless=new");
  const options = new chrome.Options().setBinaryPath(find("chromium")).addArguments(...wishes);
  const log = new logging.Preferences();
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(log);
  const service = new chrome.ServiceBuilder(find("chromedriver"));
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/** Gives the page a viewport of this size, as small as a phone's. */
async function resize(driver, width, height, { mobile = false } = {}) {
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile });
  await driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: mobile });
}

/** Says what the reader prefers, e.g. `{ "prefers-color-scheme": "dark" }`. */
async function media(driver, features) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: list });
}

/** How many nodes and listeners the page holds after a garbage collection. */
async function counters(driver) {
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  const { nodes, jsEventListeners } = await driver.sendAndGetDevToolsCommand("Memory.getDOMCounters", {});
  return { nodes, listeners: jsEventListeners };
}

/** What the console said since the last time, as `{ level, message }`. */
async function consoleLog(driver) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map(({ level, message }) => ({ level: level.name, message }));
}
