// The step that makes plain JavaScript of wasm, by itself: where the two are known to differ they must not differ here.

import assert from "node:assert/strict";
import { test } from "node:test";
import binaryen from "binaryen";
import { programOf } from "../../scripts/plain.mjs";

/** A module of these functions, as WebAssembly and as plain JavaScript. */
function both(functions) {
  const module = binaryen.parseText(`(module (memory (export "memory") 1) ${functions})`);
  module.setFeatures(binaryen.Features.All);
  const wasm = module.emitBinary();
  module.dispose();
  return [
    new WebAssembly.Instance(new WebAssembly.Module(wasm), {}).exports,
    new Function(`${programOf(Buffer.from(wasm))} return program({});`)(),
  ];
}

const ODD = [0, -0, 0.5, -0.9, 1.999, -7.5, NaN, Infinity, -Infinity, 1e300, -1e300];
const EDGES = [2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63].flatMap((n) => [n, -n, n - 1, 1 - n, n + 0.5, n * 1.0000001]);

test("a double becomes the same whole number as in WebAssembly, at the ends of the types and beyond", () => {
  const [wasm, plain] = both(`
    (func (export "s") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0)))
    (func (export "u") (param f64) (result i32) (i32.trunc_sat_f64_u (local.get 0)))
    (func (export "low") (param f64) (result i32) (i32.wrap_i64 (i64.trunc_sat_f64_s (local.get 0))))
    (func (export "high") (param f64) (result i32)
      (i32.wrap_i64 (i64.shr_u (i64.trunc_sat_f64_s (local.get 0)) (i64.const 32))))`);
  for (const name of ["s", "u", "low", "high"]) {
    for (const x of [...ODD, ...EDGES]) assert.equal(plain[name](x), wasm[name](x), `${name}(${x})`);
  }
});

test("a memory that grows keeps what is in it, and says how large it was or that there is no more", () => {
  const all = both(`
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "size") (result i32) (memory.size))
    (func (export "put") (param i32) (i32.store (local.get 0) (i32.const 1234567)))
    (func (export "get") (param i32) (result i32) (i32.load (local.get 0)))`);
  const [wasm, plain] = all.map(({ grow, size, put, get }) => {
    put(65_000);
    const said = [size(), grow(3), size(), grow(400), size(), grow(65_500), size()];
    put(400 * 65_536);
    return [...said, get(65_000), get(400 * 65_536), get(200 * 65_536)];
  });
  assert.deepEqual(wasm.slice(0, 7), [1, 1, 4, 4, 404, -1, 404]);
  assert.deepEqual(plain, wasm);
});
