// The oldest browsers that the widget runs in, as esbuild names them: nothing newer may be in what is published.
// README.md says the same to readers, and scripts/slim.mjs what of WebAssembly these browsers have.

export const FLOOR = ["safari15.4", "chrome96", "firefox100"];
