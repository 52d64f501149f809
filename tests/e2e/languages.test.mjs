// English is in the widget; every other language is one more file, and a page does without where it can't be had.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { file } from "./fixtures.mjs";
import { SCRIPT, suite } from "./page.mjs";
import { DIST } from "./site.mjs";

const on = suite();
const CATALOG = /\/locales-[0-9a-f]{16}-([\w-]+)\.json$/;
const FILES = readdirSync(DIST).filter((name) => CATALOG.test(`/${name}`));
const asked = () => on.site.asked().map((path) => path.match(CATALOG)?.[1]).filter(Boolean);

/** Opens a small data set in a language; `data` replaces its top-level keys. */
async function small(lang, { page, data } = {}) {
  on.site.publish("/small.json", file(data));
  const attribute = lang === undefined ? "" : `lang="${lang}"`;
  return on.ready(`<figure-tracker ${attribute} src="/small.json"></figure-tracker>`, { lang: page });
}

const language = (page) => page.ask('const { lang, dir } = one("base"); return { lang, dir }');
const warnings = async (page) => (await page.console()).filter(({ message }) => message.includes("no messages in"));

async function isEnglish(page) {
  assert.match(await page.text("card"), /Said by.*When.*10 March 2022|When.*March 10, 2022/);
  assert.deepEqual(await page.errors(), []);
}

async function isRussian(page) {
  const card = await page.text("card");
  assert.match(card, /Кто сказал/);
  assert.match(card, /10 марта 2022/);
  assert.doesNotMatch(card, /Said by|When|March/);
}

test("there is a file for each language but English, with a .br and a .gz that hold the same", () => {
  assert.deepEqual(FILES.map((name) => `/${name}`.match(CATALOG)[1]).sort(), ["ar", "de", "es", "fr", "kk", "pt", "ru", "tr", "uk", "zh"]);
  for (const name of FILES) {
    const plain = readFileSync(join(DIST, name));
    assert.deepEqual(brotliDecompressSync(readFileSync(join(DIST, `${name}.br`))), plain, name);
    assert.deepEqual(gunzipSync(readFileSync(join(DIST, `${name}.gz`))), plain, name);
  }
});

test("a page in English asks for no words", async () => {
  await isEnglish(await small(undefined));
  assert.deepEqual(asked(), []);
});

test("lang on the element gives words, dates and numbers of that language, for one request", async () => {
  const data = { figures: JSON.parse(file()).figures.map((f) => (f.id === "dead-2" ? { ...f, value: 1234567 } : f)) };
  const page = await small("ru", { data });
  await isRussian(page);
  assert.match(await page.text("card"), /1\s234\s567/);
  assert.deepEqual(await language(page), { lang: "ru", dir: "ltr" });
  assert.deepEqual(asked(), ["ru"]);
  assert.equal((await page.events("ready")).length, 1);
  assert.deepEqual(await warnings(page), []);
});

test("the language of the page counts where the element has none, with region and in capitals", async () => {
  await isRussian(await small(undefined, { page: "RU-kz" }));
});

test("without any lang the language of the data set is spoken", async () => {
  const page = await small(undefined, { page: "", data: { language: "ru", units: [{ id: "people", label: { ru: { one: "человек", few: "человека", many: "человек", other: "человека" } } }] } });
  await isRussian(page);
  assert.equal(await page.count("title"), 1);
  assert.equal((await page.events("ready")).length, 1);
});

test("Arabic is written from right to left", async () => {
  assert.deepEqual(await language(await small("ar")), { lang: "ar", dir: "rtl" });
});

test("in Arabic the place of a figure is read from right to left, between arrows that follow time", async () => {
  const page = await on.ready('<figure-tracker metric="deaths" lang="ar"></figure-tracker>');
  const [text, first, last, back, next] = await page.until(`const count = root.querySelector(".ft-steps .ft-count");
    const text = count?.querySelector("span")?.firstChild; if (text?.data?.length < 3) return false;
    const left = (at) => { const range = document.createRange(); range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left };
    const arrows = [...root.querySelectorAll(".ft-steps button")].map((button) => button.getBoundingClientRect().left);
    return [text.data, left(0), left(text.data.length - 1), ...arrows]`, "the place");
  assert.match(text, /^(3|٣) .* \1$/);
  assert.ok(first > last, `${text}: ${first}, ${last}`);
  assert.ok(back < next, "back is at the left");
});

test("a language without words is English, and nothing is asked for", async () => {
  await isEnglish(await small("xx"));
  await isEnglish(await small("constructor"));
  assert.deepEqual(asked(), []);
});

test("two elements of one language share the file", async () => {
  on.site.publish("/small.json", file());
  const one = '<figure-tracker lang="ru" src="/small.json"></figure-tracker>';
  await isRussian(await on.ready(one + one));
  assert.deepEqual(asked(), ["ru"]);
});

test("another lang shows the widget in that language", async () => {
  const page = await small("de");
  assert.match(await page.text("card"), /Gesagt von/);
  await page.ask('host.setAttribute("lang", "ru")');
  await page.ready(2);
  await isRussian(page);
  await page.ask('host.setAttribute("lang", "de")');
  await page.ready(3);
  assert.match(await page.text("card"), /Gesagt von/);
  assert.deepEqual(asked(), ["de", "ru"]);
});

/** What goes wrong with the file, and how. */
const BROKEN = [
  ["is missing", { status: 404, body: "gone" }],
  ["is half of itself", { half: true, headers: { "content-encoding": "identity" } }],
  ["is of another build", { body: JSON.stringify({ language: "ru", direction: "ltr", seek: "Поиск" }) }],
  ["is a page in HTML", { body: "<!doctype html>\n", headers: { "content-type": "text/html" } }],
  ["breaks off", { cut: true }],
];

for (const [what, answer] of BROKEN) {
  test(`English words are shown, with one warning, when the file of a language ${what}`, async () => {
    on.site.rule(CATALOG, answer);
    const page = await small("ru");
    await isEnglish(page);
    assert.equal((await warnings(page)).length, 1);
    assert.deepEqual(await page.events("error"), []);
  });
}

test("English words are shown in the end when the file of a language never comes", async () => {
  on.site.rule(CATALOG, { hang: true });
  on.site.publish("/small.json", file());
  on.site.publish("/hurry.js", "const real = setTimeout; window.setTimeout = (f, ms, ...rest) => real(f, ms > 5000 ? ms / 20 : ms, ...rest);");
  const page = await on.ready('<figure-tracker lang="ru" src="/small.json"></figure-tracker>', { head: `<script src="/hurry.js"></script>${SCRIPT}` });
  await isEnglish(page);
});

test("the words can be had at the next try", async () => {
  on.site.rule(CATALOG, { status: 404, body: "gone" });
  const page = await small("ru");
  await isEnglish(page);
  on.site.rule(CATALOG, { status: 200, body: undefined });
  await page.ask('host.setAttribute("lang", "ru-RU")');
  await page.ready(2);
  await isRussian(page);
});
