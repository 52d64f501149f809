// The examples in examples/npm/, each with the packed package installed as anybody would: built, and by the server for
// developers, the chart is seen in a browser. It installs from npm's registry, so `make packages` runs it and `make test` doesn't.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { pack } from "../../scripts/packages/npm.mjs";
import { BROWSERS } from "../e2e/browsers.mjs";
import { look, quiet, seeChart, until } from "./chart.mjs";
import { serve } from "./serve.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];
const APPS = ["vite", "react", "react-18", "vue", "svelte", "astro"];
/** What a page may do whose policy lets it fetch from its own site alone, and no `data:` address. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
let folder, tarball, eyes;

before(async () => {
  tarball = pack();
  folder = mkdtempSync(join(tmpdir(), "apps-"));
  mkdirSync(join(folder, "npm"));
  cpSync(join(EXAMPLES, "invented-flood.json"), join(folder, "invented-flood.json"));
  eyes = await look();
});
after(async () => {
  await eyes?.driver.quit();
  rmSync(folder, { recursive: true, force: true });
});

function run(app, ...command) {
  try {
    return execFileSync(command[0], command.slice(1), { cwd: app, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
  } catch (error) {
    throw new Error(`${command.join(" ")}: ${error.stdout}${error.stderr}`);
  }
}

/** A fresh copy of an example by another name, with its packages and ours, and `others` in place of its own. */
function installed(name, as = name, others = []) {
  const app = join(folder, "npm", as);
  cpSync(join(EXAMPLES, "npm", name), app, { recursive: true });
  run(app, "npm", "install", ...QUIET, "--no-save", tarball, ...others);
  return app;
}

async function served(app, work, headers) {
  const site = await serve({ "/": join(app, "dist") }, headers);
  try {
    await work(`${site.origin}/`);
  } finally {
    await site.stop();
  }
}

/** Starts a server for developers, whose address is on its standard output, and ends it when `work` is done. */
async function developed(app, command, work) {
  const server = spawn(process.execPath, command, { cwd: app, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1", ASTRO_TELEMETRY_DISABLED: "1" } });
  try {
    await work(await new Promise((resolve, reject) => {
      let said = "";
      for (const stream of [server.stdout, server.stderr]) {
        stream.on("data", (chunk) => {
          said += chunk;
          const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
          if (address) resolve(address);
        });
      }
      server.on("exit", () => reject(new Error(`the server ended: ${said}`)));
    }));
  } finally {
    // A page that is open would miss its server on the console.
    await eyes.driver.get("about:blank");
    server.kill();
  }
}

const DEVELOPERS = ["--host", "127.0.0.1", "--port", "0"];

for (const name of APPS) {
  test(`${name}: the built example shows the chart, and hears what a reader selects`, async () => {
    const app = installed(name);
    if (name === "react") run(app, "npx", "tsc", "--noEmit");
    run(app, "npm", "run", "build");
    await served(app, (url) => seeChart(eyes, url));
  });

  test(`${name}: the server for developers shows the chart`, async () => {
    const app = join(folder, "npm", name);
    const [tool, ...command] = name === "astro" ? ["astro", "dev"] : ["vite"];
    const { bin } = JSON.parse(readFileSync(join(app, "node_modules", tool, "package.json"), "utf8"));
    const program = join("node_modules", tool, bin[tool]);
    await developed(app, [program, ...command, ...DEVELOPERS], (url) => seeChart(eyes, url));
  });
}

test("Vite: the built example shows the chart under a strict policy, also in Firefox", async () => {
  const app = join(folder, "npm/vite");
  await served(app, (url) => seeChart(eyes, url), { "content-security-policy": POLICY });
  const others = await look(BROWSERS.firefox);
  try {
    await served(app, (url) => seeChart(others, url), { "content-security-policy": POLICY });
  } finally {
    await others.driver.quit();
  }
});

test("Vite: the server for developers shows the chart under a strict policy that lets it hear of changes", async () => {
  const headers = { "content-security-policy": POLICY.replace("connect-src 'self'", "connect-src 'self' ws:") };
  const program = `import { createServer } from "vite";
    const server = await createServer({ server: { host: "127.0.0.1", port: 0, headers: ${JSON.stringify(headers)} } });
    await server.listen();
    console.log(server.resolvedUrls.local[0]);`;
  await developed(join(folder, "npm/vite"), ["--input-type=module", "--eval", program], (url) => seeChart(eyes, url));
});

test("Vite: what is small enough is put into the script, and is read under a policy that lets no page fetch it", async () => {
  const app = join(folder, "npm/vite");
  run(app, "npx", "vite", "build", "--assetsInlineLimit", "50000");
  const built = readdirSync(join(app, "dist/assets"));
  assert.ok(!built.some((name) => name.endsWith(".json")), `${built}`);
  const script = built.filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(app, "dist/assets", name), "utf8")).join("\n");
  assert.ok(script.split("data:application/json").length > 11, "the data and the words of eleven languages are in the script");
  await served(app, async (url) => {
    await seeChart(eyes, url);
    await eyes.driver.executeScript("document.querySelector('figure-tracker').lang = 'de'");
    await until(eyes, "return document.querySelector('figure-tracker').shadowRoot.querySelector('[part~=previous]')?.ariaLabel === 'Vorherige Angabe'", "German words");
    await quiet(eyes);
  }, { "content-security-policy": POLICY });
});

for (const [version, start] of [
  ["17", 'dom.render(app, document.getElementById("app"));'],
  ["18", 'import("react-dom/client").then(({ createRoot }) => createRoot(document.getElementById("app")).render(app));'],
  ["19", 'import("react-dom/client").then(({ createRoot }) => createRoot(document.getElementById("app")).render(app));'],
]) {
  test(`the wrapper in React ${version} hands on attributes, class, style, references and events`, async () => {
    const app = installed("react-18", `wrapper-${version}`, [`react@${version}`, `react-dom@${version}`]);
    cpSync(join(HERE, "wrapper.js"), join(app, "wrapper.js"));
    writeFileSync(join(app, "main.js"), `import { app, dom } from "./wrapper.js";\n${start}\nvoid dom;\n`);
    run(app, "npm", "run", "build");
    await served(app, async (url) => {
      const { driver, browser } = eyes;
      const ask = (script) => driver.executeScript(`const host = document.querySelector("figure-tracker.wide"); ${script}`);
      await browser.consoleLog(driver);
      await driver.get(url);
      await until(eyes, "return window.told?.ready === 1 && document.querySelector('#second').shadowRoot.querySelector('[part~=card]')", "both widgets");
      const handed = await ask("return [told.version, host.theme, host.style.minHeight, host.dataset.turn, told.ref() === host, told.functionRef]");
      assert.equal(handed[0].split(".")[0], version);
      assert.deepEqual(handed.slice(1), ["light", "900px", "1", true, ["second"]]);
      await ask("host.shadowRoot.querySelector('[part~=previous]').click(); window.next()");
      await until(eyes, "return document.querySelector('figure-tracker.wide').theme === 'dark'", "the second turn");
      await ask("host.shadowRoot.querySelector('[part~=next]').click()");
      const selected = await until(eyes, "return told.selected.length === 2 && told.selected", "two selections");
      assert.deepEqual(selected.map(([turn, metric]) => [turn, metric]), [[1, "deaths"], [2, "deaths"]]);
      assert.notEqual(selected[0][2], selected[1][2]);
      assert.equal(await ask("return told.ready"), 1, "another handler makes no other widget");
      await ask("window.last = host; window.next()");
      await until(eyes, "return document.getElementById('gone')", "the third turn");
      const after = await ask(`last.dispatchEvent(new CustomEvent("figure-tracker-select", { detail: {} }));
        return [told.selected.length, told.ref(), told.functionRef.at(-1)]`);
      assert.deepEqual(after, [2, null, null]);
      await quiet(eyes);
    });
  });
}

test("the types pass the strictest compiler, in React's templates, Vue's and Svelte's", () => {
  const app = join(folder, "types");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), '{ "private": true, "type": "module" }');
  run(app, "npm", "install", ...QUIET, tarball, "typescript@5.9", "react@19", "@types/react@19", "vue@3.5", "svelte@5", "vue-tsc@3", "svelte-check@4");
  cpSync(join(HERE, "types.tsx"), join(app, "types.tsx"));
  const strict = { strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, jsx: "react-jsx", target: "ES2022", module: "ESNext", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] };
  for (const moduleResolution of ["bundler", "nodenext"]) {
    const module = moduleResolution === "nodenext" ? "NodeNext" : "ESNext";
    writeFileSync(join(app, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...strict, module, moduleResolution }, files: ["types.tsx"] }));
    run(app, "npx", "tsc", "-p", ".");
  }
  const tag = (theme, event) => `<figure-tracker src="/data.json" theme="${theme}" ${event}/>`;
  const vue = (theme) => `<script setup lang="ts">\nimport "figure-tracker/types/vue";\n</script>\n<template>${tag(theme, '@figure-tracker-select="({ detail }) => detail.figure"')}</template>\n`;
  const svelte = (theme) => `<script lang="ts">\n  import "figure-tracker/types/svelte";\n</script>\n${tag(theme, "onfigure-tracker-select={({ detail }) => detail.figure}")}\n`;
  const options = { compilerOptions: { ...strict, moduleResolution: "bundler", module: "ESNext", jsx: "preserve", verbatimModuleSyntax: true, skipLibCheck: true }, include: ["*.vue", "*.svelte"] };
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify(options));
  for (const [name, text, ...command] of [["App.vue", vue, "npx", "vue-tsc", "-p", "."], ["App.svelte", svelte, "npx", "svelte-check", "--threshold", "error", "--tsconfig", "tsconfig.json"]]) {
    writeFileSync(join(app, name), text("dark"));
    run(app, ...command);
    writeFileSync(join(app, name), text("blue"));
    assert.throws(() => run(app, ...command), /blue/, name);
    rmSync(join(app, name));
  }
});

test("publint and attw find no fault in the package", () => {
  run(folder, "npx", "--yes", "publint@0.3.25", tarball, "--strict");
  run(folder, "npx", "--yes", "-p", "@arethetypeswrong/cli@0.18.5", "attw", tarball, "--profile", "esm-only");
});
