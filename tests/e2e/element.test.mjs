// The element as a citizen of other people's pages: events, neighbours, removal, style sheets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser } from "./browsers.mjs";
import { idOf, file } from "./fixtures.mjs";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";
import { startSite } from "./site.mjs";

const on = suite();
const FIRST = idOf("deaths", 164);
const COLOUR = 'const s = getComputedStyle(one("base")); const t = getComputedStyle(one("title")); const p = getComputedStyle(one("picker"));';
const LOOKS = `${COLOUR} return [s.color, s.fontSize, s.lineHeight, t.color, t.fontSize, p.color, p.fontSize, p.height, s.textAlign]`;

test("ready is told once, and bubbles out of the widget", async () => {
  const page = await on.ready();
  const events = await page.events();
  assert.equal(events.length, 1);
  const [{ name, bubbles, composed }] = events;
  assert.deepEqual({ name, bubbles, composed }, { name: "ready", bubbles: true, composed: true });
});

test("select is told when a reader selects, with metric and figure, and only then", async () => {
  const page = await on.ready();
  await page.set("metric", "injured");
  await page.set("metric", "deaths");
  await page.settled();
  assert.deepEqual(await page.events("select"), []);
  await page.tapMark(FIRST);
  const [event, ...others] = await page.events("select");
  assert.deepEqual(others, []);
  assert.deepEqual(event.detail, { metric: "deaths", figure: FIRST });
  assert.equal(event.bubbles && event.composed, true);
});

test("tapping the selected figure again tells nothing new", async () => {
  const page = await on.ready();
  await page.tapMark(FIRST);
  await page.tapMark(FIRST);
  assert.equal((await page.events("select")).length, 1);
});

test("two elements on a page don't know of each other", async () => {
  const two = '<figure-tracker id="a" metric="deaths"></figure-tracker><figure-tracker id="b" metric="injured"></figure-tracker>';
  const page = await on.ready(two);
  const [a, b] = [page.widget("#a"), page.widget("#b")];
  const before = await b.selected();
  await a.tapMark(FIRST);
  await a.settled();
  assert.equal(await a.selected(), FIRST);
  assert.equal(await b.selected(), before);
  assert.match(await b.text("picker"), /Injured/);
  assert.deepEqual((await page.events("select")).map((e) => e.id), ["a"]);
});

test("the script may be included twice, even from two addresses", async () => {
  const twice = `${SCRIPT}${SCRIPT}<script type="module" src="/widget/figure-tracker.js?again"></script>`;
  const page = await on.ready(ELEMENT, { head: twice });
  assert.equal(await page.count("title"), 1);
  assert.deepEqual(await page.errors(), []);
});

test("an element that is moved within the page goes on where it was", async () => {
  const page = await on.ready(`<div id="from">${ELEMENT}</div><div id="to"></div>`);
  await page.tapMark(FIRST);
  await page.ask('document.getElementById("to").append(host)');
  await page.settled();
  assert.equal(await page.selected(), FIRST);
  assert.equal(await page.count("title"), 1);
});

test("an element that was removed and put back shows itself again", async () => {
  const page = await on.ready();
  await page.ask("window.kept = host; host.remove()");
  await page.settled();
  await page.ask("document.body.append(window.kept)");
  await page.ready(2);
  assert.equal(await page.count("title"), 1);
});

test("fifty removals and returns leave no nodes and no listeners behind", { skip: browser.lacks.counters }, async () => {
  const page = await on.ready();
  const cycle = async (times) => {
    for (let i = 0; i < times; i += 1) {
      await page.driver.executeAsyncScript(`const done = arguments[0];
        const host = document.querySelector("figure-tracker");
        host.remove();
        setTimeout(() => {
          host.addEventListener("figure-tracker-ready", () => done(), { once: true });
          document.body.append(host);
        }, 0);`);
    }
    await page.ask("seen.events.length = 0");
    return page.counters();
  };
  const before = await cycle(5);
  const after = await cycle(50);
  assert.ok(after.nodes - before.nodes < 50, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 10, `listeners: ${before.listeners}, then ${after.listeners}`);
});

test("an element that is removed for good lets go of what it held", { skip: browser.lacks.counters }, async () => {
  const page = await on.ready();
  const make = async (times) => {
    for (let i = 0; i < times; i += 1) {
      await page.driver.executeAsyncScript(`const done = arguments[0];
        const made = document.createElement("figure-tracker");
        made.addEventListener("figure-tracker-ready", () => { made.remove(); setTimeout(done, 0); }, { once: true });
        document.body.prepend(made);`);
    }
    await page.ask("seen.events.length = 0");
    return page.counters();
  };
  const before = await make(5);
  const after = await make(20);
  assert.ok(after.nodes - before.nodes < 100, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 20, `listeners: ${before.listeners}, then ${after.listeners}`);
});

test("the hidden attribute hides it, whatever the page says of display", async () => {
  on.site.publish("/host.css", "figure-tracker { display: block }");
  const page = await on.ready(ELEMENT, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
  await page.ask("host.hidden = true");
  assert.equal(await page.ask("return host.getClientRects().length"), 0);
  await page.ask("host.hidden = false");
  assert.equal(await page.ask("return host.getClientRects().length"), 1);
});

test("a page's loudest rules don't reach the inside", async () => {
  const plain = await (await on.ready()).ask(LOOKS);
  on.site.publish("/host.css", "* { color: red !important; text-align: right !important } button { height: 200px !important }");
  const page = await on.ready(ELEMENT, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
  const loud = await page.ask(LOOKS);
  assert.deepEqual(loud, plain);
});

/** Every property that is inherited, but for typeface, size, colour, direction and visibility, with a value that would be seen. */
const INHERITED = {
  "white-space": "nowrap", "letter-spacing": "4px", "word-spacing": "9px", "text-indent": "60px", "text-transform": "uppercase",
  "font-style": "italic", "font-weight": "900", "font-variant": "small-caps", "font-variant-numeric": "oldstyle-nums", "font-stretch": "expanded",
  "font-kerning": "none", "font-size-adjust": "0.9", "font-feature-settings": '"smcp"', "font-synthesis": "none", "font-optical-sizing": "none",
  "line-height": "4", "text-align": "right", "text-align-last": "justify", "text-justify": "inter-character", "text-shadow": "2px 2px red",
  "text-emphasis": "dot", "text-underline-position": "under", "text-underline-offset": "9px", "text-rendering": "optimizeSpeed", "text-wrap": "nowrap",
  "writing-mode": "vertical-rl", "text-orientation": "upright", "text-combine-upright": "all", hyphens: "auto", quotes: '"x" "y"', "list-style": "square inside",
  "word-break": "break-all", "overflow-wrap": "anywhere", "line-break": "anywhere", "tab-size": "20", "hanging-punctuation": "first", orphans: "9", widows: "9",
  "border-collapse": "collapse", "border-spacing": "30px", "caption-side": "bottom", "empty-cells": "hide", cursor: "wait", "pointer-events": "none",
  "user-select": "none", "-webkit-user-select": "none", "caret-color": "red", "accent-color": "red", "-webkit-text-fill-color": "red",
  "-webkit-text-stroke": "2px red", "-webkit-text-security": "disc", "-webkit-locale": '"zh"', "image-rendering": "pixelated", "ruby-position": "under",
  fill: "red", stroke: "red", "stroke-width": "9", "stroke-dasharray": "1 9", "fill-opacity": "0.1", "stroke-opacity": "0.1", "text-anchor": "end",
  "dominant-baseline": "hanging", "paint-order": "stroke", "shape-rendering": "crispEdges", "clip-rule": "evenodd", "fill-rule": "evenodd",
  "stroke-linecap": "round", "stroke-linejoin": "round", "-webkit-box-direction": "reverse", "-webkit-hyphenate-character": '"+"', speak: "never",
};

test("nothing inherited reaches the layout but typeface, size, colour, direction and visibility", async () => {
  const places = `const styled = (e) => { const s = getComputedStyle(e); return arguments[0].map((name) => s.getPropertyValue(name)).join("|") };
    const from = one("base").getBoundingClientRect();
    const place = (e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [x - from.x, y - from.y, width, height].map(Math.round) };
    return [one("base"), ...one("base").querySelectorAll("*")].filter((e) => !e.closest("svg") || e.localName === "svg" || e.localName === "text")
      .map((e) => [e.localName, e.getAttribute("class"), place(e), styled(e)].join(" "))`;
  const names = Object.keys(INHERITED);
  const look = async (css) => {
    // What is open when the widget comes depends on its width then.
    await browser.resize(on.driver, 500, 900);
    on.site.publish("/host.css", css);
    const page = await on.ready(`<div id="around"><figure-tracker metric="deaths"></figure-tracker></div>`, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
    await page.settled();
    await page.ask('const { x, y } = host.getBoundingClientRect(); host.style.position = "absolute"; host.style.inset = "0 auto auto 0"; host.style.width = "700px"');
    await page.settled();
    return page.ask(places, names);
  };
  const plain = await look("#around { color: inherit }");
  const hostile = await look(`#around { ${Object.entries(INHERITED).map(([name, value]) => `${name}: ${value}`).join("; ")} }`);
  assert.ok(plain.length > 100);
  assert.deepEqual(hostile.filter((line, at) => line !== plain[at]).slice(0, 5), []);
});

test("type and size come from the page, and nothing gets too narrow for it", async () => {
  on.site.publish("/host.css", "html { font-size: 200% }");
  const sizes = 'return [getComputedStyle(one("base")).fontSize, parseFloat(getComputedStyle(one("card").querySelector("dl")).fontSize), root.querySelector("[part~=chart]").getBoundingClientRect().width / root.querySelector("[part~=chart]").viewBox.baseVal.width]';
  assert.deepEqual(await (await on.ready()).ask(sizes), ["16px", 14, 1]);
  const page = await on.ready(ELEMENT, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
  await page.settled();
  const [base, list, zoom] = await page.ask(sizes);
  assert.deepEqual([base, list], ["32px", 28]);
  assert.ok(zoom > 1.9, `the letters of the chart are ${zoom} times as large`);
});

test("the widget's rules don't reach the page", async () => {
  const own = '<section class="base"><h2 class="title">T</h2><p class="card amount error">P</p><button class="picker">B</button><ul class="list"><li>L</li></ul></section>';
  const look = `return [...document.querySelectorAll("section, section *")].map((e) => { const s = getComputedStyle(e); return [s.color, s.fontSize, s.margin, s.padding, s.border, s.background, s.display].join() })`;
  const before = await (await on.open(own, { head: "" })).ask(look);
  const page = await on.ready(own + ELEMENT);
  assert.deepEqual(await page.ask(look), before);
  assert.equal(await page.ask("return document.adoptedStyleSheets.length + document.head.querySelectorAll('style').length"), 0);
});

test("the page sets colours and fonts by custom properties", async () => {
  on.site.publish("/host.css", "figure-tracker { --figure-tracker-ink: rgb(1, 2, 3); --figure-tracker-paper: rgb(250, 251, 252) }");
  const page = await on.ready(ELEMENT, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
  const looks = await page.ask('const s = getComputedStyle(one("base")); return [s.color, s.backgroundColor]');
  assert.deepEqual(looks, ["rgb(1, 2, 3)", "rgb(250, 251, 252)"]);
});

test("the page styles a part by ::part", async () => {
  on.site.publish("/host.css", "figure-tracker::part(title) { color: rgb(4, 5, 6) }");
  const page = await on.ready(ELEMENT, { head: `${SCRIPT}<link rel="stylesheet" href="/host.css">` });
  assert.equal(await page.ask('return getComputedStyle(one("title")).color'), "rgb(4, 5, 6)");
});

test("data, and the widget itself, may come from another origin that allows it", async () => {
  const other = await startSite();
  try {
    other.rule(/.*/, { headers: { "access-control-allow-origin": "*" } });
    const data = other.publish("/there.json", file());
    const body = `<figure-tracker src="${data}"></figure-tracker>`;
    const page = await on.ready(body, { head: SCRIPT.replace("/widget/", `${other.origin}/widget/`) });
    assert.equal(await page.text("title"), "A small data set");
  } finally {
    await other.stop();
  }
});

test("data from an origin that does not allow it is an error in words", async () => {
  const other = await startSite();
  try {
    const data = other.publish("/there.json", file());
    const page = await on.open(`<figure-tracker src="${data}"><p id="own">own</p></figure-tracker>`);
    await page.failed();
    assert.ok((await page.text("error")).length > 10);
    assert.equal(await page.ask('return document.getElementById("own").checkVisibility()'), true);
  } finally {
    await other.stop();
  }
});
