// The WordPress plugin: its PHP parses, and what it prints is an iframe and nothing else, whatever it is given.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const PLUGIN = at("../../packages/wordpress/figure-tracker.php");
const skip = spawnSync("php", ["--version"]).error ? "there is no php here: apt-get install php-cli" : false;
const printed = skip ? {} : JSON.parse(execFileSync("php", ["-d", "error_reporting=-1", "-d", "display_errors=stderr", at("wordpress.test.php"), PLUGIN], { encoding: "utf8" }));
const FRAME = (src, height, title = "figure-tracker") =>
  `<iframe class="figure-tracker" src="${src}" title="${title}" width="100%" height="${height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;

test("the plugin is PHP without a fault", { skip }, () => {
  execFileSync("php", ["-l", PLUGIN], { stdio: "pipe" });
});

test("the editor's script is JavaScript without a fault", () => {
  execFileSync(process.execPath, ["--check", at("../../packages/wordpress/block.js")], { stdio: "pipe" });
});

test("shortcode and block print the iframe of a page", { skip }, () => {
  assert.equal(printed.plain, FRAME("https://charts.example/pages/deaths.html?theme=dark&#038;lang=en", 900));
  assert.equal(printed.block, FRAME("https://charts.example/pages/deaths.html", 700));
  assert.equal(printed.own, FRAME("http://site.example/deaths.html", 1120));
  assert.equal(printed.seen.enqueued, "figure-tracker");
  assert.deepEqual(printed.seen.blocks, ["figure-tracker/figures"]);
});

test("what a writer types never becomes markup, a script or a dangerous address", { skip }, () => {
  assert.equal(printed.hostile, FRAME("https://charts.example/onload=x", 100, "&quot;&gt;&lt;script&gt;x&lt;/script&gt;").replace('height="100"', `height="${printed.hostile.match(/height="(\d+)"/)[1]}"`));
  assert.ok(Number(printed.hostile.match(/height="(\d+)"/)[1]) <= 20000);
  for (const what of ["script", "insecure", "nothing"]) assert.equal(printed[what], "", what);
});

test("no attribute of a writer comes out but those of the iframe, and none of them leaves its quotes", { skip }, () => {
  const page = "https://charts.example/a.html";
  assert.deepEqual(printed.hostiles, [
    FRAME(page, 1120, "&#039; onload=&#039;x"),
    FRAME(page, 1120, "&lt;/iframe&gt;&lt;img src=x onerror=x&gt;"),
    FRAME(page, 1120, "&quot;\n\tonload=x"),
    FRAME(page, 100),
    FRAME(page, 100),
    FRAME(page, 700),
    FRAME(page, 1120),
    FRAME(`${page}&#039;%20onload=&#039;x`, 1120),
    FRAME(`${page}%20srcdoc=script`, 1120),
  ]);
  for (const text of printed.refused) assert.equal(text, "");
  assert.equal(printed.refused.length, 8);
});

test("the scripts' addresses have the version, so that no browser keeps those of an older one", { skip }, () => {
  const { version } = project();
  for (const name of ["frame", "block"]) {
    assert.ok(Object.values(printed.seen.scripts).includes(`https://site.example/wp-content/plugins/figure-tracker/${name}.js?${version}`), name);
  }
});

test("pages of the folders that an administrator lists are embedded by their address, and of no others", { skip }, () => {
  assert.deepEqual(printed.seen.providers, { "https://charts.example/pages/*.html": "https://charts.example/pages/{page}.oembed.json" });
  assert.equal(printed.oembed, "https://charts.example/pages/deaths.oembed.json?maxwidth=600&url=x");
  assert.equal(printed.russian, "https://charts.example/pages/ru/deaths.oembed.json?maxwidth=600&url=x");
  assert.deepEqual(printed.outside, Array(8).fill(""), "an address that leaves the folder has no file");
  assert.equal(printed.other, "https://video.example/oembed");
});
