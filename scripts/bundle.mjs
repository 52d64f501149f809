// Makes one script of the element and what it imports: pages load a single file. Minified in a release; a development
// build stays readable. It writes nothing.

import { join } from "node:path";
import { FLOOR } from "./floor.mjs";

/** The text of a module of `src/element/` together with the modules that it imports. */
export async function bundled(text, source, { minify }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: join(source, "src/element"), sourcefile: "element.js" },
    bundle: true,
    write: false,
    minify,
    format: "esm",
    target: FLOOR,
    charset: "utf8",
    legalComments: "none",
  });
  return outputFiles[0].text;
}
