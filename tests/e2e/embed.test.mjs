// The snippet maker, and what it makes: each snippet is pasted into a page of its own and has to work there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { Key, page as pageOf, suite } from "./page.mjs";
import { pageNames } from "../../maker/names.js";
import { DIST } from "./site.mjs";

const on = suite();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KINDS = ["script", "iframe", "static"];
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; require-trusted-types-for 'script'";
const EDITION = JSON.parse(readFileSync(join(DIST, "data.json"), "utf8")).edition;
const BLOCKS = `const shown = (id) => !document.getElementById(id + "-block").hidden && document.getElementById(id).value;`;

/** Opens the snippet maker and waits until what was asked for is there to be copied. */
async function maker(query = "", { policy } = {}) {
  if (policy) on.site.rule(/^\/widget\/embed\.html$/, { headers: { "content-security-policy": policy } });
  const page = await on.published("embed.html", `?${query}`);
  await made(page);
  return page;
}

/** Waits until the previews are measured and the snippets written, and gives them. */
async function made(page) {
  await page.until(`${BLOCKS} return document.getElementById("previews").getAttribute("aria-busy") === "false"
    && shown("frozen") && (document.querySelector("#form").kind.value === "static" || shown("rule") || / style="/.test(shown("updating")))`,
    "snippets");
  await page.settled();
  return page.ask(`${BLOCKS} return { updating: shown("updating"), frozen: shown("frozen"), rule: shown("rule") }`);
}

/** A page with this snippet in it, and the rule in its style sheet. */
function pasted(snippet, rule, options = {}) {
  // The type face of the snippet maker, in which the height was measured.
  on.site.publish("/site.css", `figure-tracker { font-family: system-ui, sans-serif }\n${rule || ""}`);
  return on.open(snippet, { head: '<link rel="stylesheet" href="/site.css">', ...options });
}

const quiet = async (page) => assert.deepEqual([await page.errors(), await page.violations()], [[], []]);

test("it knows the pages of metrics by the names that they are written under", () => {
  const table = JSON.parse(readFileSync(new URL("../data/names.json", import.meta.url), "utf8"));
  const names = pageNames(table.map(([id]) => ({ id })));
  assert.deepEqual([...names].map(([id, name]) => [id, `${name}.html`]), table);
});

for (const which of ["updating", "frozen"]) {
  test(`the ${which} script, pasted into a page, is the chart that was picked, and its place is kept free`, async () => {
    const snippets = await made(await maker("metric=injured&kind=script&theme=dark"));
    const page = await pasted(snippets[which], snippets.rule);
    const reserved = await page.ask("return parseFloat(getComputedStyle(host).minHeight)");
    await page.ready();
    await page.settled();
    assert.equal(await page.property("metric"), "injured");
    assert.equal(await page.attribute("theme"), "dark");
    assert.equal(await page.attribute("edition"), which === "frozen" ? EDITION : null);
    const data = which === "frozen" ? `/widget/pages/editions/${EDITION}/data.json` : "/widget/data.json";
    assert.ok(on.site.asked().includes(data), data);
    const height = await page.ask("return root.querySelector('.ft-base').getBoundingClientRect().height");
    assert.ok(reserved >= height && reserved < height + 50, `${reserved} px for ${height} px`);
    await quiet(page);
  });

  test(`the ${which} script says which it is and leaves the figures where it is blocked`, async () => {
    const snippets = await made(await maker("metric=injured&kind=script"));
    assert.match(snippets[which], which === "frozen" ? new RegExp(`^<!-- Injured: frozen, .*${EDITION}`) : /^<!-- Injured: updating/);
    on.site.rule(/\/figure-tracker[^/]*\.js$/, { status: 404 });
    const blocked = await pasted(snippets[which], "");
    for (const part of ["Injured", "4,353 people"]) assert.ok((await blocked.ask("return clean(host.innerText)")).includes(part), part);
    await on.driver.findElement({ css: "figure-tracker summary" }).click();
    const text = await blocked.ask("return clean(host.innerText)");
    for (const part of ["Injured", "4,353 people", "3,500", "Serik Shalabaev"]) assert.ok(text.includes(part), `${part}: ${text}`);
    const link = await blocked.ask('return host.querySelector("a").href');
    assert.ok(link.startsWith(`${on.site.origin}/widget/pages/`) && link.endsWith("/injured.html"), link);
  });

  test(`the ${which} iframe, pasted into a page, shows its page and becomes as high`, async () => {
    const snippets = await made(await maker("metric=injured&kind=iframe&theme=dark"));
    const page = await pasted(snippets[which], snippets.rule);
    const reserved = await page.ask("return parseFloat(getComputedStyle(document.querySelector('iframe')).height)");
    await page.until("return document.querySelector('iframe').style.height", "the height that the page tells");
    await page.settled();
    const { src, height } = await page.ask("const f = document.querySelector('iframe'); return { src: f.src, height: f.clientHeight }");
    const folder = which === "frozen" ? `pages/editions/${EDITION}` : "pages";
    assert.equal(src, `${on.site.origin}/widget/${folder}/injured.html?theme=dark`);
    assert.ok(Math.abs(reserved - height) < 40, `${reserved} px for ${height} px`);
    await quiet(page);
  });
}

test("the script runs only if it is the one whose hash the snippet has", async () => {
  const { updating } = await made(await maker("kind=script"));
  const script = readdirSync(DIST).find((name) => /^figure-tracker-element-.*\.js$/.test(name));
  on.site.rule(new RegExp(script), { body: `${readFileSync(join(DIST, script), "utf8")}\nwindow.changed = true;` });
  const page = await pasted(updating, "");
  await page.until("return document.readyState === 'complete'");
  await page.settled();
  assert.deepEqual(await page.ask("return [window.changed ?? false, customElements.get('figure-tracker') === undefined]"), [false, true]);
  const text = await page.ask("return clean(host.innerText)");
  assert.ok(text.includes("230 people"), text);
});

test("for pages that refuse inline styles the height is in a rule", async () => {
  for (const kind of ["script", "iframe"]) {
    const { updating, rule } = await made(await maker(`kind=${kind}&reserve=no`));
    assert.ok(!updating.includes(" style="), updating);
    const page = await pasted(updating, rule);
    const reserved = await page.ask("return document.querySelector('figure-tracker, iframe').getBoundingClientRect().height");
    assert.ok(reserved > 700, `${reserved}`);
    assert.equal((await made(await maker(`kind=${kind}`))).rule, false);
  }
});

test("the chart's place is as high on phones and desktops as it was measured, by the snippet alone", async () => {
  const inline = await made(await maker("kind=script"));
  const rules = await made(await maker("kind=script&reserve=no"));
  for (const width of [390, 599, 600, 1280]) {
    await pageOf(on.driver).resize(width, 900, { mobile: width < 600 });
    const heights = [];
    for (const { updating, rule } of [inline, rules]) {
      const page = await pasted(updating, rule);
      heights.push(await page.ask("return getComputedStyle(host).minHeight"));
    }
    assert.equal(heights[0], heights[1], `${width}`);
  }
});

for (const [width, face] of [[390, "Noto Sans"], [390, "DejaVu Sans"], [1280, "Noto Sans"], [1280, "DejaVu Sans"]]) {
  test(`at ${width} px nothing below moves when the chart comes in ${face}`, async () => {
    const { updating } = await made(await maker("kind=script"));
    await pageOf(on.driver).resize(width, 900, { mobile: width < 600 });
    on.site.publish("/face.css", `html { font-family: "${face}" }`);
    let come;
    on.site.rule(/\.wasm$/, { after: new Promise((resolve) => { come = resolve; }) });
    on.site.rule(/\.picture\.html$/, { status: 404, body: "" });
    const page = await on.open(`${updating}<p id="after">After</p>`, { head: '<link rel="stylesheet" href="/face.css">' });
    const below = "return document.getElementById('after').getBoundingClientRect().top + scrollY";
    const before = await page.ask(below);
    come();
    await page.ready();
    await page.settled();
    const moved = await page.ask(below) - before;
    assert.ok(Math.abs(moved) <= 4, `${moved} px`);
  });
}

test("a snippet has the picture that stands until the program has come", async () => {
  for (const [query, folder] of [["", "pages/"], ["lang=ru", "pages/"]]) {
    const { updating } = await made(await maker(`kind=script&${query}`));
    assert.ok(updating.includes(` pictures="${on.site.origin}/widget/${folder}"`), updating);
  }
  const { updating, frozen } = await made(await maker("kind=script"));
  assert.ok(frozen.includes(` pictures="${on.site.origin}/widget/pages/editions/${EDITION}/"`), frozen);
  on.site.rule(/\.wasm$/, { hang: true });
  for (const snippet of [updating, frozen]) {
    const page = await pasted(snippet, "");
    await page.until('return root?.querySelector("a[part=picker]") && true', "the picture");
  }
});

test("without the pin the script is the one that releases replace", async () => {
  const { updating } = await made(await maker("kind=script&pin=no"));
  assert.ok(updating.includes(`<script type="module" src="${on.site.origin}/widget/figure-tracker.js"></script>`), updating);
  const page = await pasted(updating, "");
  await page.ready();
});

test("an iframe whose height is not to follow needs no script", async () => {
  const { updating, frozen } = await made(await maker("kind=iframe&follow=no"));
  for (const snippet of [updating, frozen]) assert.ok(!snippet.includes("<script"), snippet);
  assert.ok(/ height="\d{3,4}"/.test(updating), updating);
});

test("static HTML, pasted into a page, is the printed chart, needs no script, and leaves the page's own style alone", async () => {
  const snippets = await made(await maker("metric=injured&kind=static&theme=dark"));
  assert.equal(snippets.updating, false);
  assert.match(snippets.frozen, new RegExp(`^<!-- Injured: frozen, .*${EDITION}`));
  const page = await pasted(snippets.frozen, "", { head: "" });
  await page.until("return document.querySelector('svg') && document.styleSheets.length > 0");
  const look = await page.ask(`const base = document.querySelector("figure-tracker .ft-base");
    return { ground: getComputedStyle(base).backgroundColor, space: getComputedStyle(base).paddingTop,
      page: getComputedStyle(document.body).margin, face: getComputedStyle(document.documentElement).fontFamily,
      charts: [...document.querySelectorAll("svg[part=chart]")].filter((e) => e.getBoundingClientRect().height > 0).length,
      links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((to) => !/^https?:/.test(to)) }`);
  const plain = await on.open("<p>A page</p>", { head: "" });
  const face = await plain.ask("return getComputedStyle(document.documentElement).fontFamily");
  assert.deepEqual(look, { ground: "rgb(20, 23, 26)", space: "16px", page: "8px", face, charts: 1, links: [] });
});

test("what is chosen is in the address, in the previews and in the snippets", async () => {
  const page = await maker();
  const choose = (name, value) => page.ask(`const field = document.getElementById(arguments[0]); field.value = arguments[1];
    field.dispatchEvent(new Event("input", { bubbles: true }))`, name, value);
  await choose("metric", "injured");
  await choose("lang", "de");
  await choose("site", "https://example.org/charts");
  await page.until("return root.querySelector('[part=base]')?.lang === 'de' && host.metric === 'injured'");
  const { updating, frozen } = await made(page);
  assert.ok(updating.includes('<figure-tracker src="https://example.org/charts/data.json" metric="injured" lang="de" style="'), updating);
  assert.ok(updating.includes("4.353"), "the table is in the language, too");
  assert.ok(!`${updating}${frozen}`.includes(on.site.origin));
  const query = new URL(await on.driver.getCurrentUrl()).searchParams;
  assert.deepEqual(Object.fromEntries(query), { metric: "injured", lang: "de", site: "https://example.org/charts/" });
  await on.driver.get(await on.driver.getCurrentUrl());
  assert.equal((await made(pageOf(on.driver))).updating, updating);
});

test("a metric that is picked in a preview is picked", async () => {
  const page = await maker();
  await page.pick("injured");
  await page.until("return document.getElementById('metric').value === 'injured'");
  assert.match((await made(page)).updating, /metric="injured"/);
});

test("a view is in the address, in words, and in the snippets, which show it", async () => {
  const asked = "metric=deaths&known-on=2022-01-20&scope=country";
  const words = "Deaths, as known on 20 January 2022, only Whole country";
  const known = /As known on (?:20 January|January 20,) 2022[^<]*: 225 people\./;
  for (const kind of ["updating", "frozen"]) {
    const snippets = await made(await maker(`kind=script&${asked}`));
    assert.ok(snippets[kind].startsWith(`<!-- ${words}: ${kind}`), snippets[kind]);
    assert.ok(snippets[kind].includes(' scope="country" known-on="2022-01-20"'), snippets[kind]);
    assert.match(snippets[kind], new RegExp(`<summary>Deaths: [^<]*${known.source}</summary>`), "and in the words inside the element");
    assert.ok(snippets[kind].includes("<tr><th>Date said</th><th>Figure</th>"), "heads without the sign of how a table is sorted");
    assert.ok(!snippets[kind].includes("<td>230"), "what wasn't known is not in the table");
    const page = await pasted(snippets[kind], snippets.rule);
    await page.ready();
    await page.settled();
    assert.match(await page.text("state"), known);
  }
  for (const kind of ["updating", "frozen"]) {
    const snippets = await made(await maker(`kind=iframe&${asked}`));
    assert.ok(snippets[kind].startsWith(`<!-- ${words}: ${kind}`), snippets[kind]);
    const page = await pasted(snippets[kind], snippets.rule);
    assert.equal(new URL(await page.ask("return document.querySelector('iframe').src")).hash,
      "#figure-tracker=metric=deaths&scope=country&known-on=2022-01-20");
    const said = await page.until(`const of = document.querySelector("iframe").contentDocument?.querySelector("figure-tracker")?.shadowRoot;
      return of?.querySelector(".ft-asked strong")?.textContent.replace(/[\u2066-\u2069]/g, "")`, "the view of the page");
    assert.match(said, known);
  }
});

test("the form offers what can be asked of a metric, and a view that is chosen in a preview is chosen", async () => {
  const page = await maker("kind=script&metric=deaths");
  const offered = await page.ask("return [...document.getElementById('speaker').options].map((o) => o.text)");
  assert.ok(offered[0] === "All" && offered.includes("Berik Asylov"), offered.join());
  await page.ask("[...root.querySelectorAll('[part~=tab]')].at(-1).click()");
  await page.until("return document.getElementById('view').value === 'who'", "the view of the preview");
  assert.match((await made(page)).updating, /^<!-- Deaths, by who said it: updating.*[^]* view="who"/);
  assert.equal(await page.ask("return document.getElementById('view-words').textContent"), "by who said it");
});

test("a period that ends before it begins is none, and the form says so", async () => {
  const page = await maker("kind=script&metric=deaths&from=2022-03-01&to=2022-02-01");
  assert.ok(!/ (from|to)="/.test((await made(page)).updating));
  assert.equal(await page.ask("return document.getElementById('to').validationMessage"), "The last day is before the first");
});

test("static pages that are not there in the language are not promised", async () => {
  const page = await maker("kind=iframe&lang=de");
  assert.match(await page.ask("return document.getElementById('note').textContent"), /--lang de/);
  const { updating } = await made(page);
  assert.ok(updating.includes("/widget/pages/deaths.html"), updating);
});

test("names from the data can't break out of a snippet", async () => {
  const data = JSON.parse(readFileSync(join(DIST, "data.json"), "utf8"));
  const evil = 'A --> <img src="x" onerror="window.evil = 1"> "B" & C';
  Object.assign(data.metrics.find(({ id }) => id === "injured"), { label: evil });
  data.title = evil;
  on.site.publish("/widget/data.json", JSON.stringify(data));
  for (const kind of ["script", "iframe"]) {
    const { updating, rule } = await made(await maker(`metric=injured&kind=${kind}`));
    assert.ok(!/<img/.test(updating), updating);
    const page = await pasted(updating, rule);
    await page.settled();
    assert.deepEqual(await page.ask("return [document.querySelectorAll('img').length, window.evil ?? 0]"), [0, 0]);
    if (kind === "iframe") assert.equal(await page.ask("return document.querySelector('iframe').title"), `${evil} – ${evil}`);
  }
});

test("it keeps to the strict policy, whose frames are its own pages", async () => {
  const page = await maker("kind=script", { policy: `${STRICT}; frame-src 'self'` });
  for (const kind of [...KINDS, "script"]) {
    await page.ask(`const field = document.querySelector('[value=${kind}]'); field.click()`);
    await made(page);
  }
  await quiet(page);
  const html = readFileSync(join(DIST, "embed.html"), "utf8");
  assert.deepEqual(html.match(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/g), null);
});

test("it can be used by keyboard alone, and says that it copied", async () => {
  const page = await maker();
  await page.ask("document.getElementById('metric').focus()");
  const reached = () => page.ask(`const e = document.activeElement; return e.dataset.copies ?? (e.value && e.name === "kind" ? e.value : e.id || e.name)`);
  await page.keys(Key.TAB);
  assert.equal(await reached(), "script");
  await page.keys(Key.ARROW_DOWN);
  assert.equal(await reached(), "iframe");
  const { frozen } = await made(page);
  const path = [];
  while (path.at(-1) !== "frozen" || path.length < 2 || path.at(-2) !== "frozen") {
    await page.keys(Key.TAB);
    path.push(await reached());
    assert.ok(path.length < 20, path.join(" "));
  }
  assert.deepEqual(path, ["view-summary", "lang", "theme", "site", "pin", "follow", "reserve", "go", "updating", "updating", "frozen", "frozen"]);
  await page.keys(Key.ENTER);
  const said = await page.until("return document.activeElement.parentElement.querySelector('output').textContent");
  assert.match(said, /^(Copied|Selected)/);
  if (said === "Selected: copy it with the keyboard") {
    assert.equal(await page.ask("const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)"), frozen);
  }
});

for (const width of [320, 390, 768, 1280]) {
  test(`nothing scrolls sideways at ${width} px, whatever the kind`, async () => {
    await pageOf(on.driver).resize(width, 900, { mobile: width < 700 });
    for (const kind of KINDS) {
      const page = await maker(`kind=${kind}`);
      assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, kind);
      const wide = await page.ask(`return [...document.querySelectorAll(".stage > *")].map((e) => Math.ceil(e.getBoundingClientRect().right))`);
      assert.ok(wide.length === 2 && wide.every((right) => right <= width), `${kind}: ${wide}`);
    }
  });
}

test("axe finds nothing to say, whatever the kind", async () => {
  for (const kind of KINDS) {
    const page = await maker(`kind=${kind}`);
    await page.driver.executeScript(AXE);
    const found = await page.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
      axe.run({ exclude: [[".stage"]] }, { resultTypes: ["violations"], iframes: false }).then(
        ({ violations }) => done(violations.map((v) => [v.id, v.help, ...v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))])),
        (error) => done(String(error)));`);
    assert.deepEqual(found, [], kind);
  }
});

test("without its data it says what is missing", async () => {
  on.site.rule(/^\/widget\/data\.json$/, { status: 404 });
  await on.driver.get(`${on.site.origin}/widget/embed.html`);
  const page = pageOf(on.driver);
  assert.match(await page.until("return document.getElementById('problem').textContent"), /404 for .*data\.json/);
});
