// How the glue starts the same program as plain JavaScript (scripts/plain.mjs appends it to glue and program). It must
// not touch `WebAssembly`: it is for the pages that have none.

function __wbg_init() {
  if (wasm === undefined) __wbg_finalize_init({ exports: program(__wbg_get_imports()) });
}

export { __wbg_init as default };
