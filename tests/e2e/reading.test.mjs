// However a reader reads: on a small or a magnified screen, with larger letters or with more space between them, with a
// finger. Everything is there, nothing is cut off, nothing lies over anything else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, browser } from "./browsers.mjs";
import { suite } from "./page.mjs";
import { STATES, showState } from "./states.mjs";

const on = suite();

/** The texts that are seen: each with its rectangle, of which only the middle half of the height counts. */
const SEEN_TEXTS = `
  const dialog = root.querySelector("[role=dialog]");
  const isSeen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !e.closest(".ft-unseen, .ft-sizer, [inert]") && (!dialog || dialog.contains(e));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || !e || e.closest("style, option") || !isSeen(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      texts.push({ node, e, text: clean(node.data).slice(0, 40), left: r.left, right: r.right, top: r.top + r.height / 4, bottom: r.bottom - r.height / 4 });
    }
  }\n`;

/** What is wrong: the page scrolls sideways, a text reaches out of the screen, is cut off, or lies over another one. */
const WRONG = `${SEEN_TEXTS}
  const wide = document.documentElement.clientWidth;
  const wrong = [];
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) wrong.push("the page scrolls sideways by " + over + " px");
  const cutter = (e) => { for (; e && e !== root; e = e.parentElement) if (/hidden|clip/.test(getComputedStyle(e).overflowX)) return e };
  for (const one of texts) {
    if (one.left < -0.5 || one.right > wide + 0.5) wrong.push("out of the screen: " + one.text);
    const box = cutter(one.e)?.getBoundingClientRect();
    if (box && (one.right > box.right + 1 || one.left < box.left - 1)) wrong.push("cut off: " + one.text);
  }
  texts.sort((a, b) => a.top - b.top);
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (other.top >= one.bottom) break;
      if (other.node !== one.node && other.left < one.right - 1 && one.left < other.right - 1) wrong.push("over one another: " + one.text + " | " + other.text);
    }
  }
  return [...new Set(wrong)]`;

/** What is still wrong once the widget has followed its letters: it measures them, and draws the chart once more. */
async function findWrong(page, isMeant = () => true) {
  let wrong = [];
  for (let look = 0; look < 5; look += 1) {
    await page.settled();
    wrong = (await page.ask(WRONG)).filter(isMeant);
    if (wrong.length === 0) break;
  }
  return wrong;
}

/** WCAG 1.4.12, as a reader's own style sheet would have it. */
const SPACED = `const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return true`;

const larger = (size) => (page) => page.ask("document.documentElement.style.fontSize = arguments[0]; return true", size);
const spaced = (page) => page.ask(SPACED);

/** How somebody reads: the screen, and what is done to it. */
const READINGS = {
  "on a phone": [360, 740],
  "magnified to 400 %": [320, 256],
  "with more space between letters, words and lines": [390, 844, spaced],
  "with text of twice the size": [390, 844, larger("200%")],
  "with text of 24 px as the browser's own size": [390, 844, larger("24px")],
  "on a wide screen, with text of twice the size": [1280, 900, larger("200%")],
  "on a wide screen, with more space between letters": [1280, 900, spaced],
};

for (const [reading, [width, height, prepare]] of Object.entries(READINGS)) {
  test(`nothing is cut off or lies over anything else ${reading}`, async () => {
    const found = {};
    for (const state of Object.keys(STATES)) {
      const page = await showState(on, state, { size: [width, height] });
      await prepare?.(page);
      const excused = state === "right to left" && browser.lacks["breaks between directions"];
      const wrong = await findWrong(page, (one) => !(excused && one.startsWith("out of the screen")));
      if (wrong.length) found[state] = wrong;
    }
    assert.deepEqual(found, {});
  });
}

test("a reader's own size of letters is followed", { skip: browser !== BROWSERS.chromium && "it can't be set" }, async () => {
  const page = await showState(on, "over time", { size: [390, 844] });
  const size = 'return parseFloat(getComputedStyle(root.querySelector(".ft-shelf summary")).fontSize)';
  const usual = await page.ask(size);
  await page.driver.sendDevToolsCommand("Page.setFontSizes", { fontSizes: { standard: 24, fixed: 24 } });
  await page.settled();
  assert.equal(await page.ask(size), usual * 1.5);
  assert.deepEqual(await findWrong(page), []);
  await page.driver.sendDevToolsCommand("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
});

test("everything that is pressed is 44 px high and wide, in every state", async () => {
  const small = `const dialog = root.querySelector("[role=dialog]");
    const target = (e) => (e.matches("input[type=radio]") ? e.closest("label") : e);
    return [...root.querySelectorAll("button, input, textarea, summary, select, a[href], [role=option], [role=tab], [role=slider]")]
      .filter((e) => (!dialog || dialog.contains(e)) && !e.closest("[inert]") && e.checkVisibility({ visibilityProperty: true }))
      .filter((e) => !(e.localName === "a" && getComputedStyle(e).display === "inline"))
      .map((e) => [e.getAttribute("part") || e.className.baseVal || e.className || e.localName, clean(e.textContent).slice(0, 30), rect(target(e))])
      .filter(([, , r]) => r.height < 43.9 || r.width < 43.9)
      .map(([what, text, r]) => [what, text, Math.round(r.width), Math.round(r.height)].join(" | "))`;
  const found = {};
  for (const width of [320, 1280]) {
    for (const state of Object.keys(STATES)) {
      const page = await showState(on, state, { size: [width, 900] });
      await page.settled();
      const list = [...new Set(await page.ask(small))];
      if (list.length) found[`${state}, ${width} px`] = list;
    }
  }
  assert.deepEqual(found, {});
});

/** What is read of a state: each paragraph, entry, cell and control of more than five words, and what the chart tells. */
const READ = `const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".ft-sizer");
  const blocks = "p, li, dd, dt, td, th, summary, h2, h3, h4, caption, button, label";
  const inner = [...root.querySelectorAll(blocks)].filter((e) => isSeen(e) && !e.querySelector(blocks));
  const told = [...root.querySelectorAll("[role=slider]")].flatMap((e) => [e.getAttribute("aria-label"), e.getAttribute("aria-valuetext")]);
  return [...inner.map((e) => e.textContent), ...told].map((text) => clean(text ?? "")).filter((text) => text.split(" ").length > 5)`;

/** Counts the syllables of an English word, as the formula's makers did by ear: groups of vowels, without silent endings. */
function countSyllables(word) {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  return (letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "").replace(/^y/, "").match(/[aeiouy]{1,2}/g) ?? [1]).length;
}

/** The grade of Flesch and Kincaid; a sentence ends with its sign or with its paragraph. */
function gradeOf(blocks) {
  const sentences = blocks.flatMap((block) => block.split(/(?<=[.!?])\s+/)).map((one) => one.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? []);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return (0.39 * words.length) / sentences.filter((one) => one.length).length + (11.8 * syllables) / words.length - 15.59;
}

test("what is read needs no more than nine years of school, in any state", { skip: browser !== BROWSERS.chromium && "words don't hang on the engine" }, async () => {
  assert.ok(gradeOf(["The cat sat on the mat. It was warm."]) < 1);
  assert.ok(gradeOf(["Notwithstanding jurisdictional considerations, administrative determinations necessitate clarification."]) > 20);
  const hard = {};
  for (const state of Object.keys(STATES).filter((name) => name !== "right to left")) {
    const page = await showState(on, state);
    const grade = gradeOf(await page.ask(READ));
    if (grade > 9) hard[state] = grade.toFixed(1);
  }
  assert.deepEqual(hard, {});
});
