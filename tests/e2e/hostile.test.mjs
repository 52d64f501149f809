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

test("a text of right-to-left overrides does not turn its neighbours round", async () => {
  on.site.publish("/bidi.json", file({ speakers: [{ id: "ann", name: "\u202egnA" }] }));
  const page = await on.ready('<figure-tracker src="/bidi.json"></figure-tracker>');
  assert.ok(await page.has("card"), "a warning, not an error");
});

test("a very long word does not make the page scroll sideways", async () => {
  on.site.publish("/long.json", file({ title: "x".repeat(400), speakers: [{ id: "ann", name: "y".repeat(300) }] }));
  const page = await on.ready('<figure-tracker src="/long.json"></figure-tracker>');
  await page.resize(320, 800);
  await page.settled();
  assert.equal(await page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0);
});
