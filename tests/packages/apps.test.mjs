// The examples in examples/npm/, each with the packed package installed as anybody would: the chart is seen in a browser.
// It installs from npm's registry, so `make packages` runs it and `make test` doesn't.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { pack } from "../../scripts/packages/npm.mjs";
import { browser } from "../e2e/browsers.mjs";
import { seeChart, until } from "./chart.mjs";
import { serve } from "./serve.mjs";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];
/** What a page may do whose policy lets it fetch from its own site alone, and no `data:` address. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
let folder, tarball, driver;

before(async () => {
  tarball = pack();
  folder = mkdtempSync(join(tmpdir(), "apps-"));
  mkdirSync(join(folder, "npm"));
  cpSync(join(EXAMPLES, "invented-flood.json"), join(folder, "invented-flood.json"));
  driver = await browser.start("plain");
});
after(async () => {
  await driver?.quit();
  rmSync(folder, { recursive: true, force: true });
});

const run = (app, ...command) => execFileSync(command[0], command.slice(1), { cwd: app, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

/** A fresh copy of an example, with its packages and ours. */
function installed(name) {
  const app = join(folder, "npm", name);
  cpSync(join(EXAMPLES, "npm", name), app, { recursive: true });
  run(app, "npm", "install", ...QUIET, "--no-save", tarball);
  return app;
}

async function builtShowsChart(app, headers, page = "/") {
  const site = await serve({ "/": join(app, "dist") }, headers);
  try {
    await seeChart(driver, site.origin + page);
  } finally {
    await site.stop();
  }
}

for (const name of ["react", "react-18", "vue", "svelte", "astro"]) {
  test(`${name}: the built example shows the chart, and hears what a reader selects`, async () => {
    const app = installed(name);
    if (name === "react") run(app, "npx", "tsc", "--noEmit");
    run(app, "npm", "run", "build");
    await builtShowsChart(app);
  });
}

test("Vite: the built example shows the chart under a strict policy", async () => {
  const app = installed("vite");
  run(app, "npm", "run", "build");
  await builtShowsChart(app, { "content-security-policy": POLICY });
});

test("Vite: what is small enough is put into the script, and is read under a policy that lets no page fetch it", async () => {
  const app = join(folder, "npm/vite");
  run(app, "npx", "vite", "build", "--assetsInlineLimit", "50000");
  const site = await serve({ "/": join(app, "dist") }, { "content-security-policy": POLICY });
  try {
    await seeChart(driver, `${site.origin}/`);
    await driver.executeScript("document.querySelector('figure-tracker').lang = 'de'");
    await until(driver, "return document.querySelector('figure-tracker').shadowRoot.querySelector('[part~=previous]')?.ariaLabel === 'Vorherige Angabe'", "German words");
  } finally {
    await site.stop();
  }
});

test("Vite: the dev server shows the chart", async () => {
  const app = join(folder, "npm/vite");
  const server = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", "0"], { cwd: app, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
  try {
    const url = await new Promise((resolve, reject) => {
      let said = "";
      server.stdout.on("data", (chunk) => {
        said += chunk;
        const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
        if (address) resolve(address);
      });
      server.on("exit", () => reject(new Error(`vite ended: ${said}`)));
    });
    await seeChart(driver, url);
  } finally {
    server.kill();
  }
});

test("publint and attw find no fault in the package", () => {
  run(folder, "npx", "--yes", "publint@0.3.25", tarball, "--strict");
  run(folder, "npx", "--yes", "-p", "@arethetypeswrong/cli@0.18.5", "attw", tarball, "--profile", "esm-only");
});
