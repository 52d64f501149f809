// Writes a .br and a .gz beside every text and wasm file of dist/, for servers that send ready-made ones.
//
// The same input gives the same bytes: no time, no name and no system goes into them.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = new Set(["html", "js", "mjs", "css", "json", "svg", "txt", "xml", "csv", "wasm"]);

function brotli(bytes, name) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: name.endsWith(".wasm") ? constants.BROTLI_MODE_GENERIC : constants.BROTLI_MODE_TEXT,
    },
  });
}

function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255; // the byte that would name the operating system: unknown
  return packed;
}

const dist = process.argv[2] ?? "dist";
const rows = [];
for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !TEXT.has(entry.name.split(".").pop())) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(file);
  const br = brotli(bytes, file);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gzip(bytes));
  rows.push([file, bytes.length, br.length]);
}
for (const [file, plain, br] of rows.sort()) {
  console.log(`${String(plain).padStart(9)} ${String(br).padStart(9)} br  ${file}`);
}
