// What is quick of the packages: they are one version, told in one place, and the npm package holds what it names.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { pack } from "../../scripts/packages/npm.mjs";
import { project } from "../../scripts/packages/project.mjs";
import { customElements, element, parts, tables } from "../../scripts/packages/tables.mjs";
import { look, seeChart } from "./chart.mjs";
import { serve } from "./serve.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(join(ROOT, name), "utf8");
let folder, eyes, site;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
  execFileSync("tar", ["-xzf", pack(), "-C", folder]);
  eyes = await look();
});
after(async () => {
  await eyes?.driver.quit();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the tables of the README are those of the package", () => {
  const readme = read("README.md");
  for (const [name, table] of Object.entries(tables)) assert.ok(readme.includes(table), `README.md has other ${name}:\n${table}`);
  assert.ok(readme.replace(/\s+/g, " ").includes(`The parts ${parts} can be styled`), parts);
});

test("what the package says of the element is what its script knows", () => {
  const script = readdirSync(join(ROOT, "src/element")).map((name) => read(`src/element/${name}`)).join("\n");
  const [, known] = script.match(/const PROPERTIES = \[([^\]]*)\]/);
  const names = new Set([...known.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
  assert.deepEqual(element.attributes.map(({ name, property }) => property ?? name).sort(), [...names].sort());
  for (const { name } of element.events) assert.ok(script.includes(`"${name.replace("figure-tracker-", "")}"`), name);
});

test("a version is one: Cargo, npm, the wheel, the element and the changelog", async () => {
  const { version, repository } = project();
  const manifest = JSON.parse(readFileSync(join(folder, "package/package.json"), "utf8"));
  assert.equal(manifest.version, version);
  assert.ok(manifest.repository.url.includes(repository));
  assert.match(read("CHANGELOG.md"), new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m"));
  const plugin = read("packages/wordpress/figure-tracker.php");
  assert.match(plugin, new RegExp(`^ \\* Version: +${version}$`, "m"));
  assert.deepEqual([...plugin.matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([found]) => found), [version, version], "the header's, and the scripts'");
  assert.match(read("packages/wordpress/readme.txt"), new RegExp(`^Stable tag: ${version}$`, "m"));
  // maturin takes the version from Cargo, as wheel.test.mjs sees: a second one would be said here.
  assert.match(read("packages/python/pyproject.toml"), /^dynamic = \["version"\]$/m);
  assert.doesNotMatch(read("packages/python/pyproject.toml"), /^version\b/m);
  for (const crate of readdirSync(join(ROOT, "crates"))) assert.match(read(`crates/${crate}/Cargo.toml`), /^(version\.workspace = true|publish = false)$/m, crate);
  for (const example of readdirSync(join(ROOT, "examples/npm"))) {
    const path = `examples/npm/${example}/package.json`;
    if (existsSync(join(ROOT, path))) assert.equal(JSON.parse(read(path)).dependencies["figure-tracker"], `^${version}`, example);
  }
  assert.ok(read("examples/npm/plain-page/index.html").includes(`figure-tracker@${version}/`));
  for (const lock of ["Cargo.lock", "examples/Cargo.lock"]) {
    for (const [, name, crate] of read(lock).matchAll(/^name = "(figure-tracker.*)"\nversion = "(.+)"$/gm)) assert.equal(crate, version, `${lock}: ${name}`);
  }
  for (const [, crate] of read("Cargo.toml").matchAll(/^figure-tracker.*version = "(.+?)"/gm)) assert.equal(crate, version);
});

test("the project's address stands where Cargo.toml has it, and is nowhere another", () => {
  const { repository } = project();
  for (const name of ["docs/releasing.md", "SECURITY.md", "packages/python/pyproject.toml", "packages/wordpress/figure-tracker.php"]) {
    for (const [address] of read(name).matchAll(/https:\/\/github\.com\/[\w-]+\/figure-tracker\b/g)) assert.equal(address, repository, name);
  }
});

test("custom-elements.json keeps to its schema, and names only files that are there", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "package/custom-elements.json"), "utf8"));
  const schema = createRequire(import.meta.url)("custom-elements-manifest/schema.json");
  const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
  assert.ok(isValid(manifest), JSON.stringify(isValid.errors, null, 1));
  assert.ok(!isValid({ ...manifest, modules: [{ kind: "javascript-module" }] }), "the schema refuses what has no path");
  assert.deepEqual(manifest, JSON.parse(JSON.stringify(customElements())));
  assert.equal(manifest.schemaVersion, "2.1.0");
  for (const { path } of manifest.modules) assert.ok(existsSync(join(folder, "package", path)), path);
});

test("each file that the script or package.json names is in the package, and so are the licences", () => {
  const names = new Set(readdirSync(join(folder, "package"), { recursive: true }));
  const script = readFileSync(join(folder, "package/figure-tracker.js"), "utf8");
  const named = [...script.matchAll(/new URL\("\.\/([^"]+)", ?import\.meta\.url\)/g)].map(([, name]) => name);
  assert.ok(named.length >= 11, `wasm, plain program, nine catalogs: ${named}`);
  const manifest = readFileSync(join(folder, "package/package.json"), "utf8");
  named.push(...[...manifest.matchAll(/"\.\/([\w./-]+\.(?:js|ts|json))"/g)].map(([, name]) => name));
  for (const name of [...named, "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt", "README.md"]) assert.ok(names.has(name), name);
  assert.deepEqual([...names].filter((name) => /\.(br|gz)$/.test(name)), [], "what only a web server sends");
});

test("bundlers read no name of a file that is not there", () => {
  const script = readFileSync(join(folder, "package/figure-tracker.js"), "utf8");
  assert.ok(!script.includes("_bg.wasm"));
  assert.match(script, /import\(\s*\/\* @vite-ignore \*\/\s*\/\* webpackIgnore: true \*\//, "and leave the plain program alone");
});

test("Node may import the package while it prints a page", () => {
  writeFileSync(join(folder, "package/try.mjs"), 'await import("figure-tracker");');
  execFileSync(process.execPath, ["try.mjs"], { cwd: join(folder, "package"), stdio: "pipe" });
});

test("a plain page shows the chart from a folder as a CDN lays it out, and the element tells its version", async () => {
  const { version } = project();
  const page = read("examples/npm/plain-page/index.html");
  const cdn = "https://cdn.jsdelivr.net";
  assert.ok(page.includes(cdn));
  writeFileSync(join(folder, "index.html"), page.replaceAll(cdn, ""));
  writeFileSync(join(folder, "main.js"), read("examples/npm/plain-page/main.js"));
  writeFileSync(join(folder, "invented-flood.json"), read("examples/invented-flood.json"));
  site = await serve({ "/": folder, [`/npm/figure-tracker@${version}/`]: join(folder, "package") });
  await seeChart(eyes, `${site.origin}/`);
  assert.equal(await eyes.driver.executeScript("return customElements.get('figure-tracker').version"), version);
});
