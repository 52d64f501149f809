// The workflows, as far as they can be read here: what they run is in scripts that run here, and what they use of others is pinned.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = join(ROOT, ".github/workflows");
const WORKFLOWS = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));

/** Runs a script of the release: how it ended and what it said. */
function run(name, ...args) {
  const { status, stdout, stderr } = spawnSync(join(ROOT, "scripts/packages", name), args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

/** The lines of a job of the release. */
function job(name) {
  const [, text] = WORKFLOWS["release.yml"].match(new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n|  #.*\\n)*)`, "m")) ?? assert.fail(name);
  return text;
}

for (const [name, text] of Object.entries(WORKFLOWS)) {
  test(`${name}: each action is one commit of a release that is named`, () => {
    const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);
    assert.ok(used.length >= 3);
    for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${name}: each script that it runs is there and may be run`, () => {
    for (const [, script] of text.matchAll(/(?:^| )((?:scripts|\.ci)\/[\w./-]+)/gm)) {
      accessSync(join(ROOT, script), script.endsWith(".mjs") ? constants.R_OK : constants.X_OK);
    }
  });

  test(`${name}: it may read, and each right beyond that is a job's own`, () => {
    assert.match(text, /^permissions:\n  contents: read\n\n/m);
    assert.doesNotMatch(text, /secrets\./, "no token is kept anywhere");
  });
}

test("command line and wheels are built for the same systems", () => {
  const targets = (name) => [...job(name).matchAll(/\{ target: ([\w-]+), os: ([\w.-]+) \}/g)].map(([, target, os]) => `${target} on ${os}`);
  assert.equal(targets("wheels").length, 5);
  assert.deepEqual(targets("command-line"), targets("wheels"));
});

test("nothing is published but for a tag, after everything was tried and attested", () => {
  for (const name of ["page", "npm", "pypi", "crates"]) {
    assert.match(job(name), /^    if: startsWith\(github\.ref, 'refs\/tags\/v'\)$/m, name);
    assert.match(job(name), /^    environment: release$/m, name);
    assert.match(job(name), /^    needs: (attest|page)$/m, name);
  }
  assert.match(job("attest"), /needs: \[command-line, wheels, packages\]/);
  for (const name of ["command-line", "wheels", "packages"]) assert.match(job(name), /^    needs: version$/m, name);
});

test("a tag is released only if it is the version, and the changelog tells its day", () => {
  const { version } = project();
  assert.deepEqual(run("version.sh", "refs/heads/main"), { status: 0, said: `version ${version}\n` });
  const wrong = run("version.sh", "refs/tags/v99.0.0");
  assert.equal(wrong.status, 1);
  assert.match(wrong.said, new RegExp(`the tag would be v${version}`));
  const isDated = new RegExp(`^## ${version}, \\d{4}-\\d\\d-\\d\\d$`, "m").test(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8"));
  const { status, said } = run("version.sh", `refs/tags/v${version}`);
  assert.equal(status, isDated ? 0 : 1, said);
  if (!isDated) assert.match(said, /has no day/);
});
