// WebKitGTK's MiniBrowser, driven by WebKitWebDriver on a screen of its own, and touched there by a real finger.
//
// Its driver knows no touches, no media settings and no console: a finger touches the screen, the settings are GTK's
// when it starts, and the page under test writes down what its console says.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Builder, Capabilities } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { find, NOWHERE, PATIENCE_MS, untilClicked } from "./common.mjs";
import { startDisplay, TOUCH } from "./display.mjs";

const ARGUMENTS = [
  "--automation",
  "--full-screen", // no toolbar: the window is the viewport
  `--proxy=http://${NOWHERE.host}:${NOWHERE.port}`,
  "--ignore-host=127.0.0.1",
];

/** What a variant adds: arguments, and the program's environment. */
const VARIANTS = {
  plain: {},
  dark: { args: ["--dark-mode"] },
  "without WebAssembly": { env: { JSC_useWasm: "0" } },
  "without JavaScript": { args: ["--enable-javascript=false"] },
};

/**
 * GTK's settings of this browser: no animations means less motion; on a busy machine, too, a tap is no long press; without room
 * for decorations the window can be 320 px wide.
 */
const GTK = {
  "settings.ini": "[Settings]\ngtk-enable-animations=0\ngtk-long-press-time=60000\n",
  "gtk.css": "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: none; font-size: 1px }\n",
};

const displays = new WeakMap();

function miniBrowser() {
  const roots = ["/usr/lib", "/usr/libexec"].flatMap((root) => [root, ...folders(root, /-linux-gnu/)]);
  return find("MiniBrowser", roots.flatMap((root) => folders(root, /^webkit2gtk-4/)));
}

function folders(root, pattern) {
  try {
    return readdirSync(root).filter((name) => pattern.test(name)).map((name) => join(root, name));
  } catch {
    return [];
  }
}

async function start(variant) {
  const display = await startDisplay();
  try {
    return await startOn(display, VARIANTS[variant]);
  } catch (error) {
    await display.stop();
    throw error;
  }
}

async function startOn(display, { args = [], env = {} }) {
  const settings = join(display.folder, "gtk-3.0");
  mkdirSync(settings);
  for (const [name, text] of Object.entries(GTK)) writeFileSync(join(settings, name), text);
  const service = new DriverService.Builder(find("WebKitWebDriver")).setLoopback(true).setEnvironment({
    ...process.env,
    DISPLAY: display.name,
    GDK_BACKEND: "x11",
    XDG_CONFIG_HOME: display.folder,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // its sandbox does not start in a container, or as root
    ...env,
  }).build();
  const options = { binary: miniBrowser(), args: [...ARGUMENTS, ...args] };
  const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
  const driver = await new Builder().usingServer(await service.start()).withCapabilities(wanted).build();
  displays.set(driver, display);
  const get = driver.get.bind(driver);
  driver.get = (url) => visit(driver, get, url);
  const quit = driver.quit.bind(driver);
  driver.quit = async () => {
    await quit();
    await service.kill();
    await display.stop();
  };
  return driver;
}

/**
 * Goes to a page and waits until it has loaded. On a busy machine the driver comes back earlier: while the page is still read, its
 * scripts not yet run.
 */
async function visit(driver, get, url) {
  await driver.executeScript("window.isBefore = true");
  await get(url);
  const hasLoaded = () => driver.executeScript("return !window.isBefore && document.readyState === 'complete'");
  // A page that is just being replaced answers with an error.
  await driver.wait(() => hasLoaded().catch(() => false), PATIENCE_MS, `${url} has not loaded`);
}

async function resize(driver, width, height) {
  await driver.manage().window().setRect({ x: 0, y: 0, width, height });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function tap(driver, x, y) {
  const { touch } = displays.get(driver);
  return untilClicked(driver, async () => {
    await touch(TOUCH.down, x, y);
    await touch(TOUCH.up, x, y);
  });
}

async function drag(driver, from, to) {
  const { touch } = displays.get(driver);
  await touch(TOUCH.down, from.x, from.y);
  for (let step = 1; step <= 20; step += 1) {
    await touch(TOUCH.move, from.x + ((to.x - from.x) * step) / 20, from.y + ((to.y - from.y) * step) / 20);
    await pause(10);
  }
  await pause(100);
  await touch(TOUCH.up, to.x, to.y);
}

/** What record-console.js wrote down. */
const consoleLog = (driver) => driver.executeScript("return window.seen?.log.splice(0) ?? []");

const lacks = {
  "hashes of modules": "WebKit doesn't hold modulepreload to a hash",
  counters: "WebKitGTK tells no driver how many nodes and listeners it holds",
  "live media": "WebKitGTK takes the reader's preferences when it starts",
  "forced-colors": "WebKitGTK has no forced colours",
};

export const webkitgtk = { name: "WebKitGTK", start, resize, tap, drag, consoleLog, recordsConsole: true, lacks };
