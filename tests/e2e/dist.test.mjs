// What is published: small, plain WebAssembly, without a trace of the machine that built it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import Ajv from "ajv/dist/2020.js";
import { transform } from "esbuild";
import { FLOOR, WASM_FEATURES } from "../../scripts/floor.mjs";
import { DIST } from "./site.mjs";

/**
 * The most that the program may cost, in bytes as sent (brotli 11): the script, with the glue in it, and the wasm's first part. It
 * keeps within 195,000 (ARCHITECTURE.md, "Where the bytes are"); this is what was measured, so that it can only shrink.
 */
const PROGRAM_BUDGET = 194_900;
/** The most that its second part may cost, which comes when a reader asks for it or the page rests. */
const LATE_BUDGET = 120_000;
/** The most that the same program may cost in plain JavaScript, and its second part. */
const PLAIN_BUDGET = 236_500;
const PLAIN_LATE_BUDGET = 142_500;

/**
 * The most that a reader's browser fetches until the picture stands: the page with the snippet, script and styles, picture.
 */
const FIRST_BUDGET = 19_900;
/** The most that any picture may cost. */
const PICTURE_BUDGET = 12_000;
/** The most that the answers to taps on a picture may cost: the module, and the cards of a metric. */
const ANSWERS_BUDGET = 1_000;
const CARDS_BUDGET = 24_000;

const files = readdirSync(DIST);
const only = (pattern) => {
  const found = files.filter((name) => pattern.test(name));
  assert.equal(found.length, 1, `${pattern}: ${found}`);
  return found[0];
};
const WASM = only(/^figure-tracker-[0-9a-f]+\.wasm$/);
const LATE = only(/^figure-tracker-late-[0-9a-f]+\.wasm$/);
const PLAIN = only(/^figure-tracker-plain-[0-9a-f]+\.js$/);
const PLAIN_LATE = only(/^figure-tracker-plain-late-[0-9a-f]+\.js$/);

const bytesAsSent = (name) => statSync(join(DIST, `${name}.br`)).size;

test(`the program costs at most ${PROGRAM_BUDGET} bytes`, () => {
  const parts = ["figure-tracker.js", WASM].map((name) => [name, bytesAsSent(name)]);
  const total = parts.reduce((sum, [, size]) => sum + size, 0);
  console.log(`program: ${total} bytes (${parts.map(([name, size]) => `${name} ${size}`).join(", ")})`);
  assert.ok(total <= PROGRAM_BUDGET, `${total}`);
});

test(`the second part of the program costs at most ${LATE_BUDGET} bytes`, () => {
  const bytes = bytesAsSent(LATE);
  console.log(`second part: ${bytes} bytes`);
  assert.ok(bytes <= LATE_BUDGET, `${bytes}`);
});

test(`until the picture stands a page costs at most ${FIRST_BUDGET} bytes`, () => {
  const page = brotliCompressSync(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="https://example.org/figure-tracker/figure-tracker.js"></script></head><body><h1>An article</h1>
<figure-tracker src="https://example.org/figure-tracker/data.json" metric="deaths"
pictures="https://example.org/figure-tracker/pages/">Shown until the chart is ready.</figure-tracker></body></html>`).length;
  const parts = { page, script: bytesAsSent("figure-tracker.js"), picture: bytesAsSent("pages/deaths.en.picture.html") };
  const total = Object.values(parts).reduce((sum, bytes) => sum + bytes);
  console.log(`until the picture: ${total} bytes (${JSON.stringify(parts)})`);
  assert.ok(total <= FIRST_BUDGET, JSON.stringify(parts));
});

test(`each picture costs at most ${PICTURE_BUDGET} bytes, and there is one for each metric and language`, () => {
  const { metrics, title } = JSON.parse(readFileSync(join(DIST, "data.json"), "utf8"));
  const pictures = readdirSync(join(DIST, "pages")).filter((name) => name.endsWith(".picture.html"));
  assert.equal(pictures.length, (metrics.length + 1) * (Object.keys(title).length + 1));
  for (const name of pictures) assert.ok(bytesAsSent(`pages/${name}`) <= PICTURE_BUDGET, name);
});

test(`what answers a tap on a picture costs at most ${ANSWERS_BUDGET} bytes, and the cards of a metric ${CARDS_BUDGET}`, () => {
  const bytes = bytesAsSent(only(/^figure-tracker-answers-[0-9a-f]+\.js$/));
  const cards = readdirSync(join(DIST, "pages")).filter((name) => name.endsWith(".cards.html"));
  const most = Math.max(...cards.map((name) => bytesAsSent(`pages/${name}`)));
  console.log(`answers: ${bytes} bytes, cards of ${cards.length} pictures: at most ${most}`);
  assert.ok(bytes <= ANSWERS_BUDGET, `${bytes}`);
  assert.ok(cards.length > 0 && most <= CARDS_BUDGET, `${most}`);
});

test(`the program in plain JavaScript costs at most ${PLAIN_BUDGET} bytes`, () => {
  const bytes = bytesAsSent(PLAIN);
  console.log(`plain JavaScript: ${bytes} bytes`);
  assert.ok(bytes <= PLAIN_BUDGET, `${bytes}`);
});

test(`its second part in plain JavaScript costs at most ${PLAIN_LATE_BUDGET} bytes`, () => {
  const bytes = bytesAsSent(PLAIN_LATE);
  console.log(`second part in plain JavaScript: ${bytes} bytes`);
  assert.ok(bytes <= PLAIN_LATE_BUDGET, `${bytes}`);
});

test("each text and wasm file has a .br and a .gz that hold the same", () => {
  const texts = files.filter((name) => /\.(html|js|css|json|svg|wasm)$/.test(name));
  assert.ok(texts.length >= 6, String(texts));
  for (const name of texts) {
    const plain = readFileSync(join(DIST, name));
    assert.deepEqual(brotliDecompressSync(readFileSync(join(DIST, `${name}.br`))), plain, name);
    assert.deepEqual(gunzipSync(readFileSync(join(DIST, `${name}.gz`))), plain, name);
  }
});

test("the wasm runs on Safari 15 and every newer browser: it uses nothing of WebAssembly that came later", () => {
  const opt = new URL("../../node_modules/binaryen/bin/wasm-opt", import.meta.url).pathname;
  for (const part of [WASM, LATE]) {
    execFileSync(process.execPath, [opt, join(DIST, part), ...WASM_FEATURES, "-o", "/dev/null"], { stdio: "pipe" });
  }
});

for (const [what, name] of [["script", "figure-tracker.js"], ["plain JavaScript", PLAIN], ["second part in plain JavaScript", PLAIN_LATE]]) {
  test(`the ${what} has no syntax that came after Safari 15.4, Chrome 96 and Firefox 100`, async () => {
    const text = readFileSync(join(DIST, name), "utf8");
    const as = async (target) => (await transform(text, { target, format: "esm", minify: true, legalComments: "none" })).code;
    assert.equal(await as(FLOOR), await as("esnext"), "esbuild would have to write it in an older way");
    // binaryen writes older syntax, so that alone shows nothing.
    if (name !== PLAIN_LATE) assert.notEqual(await as(FLOOR), await as("es2017"), "a check that sees newer syntax than its target");
  });
}

test("the program in plain JavaScript needs no WebAssembly and no eval", () => {
  // What wasm-bindgen's glue says of WebAssembly in messages is no use of it.
  const texts = [PLAIN, PLAIN_LATE].map((name) => readFileSync(join(DIST, name), "utf8"));
  const code = texts.join("").replace(/`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"/g, "");
  assert.ok(code.length > 200_000, `${code.length}`);
  assert.deepEqual(code.match(/\bWebAssembly\b|\beval\b|\bFunction\(|innerHTML/g), null);
});

test("the script has no HTML sink, which Trusted Types would refuse", () => {
  const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write/g;
  assert.deepEqual(readFileSync(join(DIST, "figure-tracker.js"), "utf8").match(sinks), null);
});

test("the wasm has no names in it, and tells nothing of how it was built", () => {
  for (const part of [WASM, LATE]) {
    const module = new WebAssembly.Module(readFileSync(join(DIST, part)));
    for (const name of ["name", "producers", "target_features", "linking", "reloc.CODE", "reloc.DATA"]) {
      assert.equal(WebAssembly.Module.customSections(module, name).length, 0, name);
    }
  }
});

test("no path of the machine that built it is left in what is published", () => {
  const root = new URL("../../", import.meta.url).pathname;
  for (const name of files.filter((name) => /\.(html|js|css|json|wasm)$/.test(name))) {
    const text = readFileSync(join(DIST, name), "latin1");
    for (const path of [homedir() + "/", root, "/.cargo/", "/rustlib/", "/home/", "/Users/"]) {
      assert.ok(!text.includes(path), `${name} has ${path}`);
    }
  }
});

test("the page has no inline script and no inline style", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  assert.deepEqual(html.match(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/g), null);
  assert.ok(html.includes('<script type="module" src="figure-tracker.js"></script>'));
});

test("the script names the files of the program beside it, and their hashes", () => {
  const door = readFileSync(join(DIST, "figure-tracker.js"), "utf8");
  for (const name of [WASM, LATE, PLAIN, PLAIN_LATE, only(/^figure-tracker-answers-[0-9a-f]+\.js$/)]) {
    const hash = createHash("sha384").update(readFileSync(join(DIST, name))).digest("base64");
    for (const text of [name, `sha384-${hash}`]) assert.ok(door.includes(text), text);
  }
  assert.ok(!door.includes("BUILD."));
});

test("the script lies there under the name of its bytes, too, with the hash that pages pin it by", () => {
  const { script, integrity, languages } = JSON.parse(readFileSync(join(DIST, "embed.json"), "utf8"));
  const bytes = readFileSync(join(DIST, script));
  assert.deepEqual(bytes, readFileSync(join(DIST, "figure-tracker.js")));
  assert.equal(integrity, `sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  assert.equal(script, `figure-tracker-element-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.js`);
  assert.ok(languages.includes("de"), String(languages));
});

test("the licences of all that is published lie beside it", () => {
  const text = (name) => readFileSync(join(DIST, name), "utf8");
  assert.match(text("LICENSE-MIT"), /MIT License|Permission is hereby granted/);
  assert.match(text("LICENSE-APACHE"), /Apache License/);
  const notices = text("THIRD-PARTY.txt");
  for (const crate of ["leptos", "serde_json", "wasm-bindgen"]) assert.match(notices, new RegExp(`^${crate} \\d`, "m"), crate);
});

test("the JSON Schema compiles in ajv's strict mode, and the bundled data fits it", () => {
  const schema = JSON.parse(readFileSync(new URL("../../figure-tracker.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(JSON.parse(readFileSync(join(DIST, "data.json"), "utf8"))), JSON.stringify(validate.errors));
  assert.equal(validate({ format: 2 }), false);
});
