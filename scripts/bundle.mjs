// Makes one script of a module and what it imports: pages load a single file. Minified in a release; a development
// build stays readable. It writes nothing.

import { FLOOR } from "./floor.mjs";

/**
 * The text of the module `entry` together with what it imports. `options` are esbuild's: `define` puts values in place of
 * names, `alias` files in place of modules.
 */
export async function bundled(entry, { minify, ...options }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify,
    format: "esm",
    target: FLOOR,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  return outputFiles[0].text;
}
