// The wheel that scripts/packages/wheel.sh has built, installed in a fresh environment: it checks, imports and renders.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "packages");
let folder;
const run = (name, ...args) => execFileSync(join(folder, "bin", name), args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
/** How a program ended, and what it said. */
function ended(name, ...args) {
  const { status, stdout, stderr } = spawnSync(join(folder, "bin", name), args, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

before(() => {
  const [wheel] = readdirSync(BUILT).filter((name) => name.endsWith(".whl"));
  assert.ok(wheel?.startsWith(`figure_tracker-${project().version}-py3-none-`), `${wheel}: run scripts/packages/wheel.sh`);
  folder = mkdtempSync(join(tmpdir(), "wheel-"));
  execFileSync("python3", ["-m", "venv", folder]);
  run("pip", "install", "--quiet", "--no-index", join(BUILT, wheel));
  writeFileSync(join(folder, "broken data.json"), '{ "format": 1 }');
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("the licences are in it", () => {
  const [wheel] = readdirSync(BUILT).filter((name) => name.endsWith(".whl"));
  const names = run("python", "-m", "zipfile", "-l", join(BUILT, wheel));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"]) assert.match(names, new RegExp(`licenses/${name}`));
});

test("the program has the version of the project", () => {
  assert.equal(run("figure-tracker", "--version").trim(), `figure-tracker ${project().version}`);
});

test("it imports a sheet, checks the data and renders pages", () => {
  run("figure-tracker", "import", join(ROOT, "examples/invented-flood.csv"), "-o", "data.json");
  run("figure-tracker", "check", "data.json");
  run("figure-tracker", "render", "data.json", "-o", "site");
  assert.match(readFileSync(join(folder, "site/deaths.html"), "utf8"), /<svg/);
});

test("python -m figure_tracker is the same program, with its exit codes", () => {
  assert.equal(run("python", "-m", "figure_tracker", "--version"), run("figure-tracker", "--version"));
  for (const args of [["check", "data.json"], ["check", "broken data.json"], ["check", "nothing.json"], ["no-such-command"], []]) {
    assert.deepEqual(ended("python", "-m", "figure_tracker", ...args), ended("figure-tracker", ...args), `${args}`);
  }
  assert.deepEqual([ended("python", "-m", "figure_tracker", "check", "broken data.json").status, ended("python", "-m", "figure_tracker", "no-such-command").status], [1, 2]);
});
