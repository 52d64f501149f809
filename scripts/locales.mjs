// Copies the message catalogs that are not in the widget itself, crates/core/locales/ without English, for pages to
// fetch: without the spaces between their words, and under a name of their bytes.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Adds a file a language to `target`, all named after all their bytes: `STEM-ru.json`. Gives the languages, and the text of the
 * module that tells each one's address and hash: an expression a file, for bundlers take along what they can read.
 */
export function locales(source, target) {
  const folder = join(source, "crates/core/locales");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "en.json").sort();
  const catalogs = names.map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  const digest = createHash("sha256").update(catalogs.join("\n")).digest("hex").slice(0, 16);
  const stem = `locales-${digest}`;
  names.forEach((name, index) => writeFileSync(join(target, `${stem}-${name}`), catalogs[index]));
  const integrity = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
  const rows = names.map((name, index) => {
    const address = `new URL("./${stem}-${name}", import.meta.url).href`;
    return `  ${JSON.stringify(name.replace(".json", ""))}: { address: ${address}, integrity: "${integrity(catalogs[index])}" },`;
  });
  return { languages: names.map((name) => name.replace(".json", "")), module: `export default {\n${rows.join("\n")}\n};\n` };
}
