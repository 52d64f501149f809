// Splits a release's wasm in two: what runs from the start, and what is loaded when a reader asks for it. What nothing leads
// to is in neither.
//
// The second part is what only the function `addLateViews` leads to (src/components/late_views.rs). The linker's relocations say
// what that is, and binaryen's text form of the module is taken apart function by function. The second module has no
// memory and no table of its own: it takes the first's, puts its functions and data into the places that the first leaves
// free for them, and calls what the first exports for it.

import { linked, reached } from "./linked.mjs";

/** What the glue calls the function that begins the second part. */
export const LATE_ENTRY = "addLateViews";
/** As what the second part knows the first: program.js gives it under this name. */
const FIRST = "first";

/**
 * What a linked module is made of: the names of the functions that only the entry of the second part leads to (`late`), and
 * of those that nothing does (`unused`); and the places in memory, as `[from, to]`, of the data that only the second part
 * names (`lateData`). `bytes` are those of the linked module, `text` is that of what is left of it where nobody calls.
 */
export function partitionOf(bytes, text) {
  const program = linked(bytes);
  // wasm-bindgen takes a hash from the names of its own exports, and gives a number to one that is there twice.
  const kept = new Set([...text.matchAll(/^ \(export "([^"]+)" \(func/gm)].flatMap(([, name]) => [name, name.replace(/_\d+$/, "")]));
  const isKept = (name) => kept.has(name) || kept.has(name.replace(/_[0-9a-f]{16}$/, ""));
  const isEntry = (name) => name === LATE_ENTRY || name.startsWith(`${LATE_ENTRY}_`);
  const entries = [...program.exported.keys()].filter(isEntry);
  if (entries.length !== 1) throw new Error(`expected one function ${LATE_ENTRY} in the linked module, found ${entries.length}`);
  const others = [...program.exported].filter(([name]) => !isEntry(name) && isKept(name)).map(([, index]) => index);
  const first = reached(program, others);
  const late = new Set([...reached(program, [program.exported.get(entries[0])])].filter((node) => !first.has(node)));

  const count = new Map();
  for (const name of program.names) count.set(name, (count.get(name) ?? 0) + 1);
  const names = (isWanted) => new Set(program.names.filter((name, node) => count.get(name) === 1 && isWanted(node)));
  const isUsed = (node) => first.has(node) || late.has(node);
  return {
    // As wasm-bindgen calls the entry.
    late: names((node) => late.has(node)).add(LATE_ENTRY),
    unused: names((node) => !isUsed(node) && !program.names[node].startsWith("__wbindgen")),
    lateData: spansOf(program.data.filter(({ node }) => late.has(node)), program.data.filter(({ node }) => !late.has(node))),
  };
}

/** The places of `data`, without those that `others` have, too. */
function spansOf(data, others) {
  const end = ({ address, start, end }) => address + end - start;
  const isShared = (one) => others.some((other) => other.address < end(one) && one.address < end(other));
  return data.filter((one) => end(one) > one.address && !isShared(one)).map((one) => [one.address, end(one)]);
}

/** The parts of a module's text: imports, functions, exports and whatever else. */
function partsOf(text) {
  const parts = text.slice(text.indexOf("\n (") + 2, text.lastIndexOf("\n)")).split(/\n (?=\()/);
  return parts.map((part) => {
    const [, kind] = part.match(/^\((\w+)/);
    const isFunction = kind === "func" || (kind === "import" && /\(func /.test(part));
    const [, name] = (isFunction ? part.match(/\(func (\$"(?:[^"\\]|\\.)*"|\$[^\s()]+)/) : part.match(/\((?:global|export) (\S+)/)) ?? [];
    return { kind, name, text: part, isFunction };
  });
}

const CALL = /\(call (\$"(?:[^"\\]|\\.)*"|\$[^\s()]+)/g;
const GLOBAL = /\(global\.[gs]et (\$[^\s()]+)/g;

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** A function's type, as an import writes it. */
function signature({ text }) {
  const params = [...text.split("\n", 1)[0].matchAll(/\(param (?:\$\S+ )?([^)]*)\)/g)].map(([, type]) => type);
  const [, result] = text.split("\n", 1)[0].match(/\(result (\w+)\)/) ?? [];
  return (params.length ? ` (param ${params.join(" ")})` : "") + (result ? ` (result ${result})` : "");
}

/** Which functions have one of these names, but for what the other functions call or exports name all the same. */
function apart(parts, wanted, entry) {
  const functions = new Map(parts.filter(({ kind }) => kind === "func").map((part) => [part.name, part]));
  const names = new Set([...functions.keys()].filter((name) => wanted.has(name.slice(1))));
  const kept = [...functions.keys()].filter((name) => !names.has(name));
  const exported = parts.filter(({ kind, name }) => kind === "export" && name !== `"${entry}"`);
  for (const { text } of exported) kept.push(...found(text, /\(func (\$[^\s()]+)\)/g));
  for (const name of kept) {
    names.delete(name);
    for (const callee of found(functions.get(name)?.text ?? "", CALL)) if (names.has(callee)) kept.push(callee);
  }
  return names;
}

/** Runs of neighbours in the table for which `isWanted`, as `[place, names]`. */
function runs(place, names, isWanted) {
  const found = [];
  names.forEach((name, index) => {
    if (!isWanted(name)) return;
    const last = found.at(-1);
    if (last && last[0] + last[1].length === place + index) last[1].push(name);
    else found.push([place + index, [name]]);
  });
  return found;
}

/** What stands in the table where a function is not there: an indirect call finds it to be of another type. */
const HOLE = "$late.hole";
const HOLE_TEXT = `(func ${HOLE} (param f32 f32 f32 f32) (unreachable))`;

const moduleOf = (parts) => `(module\n ${parts.join("\n ")}\n)\n`;

/** The text of a module without the functions with these names, but for what others call. */
export function withoutUnused(text, unused) {
  const parts = partsOf(text);
  const names = apart(parts, unused);
  const hole = (all) => (names.has(all) ? HOLE : all);
  const left = parts.filter(({ kind, name }) => kind !== "func" || !names.has(name));
  return moduleOf([...left.map((part) => (part.kind === "elem" ? part.text.replace(/\$"(?:[^"\\]|\\.)*"|\$[^\s()]+/g, hole) : part.text)), HOLE_TEXT]);
}

/** The bytes of a text with binaryen's escapes, as in Latin-1. */
function unescaped(text) {
  return text.replace(/\\([0-9a-f]{2}|.)/g, (all, code) => {
    if (code.length === 2) return String.fromCharCode(parseInt(code, 16));
    return { t: "\t", n: "\n", r: "\r" }[code] ?? code;
  });
}

const escaped = (bytes) => bytes.replace(/[^ -!#-[\]-~]/g, (byte) => `\\${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** The data of a module without those at some places of memory, where zeros are instead, and those apart. */
function divideData(parts, spans) {
  const [first, second] = [[], []];
  for (const { text } of parts.filter(({ kind }) => kind === "data")) {
    const [, head, place, contents] = text.match(/^(\(data \S+ \(i32\.const (\d+)\) )"([\s\S]*)"\)$/) ?? [];
    if (!head) throw new Error(`binaryen writes data in another way now: ${text.slice(0, 60)}`);
    let bytes = unescaped(contents);
    const start = Number(place);
    for (const [from, to] of spans.filter(([from, to]) => from >= start && to <= start + bytes.length)) {
      const own = bytes.slice(from - start, to - start);
      if (/^\0*$/.test(own)) continue;
      second.push(`(data (i32.const ${from}) "${escaped(own)}")`);
      bytes = bytes.slice(0, from - start) + "\0".repeat(to - from) + bytes.slice(to - start);
    }
    first.push(`${head}"${escaped(bytes)}")`);
  }
  return { first, second };
}

/**
 * Splits a module's text; `late` are the names of the functions that may be in the second part, `lateData` the places of its
 * data. Returns the text of the `first` part, and a function that makes that of the `second` part of the names that exports
 * of the first have been given, and the places in the table of the second's functions.
 */
export function split(text, { late, lateData }) {
  const parts = partsOf(text);
  const names = apart(parts, late, LATE_ENTRY);
  if (!names.has(`$${LATE_ENTRY}`)) throw new Error(`the function ${LATE_ENTRY} is not in the second part`);
  const isLate = ({ name, kind }) => kind === "func" && names.has(name);
  const lateText = parts.filter(isLate).map((part) => part.text).join("\n");

  const only = (kind) => {
    const one = parts.filter((part) => part.kind === kind);
    if (one.length !== 1) throw new Error(`expected one ${kind} in the module, found ${one.length}`);
    return one[0].text;
  };
  const [, memory] = only("memory").match(/\(memory (\$\S+) \d+\)/);
  const [, table, size] = only("table").match(/\(table (\$\S+) (\d+) \d+ funcref\)/);
  const [, place, listed] = only("elem").match(/\(elem \$\S+ \(i32\.const (\d+)\) (.*)\)$/);
  const entries = listed.match(/\$"(?:[^"\\]|\\.)*"|\$\S+/g);

  const called = new Set(found(lateText, CALL));
  const shared = [
    ...parts.filter((part) => part.isFunction && !isLate(part) && called.has(part.name)).map((part) => ({
      what: `(func ${part.name})`, as: `(func ${part.name}${signature(part)})`,
    })),
    ...[...new Set(found(lateText, GLOBAL))].map((name) => ({
      what: `(global ${name})`, as: `(global ${name} ${parts.find((part) => part.kind === "global" && part.name === name).text.match(/\(mut \w+\)/)[0]})`,
    })),
    { what: `(table ${table})`, as: `(table ${table} ${size} funcref)` },
    { what: `(memory ${memory})`, as: `(memory ${memory} 1)` },
  ].map((part, index) => ({ ...part, name: `late.${index}` }));

  const data = divideData(parts, lateData);
  const isElsewhere = (part) => isLate(part) || part.kind === "elem" || part.kind === "data" || part.name === HOLE;
  const first = parts.filter((part) => !isElsewhere(part) && !part.text.startsWith(`(export "${LATE_ENTRY}"`));
  const firstText = [
    ...first.map((part) => part.text),
    ...data.first,
    `(elem (i32.const ${place}) ${entries.map((name) => (names.has(name) ? HOLE : name)).join(" ")})`,
    ...shared.map(({ what, name }) => `(export "${name}" ${what})`),
    HOLE_TEXT,
  ];
  const second = (given) => [
    ...parts.filter(({ kind }) => kind === "type").map((part) => part.text),
    ...shared.map(({ as, name }) => `(import "${FIRST}" "${given.get(name)}" ${as})`),
    ...runs(Number(place), entries, (name) => names.has(name)).map(([place, run]) => `(elem (i32.const ${place}) ${run.join(" ")})`),
    ...data.second,
    `(export "${LATE_ENTRY}" (func $${LATE_ENTRY}))`,
    lateText,
  ];
  const latePlaces = entries.flatMap((name, index) => (names.has(name) ? [Number(place) + index] : []));
  return { first: moduleOf(firstText), second: (given) => moduleOf(second(given)), latePlaces: new Set(latePlaces) };
}
