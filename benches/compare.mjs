// This working tree against another commit: what a reader waits for in the browser and an editor on the command line, in turns,
// so that whatever else the machine does falls on both alike. Prints one line a measurement, with the ratio.
//
// usage: node benches/compare.mjs COMMIT [ROUNDS]

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { middle } from "./measuring.mjs";
import { spreadsheet } from "./rows.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ROWS = 80_000;
/** The most that a measurement may be of what it was. */
const MAX_RATIO = 1.1;

const [commit, rounds = "5"] = process.argv.slice(2);
if (!commit) throw new Error("usage: node benches/compare.mjs COMMIT [ROUNDS]");

const run = (command, args, options = {}) => execFileSync(command, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });

/** A working tree of the commit, outside this one, whose workspace it must not join; it is kept, so that it is built once. */
function workingTree() {
  const hash = run("git", ["rev-parse", "--short=12", `${commit}^{commit}`]).trim();
  const folder = join(homedir(), ".cache/figure-tracker/against", hash);
  if (!existsSync(folder)) {
    mkdirSync(join(folder, ".."), { recursive: true });
    run("git", ["worktree", "prune"]);
    run("git", ["worktree", "add", "--detach", folder, hash]);
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  }
  return folder;
}

function targetFolder() {
  return process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
}

/** Builds the widget and the command line of a tree, and gives where they are. */
function built(root, target) {
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  run("bash", ["scripts/dist.sh"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  run("cargo", ["build", "--release", "--locked", "--bin", "figure-tracker"], { cwd: root, env });
  return { dist: join(root, "dist"), program: join(target, "release/figure-tracker") };
}

/** What the browser measures of the widget in a folder, each with the data of the other commit: name and milliseconds. */
function browserTimes({ dist }, data) {
  const env = { ...process.env, FIGURE_TRACKER_DIST: dist, FIGURE_TRACKER_DATA: data };
  const lines = run(process.execPath, ["benches/browser.mjs"], { env }).trim().split("\n");
  return lines.map((line) => line.split("\t")).map(([name, microseconds]) => [name, microseconds / 1000]);
}

/** The processor time of a command in milliseconds: on a busy machine, too, it says the same. */
function processorTime(program, args) {
  const timed = `TIMEFORMAT='%U %S'; time "$0" "$@" >/dev/null 2>"$LOG"`;
  const log = join(folder, "log");
  const out = execFileSync("bash", ["-c", `{ ${timed}; } 2>&1`, program, ...args], { encoding: "utf8", env: { ...process.env, LOG: log } });
  return out.trim().split(" ").reduce((sum, seconds) => sum + 1000 * Number(seconds), 0);
}

function commandLineTimes({ program }) {
  const data = join(folder, "data.json");
  rmSync(data, { force: true });
  const imported = processorTime(program, ["import", sheet, "-o", data]);
  return [[`import ${ROWS} rows`, imported], [`check ${ROWS} figures`, processorTime(program, ["check", data])]];
}

const folder = mkdtempSync(join(tmpdir(), "figure-tracker-compare-"));
const sheet = join(folder, "rows.csv");
try {
  writeFileSync(sheet, spreadsheet(ROWS));
  const tree = workingTree();
  const sides = { then: built(tree, join(tree, "target")), now: built(ROOT, targetFolder()) };
  const measured = new Map();
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [side, made] of Object.entries(sides)) {
      for (const [name, time] of [...browserTimes(made, join(tree, "data.json")), ...commandLineTimes(made)]) {
        const row = measured.get(name) ?? { then: [], now: [] };
        row[side].push(time);
        measured.set(name, row);
      }
    }
  }
  console.log(`${"".padEnd(42)} ${commit.slice(0, 12).padStart(12)} ${"now".padStart(12)}    ratio`);
  for (const [name, row] of measured) {
    const [then, now] = [middle(row.then), middle(row.now)];
    const ratio = now / then;
    const slower = ratio > MAX_RATIO ? `  more than ${MAX_RATIO}` : "";
    console.log(`${name.padEnd(42)} ${then.toFixed(2).padStart(9)} ms ${now.toFixed(2).padStart(9)} ms ${ratio.toFixed(2).padStart(8)}${slower}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
