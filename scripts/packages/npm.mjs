// Makes the npm package of dist/: its folder and its tarball, in target/packages/. It publishes nothing and downloads nothing.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { customElements, element, frameworkTypes, parts, tables, types } from "./tables.mjs";
import { project } from "./project.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = process.env.FIGURE_TRACKER_DIST ?? join(ROOT, "dist");
const TARGET = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "packages");

/** What of dist/ is the element: not the demo, the data and the copy of the script that snippets pin. */
const isElements = (name) => /^(figure-tracker.*\.(js|wasm|css)|locales-.*\.json)$/.test(name) && !/^figure-tracker-element-/.test(name);

const isLicence = (name) => /^(LICENSE-\w+|THIRD-PARTY\.txt)$/.test(name);

/** The text of package.json. */
export function manifest() {
  const { version, repository } = project();
  const types = (name) => ({ types: `./types/${name}.d.ts`, default: "./server.js" });
  return {
    name: "figure-tracker",
    version,
    description: element.summary,
    keywords: ["custom-element", "web-component", "chart", "journalism", "data"],
    license: "MIT OR Apache-2.0",
    repository: { type: "git", url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
    type: "module",
    sideEffects: true,
    types: "./index.d.ts",
    unpkg: "./figure-tracker.js",
    jsdelivr: "./figure-tracker.js",
    customElements: "custom-elements.json",
    exports: {
      ".": { types: "./index.d.ts", node: "./server.js", default: "./figure-tracker.js" },
      "./react": { types: "./react.d.ts", default: "./react.js" },
      "./vite": { types: "./vite.d.ts", default: "./vite.js" },
      "./types/react": types("react"),
      "./types/vue": types("vue"),
      "./types/svelte": types("svelte"),
      "./figure-tracker.js": { types: "./index.d.ts", default: "./figure-tracker.js" },
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    peerDependencies: { react: ">=16.8" },
    peerDependenciesMeta: { react: { optional: true } },
  };
}

/** Writes the package's folder and packs it; gives the tarball's path. */
export function pack() {
  if (!existsSync(join(DIST, "figure-tracker.js"))) throw new Error(`there is no ${DIST}/figure-tracker.js: run make dist`);
  const folder = join(TARGET, "npm");
  rmSync(folder, { recursive: true, force: true });
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const json = (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  json("package.json", manifest());
  json("custom-elements.json", customElements());
  write("index.d.ts", types());
  for (const [name, text] of Object.entries(frameworkTypes())) write(name, text);
  write("vite.d.ts", "/** The plugin: `plugins: [figureTracker()]`. */\nexport default function figureTracker(): { name: string; config(): object };\n");
  const readme = readFileSync(join(ROOT, "packages/npm/README.md"), "utf8");
  const described = `${tables.attributes}\n\n${tables.events}\n\nParts for \`::part()\`: ${parts}.\n\n${tables.properties}`;
  write("README.md", readme.replace("TABLES", () => described).replaceAll("@VERSION", `@${project().version}`));
  for (const name of ["react.js", "server.js", "vite.js"]) copyFileSync(join(ROOT, "packages/npm", name), join(folder, name));
  for (const name of readdirSync(DIST)) {
    if (isElements(name) || isLicence(name)) copyFileSync(join(DIST, name), join(folder, name));
  }
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", TARGET], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return join(TARGET, filename);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pack());
