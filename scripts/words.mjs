// Writes the files of the languages that are not in the widget itself, from the tables in crates/core/src/localize/.
//
// The tables are Rust, so a small Rust program (words.rs) writes them out. It is compiled by itself, in a second and
// without Cargo, so that each build of the widget, `make serve` included, has the words of that moment.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Adds a file a language to `target`, all named after all their bytes: `STEM-ru.txt`. */
export function words(source, target) {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  try {
    const [program, made] = [join(folder, "words"), join(folder, "made")];
    mkdirSync(made);
    execFileSync("rustc", ["--edition=2024", "-o", program, join(source, "scripts/words.rs")], { cwd: source });
    execFileSync(program, [made]);
    const names = readdirSync(made).sort();
    const digest = createHash("sha256");
    for (const name of names) digest.update(readFileSync(join(made, name)));
    const stem = `words-${digest.digest("hex").slice(0, 16)}`;
    for (const name of names) copyFileSync(join(made, name), join(target, `${stem}-${name}`));
    return { stem, languages: names.map((name) => name.replace(".txt", "")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
