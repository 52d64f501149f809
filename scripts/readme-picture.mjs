// Takes README's picture of the widget, docs/widget.png, of what `make dist` has built: `node scripts/readme-picture.mjs`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { look, until } from "../tests/packages/chart.mjs";
import { serve } from "../tests/packages/serve.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = process.env.FIGURE_TRACKER_DIST ?? join(ROOT, "dist");
const WIDTH = 880;

const eyes = await look();
const { driver } = eyes;
const site = await serve({ "/": DIST });
try {
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: WIDTH, height: 900, deviceScaleFactor: 2, mobile: false });
  await driver.get(`${site.origin}/LICENSE-MIT`);
  await driver.executeScript(`document.documentElement.style.colorScheme = "light";
    document.body.replaceChildren(document.createElement("figure-tracker"));
    document.body.style.cssText = "margin: 8px; background: #fff";
    document.body.firstChild.setAttribute("metric", "deaths");
    const script = document.createElement("script");
    script.type = "module";
    script.src = "/figure-tracker.js";
    document.head.append(script);`);
  await until(eyes, "return document.querySelector('figure-tracker').shadowRoot?.querySelector('[part~=card]')", "the chart");
  const height = await driver.executeScript("return Math.ceil(document.querySelector('figure-tracker').getBoundingClientRect().height) + 16");
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: WIDTH, height, deviceScaleFactor: 2, mobile: false });
  writeFileSync(join(ROOT, "docs/widget.png"), await driver.takeScreenshot(), "base64");
} finally {
  await driver.quit();
  await site.stop();
}
