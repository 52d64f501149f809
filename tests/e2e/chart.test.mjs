// The chart and the card: tapping a number, walking from one to the next, and nothing moving under the finger.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, file, idOf } from "./fixtures.mjs";
import { ELEMENT, Key, SCRIPT, suite } from "./page.mjs";

const on = suite();
const [FIRST, SECOND, LAST] = [164, 225, 230].map((value) => idOf("deaths", value));
const STILL = ["title", "picker", "chart", "previous", "next"];

test("a tap on a figure shows its number, its speaker, its document and its date", async () => {
  const page = await on.ready();
  await page.tapMark(SECOND);
  await page.settled();
  const card = await page.text("card");
  for (const words of ["225", "Serik Shalabaev", "15 January 2022"]) assert.ok(card.includes(words), `${words}: ${card}`);
  assert.equal(await page.selected(), SECOND);
});

test("the card names the outlet of the document", async () => {
  const page = await on.ready();
  await page.tapMark(SECOND);
  await page.tapMark(LAST);
  await page.settled();
  const card = await page.text("card");
  for (const words of ["230", "Berik Asylov", "Interfax", "14 March 2022"]) assert.ok(card.includes(words), `${words}: ${card}`);
});

test("a figure without a named speaker says so and invents none", async () => {
  const page = await on.ready();
  await page.tapMark(FIRST);
  await page.settled();
  const card = await page.text("card");
  assert.match(card, /164/);
  assert.match(card, /not named|on or before/i);
  for (const { name } of bundled().speakers) assert.ok(!card.startsWith(name.en), card);
});

test("a tap beside a mark selects the nearest figure", async () => {
  const page = await on.ready();
  await page.tap(await page.mark(FIRST), 8, -14);
  await page.settled();
  assert.equal(await page.selected(), FIRST);
});

test("a click of the mouse selects too", async () => {
  const page = await on.ready();
  await page.click(await page.mark(FIRST));
  await page.settled();
  assert.equal(await page.selected(), FIRST);
});

test("a finger that drags over the chart scrolls the page and selects nothing", async () => {
  on.site.publish("/tall.css", ".tall { height: 2000px }");
  const head = `<link rel="stylesheet" href="/tall.css">${SCRIPT}`;
  const tall = '<div class="tall"></div>';
  const page = await on.open(tall + ELEMENT + tall, { head });
  await page.ask("host.scrollIntoView()");
  await page.ready();
  await page.resize(390, 800, { mobile: true });
  await page.settled();
  const before = await page.selected();
  const chart = await page.part("chart");
  await page.middle(chart);
  await page.settled();
  const from = await page.ask("return scrollY");
  await page.drag(chart, 0, -200);
  await page.until(`return scrollY - ${from} > 100`, "the page to scroll along");
  assert.equal(await page.selected(), before);
  assert.deepEqual(await page.events("select"), []);
});

/** The figures of the scope that most figures of deaths have, from first to last. */
async function steps(page) {
  const scope = (id) => bundled().figures.find((figure) => figure.id === id).scope;
  return (await page.figures()).filter((id) => scope(id) === scope(LAST));
}

test("next and previous step through the figures of one scope, and the foot says which of how many", async () => {
  const page = await on.ready();
  const order = await steps(page);
  await page.set("figure", order[0]);
  const walked = [];
  for (let at = 0; at < order.length; at += 1) {
    walked.push(await page.selected());
    await page.tapPart("next");
  }
  assert.deepEqual(walked, order);
  assert.equal(await page.selected(), order.at(-1), "next stops at the end");
  assert.equal(await page.ask('return clean(root.querySelector(".ft-count").textContent)'), `${order.length} of ${order.length}`);
  await page.tapPart("previous");
  assert.equal(await page.selected(), order.at(-2));
});

test("the chart is a slider: arrows step in time, home and end go to its ends, and it keeps the focus", async () => {
  const page = await on.ready();
  const order = await steps(page);
  await page.set("figure", SECOND);
  const at = order.indexOf(SECOND);
  await page.focus("chart");
  const walk = [
    [Key.ARROW_RIGHT, order[at + 1]],
    [Key.ARROW_LEFT, SECOND],
    [Key.ARROW_UP, order[at + 1]],
    [Key.ARROW_DOWN, SECOND],
    [Key.HOME, order[0]],
    [Key.ARROW_LEFT, order[0]],
    [Key.END, order.at(-1)],
    [Key.ARROW_RIGHT, order.at(-1)],
    [Key.PAGE_DOWN, order[0]],
    [Key.PAGE_UP, order.at(-1)],
  ];
  for (const [key, expected] of walk) {
    await page.keys(key);
    await page.settled();
    assert.equal(await page.selected(), expected);
    assert.equal(await page.focused(), "chart");
  }
});

test("left is earlier in a page from right to left, too", async () => {
  const page = await on.ready('<figure-tracker metric="deaths" lang="ar"></figure-tracker>');
  const order = await steps(page);
  await page.focus("chart");
  await page.keys(Key.HOME);
  await page.keys(Key.ARROW_RIGHT);
  await page.settled();
  assert.equal(await page.selected(), order[1]);
});

test("the slider says the whole statement and its place, and no mark takes the focus", async () => {
  const page = await on.ready();
  await page.set("figure", SECOND);
  await page.settled();
  const attribute = (name) => page.ask('return clean(one("chart").getAttribute(arguments[0]) ?? "")', name);
  const text = await attribute("aria-valuetext");
  for (const words of ["225", "15 January 2022", "Serik Shalabaev"]) assert.ok(text.includes(words), text);
  const order = await steps(page);
  const place = [await attribute("role"), await attribute("aria-valuemin"), await attribute("aria-valuenow"), await attribute("aria-valuemax")];
  assert.deepEqual(place, ["slider", "1", String(order.indexOf(SECOND) + 1), String(order.length)]);
  const usage = await page.ask('return root.getElementById(one("chart").getAttribute("aria-describedby")).textContent');
  assert.match(usage, /arrow keys/);
  assert.equal(await page.ask('return all("figure").some((e) => e.hasAttribute("role") || e.hasAttribute("tabindex"))'), false);
});

test("the tab key goes from the picker by the chart to previous, next and the table", async () => {
  const page = await on.ready();
  await page.focus("picker");
  const stops = [];
  while (stops.length < 12 && stops.at(-1) !== "summary") {
    await page.keys(Key.TAB);
    stops.push(await page.focused());
  }
  assert.equal(stops.filter((stop) => stop === "chart").length, 1);
  const order = ["chart", "previous", "next", "summary"].map((stop) => stops.indexOf(stop));
  assert.ok(order.every((at, n) => at >= 0 && (n === 0 || at > order[n - 1])), String(stops));
});

for (const width of [390, 1024]) {
  test(`selecting moves nothing at ${width} px`, async () => {
    const page = await on.ready();
    await page.resize(width, 900);
    await page.settled();
    const card = () => page.ask('return rect(one("card")).y + scrollY');
    const height = () => page.ask("return document.documentElement.scrollHeight");
    await page.ask("scrollTo(0, 0)");
    const before = [await page.rects(...STILL), await card(), await height()];
    for (const id of await steps(page)) {
      await page.set("figure", id);
      await page.settled();
      assert.deepEqual([await page.rects(...STILL), await card(), await height()], before, id);
    }
  });
}

for (const [width, lang] of [[390, "en-GB"], [1024, "de"], [1024, "ru"]]) {
  test(`no card of any metric is higher than its frame at ${width} px (${lang})`, async () => {
    const page = await on.ready(ELEMENT, { lang });
    await page.loaded();
    await page.resize(width, 900);
    await page.settled();
    const { metrics, figures } = bundled();
    const ids = metrics.map(({ id }) => figures.filter(({ metric }) => metric === id).map(({ id }) => id)).filter((of) => of.length > 1);
    await on.driver.manage().setTimeouts({ script: 120_000 });
    const higher = await on.driver.executeAsyncScript(`const [ids, done] = arguments;
      const host = document.querySelector("figure-tracker");
      const task = () => new Promise((resolve) => setTimeout(resolve, 0));
      const heights = () => [".ft-cards", ".ft-explained"].map((frame) => host.shadowRoot.querySelector(frame)?.getBoundingClientRect().height ?? 0);
      (async () => {
        const higher = [];
        for (const of of ids) {
          let before;
          for (const id of of) {
            host.figure = id;
            await task();
            await task();
            const now = String(heights());
            before ??= now;
            if (now !== before) higher.push(id + ": " + before + " " + now);
          }
        }
        done(higher);
      })();`, ids);
    assert.deepEqual(higher, []);
  });
}

test("a row of the table selects its figure", async () => {
  const page = await on.ready();
  await page.openTable();
  await page.tap(await page.find(`[part~="row"][data-figure="${FIRST}"]`));
  await page.settled();
  assert.equal(await page.selected(), FIRST);
  assert.equal((await page.events("select")).at(-1).detail.figure, FIRST);
});

test("the table opens by tap and by key", async () => {
  const page = await on.ready();
  const open = () => page.ask('return Boolean(root.querySelector("[part~=table]")?.checkVisibility())');
  assert.equal(await open(), false);
  await page.driver.executeScript("arguments[0].focus()", await page.find(".ft-table > summary"));
  await page.keys(Key.ENTER);
  await page.settled();
  assert.equal(await open(), true);
});

test("a metric with one figure is a statement and has no chart", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker src="/small.json" metric="hurt"></figure-tracker>');
  assert.match(await page.text("card"), /99 people/);
  assert.equal(await page.has("chart"), false);
  assert.equal(await page.has("next"), false);
});

test("every metric of the bundled data is drawn without an error", async () => {
  const page = await on.ready();
  for (const { id } of bundled().metrics) {
    await page.set("metric", id);
    await page.settled();
    assert.equal(await page.has("card"), true, id);
    assert.ok((await page.text("card")).length > 20, id);
  }
  assert.deepEqual(await page.errors(), []);
});
