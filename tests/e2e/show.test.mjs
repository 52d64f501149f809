// What a page gets for one script tag and one element: the parts, the attributes, the properties.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, figure, file, idOf } from "./fixtures.mjs";
import { ELEMENT, SCRIPT, suite } from "./page.mjs";

const on = suite();
const DEATHS = [164, 225, 230].map((value) => idOf("deaths", value));

test("one script tag and one element show title, picker, chart and card", async () => {
  const page = await on.ready();
  await page.openTable();
  for (const part of ["base", "title", "picker", "chart", "figure", "card", "previous", "next", "table", "row"]) {
    assert.ok(await page.has(part), part);
  }
  assert.equal(await page.text("title"), bundled().title.en);
  assert.equal(await page.has("error"), false);
  assert.deepEqual(await page.errors(), []);
});

test("every figure of the metric has one row, and one mark that names it when it is selected", async () => {
  const page = await on.ready();
  const expected = bundled().figures.filter((f) => f.metric === "deaths").map((f) => f.id).sort();
  assert.deepEqual((await page.figures()).sort(), expected);
  const marks = await page.marks();
  assert.deepEqual([...new Set(marks)], marks, "no figure is at two marks");
  for (const id of expected) {
    await page.set("figure", id);
    await page.settled();
    const selected = await page.ask('return all("figure").filter((e) => e.classList.contains("ft-selected")).map((e) => e.dataset.figure)');
    assert.deepEqual(selected, [id]);
  }
});

test("figures with one value on one day share a mark, and others do not", async () => {
  const pair = [figure("twice-a", 10, "2022-03-01"), figure("twice-b", 10, "2022-03-01"), figure("other", 20, "2022-03-10")];
  const hurt = figure("hurt-1", 99, "2022-03-10", { metric: "hurt" });
  on.site.publish("/twice.json", file({ figures: [...pair, hurt] }));
  const page = await on.ready('<figure-tracker src="/twice.json" figure="other"></figure-tracker>');
  assert.deepEqual(await page.marks(), ["twice-b", "other"], "the last of those that coincide");
  await page.set("figure", "twice-a");
  await page.settled();
  assert.deepEqual(await page.marks(), ["twice-a", "other"], "the selected one of them");
});

test("the deaths stand on the chart in the order in which they were reported", async () => {
  const page = await on.ready();
  const x = await page.ask('return arguments[0].map((id) => all("figure").find((e) => e.dataset.figure === id).getBoundingClientRect().x)', DEATHS);
  assert.ok(x[0] < x[2] && x[1] < x[2], String(x));
});

test("the light-DOM content gives way to the widget when it is ready", async () => {
  const page = await on.ready();
  assert.equal(await page.ask('return document.getElementById("own").getClientRects().length'), 0);
});

test("without attributes the bundled data and its fullest metric are shown", async () => {
  const page = await on.ready("<figure-tracker></figure-tracker>");
  const counts = {};
  for (const f of bundled().figures) counts[f.metric] = (counts[f.metric] ?? 0) + 1;
  const [most] = Object.entries(counts).sort((a, b) => b[1] - a[1])[0];
  assert.equal(await page.property("metric"), most);
  assert.match(await page.text("picker"), new RegExp(bundled().metrics.find((m) => m.id === most).label.en ?? bundled().metrics.find((m) => m.id === most).label));
});

test("src names another data set", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker src="/small.json"></figure-tracker>');
  assert.equal(await page.text("title"), "A small data set");
  assert.match(await page.text("card"), /12 people.*Ann Example.*10 March 2022.*The Paper/);
});

test("figure names the selected figure, and brings its metric with it", async () => {
  const page = await on.ready(`<figure-tracker figure="${DEATHS[1]}"></figure-tracker>`);
  assert.equal(await page.selected(), DEATHS[1]);
  assert.equal(await page.property("metric"), "deaths");
});

for (const [what, attributes] of [
  ["metric", 'metric="nothing"'],
  ["figure", 'figure="nobody"'],
]) {
  test(`an unknown ${what} is an error, and the element's own content stays`, async () => {
    const page = await on.open(`<figure-tracker ${attributes}><p id="own">Own words</p></figure-tracker>`);
    assert.match(await page.failed(), new RegExp(`no ${what}.*“no(thing|body)”`));
    assert.equal(await page.has("card"), false);
    assert.equal(await page.ask('return document.getElementById("own").getClientRects().length > 0'), true);
  });
}

test("a metric that becomes an unknown one is an error, and a known one mends it", async () => {
  const page = await on.ready();
  await page.set("metric", "nothing");
  assert.match(await page.failed(), /no metric.*“nothing”/);
  await page.set("metric", "injured");
  await page.until('return all("card").length > 0');
  assert.equal(await page.property("metric"), "injured");
});

test("spaces and typographic quotes around a value are no part of it", async () => {
  const page = await on.ready('<figure-tracker metric=" “injured” "></figure-tracker>');
  assert.equal(await page.property("metric"), "injured");
});

test("attributes that are set one after another are one change", async () => {
  const page = await on.ready();
  await page.ask('host.setAttribute("metric", "injured"); host.setAttribute("metric", "deaths"); host.setAttribute("figure", arguments[0])', DEATHS[0]);
  await page.settled();
  assert.equal(await page.selected(), DEATHS[0]);
  assert.equal(await page.property("metric"), "deaths");
  assert.deepEqual(await page.events("error"), []);
});

test("metric set as an attribute or as a property changes the widget, and each shows in the other", async () => {
  const page = await on.ready();
  await page.ask('host.setAttribute("metric", "injured")');
  await page.settled();
  assert.equal(await page.property("metric"), "injured");
  assert.match(await page.text("picker"), /Injured/);
  await page.set("metric", "deaths");
  await page.settled();
  assert.equal(await page.attribute("metric"), "deaths");
  assert.match(await page.text("picker"), /Deaths/);
  assert.deepEqual(await page.events("select"), [], "no reader did that");
});

test("figure set as an attribute or as a property selects, and each shows in the other", async () => {
  const page = await on.ready();
  await page.ask('host.setAttribute("figure", arguments[0])', DEATHS[0]);
  await page.settled();
  assert.equal(await page.selected(), DEATHS[0]);
  assert.equal(await page.property("figure"), DEATHS[0]);
  await page.set("figure", DEATHS[1]);
  await page.settled();
  assert.equal(await page.attribute("figure"), DEATHS[1]);
  assert.equal(await page.selected(), DEATHS[1]);
  assert.deepEqual(await page.events("select"), [], "no reader did that");
});

test("properties set before the script runs are kept", async () => {
  on.site.publish("/early.js", 'Object.assign(document.querySelector("figure-tracker"), { metric: "injured", theme: "dark" });');
  const page = await on.ready(`<figure-tracker></figure-tracker><script src="/early.js"></script>${SCRIPT}`, { head: "" });
  assert.equal(await page.attribute("metric"), "injured");
  assert.equal(await page.attribute("theme"), "dark");
  assert.match(await page.text("picker"), /Injured/);
});

test("an element made by a script works like one in the page", async () => {
  const page = await on.open("<main></main>");
  await page.ask(`const made = document.createElement("figure-tracker"); made.metric = "injured"; document.querySelector("main").append(made)`);
  await page.ready(1);
  assert.match(await page.text("picker"), /Injured/);
});

test("src set later shows the other data set", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready("<figure-tracker></figure-tracker>");
  await page.set("src", "/small.json");
  await page.until('return clean(one("title").textContent) === "A small data set"');
  assert.equal(await page.property("src"), "/small.json");
});

test("the script may come after the element", async () => {
  const page = await on.ready(ELEMENT + SCRIPT, { head: "" });
  assert.ok(await page.has("chart"));
});

test("lang names the language of numbers", async () => {
  on.site.publish("/many.json", file({ figures: JSON.parse(file()).figures.map((f) => ({ ...f, value: f.value * 1000 })) }));
  const page = await on.ready('<figure-tracker src="/many.json" lang="de"></figure-tracker>');
  assert.match(await page.text("card"), /12\.000/);
  assert.equal(await page.ask('return one("base").lang'), "de");
});

test("the page's language is taken where the element has none", async () => {
  on.site.publish("/many.json", file({ figures: JSON.parse(file()).figures.map((f) => ({ ...f, value: f.value * 1000 })) }));
  const page = await on.ready('<div lang="de"><figure-tracker src="/many.json"></figure-tracker></div>');
  assert.match(await page.text("card"), /12\.000/);
});

test("a reader's selection is forgotten with the data that it was made in", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready("<figure-tracker></figure-tracker>");
  await page.pick("injured");
  assert.equal(await page.attribute("metric"), "injured");
  await page.set("src", "/small.json");
  await page.ready(2);
  assert.equal(await page.text("title"), "A small data set");
  assert.deepEqual([await page.attribute("metric"), await page.attribute("figure")], [null, null]);
  assert.deepEqual(await page.events("error"), []);
});

test("an id that the page itself set stays with other data, and is an error where it is unknown there", async () => {
  on.site.publish("/small.json", file());
  const page = await on.ready('<figure-tracker metric="deaths"></figure-tracker>');
  await page.pick("injured");
  await page.set("src", "/small.json");
  assert.match(await page.failed(), /no metric.*“deaths”/);
});

test("a bare element says where its data comes from, but for the page that is published with it", async () => {
  const FOOT = 'return clean(root.querySelector("footer").textContent).includes("/data.json")';
  const page = await on.ready("<figure-tracker></figure-tracker>");
  assert.ok(await page.ask(FOOT));
  assert.ok(await page.ask('return clean(root.querySelector("footer").textContent).includes(arguments[0])', `Data: ${on.site.origin}/widget/data.json`));
  on.site.publish("/small.json", file());
  assert.equal(await (await on.ready('<figure-tracker src="/small.json"></figure-tracker>')).ask(FOOT), false);
  const demo = await on.demo();
  await demo.ask("host.scrollIntoView()");
  await demo.ready();
  assert.equal(await demo.ask(FOOT), false);
});

test("after a browser's translation no old statement stays beside a new one", async () => {
  const page = await on.ready(`<figure-tracker figure="${DEATHS[2]}"></figure-tracker>`);
  const translate = `const walk = document.createTreeWalker(one("base"), NodeFilter.SHOW_TEXT);
    const texts = []; while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest("svg")) texts.push(walk.currentNode);
    for (const text of texts) { const font = document.createElement("font"); font.textContent = "⟦" + text.data + "⟧"; text.replaceWith(font); }`;
  await page.ask(translate);
  assert.match(await page.text("card"), /⟦/);
  await page.set("figure", DEATHS[1]);
  await page.settled();
  assert.doesNotMatch(await page.text("card"), /⟦/);
  assert.match(await page.text("card"), /225/);
  await page.ask(translate);
  await page.set("metric", "injured");
  await page.settled();
  await page.openTable();
  for (const part of ["card", "chart", "table"]) assert.doesNotMatch(await page.text(part), /⟦|225 people|Deaths/, part);
  // What the button is for stays the same, and with it its translation.
  assert.doesNotMatch(await page.text("picker"), /225|Deaths/);
});
