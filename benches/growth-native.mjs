// How the cost of the command line grows with the work, in seconds of processor time and in megabytes: checking and importing
// rows of one metric, and rendering metrics of three figures. `node benches/growth-native.mjs [WORD]` measures what contains
// WORD; FIGURE_TRACKER is the program, ROWS and METRICS the sizes. It needs GNU time.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { print } from "./exponents.mjs";
import { series } from "./series.mjs";

const [, , word = ""] = process.argv;
const PROGRAM = process.env.FIGURE_TRACKER ?? "target/release/figure-tracker";
const sizes = (name, otherwise) => (process.env[name] ?? otherwise).split(",").map(Number);
const folder = mkdtempSync(join(tmpdir(), "growth-"));
const at = (name) => join(folder, name);

/** Runs the program; gives the seconds of processor time and the megabytes it took. */
function run(...args) {
  const { status } = spawnSync("/usr/bin/time", ["-o", at("took"), "-f", "%U %S %M", PROGRAM, ...args], { stdio: "ignore" });
  if (status !== 0) throw new Error(`${PROGRAM} ${args.join(" ")}: exit code ${status}`);
  const [user, system, kilobytes] = readFileSync(at("took"), "utf8").trim().split(" ").map(Number);
  return { seconds: user + system, megabytes: kilobytes / 1024 };
}

function write(counts) {
  writeFileSync(at("data.json"), JSON.stringify(series(counts)));
}

const WORK = [
  ["check and import of rows", sizes("ROWS", "3000,30000,300000"), (size) => {
    write([size]);
    const check = run("check", at("data.json"));
    run("export", at("data.json"), "-o", at("rows.csv"));
    rmSync(at("imported.json"), { force: true });
    const imported = run("import", at("rows.csv"), "-o", at("imported.json"));
    return { "check (s)": check.seconds, "check (MB)": check.megabytes, "import (s)": imported.seconds, "import (MB)": imported.megabytes };
  }],
  ["render of metrics", sizes("METRICS", "125,500,2000"), (size) => {
    write(Array.from({ length: size }, () => 3));
    const { seconds, megabytes } = run("render", at("data.json"), "-o", at(`pages-${size}`));
    return { "render (s)": seconds, "render (MB)": megabytes };
  }],
];

try {
  for (const [title, sizes, measure] of WORK.filter(([title]) => title.includes(word))) print(title, sizes, sizes.map(measure));
} finally {
  rmSync(folder, { recursive: true });
}
