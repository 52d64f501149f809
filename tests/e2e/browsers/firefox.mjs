// Firefox, driven by geckodriver; sizes and the console by WebDriver BiDi, media settings and fingers by the browser's
// own privileged window, which is what its developer tools use.

import { Builder } from "selenium-webdriver";
import { BrowsingContext } from "selenium-webdriver/bidi/generated/browsing_context.js";
import { Log } from "selenium-webdriver/bidi/generated/log.js";
import firefox from "selenium-webdriver/firefox.js";
import { find, headed, NOWHERE, tap as touch, untilClicked } from "./common.mjs";
import { FONTS } from "./fonts.mjs";

const SETTINGS = {
  "ui.prefersReducedMotion": 1,
  "ui.useOverlayScrollbars": 1, // as on a phone, so that a phone's width is all the page's
  "dom.w3c_touch_events.enabled": 1,
  // On a busy machine, too, a tap is neither a long press nor the half of a double tap.
  "apz.max_tap_time": 60_000,
  "apz.allow_double_tap_zooming": false,
  "ui.click_hold_context_menus.delay": 60_000,
  // A mouse and a keyboard: fine, and can hover.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
  // The tests' fonts may be read by those who draw.
  "security.sandbox.content.read_path_whitelist": `${FONTS}/`,
  // No processes are started on the chance that they may be needed.
  "dom.ipc.processPrelaunch.enabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  // A request that leaves this machine fails.
  "network.proxy.type": 1,
  "network.proxy.http": NOWHERE.host,
  "network.proxy.http_port": NOWHERE.port,
  "network.proxy.ssl": NOWHERE.host,
  "network.proxy.ssl_port": NOWHERE.port,
  "network.proxy.no_proxies_on": "127.0.0.1",
};

/** What a variant sets in the profile. */
const VARIANTS = {
  plain: {},
  dark: { "ui.systemUsesDarkTheme": 1 },
  "without WebAssembly": { "javascript.options.wasm": false },
  "without JavaScript": { "javascript.enabled": false },
};

/** The console's words since the last time, for each driver. */
const said = new WeakMap();
const LEVELS = { error: "SEVERE", warn: "WARNING", info: "INFO", debug: "DEBUG" };

async function start(variant) {
  const options = new firefox.Options().setBinary(find(["firefox-esr", "firefox"])).enableBidi();
  if (!headed) options.addArguments("-headless");
  for (const [name, value] of Object.entries({ ...SETTINGS, ...VARIANTS[variant] })) options.setPreference(name, value);
  const service = new firefox.ServiceBuilder(find("geckodriver")).addArguments("--allow-system-access", "--log", "fatal");
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  const entries = [];
  said.set(driver, entries);
  const log = await Log.create(driver);
  await log.onEntryAdded(({ level, text }) => entries.push({ level: LEVELS[level], message: text }));
  return driver;
}

/** Runs a script in the browser's own window; `browser` is the tab's frame in it. */
async function inWindow(driver, script, ...args) {
  await driver.setContext(firefox.Context.CHROME);
  try {
    return await driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1]; const browser = gBrowser.selectedBrowser;
       (async (...args) => { ${script} })(...arguments).then(() => done(), (error) => done(String(error)))`,
      ...args,
    );
  } finally {
    await driver.setContext(firefox.Context.CONTENT);
  }
}

async function resize(driver, width, height, { mobile = false } = {}) {
  const tab = await BrowsingContext.create(driver);
  await tab.setViewport({ context: await driver.getWindowHandle(), viewport: { width, height } });
  await inWindow(driver, `browser.browsingContext.touchEventsOverride = args[0]`, mobile ? "enabled" : "none");
}

const MEDIA = {
  "prefers-color-scheme": "prefersColorSchemeOverride",
  "prefers-reduced-motion": "prefersReducedMotionOverride",
  "forced-colors": "forcedColorsOverride",
};

async function media(driver, features) {
  const wanted = Object.entries(MEDIA).map(([feature, name]) => [name, features[feature] ?? "none"]);
  await inWindow(driver, `for (const [name, value] of args[0]) browser.browsingContext[name] = value`, wanted);
}

const tap = (driver, x, y) => untilClicked(driver, () => touch(driver, x, y));

/** Touches arrive where a touch screen's do, before scrolling is decided: W3C Actions come too late to scroll. */
const FINGER = `
  const box = browser.getBoundingClientRect();
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const touch = (state, { x, y }) => windowUtils.sendNativeTouchPoint(0, state,
    (mozInnerScreenX + box.x + x) * devicePixelRatio, (mozInnerScreenY + box.y + y) * devicePixelRatio, 1, 90, null);
  const [from, to] = args;
  for (let step = 0; step <= 20; step += 1) {
    const part = step / 20;
    touch(windowUtils.TOUCH_CONTACT, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    await wait(10);
  }
  await wait(100);
  touch(windowUtils.TOUCH_REMOVE, to);`;

const drag = (driver, from, to) => inWindow(driver, FINGER, from, to);

async function consoleLog(driver) {
  const entries = said.get(driver);
  const end = `end of log ${Math.random()}`;
  await driver.executeScript("console.debug(arguments[0])", end);
  const over = () => entries.some(({ message }) => message === end);
  for (let patience = 100; patience > 0 && !over(); patience -= 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return entries.splice(0).filter(({ message }) => message !== end);
}

const lacks = {
  counters: "Firefox tells no driver how many nodes and listeners it holds",
  "breaks between directions": "Firefox ESR breaks no line between an Arabic word and the number after it, and lets the line reach out of its box",
};

export const firefoxEsr = { name: "Firefox", start, resize, tap, drag, media, consoleLog, lacks };
