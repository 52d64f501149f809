// The archives of the command line, packed here of a program that is built already: what is in them, and that
// `cargo binstall` finds each by its name.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(join(ROOT, name), "utf8");
/** dist.sh has built it. */
const PROGRAM = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/figure-tracker");
const WORKFLOW = read(".github/workflows/release.yml");
/** Each triple that a release has an archive of. */
const TARGETS = [...new Set([...WORKFLOW.matchAll(/\btarget: ([\w-]+),/g)].map(([, target]) => target))];
let folder;

before(() => {
  assert.ok(existsSync(PROGRAM), `there is no ${PROGRAM}: run make dist`);
  folder = mkdtempSync(join(tmpdir(), "archive-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What crates/cli/Cargo.toml tells `cargo binstall` of a target: an address, how it is packed, where the program lies in it. */
function binstall(target) {
  const cli = read("crates/cli/Cargo.toml");
  const table = (name) => {
    const [, text] = cli.split(`[package.metadata.binstall${name}]\n`);
    return Object.fromEntries([...(text ?? "").split("\n[")[0].matchAll(/^([\w-]+) = "(.*)"$/gm)].map(([, key, value]) => [key, value]));
  };
  const { version, repository } = project();
  const values = { repo: repository, version, target, bin: "figure-tracker", "binary-ext": target.includes("windows") ? ".exe" : "" };
  const filled = Object.entries({ ...table(""), ...table(`.overrides.${target}`) })
    .map(([key, value]) => [key, value.replace(/\{ ([\w-]+) \}/g, (_, name) => values[name] ?? assert.fail(`what is ${name}?`))]);
  return Object.fromEntries(filled);
}

/** Packs the archive of a target and unpacks it again: its name, and the folder that it came to. */
function packed(target) {
  const name = target.includes("windows") ? "figure-tracker.exe" : "figure-tracker";
  const release = join(folder, "target", target, "release");
  mkdirSync(release, { recursive: true });
  // Without what a debugger wants, as in a release.
  execFileSync("strip", ["-o", join(release, name), PROGRAM]);
  execFileSync(join(ROOT, "scripts/packages/archive.sh"), [target], { env: { ...process.env, CARGO_TARGET_DIR: join(folder, "target") }, stdio: "pipe" });
  const { "pkg-url": url, "pkg-fmt": format } = binstall(target);
  const archive = url.split("/").at(-1);
  const at = join(folder, `unpacked-${target}`);
  mkdirSync(at);
  const file = join(folder, "target/packages", archive);
  execFileSync(...{ tgz: ["tar", ["-xzf", file, "-C", at]], zip: ["python3", ["-m", "zipfile", "-e", file, at]] }[format]);
  return at;
}

test("a release is for three systems", () => {
  for (const system of ["linux", "apple", "windows"]) assert.ok(TARGETS.some((target) => target.includes(system)), `${TARGETS}`);
  assert.equal(TARGETS.length, 5, `${TARGETS}`);
});

for (const target of TARGETS) {
  const { "pkg-url": url, "pkg-fmt": format } = binstall(target);
  test(`cargo binstall looks for the archive that a release has for ${target}`, () => {
    const { repository, version } = project();
    const ending = target.includes("windows") ? "zip" : "tar.gz";
    assert.equal(url, `${repository}/releases/download/v${version}/figure-tracker-${target}.${ending}`);
    assert.equal(format, { zip: "zip", "tar.gz": "tgz" }[ending]);
  });
}

for (const target of ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"]) {
  test(`cargo binstall finds the program in the archive for ${target}, and beside it is what belongs to it`, () => {
    assert.ok(TARGETS.includes(target));
    const program = join(packed(target), binstall(target)["bin-dir"]);
    const at = dirname(program);
    chmodSync(program, 0o755); // a zip file of Python keeps no such right, and Windows doesn't ask for it
    assert.equal(execFileSync(program, ["--version"], { encoding: "utf8" }).trim(), `figure-tracker ${project().version}`);
    const rest = ["figure-tracker.1", "completions/bash", "completions/powershell", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"];
    for (const name of rest) assert.ok(readFileSync(join(at, name)).length > 100, name);
  });
}
