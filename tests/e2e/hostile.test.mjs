// A data set is somebody else's text. None of it may act: it is shown as it is written, or refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataset, figure, file } from "./fixtures.mjs";
import { suite } from "./page.mjs";

const on = suite();
const EVIL = '<img src="/evil.png" onerror="window.struck = 1"><script>window.struck = 1</script>';

/** The small data set with markup in every text that a reader sees. */
function marked() {
  const data = dataset();
  const [source] = data.sources;
  return file({
    title: EVIL,
    summary: EVIL,
    license: EVIL,
    units: [{ id: "people", label: { en: { one: EVIL, other: EVIL } } }],
    institutions: [{ id: "ministry", name: EVIL }],
    speakers: [{ id: "ann", name: EVIL, spellings: [`${EVIL}2`] }],
    outlets: [{ id: "paper", name: EVIL, url: "https://paper.example/" }],
    sources: [{ ...source, title: EVIL, note: EVIL }],
    groups: [{ id: "people", label: EVIL }],
    metrics: data.metrics.map((m) => ({ ...m, label: EVIL + m.id, definition: EVIL })),
    figures: [
      figure("dead-1", 10, "2022-03-01", { office: EVIL, note: EVIL, quote: EVIL }),
      figure("dead-2", null, "2022-03-10", { words: EVIL, note: EVIL, office: EVIL }),
      figure("dead-3", 12, "2022-03-12", { status: "denied", status_note: EVIL, status_source: "doc" }),
    ],
    relations: [{ type: "contradicts", from: "dead-3", to: "dead-1", note: EVIL }],
    events: [{ date: "2022-03-05", label: EVIL }],
    corrections: [{ date: "2022-03-15", figure: "dead-1", note: EVIL }],
  });
}

test("markup in every text of a data set is shown as text", async () => {
  const text = marked();
  on.site.publish("/evil.json", text);
  const page = await on.open('<figure-tracker src="/evil.json"></figure-tracker>');
  await page.until('return seen.events.some((e) => e.name === "ready" || e.name === "error")');
  assert.deepEqual((await page.events("error")).map((e) => e.detail.message), []);
  await page.tapPart("picker");
  for (const id of await page.figures()) await page.set("figure", id);
  await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
  await page.settled();
  assert.equal(await page.ask("return window.struck"), null);
  assert.equal(await page.ask('return root.querySelectorAll("img, script, iframe, object, [onerror]").length'), 0);
  assert.ok((await page.text("title")).includes("<img src="));
  assert.ok(!on.site.asked().includes("/evil.png"));
});

for (const url of ["javascript:window.struck=1", "data:text/html,<script>1</script>", " JaVaScRiPt:alert(1)", "vbscript:x", "//evil.example/"]) {
  test(`a source whose url is ${JSON.stringify(url)} is refused`, async () => {
    const [source] = dataset().sources;
    on.site.publish("/evil.json", file({ sources: [{ ...source, url }] }));
    const page = await on.open('<figure-tracker src="/evil.json"></figure-tracker>');
    const message = await page.failed();
    assert.match(message, /http/);
    assert.equal(await page.has("chart"), false);
    assert.equal(await page.ask('return [...root.querySelectorAll("a")].filter((a) => !/^https?:/.test(a.href)).length'), 0);
  });
}

test("links lead out of the page without telling where the reader was", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker src="/small.json"></figure-tracker>');
  const links = await page.ask('return [...root.querySelectorAll("[part~=card] a")].map((a) => [a.href, a.rel, a.target])');
  assert.deepEqual(links, [
    ["https://paper.example/doc", "noopener noreferrer", "_blank"],
    ["https://archive.example/doc", "noopener noreferrer", "_blank"],
  ]);
});

const OVERRIDE = "\u202egnA\u2069\u202e";

test("a text of right-to-left overrides does not turn its neighbours round", async () => {
  const data = dataset();
  on.site.publish("/bidi.json", file({ speakers: [{ id: "ann", name: OVERRIDE }], groups: [{ id: "people", label: OVERRIDE }], metrics: data.metrics.map((m) => ({ ...m, label: `${OVERRIDE}${m.id}` })) }));
  const page = await on.ready('<figure-tracker src="/bidi.json"></figure-tracker>');
  assert.ok(await page.has("card"), "a warning, not an error");
  await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
  // Each stretch that an override begins ends within its own element or its own isolate.
  const loose = await page.ask(`const isLoose = (text) => { let open = 0; for (const c of text) { if (/[\u2066-\u2068]/.test(c)) open += 1; else if (c === "\u2069") { if (open === 0) return true; open -= 1 } else if (c === "\u202e" && open === 0) return true } return open > 0 };
    const walk = document.createTreeWalker(one("base"), NodeFilter.SHOW_TEXT); const found = [];
    while (walk.nextNode()) if (isLoose(walk.currentNode.data) && walk.currentNode.parentElement.localName !== "bdi") found.push(walk.currentNode.parentElement.outerHTML);
    return found`);
  assert.deepEqual(loose, []);
});

test("an error message that quotes an override is not turned round by it", async () => {
  const page = await on.open('<figure-tracker metric="\u202eevil"></figure-tracker>');
  await page.failed();
  assert.match(await page.text("error"), /no metric has the id “\ufffdevil”/);
});

test("texts in another language than the interface's say so, and have their own direction", async () => {
  const relation = { type: "contradicts", from: "dead-2", to: "dead-1", note: "A note." };
  const [source] = dataset().sources;
  on.site.publish("/own.json", file({ relations: [relation], sources: [{ ...source, note: "A word." }], events: [{ date: "2022-03-05", label: "An event" }], corrections: [{ date: "2022-03-15", figure: "dead-1", note: "Mended." }] }));
  const page = await on.ready('<figure-tracker src="/own.json" lang="ar"></figure-tracker>');
  await page.tapPart("picker");
  await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
  await page.settled();
  const marked = await page.ask(`return [...root.querySelectorAll("bdi[lang=en], text[lang=en]")].map((e) => clean(e.textContent))`);
  for (const text of ["A small data set", "Dead", "People", "Ann Example", "minister", "The Ministry", "The Paper", "Bodies counted.", "A note.", "A word.", "What was said", "Mended.", "An event"]) {
    assert.ok(marked.includes(text), `${text} is not among ${marked}`);
  }
  const english = await on.ready('<figure-tracker src="/own.json" lang="en-GB"></figure-tracker>');
  assert.equal(await english.ask('return root.querySelectorAll("bdi[lang], text[lang]").length'), 0);
});

for (const width of [320, 900]) {
  test(`a number is never broken in its middle, at ${width} px`, async () => {
    const long = ["3621313700123456789", "3613056000000000"];
    const money = (id, value, said) => figure(id, value, said, { metric: "budget" });
    on.site.publish("/long.json", file({
      units: [{ id: "people", label: { en: { one: "person", other: "people" } } }, { id: "idr", currency: "IDR" }],
      metrics: [...dataset().metrics, { id: "budget", label: "Budget", group: "people", unit: "idr", kind: "amount" }],
      figures: [...dataset().figures, money("b1", long[0], "2022-03-01"), money("b2", long[1], "2022-03-10"), figure("dead-3", long[0], "2022-03-12")],
    }));
    const page = await on.ready('<figure-tracker src="/long.json"></figure-tracker>');
    await page.resize(width, 900);
    for (const id of ["b1", "b2", "dead-3"]) {
      await page.set("metric", id === "dead-3" ? "dead" : "budget");
      await page.set("figure", id);
      await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
      await page.settled();
      const broken = await page.ask(`const walk = document.createTreeWalker(one("base"), NodeFilter.SHOW_TEXT); const found = [];
        while (walk.nextNode()) { const node = walk.currentNode; if (node.parentElement.closest("svg, .ft-sizer, .ft-unseen")) continue;
          for (const { index, 0: digits } of node.data.matchAll(/[\d.,]{4,}/g)) { const range = document.createRange(); range.setStart(node, index); range.setEnd(node, index + digits.length);
            const boxes = [...range.getClientRects()]; if (new Set(boxes.map((b) => Math.round(b.top))).size > 1 || boxes.some((b) => b.right > document.documentElement.clientWidth)) found.push(digits) } }
        return found`);
      assert.deepEqual(broken, [], id);
    }
  });
}

test("texts of 3,000 letters in every place do not make the page scroll sideways", async () => {
  const long = "z".repeat(3000);
  const data = dataset();
  const [source] = data.sources;
  on.site.publish("/long.json", file({
    title: long, license: long, units: [{ id: "people", label: { en: { one: long, other: long } } }], institutions: [{ id: "ministry", name: long }],
    speakers: [{ id: "ann", name: long }], outlets: [{ id: "paper", name: long }], sources: [{ ...source, title: long, note: long }], groups: [{ id: "people", label: long }],
    metrics: data.metrics.map((m) => ({ ...m, label: long + m.id, definition: long })),
    figures: [figure("dead-1", 10, "2022-03-01", { office: long, note: long, quote: long }), figure("dead-2", null, "2022-03-10", { words: long }), figure("dead-3", 12, "2022-03-12", { status: "denied", status_note: long, status_source: "doc" })],
    relations: [{ type: "contradicts", from: "dead-3", to: "dead-1", note: long }], events: [{ date: "2022-03-05", label: long }], corrections: [{ date: "2022-03-15", figure: "dead-1", note: long }],
  }));
  const page = await on.ready('<figure-tracker src="/long.json"></figure-tracker>');
  await page.tapPart("picker");
  await page.ask('for (const d of root.querySelectorAll("details")) d.open = true');
  for (const width of [320, 1000]) {
    await page.resize(width, 800);
    await page.settled();
    const wide = await page.ask(`return [...root.querySelectorAll("*")].filter((e) => !e.closest(".ft-unseen, svg") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((e) => [e.localName, e.getAttribute("class"), e.parentElement.className].join(" "))`);
    assert.deepEqual([...new Set(wide)].slice(0, 8), [], `${width} px`);
    assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, `${width} px`);
  }
});

test("a very long word does not make the page scroll sideways", async () => {
  on.site.publish("/long.json", file({ title: "x".repeat(400), speakers: [{ id: "ann", name: "y".repeat(300) }] }));
  const page = await on.ready('<figure-tracker src="/long.json"></figure-tracker>');
  await page.resize(320, 800);
  await page.settled();
  assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
});
