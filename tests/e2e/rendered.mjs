// Pages that the command line prints for a test or a bench, as `make dist` has built it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const PROGRAM = join(TARGET, "debug/figure-tracker");

/** Renders a data file with these options; gives what the command says to machines, and the files by their names, as texts. */
export function render(data, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "figure-tracker-"));
  try {
    const said = execFileSync(PROGRAM, ["render", data, "-o", folder, "--format", "json", ...options], { encoding: "utf8" });
    const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|css|js)$/.test(name));
    return { said: JSON.parse(said), files: new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
