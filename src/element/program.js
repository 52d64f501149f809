// Loads the program, once a page: as WebAssembly, or where that is refused or doesn't come, the same as plain JavaScript.
//
// What wasm-bindgen wrote for the WebAssembly is a part of this script, so that nothing waits for it. The names and hashes
// of the files (`BUILD`) are put in by scripts/after-build.mjs.

import { addLateViews, DataFile, IncomingFile, instantiate, mount, mountFailure, MountOptions, Place, prepareLanguage, registerCatalog } from "figure-tracker-glue";
import { compile, errorMessage, FALLBACK_TIMEOUT_MS, LOAD_TIMEOUT_MS, withTimeout } from "./fetching.js";
import { secondPart } from "./second-part.js";
import { addLateStyles } from "./styles.js";

// Bundlers take a file along where they read its name and `import.meta.url` in one such expression.
const WASM = new URL(BUILD.wasm, import.meta.url).href;
const LATE = new URL(BUILD.late, import.meta.url).href;
/** An empty module: what refuses WebAssembly refuses this too. */
const EMPTY_MODULE = [0, 97, 115, 109, 1, 0, 0, 0];

/** The program's functions, or nothing where it isn't being loaded: a promise. */
export let program;
let reported = false;
/** Resolves when all widgets that were begun are drawn and seen. */
let drawn = Promise.resolve();

/** Gives the program's functions; a failed load is tried again by the next element. */
export function loadProgram() {
  program ??= start().catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

/** How long the next frame may take; a page out of sight has none. */
const FRAME_TIMEOUT_MS = 200;

/** Draws a widget by `draw`, before the second part of the program is asked for or begins: that would make it take longer. */
export function drawFirst(draw) {
  const end = draw();
  drawn = Promise.allSettled([drawn, end]).then(nextFrame);
  return end;
}

/** Waits until what has been drawn is seen. */
export function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_TIMEOUT_MS);
  });
}

/** Tells the console how the program fares, once a page. */
export function report(level, message) {
  if (!reported) console[level](`figure-tracker: ${message}`);
  reported = true;
}

async function start() {
  const reasons = [];
  const began = performance.now();
  // What WebAssembly leaves of its time is plain JavaScript's.
  for (const [run, end] of [[startWasm, LOAD_TIMEOUT_MS], [startPlain, LOAD_TIMEOUT_MS + FALLBACK_TIMEOUT_MS]]) {
    try {
      const functions = await withTimeout(run(), "it", end - Math.round(performance.now() - began));
      if (reasons[0]) {
        report("warn", `runs as plain JavaScript, slower than as WebAssembly, which failed: ${reasons}. ` +
          `It needs ${WASM} and 'wasm-unsafe-eval' in a script-src policy.`);
      }
      return functions;
    } catch (error) {
      reasons.push(errorMessage(error));
    }
  }
  throw new Error(`neither WebAssembly (${reasons[0]}) nor plain JavaScript (${reasons[1]}) works`);
}

async function startWasm() {
  // Throws, before anything is fetched, where there is no WebAssembly or the page's policy refuses it: most browsers
  // refuse the module, WebKit its instance.
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(EMPTY_MODULE)));
  const first = await instantiate(await compile(WASM, BUILD.wasmIntegrity));
  const functions = { DataFile, IncomingFile, mount, mountFailure, MountOptions, Place, prepareLanguage, registerCatalog };
  // A development build is in one piece.
  if (!BUILD.late) {
    addLateViews();
    return { ...functions, async loadLateViews() {} };
  }
  // It runs in the first part's memory.
  const loadLateViews = secondPart(async () => {
    await drawn;
    const module = await withTimeout(compile(LATE, BUILD.lateIntegrity), "it");
    const { exports } = await WebAssembly.instantiate(module, { first });
    await drawn; // others may have begun meanwhile
    addLateStyles(new TextDecoder().decode(WebAssembly.Module.customSections(module, "styles")[0]));
    exports.addLateViews();
  }, LATE);
  return { ...functions, loadLateViews };
}

async function startPlain() {
  const plain = await importModule(new URL(BUILD.plain, import.meta.url).href, BUILD.plainIntegrity);
  const late = new URL(BUILD.plainLate, import.meta.url).href;
  return plain.start(async () => {
    await drawn;
    const second = await withTimeout(importModule(late, BUILD.plainLateIntegrity), "it");
    await drawn; // others may have begun meanwhile
    addLateStyles(second.styles);
    return second;
  }, late);
}

/** Gives the module that answers taps on a picture. */
export const loadAnswers = () => importModule(new URL(BUILD.answers, import.meta.url).href, BUILD.answersIntegrity);

async function importModule(address, integrity) {
  await preloadModule(address, integrity);
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address);
}

/** Has a module fetched by its hash, where the browser can: the import that follows gets the same bytes, or none. */
function preloadModule(url, integrity) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return undefined;
  Object.assign(link, { rel: "modulepreload", href: url, integrity, crossOrigin: "anonymous" });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${url} did not come, or not with its hash`));
    document.head.append(link);
  }).finally(() => link.remove());
}
