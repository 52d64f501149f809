// How the glue starts the wasm: takes the place of wasm-bindgen's own loader in a release (scripts/slim.mjs appends it).
// A wrong MIME type costs one line on the console, and only where the program runs all the same.

async function __wbg_init({ module_or_path: url }) {
  if (wasm !== undefined) return;
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} for ${url}`);
  const named = /^application\/wasm\b/i.test(answer.headers.get("content-type"));
  const made = named
    ? WebAssembly.instantiateStreaming(answer, __wbg_get_imports())
    : WebAssembly.instantiate(await answer.arrayBuffer(), __wbg_get_imports());
  const { instance } = await made;
  if (!named) console.warn(`figure-tracker: serve ${url} as application/wasm, its type is wrong`);
  if (wasm === undefined) __wbg_finalize_init(instance);
}

export { __wbg_init as default };
