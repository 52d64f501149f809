// Holds every page of a release to the HTML standard, by the Nu HTML checker. Only `part` is let pass: the checker does not
// know it yet. It needs Java and the checker, which nothing else here does, so `make test` leaves it out:
//
//   apt-get install default-jre-headless && npm install --no-save vnu-jar@26.9.27
//   node scripts/validate-html.mjs [FOLDER, dist/ without it]

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const CHECKER = "node_modules/vnu-jar/build/dist/vnu.jar";
const LET_PASS = /^Attribute “part” not allowed/;

const folder = process.argv[2] ?? "dist";
if (!existsSync(CHECKER)) {
  console.error("The checker is missing: npm install --no-save vnu-jar@26.9.27, and Java");
  process.exit(2);
}
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
const checked = spawnSync("java", ["-jar", CHECKER, "--format", "json", "--exit-zero-always", ...pages.map((name) => join(folder, name))], {
  encoding: "utf8",
  maxBuffer: 1 << 30,
});
if (checked.error || checked.status !== 0) {
  console.error(checked.error?.message ?? checked.stderr);
  process.exit(2);
}
// Its report is on stderr.
const { messages } = JSON.parse(checked.stderr);
const errors = messages.filter(({ type, message }) => type === "error" && !LET_PASS.test(message));
for (const { url, lastLine, lastColumn, message } of errors) {
  console.error(`${decodeURIComponent(url)}:${lastLine}:${lastColumn}: ${message}`);
}
console.log(`${pages.length} pages, ${errors.length} errors`);
process.exit(errors.length > 0 ? 1 : 0);
