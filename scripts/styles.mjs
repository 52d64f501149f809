// The widget's style sheet for its script: the same files in the same order as `STYLES` in src/components.rs, minified.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FLOOR } from "./floor.mjs";

/** The style sheet as the program's sources have it. */
function styleSheet(source) {
  const [, list] = readFileSync(join(source, "src/components.rs"), "utf8").match(/const STYLES: &str = concat!\(([^;]*)\);/) ?? [];
  const names = [...(list ?? "").matchAll(/include_str!\("([^"]+)"\)/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error("src/components.rs has its style sheets in another way now");
  return names.map((name) => readFileSync(join(source, "src", name), "utf8")).join("");
}

/** What tells one release from another, as the printed pictures have it (crates/site/src/style.rs): FNV-1a of 64 bits. */
function buildName(source, css) {
  const [, version] = readFileSync(join(source, "Cargo.toml"), "utf8").match(/^version = "([^"]+)"/m);
  const mixed = (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x0100_0000_01b3n);
  return Buffer.from(version + css).reduce(mixed, 0xcbf2_9ce4_8422_2325n).toString(16).padStart(16, "0");
}

/** The style sheet as it is sent, and the name of the build that it is of. */
export async function styles(source) {
  const { transform } = await import("esbuild");
  const css = styleSheet(source);
  const { code } = await transform(css, { loader: "css", minify: true, target: FLOOR, charset: "utf8" });
  return { styles: code.trim(), name: buildName(source, css) };
}
