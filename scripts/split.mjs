// Splits a release's wasm in two: what runs from the start, and what is loaded when a reader asks for it.
//
// The second part is what only the function `addLateViews` leads to (src/components/late.rs). The linker's relocations say
// what that is, and binaryen's text form of the module is taken apart function by function. The second module has no
// memory, no table and no data of its own: it takes the first's, puts its functions into the places of the table that
// the first leaves free for them, and calls what the first exports for it.

import { linked, reached } from "./linked.mjs";

/** What the glue calls the function that begins the second part. */
export const LATE_ENTRY = "addLateViews";
/** As what the second part knows the first: program.js gives it under this name. */
const FIRST = "first";

/** The names of all functions that only the entry of the second part leads to. `bytes` are those of the linked module. */
export function lateFunctions(bytes) {
  const program = linked(bytes);
  // wasm-bindgen adds a hash to it.
  const entries = [...program.exported.keys()].filter((name) => name === LATE_ENTRY || name.startsWith(`${LATE_ENTRY}_`));
  if (entries.length !== 1) throw new Error(`expected one function ${LATE_ENTRY} in the linked module, found ${entries.length}`);
  const others = [...program.exported].filter(([name]) => name !== entries[0]).map(([, index]) => index);
  const first = reached(program, others);
  const late = [...reached(program, [program.exported.get(entries[0])])].filter((node) => !first.has(node));
  const names = late.map((node) => program.names[node]).filter((name) => name !== undefined);
  const count = new Map();
  for (const name of program.names) count.set(name, (count.get(name) ?? 0) + 1);
  // As wasm-bindgen calls the entry.
  return new Set([LATE_ENTRY, ...names.filter((name) => count.get(name) === 1)]);
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

/** Which functions are in the second part: those that are `late`, but for what the first calls or exports all the same. */
function lateNames(parts, late) {
  const functions = new Map(parts.filter(({ kind }) => kind === "func").map((part) => [part.name, part]));
  const names = new Set([...functions.keys()].filter((name) => late.has(name.slice(1))));
  const kept = [...functions.keys()].filter((name) => !names.has(name));
  const exported = parts.filter(({ kind, name }) => kind === "export" && name !== `"${LATE_ENTRY}"`);
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

/**
 * Splits a module's text; `late` are the names of the functions that may be in the second part. Returns the text of the
 * `first` part, and a function that makes that of the `second` part of the names that exports of the first have been given.
 */
export function split(text, late) {
  const parts = partsOf(text);
  const names = lateNames(parts, late);
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

  // An indirect call finds no function there before the second part has come: it is one of another type.
  const hole = "$late.hole";
  const first = parts.filter((part) => !isLate(part) && part.kind !== "elem" && !part.text.startsWith(`(export "${LATE_ENTRY}"`));
  const firstText = [
    ...first.map((part) => part.text),
    `(elem (i32.const ${place}) ${entries.map((name) => (names.has(name) ? hole : name)).join(" ")})`,
    ...shared.map(({ what, name }) => `(export "${name}" ${what})`),
    `(func ${hole} (param f32 f32 f32 f32) (unreachable))`,
  ];
  const second = (given) => [
    ...parts.filter(({ kind }) => kind === "type").map((part) => part.text),
    ...shared.map(({ as, name }) => `(import "${FIRST}" "${given.get(name)}" ${as})`),
    ...runs(Number(place), entries, (name) => names.has(name)).map(([place, run]) => `(elem (i32.const ${place}) ${run.join(" ")})`),
    `(export "${LATE_ENTRY}" (func $${LATE_ENTRY}))`,
    lateText,
  ];
  const module = (parts) => `(module\n${parts.join("\n")}\n)\n`;
  return { first: module(firstText), second: (given) => module(second(given)) };
}
