// Writes the licences of what is published: ours, and in THIRD-PARTY.txt those of every crate whose code is in it, each text
// once. `node scripts/notices.mjs FOLDER` for the widget's wasm, with `command-line` after it for the program of this system.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

/** What is published, and what Cargo builds it of. */
const PUBLISHED = {
  widget: ["the wasm", ["--target", "wasm32-unknown-unknown", "-p", "figure-tracker", "--features", "element"]],
  "command-line": ["the program", ["-p", "figure-tracker-cli"]],
};

const [folder, kind = "widget"] = process.argv.slice(2);
if (!folder || !(kind in PUBLISHED)) throw new Error(`usage: notices.mjs FOLDER [${Object.keys(PUBLISHED).join("|")}]`);
const [what, chosen] = PUBLISHED[kind];
const cargo = (...args) => execFileSync("cargo", [...args, "--locked"], { encoding: "utf8", maxBuffer: 1 << 28 });
const TEXT = /^(licen[cs]e|copying|unlicense|notice)/i;
const RUST = `The Rust standard library, of which parts are in ${what}: MIT OR Apache-2.0, https://github.com/rust-lang/rust`;

const used = cargo("tree", ...chosen, "-e", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe", "-f", "{p}");
const names = new Set(used.split("\n").filter(Boolean).map((line) => line.split(" ").slice(0, 2).join(" ")));
const { packages } = JSON.parse(cargo("metadata", "--format-version", "1"));
const others = packages.filter((crate) => crate.source && names.has(`${crate.name} v${crate.version}`));

/** The crates that carry a text, by the text. */
const carriers = new Map();
for (const { name, version, license, manifest_path: manifest } of others) {
  const at = dirname(manifest);
  const texts = readdirSync(at).filter((file) => TEXT.test(file) && existsSync(join(at, file)));
  const crate = `${name} ${version} (${license})`;
  for (const file of texts.length ? texts : [undefined]) {
    const text = file ? readFileSync(join(at, file), "utf8").replace(/\r/g, "").trim() : `Licensed under ${license}.`;
    carriers.set(text, [...(carriers.get(text) ?? []), crate]);
  }
}
const notices = [...carriers].map(([text, crates]) => `${crates.sort().join("\n")}\n\n${text}\n`);
notices.sort();
const rule = `\n${"-".repeat(80)}\n\n`;
writeFileSync(join(folder, "THIRD-PARTY.txt"), [`${RUST}\n`, ...notices].join(rule));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(name, join(folder, name));
