// Makes the folder of the WordPress plugin in target/packages/: the plugin, and the iframe's part of the element's script.

import { cpSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundled } from "../bundle.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "packages/wordpress/figure-tracker");

mkdirSync(folder, { recursive: true });
cpSync(join(ROOT, "packages/wordpress"), folder, { recursive: true });
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(folder, name));
// Loaded by a classic script tag, so without its exports.
writeFileSync(join(folder, "frame.js"), await bundled(join(ROOT, "src/element/iframes.js"), { minify: true, format: "iife" }));
console.log(folder);
