// The plugin in WordPress itself, as scripts/setup.sh has it from Debian: what an author without rights saves, a reader gets.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../../scripts/packages/project.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const WORDPRESS = join(process.env.FIGURE_TRACKER_TOOLS ?? join(homedir(), ".cache/figure-tracker/tools"), "wordpress");
const PLUGIN = join(process.env.CARGO_TARGET_DIR ?? at("../../target"), "packages/wordpress/figure-tracker");
const HTML = '<iframe class="figure-tracker" src="https://charts.example/pages/ru/deaths.html" width="600" height="900"></iframe>';
let folder, printed;

before(() => {
  assert.ok(existsSync(join(WORDPRESS, "wp-settings.php")), "there is no WordPress: run scripts/setup.sh packages");
  execFileSync(process.execPath, [at("../../scripts/packages/wordpress.mjs")], { stdio: "pipe" });
  folder = mkdtempSync(join(tmpdir(), "wordpress-"));
  for (const name of ["wp-admin", "wp-includes", "wp-settings.php"]) symlinkSync(join(WORDPRESS, name), join(folder, name));
  mkdirSync(join(folder, "wp-content/themes"), { recursive: true });
  cpSync(PLUGIN, join(folder, "wp-content/plugins/figure-tracker"), { recursive: true });
  copyFileSync(at("wordpress-database.php"), join(folder, "wp-content/db.php"));
  const oembed = join(folder, "deaths.oembed.json");
  writeFileSync(oembed, JSON.stringify({ version: "1.0", type: "rich", title: "Deaths", width: 600, height: 900, html: HTML }));
  printed = JSON.parse(execFileSync("php", ["-d", "display_errors=stderr", at("wordpress-itself.test.php"), folder, oembed], { encoding: "utf8" }));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const frame = (height, title = "figure-tracker") =>
  `<iframe loading="lazy" class="figure-tracker" src="https://charts.example/pages/deaths.html" title="${title}" width="100%" height="${height}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
/** An iframe's attributes in their order, whichever of them WordPress has moved. */
const sorted = (html) => html.replace(/<iframe ([^>]*)>/, (_, attributes) => `<iframe ${attributes.match(/[\w-]+="[^"]*"/g).sort().join(" ")}>`);

test("an author without rights loses iframe and script, but neither the shortcode nor the block", () => {
  assert.doesNotMatch(printed.iframe, /<iframe|<script/);
  assert.equal(printed.active, true);
  assert.equal(sorted(printed.shortcode), sorted(frame(900, "Deaths")));
  assert.equal(sorted(printed.block), sorted(frame(700)));
});

test("what such an author types leaves no quotes and is no script", () => {
  assert.match(printed.hostile, /^<p><iframe [^<>]*title="&quot; onload=&quot;x"[^<>]*height="20000"[^<>]*><\/iframe><\/p>$/);
  assert.equal(printed.script.replace(/<\/?p>/g, ""), "");
});

test("a page's address is embedded by the oEmbed file beside it, and nothing outside of the folders is asked for", () => {
  assert.equal(printed.asked.length, 1, JSON.stringify(printed.asked));
  const asked = new URL(printed.asked[0]);
  assert.equal(asked.origin + asked.pathname, "https://charts.example/pages/ru/deaths.oembed.json");
  assert.ok(printed.oembed.includes('src="https://charts.example/pages/ru/deaths.html"'), printed.oembed);
  assert.deepEqual([printed.outside, printed.other], [false, false]);
});

test("the script that follows the iframe's height is put into the page once", () => {
  const found = printed.scripts.match(/<script[^>]*figure-tracker[^>]*>/g);
  assert.equal(found.length, 1, printed.scripts);
  assert.ok(found[0].includes(`/plugins/figure-tracker/frame.js?ver=${project().version}`), found[0]);
});

test("the page of the setting shows what is set, and keeps no markup", () => {
  assert.match(printed.settings, /<textarea[^>]*>https:\/\/charts\.example\/pages\n&quot;&gt;&lt;script&gt;x&lt;\/script&gt;<\/textarea>/);
  assert.doesNotMatch(printed.setting, /</);
});
