// The fonts that the tests bring. Text is as wide and as high as its font makes it, so the browsers under test see these fonts
// and none of the machine, by a fontconfig of the tests' own: those of two crates that draw the pictures, too. Noto Sans is as
// wide as what readers' phones have; DejaVu has the letters that it lacks.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** The files: crate, folder, names. */
const FILES = [
  ["notosans", "fonts", ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf"]],
  ["dejavu", "assets/dejavu-fonts-ttf-2.37/ttf", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]],
];
/** What the pages under test ask for. */
const FAMILIES = ["serif", "sans-serif", "system-ui", "monospace", "Georgia", "Times New Roman"];

/** Where Cargo has unpacked the crates that the project depends on, by name. */
function crateFolders() {
  const args = ["metadata", "--format-version", "1", "--locked", "--offline"];
  const { packages } = JSON.parse(execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 }));
  return new Map(packages.map(({ name, manifest_path: manifest }) => [name, dirname(manifest)]));
}

const alias = (family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans</family></prefer></alias>`;

/**
 * Writes fonts, and a fontconfig that knows these only, into a folder that is gone when this process ends; gives the
 * folder. The fonts are copied, for Firefox's sandbox can be told of one folder more.
 */
function bringFonts() {
  const folder = mkdtempSync(join(tmpdir(), "figure-tracker-fonts-"));
  // A browser that is about to end may still write what it knows of the fonts.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const crates = crateFolders();
  for (const [crate, place, names] of FILES) {
    for (const name of names) copyFileSync(join(crates.get(crate), place, name), join(folder, name));
  }
  writeFileSync(join(folder, "fonts.conf"), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${folder}</dir>
<cachedir>${folder}</cachedir>
${FAMILIES.map(alias).join("\n")}
<match target="pattern"><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
`);
  return folder;
}

/** The folder of the fonts; every browser is a child of this process, and takes them from there. */
export const FONTS = bringFonts();
process.env.FONTCONFIG_FILE = join(FONTS, "fonts.conf");
