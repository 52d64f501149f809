// The fonts that the tests bring. Text is as wide and as high as its font makes it, so the browsers under test see these fonts
// and none of the machine: those of the crate `dejavu`, which draws the pictures too, by a fontconfig of the tests' own.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FAMILIES = { serif: "DejaVu Serif", "sans-serif": "DejaVu Sans", "system-ui": "DejaVu Sans", monospace: "DejaVu Sans Mono" };

/** Where Cargo has unpacked a crate that the project depends on. */
function crateFolder(name) {
  const args = ["metadata", "--format-version", "1", "--locked", "--offline"];
  const { packages } = JSON.parse(execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 }));
  return dirname(packages.find((one) => one.name === name).manifest_path);
}

const alias = ([family, font]) => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;

/** Writes a fontconfig that knows the tests' fonts only, and gives its file; it is gone when this process ends. */
export function bringFonts() {
  const folder = mkdtempSync(join(tmpdir(), "figure-tracker-fonts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "fonts.conf");
  const fonts = join(crateFolder("dejavu"), "assets/dejavu-fonts-ttf-2.37/ttf");
  writeFileSync(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${folder}</cachedir>
${Object.entries(FAMILIES).map(alias).join("\n")}
<match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
`);
  return file;
}
