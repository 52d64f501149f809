// Chromium, driven by chromedriver; what W3C WebDriver lacks is asked of the developer tools.

import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { drag, find, headed, tap } from "./common.mjs";

const WISHES = [
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

/** What a variant adds: arguments, and settings of the profile. */
const VARIANTS = {
  plain: {},
  dark: { wishes: ["--force-dark-mode"] },
  "without WebAssembly": { wishes: ["--js-flags=--jitless"] }, // as hardened browsers are
  "without JavaScript": { settings: { "profile.managed_default_content_settings.javascript": 2 } },
};

async function start(variant) {
  const { wishes = [], settings = {} } = VARIANTS[variant];
  const options = new chrome.Options().setBinaryPath(find("chromium")).addArguments(...WISHES, ...wishes).setUserPreferences(settings);
  if (!headed) options.addArguments("--headless=new");
  const log = new logging.Preferences();
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(log);
  const service = new chrome.ServiceBuilder(find("chromedriver"));
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

async function resize(driver, width, height, { mobile = false } = {}) {
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile });
  await driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: mobile });
}

async function media(driver, features) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: list });
}

async function counters(driver) {
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  const { nodes, jsEventListeners } = await driver.sendAndGetDevToolsCommand("Memory.getDOMCounters", {});
  return { nodes, listeners: jsEventListeners };
}

async function consoleLog(driver) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map(({ level, message }) => ({ level: level.name, message }));
}

export const chromium = { name: "Chromium", start, resize, tap, drag, media, counters, consoleLog, lacks: {} };
