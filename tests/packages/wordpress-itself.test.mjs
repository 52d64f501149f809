// The plugin in WordPress itself, as scripts/setup.sh has it from Debian: what an author without rights saves, a reader gets.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Key } from "selenium-webdriver";
import { project } from "../../scripts/packages/project.mjs";
import { look, until } from "./chart.mjs";
import { serve } from "./serve.mjs";

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

test("an editor pastes an address into the block, sees the page, and the block keeps address and height", async () => {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/wp-includes/css/dist/components/style.css"><link rel="stylesheet" href="/wp-includes/css/dist/block-editor/style.css"></head><body>
<div id="editor"></div>${printed.editor.replaceAll("https://site.example/", "/")}<script src="/start.js"></script></body></html>`;
  const start = `const { createElement, render, useState } = wp.element;
    const { BlockEditorProvider, BlockList, BlockTools, WritingFlow } = wp.blockEditor;
    const first = [wp.blocks.createBlock("figure-tracker/figures")];
    function Editor() {
      const [blocks, update] = useState(first);
      window.written = wp.blocks.serialize(blocks);
      const tree = createElement(BlockEditorProvider, { value: blocks, onInput: update, onChange: update },
        createElement(BlockTools, null, createElement(WritingFlow, null, createElement(BlockList))));
      return createElement(wp.keyboardShortcuts.ShortcutProvider, null, createElement(wp.components.SlotFillProvider, null, tree));
    }
    render(createElement(Editor), document.getElementById("editor"));`;
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "start.js"), start);
  writeFileSync(join(folder, "deaths.html"), "<!doctype html><title>Deaths</title>");
  const eyes = await look();
  const site = await serve({ "/": folder });
  try {
    await eyes.driver.get(`${site.origin}/`);
    await until(eyes, "return document.querySelector('#editor input[type=url]')", "the block");
    await eyes.driver.findElement({ css: "#editor [data-type='figure-tracker/figures']" }).click();
    const address = await eyes.driver.findElement({ css: "#editor input[type=url]" });
    await address.sendKeys(`${site.origin}/deaths.html`);
    const height = await eyes.driver.findElement({ css: "#editor input[type=number]" });
    await height.sendKeys(Key.chord(Key.CONTROL, "a"), "700");
    const frame = await until(eyes, `const f = document.querySelector("#editor iframe");
      return f?.height === "700" && [f.src, f.getAttribute("sandbox")]`, "the page in the block");
    assert.deepEqual(frame, [`${site.origin}/deaths.html`, "allow-scripts"]);
    const written = await eyes.driver.executeScript("return window.written");
    assert.equal(written, `<!-- wp:figure-tracker/figures {"src":"${site.origin}/deaths.html","height":700} /-->`);
  } finally {
    await eyes.driver.quit();
    await site.stop();
  }
});

test("the page of the setting shows what is set, and keeps no markup", () => {
  assert.match(printed.settings, /<textarea[^>]*>https:\/\/charts\.example\/pages\n&quot;&gt;&lt;script&gt;x&lt;\/script&gt;<\/textarea>/);
  assert.doesNotMatch(printed.setting, /</);
});
