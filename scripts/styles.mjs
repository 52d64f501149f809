// The widget's style sheet for its script: the same files in the same order as `STYLES` in src/components.rs, minified. What only
// the second part of the program draws is styled by a sheet that comes with it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FLOOR } from "./floor.mjs";

/** The components that no picture has, and no program before its second part has come (src/components/late_views.rs). */
const LATE = ["counts", "parts", "who", "choice", "ledger", "take_away", "table"].map((name) => `components/${name}.css`);

/** The style sheets as the program's sources have them, `[name, text]`. */
function styleSheets(source) {
  const [, list] = readFileSync(join(source, "src/components.rs"), "utf8").match(/const STYLES: &str = concat!\(([^;]*)\);/) ?? [];
  const names = [...(list ?? "").matchAll(/include_str!\("([^"]+)"\)/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error("src/components.rs has its style sheets in another way now");
  const strange = LATE.find((name) => !names.includes(name));
  if (strange) throw new Error(`src/components.rs has no style sheet ${strange} now`);
  return names.map((name) => [name, readFileSync(join(source, "src", name), "utf8")]);
}

/** What tells one release from another, as the printed pictures have it (crates/site/src/style.rs): FNV-1a of 64 bits. */
function buildName(source, css) {
  const [, version] = readFileSync(join(source, "Cargo.toml"), "utf8").match(/^version = "([^"]+)"/m);
  const mixed = (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x0100_0000_01b3n);
  return Buffer.from(version + css).reduce(mixed, 0xcbf2_9ce4_8422_2325n).toString(16).padStart(16, "0");
}

/** The style sheet as it is sent, that of the second part, and the name of the build that they are of. */
export async function styles(source) {
  const { transform } = await import("esbuild");
  const sheets = styleSheets(source);
  const sent = async (isWanted) => {
    const css = sheets.filter(([name]) => isWanted(name)).map(([, text]) => text).join("");
    return (await transform(css, { loader: "css", minify: true, target: FLOOR, charset: "utf8" })).code.trim();
  };
  return {
    first: await sent((name) => !LATE.includes(name)),
    late: await sent((name) => LATE.includes(name)),
    name: buildName(source, sheets.map(([, text]) => text).join("")),
  };
}
