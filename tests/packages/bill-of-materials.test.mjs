// The bill of materials that scripts/packages/bill-of-materials.sh has written: the crates of the command line, each once.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BILL = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "packages/figure-tracker.cdx.json");
const bill = JSON.parse(readFileSync(BILL, "utf8"));
const listed = bill.components.map(({ name, version }) => `${name} ${version}`);

test("it is of the program, in the project's version", () => {
  assert.deepEqual([bill.bomFormat, bill.specVersion], ["CycloneDX", "1.5"]);
  const { name, version } = bill.metadata.component;
  assert.deepEqual([name, version], ["figure-tracker-cli", project().version]);
});

test("each crate that Cargo builds the program of is listed once, with its licence, and none that only tests need", () => {
  const args = ["tree", "--locked", "-p", "figure-tracker-cli", "-e", "normal", "--target", "all", "--prefix", "none", "-f", "{p}"];
  const tree = execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const crates = new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name} ${version}`));
  crates.delete(`figure-tracker-cli ${project().version}`);
  assert.ok(crates.size > 100, `${crates.size} crates`);
  assert.deepEqual([...crates].filter((crate) => !listed.includes(crate)), []);
  assert.equal(new Set(listed).size, listed.length);
  assert.ok(!listed.some((crate) => /^(rust_xlsxwriter|jsonschema|proptest|figure-tracker-testing) /.test(crate)));
  for (const { name, licenses } of bill.components) assert.ok(licenses?.length > 0, `${name} has no licence`);
});

test("no place on the machine that wrote it is in it, and what depends on what is told by names that it has", () => {
  assert.doesNotMatch(readFileSync(BILL, "utf8"), /file:\/\//);
  const names = new Set([bill.metadata.component, ...bill.components].map((component) => component["bom-ref"]));
  for (const { ref, dependsOn = [] } of bill.dependencies) for (const name of [ref, ...dependsOn]) assert.ok(names.has(name), name);
});
