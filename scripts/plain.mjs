// Makes of a release's glue and wasm the same in plain JavaScript, for pages and browsers that refuse WebAssembly: a module that
// runs from the start, and one with the functions that are loaded later (scripts/split.mjs says which).
//
// binaryen's wasm2js writes the program, which is divided function by function. The glue stays as it is: where it asks something of `WebAssembly`, the few lines of
// src/element/web-assembly.js answer. The result needs no eval and no WebAssembly, and does what the wasm does.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { bundled } from "./bundle.mjs";
import { WASM_FEATURES } from "./floor.mjs";
import { TOOLS } from "./sweep.mjs";

const SATURATING = "--enable-nontrapping-float-to-int";
/** The memory that is there from the start, in bytes: what isn't used costs nothing. */
const ROOM = 16 << 20;
/** The most pages of memory, of 64 KB, that indices of 31 bits reach. */
const MOST = 32767;

/**
 * A double becomes an integer that stops at its type's ends, and 0 for what is no number, as Rust's `as` does. wasm2js
 * can't write these instructions (and binaryen's own pass for them answers otherwise beyond the ends).
 */
const CONVERSIONS = [
  signed("i32", "2147483648", "2147483647"),
  signed("i64", "9223372036854775808", "9223372036854775807"),
  unsigned("i32", "4294967296"),
];

function signed(int, end, most) {
  return [`${int}.trunc_sat_f64_s`, `
    (if (result ${int}) (f64.lt (f64.abs (local.get $x)) (f64.const ${end}))
      (then (${int}.trunc_f64_s (local.get $x)))
      (else (select
        (select (${int}.const ${most}) (${int}.const -${end}) (f64.gt (local.get $x) (f64.const 0)))
        (${int}.const 0)
        (f64.eq (local.get $x) (local.get $x)))))`];
}

function unsigned(int, end) {
  return [`${int}.trunc_sat_f64_u`, `
    (if (result ${int}) (f64.gt (local.get $x) (f64.const 0))
      (then (if (result ${int}) (f64.lt (local.get $x) (f64.const ${end}))
        (then (${int}.trunc_f64_u (local.get $x)))
        (else (${int}.const -1))))
      (else (${int}.const 0)))`];
}

/** The module's text with functions for the conversions that wasm2js doesn't know. */
function withConversions(text) {
  let more = "";
  for (const [name, body] of CONVERSIONS) {
    if (!text.includes(`(${name}`)) continue;
    text = text.replaceAll(`(${name}`, `(call $saturated.${name}`);
    more += `(func $saturated.${name} (param $x f64) (result ${name.slice(0, 3)}) ${body})\n`;
  }
  const [, other] = text.match(/\((i\d\d\.trunc_sat_\w+)/) ?? [];
  if (other) throw new Error(`plain.mjs has no function for ${other} yet: add a row to CONVERSIONS`);
  return text.replace(/\)\s*$/, `${more})\n`);
}

/** Runs a tool of binaryen on a file of these contents and gives what it wrote. */
function run(tool, contents, args, features) {
  const folder = mkdtempSync(join(tmpdir(), "plain-"));
  try {
    const [from, to] = [join(folder, "in"), join(folder, "out")];
    writeFileSync(from, contents);
    execFileSync(process.execPath, [join(TOOLS, tool), from, ...args, ...features, "-o", to], { stdio: "pipe" });
    return readFileSync(to, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * wasm2js's memory with room to grow into, and with WebAssembly's answer where there is no more: -1. As wasm2js writes it,
 * it is copied for every 64 KB that are asked for, which costs large data sets a fifth to a quarter of their time.
 */
function withRoom(program) {
  const views = [...program.matchAll(/var (HEAP\w+) = new (\w+)\(buffer\);/g)];
  const grow = `function __wasm_memory_size() { return pages; }
  function __wasm_memory_grow(more) {
    var before = pages, wanted = pages + more;
    if (wanted > ${MOST}) return -1;
    if (wanted << 16 > buffer.byteLength) {
      try {
        var larger = new ArrayBuffer(Math.min(Math.max(wanted, buffer.byteLength >> 15), ${MOST}) << 16);
      } catch (e) {
        return -1;
      }
      new Uint8Array(larger).set(HEAPU8);
      // The old buffer becomes useless, as a WebAssembly memory's does: the glue sees by that that it needs the new one.
      new MessageChannel().port1.postMessage(null, [buffer]);
      buffer = larger;
      ${views.map(([, name, type]) => `${name} = new ${type}(buffer);`).join(" ")}
      bufferView = HEAPU8;
    }
    pages = wanted;
    return before;
  }
  return {`;
  const changes = [
    [/var buffer = new ArrayBuffer\((\d+)\);/, (all, size) => `var buffer = new ArrayBuffer(${ROOM}), pages = ${size >> 16};`],
    [/function __wasm_memory_size\(\) \{[\s\S]*?\n return \{/, () => grow],
  ];
  if (views.length === 0) throw new Error("wasm2js writes its views in another way now");
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`wasm2js writes its memory in another way now: ${from}`);
    return text.replace(from, to);
  }, program);
}

/** wasm2js's module as one function `program(imports)` that gives the exports. */
function asFunction(module) {
  const [body, rest] = module.split("\nvar retasmFunc = ");
  if (!rest) throw new Error("wasm2js writes its module in another way now");
  return `function program(imports) {\n${body.replace(/^import .*;\n/gm, "")}\nreturn asmFunc(imports);\n}\n`;
}

/** The text of a function `program(imports)` that gives what the wasm exports. */
export function programOf(wasm) {
  const text = withConversions(run("wasm-dis", wasm, [], WASM_FEATURES));
  return asFunction(withRoom(run("wasm2js", text, ["-Os"], WASM_FEATURES.filter((feature) => feature !== SATURATING))));
}

/** As wasm2js calls the function with this name. */
const inScript = (name) => name.replace(/[^\w$]/g, "_");

const IDENTIFIER = /[\w$]+/g;
const FUNCTION = /^ function ([\w$]+)\([\s\S]*?^ \}\n/gm;
/** Variables of the program that its functions change: the later ones reach them through the scope that they are given. */
const SHARED = /^ var ([\w$]+) = -?\d+;/gm;

/**
 * Divides the text of `programOf`. The functions with the names in `late`, which stand at the `places` of the table, are not in
 * `first`, but for those that the optimizer has put in place of an equal one there. It has a function `laterScope()` instead: what that gives is what the function `addTo` of `second` takes. That puts its functions into the places of
 * the table that the first leaves free for them, and gives the function that begins them.
 */
export function divide(program, late, places) {
  const functions = new Map([...program.matchAll(FUNCTION)].map(([text, name]) => [name, text]));
  const wanted = new Set([...late].map(inScript));
  const names = new Set([...functions.keys()].filter((name) => wanted.has(name)));
  const keepCalled = (name) => {
    for (const [callee] of functions.get(name).matchAll(IDENTIFIER)) if (callee !== name && names.delete(callee)) keepCalled(callee);
  };
  const [, listed] = program.match(/ var FUNCTION_TABLE = \[([^\]]*)\];/) ?? [];
  const [, entry] = [...program.matchAll(/^ {2}"[^"]+": ([\w$]+),? *$/gm)].find(([, name]) => names.has(name)) ?? [];
  if (!listed || !entry) throw new Error("wasm2js writes its table or its exports in another way now");
  const table = listed.split(",").map((name) => name.trim());
  table.forEach((name, place) => { if (!places.has(place)) names.delete(name); });
  for (const name of functions.keys()) if (!names.has(name)) keepCalled(name);
  const own = [...names].map((name) => functions.get(name)).join("");
  const used = new Set([...own.matchAll(IDENTIFIER)].map(([name]) => name));
  const views = [...program.matchAll(/^ var (HEAP\w+) = new /gm)].map(([, name]) => name).filter((name) => used.has(name));
  const constants = [...program.matchAll(/^ var (\w+) = (?:Math\.\w+|NaN|Infinity);\n/gm)].filter(([, name]) => used.has(name));
  const shared = [...program.matchAll(SHARED)].map(([, name]) => name);
  const declared = [...program.matchAll(/^(?: {0,6}function| var) ([\w$]+)(?=\(| = )/gm)].map(([, name]) => name);
  const known = new Set([...names, ...views, ...shared, ...constants.map(([, name]) => name), "FUNCTION_TABLE"]);
  // Functions of the first part, and what it imports: none of them changes.
  const given = [...new Set(declared)].filter((name) => used.has(name) && !known.has(name));
  const imported = new Set([...program.matchAll(/^ var ([\w$]+) = [\w$]+(?:\.[\w$]+|\["[^"]+"\]);/gm)].map(([, name]) => name));
  const isKnown = (name) => functions.has(name) || imported.has(name) || /^(?:__wasm_memory|wasm2js)_\w+$/.test(name);
  const other = given.find((name) => !isKnown(name));
  if (other) throw new Error(`plain.mjs doesn't know yet what ${other} is`);

  const scope = `function laterScope() {
   return {
    table: FUNCTION_TABLE,
    given: [${given}],
    views: function () { return [${views}]; },
    whenGrown: function (listener) { grown.push(listener); },
${shared.map((name) => `    get ${name}() { return ${name}; },\n    set ${name}(value) { ${name} = value; },`).join("\n")}
   };
  }
  return {
  "laterScope": laterScope,
`;
  const first = program
    .replace(FUNCTION, (text, name) => (names.has(name) ? "" : text))
    .replace(listed, table.map((name) => (names.has(name) ? "null" : name)).join(", "))
    .replace(new RegExp(`^  "[^"]+": ${entry.replaceAll("$", "\\$")},? *\n`, "m"), "")
    .replace(/^ var buffer = /m, " var grown = [];\n$&")
    .replace("      bufferView = HEAPU8;\n", "$&      grown.forEach(function (listener) { listener(); });\n")
    .replace(/ return \{\n {2}"/, () => ` ${scope.slice(0, -1)}\n  "`);
  const filled = table.flatMap((name, place) => (names.has(name) ? [`  table[${place}] = ${name};\n`] : []));
  const text = own.replace(new RegExp(`(?<![\\w$])(?:${shared.join("|").replaceAll("$", "\\$")})(?![\\w$])`, "g"), "scope.$&");
  const second = `function addTo(scope) {
  var FUNCTION_TABLE = scope.table, table = FUNCTION_TABLE, given = scope.given;
  var ${given.map((name, place) => `${name} = given[${place}]`).join(", ")};
  var ${views.join(", ")};
  function look() { var views = scope.views(); ${views.map((name, place) => `${name} = views[${place}];`).join(" ")} }
  look();
  scope.whenGrown(look);
${constants.map(([line]) => line).join("")}${text}${filled.join("")}  return ${entry};
}
`;
  return { first, second };
}

/**
 * The `first` and the `second` part in plain JavaScript, of the file `glue`, the bytes of the wasm with the names of its functions,
 * which of these are `late` and at which `places` of the table, and the `styles` that the second part has with it; `source` is the root of the project, `names` are esbuild's options for the names that glue and
 * wasm have for each other.
 */
export async function plain(glue, wasm, { late, places, styles }, source, names) {
  const folder = mkdtempSync(join(tmpdir(), "plain-"));
  try {
    const parts = divide(programOf(wasm), late, places);
    const [program, later] = [join(folder, "program.js"), join(folder, "later.js")];
    writeFileSync(program, `export ${parts.first}`);
    writeFileSync(later, `export const styles = ${JSON.stringify(styles)};\nexport ${parts.second}`);
    const first = await bundled(join(source, "src/element/plain.js"), {
      minify: true,
      alias: { "figure-tracker-glue": glue, "figure-tracker-program": program },
      inject: [join(source, "src/element/web-assembly.js")],
      ...names,
    });
    return { first, second: await bundled(later, { minify: true }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
