// Each question of a reader, by finger and by key: what is pressed is pressed as they press it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { idOf } from "./fixtures.mjs";
import { Key, suite } from "./page.mjs";
import { showState } from "./states.mjs";

const on = suite();
const LAST = idOf("deaths", 230);

/** How something is pressed. */
const WAYS = {
  finger: (page, element) => page.tap(element),
  key: async (page, element) => {
    await page.driver.executeScript("arguments[0].focus()", element);
    const isSummary = await page.driver.executeScript("return arguments[0].matches('summary, button')", element);
    await page.keys(isSummary ? Key.ENTER : Key.SPACE);
  },
};

/** The state line, where a question is asked. */
const asked = (page) => page.ask('return clean(root.querySelector(".ft-asked")?.textContent ?? "")');

for (const [way, pressElement] of Object.entries(WAYS)) {
  const press = async (page, css) => {
    await pressElement(page, await page.find(css));
    await page.settled();
  };

  test(`what was known on a day, an earlier one, and everything again: by ${way}`, async () => {
    const page = await showState(on, "over time");
    await press(page, "[part~=known-on] button");
    assert.match(await asked(page), /^As known on 15 January 2022: 225 people/);
    await press(page, "[part~=known-on] .ft-steps button:last-of-type");
    assert.match(await asked(page), /^As known on 14 March 2022: 230 people/);
    await press(page, "[part~=known-on] > button");
    assert.equal(await asked(page), "");
    await press(page, "[part~=known-on] button");
    await press(page, ".ft-asked button");
    assert.equal(await asked(page), "");
    assert.equal(await page.attribute("known-on"), null);
  });

  test(`the last month of a long series, and all of it: by ${way}`, async () => {
    const page = await showState(on, "a long series");
    const count = () => page.ask('return clean(one("next").parentElement.textContent)');
    assert.match(await count(), /of 200/);
    await press(page, "[part~=period] .ft-period-spans button:nth-of-type(1)");
    assert.match(await count(), /of 3[12]$/);
    assert.match(await page.attribute("from"), /^2022-08-/);
    await press(page, "[part~=period] .ft-period-spans button:nth-of-type(2)");
    assert.match(await count(), /of 200/);
  });

  test(`what doesn't add up, of the whole record, and from there to a figure: by ${way}`, async () => {
    const page = await showState(on, "over time");
    await press(page, ".ft-ledger summary");
    await page.until('return root.querySelector(".ft-ledger .ft-row-link")', "the ledger");
    const selected = () => page.property("figure");
    assert.equal(await selected(), LAST);
    await press(page, ".ft-ledger .ft-row-link");
    assert.notEqual(await selected(), LAST);
  });

  test(`a document and what it carries: by ${way}`, async () => {
    const page = await showState(on, "over time");
    await press(page, ".ft-sources summary");
    await page.until('return root.querySelector(".ft-carried summary")', "the documents");
    await press(page, ".ft-carried summary");
    await page.until('return root.querySelector(".ft-carried[open] button")', "the figures of a document");
    await press(page, ".ft-carried[open] button");
    assert.notEqual(await page.property("figure"), LAST);
  });

  test(`a citation in another form: by ${way}`, async () => {
    const page = await showState(on, "over time");
    await press(page, ".ft-take-away summary");
    await page.until('return root.querySelector(".ft-take-away textarea")', "the citation");
    await press(page, ".ft-take-away .ft-choice:nth-of-type(2) label:nth-child(3) input");
    assert.match(await page.ask('return root.querySelector(".ft-take-away textarea").value'), /^@/);
  });
}

test("a handle of the period goes by arrow keys, and a figure's number is typed", async () => {
  const page = await showState(on, "a long series");
  await page.ask('root.querySelector("[part~=period] input[type=range]").focus(); return true');
  await page.keys(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await page.settled();
  assert.match(await page.attribute("from"), /^2022-/);
  await page.ask('root.querySelector(".ft-count input").select(); return true');
  await page.ask('root.querySelector(".ft-count input").focus(); return true');
  await page.keys("5", Key.ENTER);
  await page.settled();
  assert.equal(await page.ask('return one("chart").getAttribute("aria-valuenow")'), "5");
});

/** What the tab key should reach, of radio buttons the one that is chosen; without what can't be pressed now. */
const STOPS = `const dialog = root.querySelector("[role=dialog]");
  return [...root.querySelectorAll("button, input, textarea, summary, select, a[href], [tabindex]")]
    .filter((e) => (!dialog || dialog.contains(e)) && !e.closest("[inert]") && !e.disabled && e.tabIndex >= 0)
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !(e.type === "radio" && !e.checked))`;
/** Whether the focus can be seen: an outline of at least 2 px, or the ring of the selected mark. */
const IS_FOCUS_SEEN = `const e = root.activeElement;
  const seen_at = e.type === "radio" ? e.nextElementSibling : e;
  const style = getComputedStyle(seen_at);
  return e.matches("[part~=chart]") || e.getAttribute("role") === "listbox" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || e.outerHTML.slice(0, 120)`;

for (const state of ["over time", "parts", "who said it", "as known on a day", "a long series", "one figure", "ledger", "cite, share, download"]) {
  test(`the tab key reaches all that can be pressed, and the focus is seen: ${state}`, async () => {
    const page = await showState(on, state);
    const names = await page.ask(`const stops = (() => { ${STOPS} })(); stops.forEach((e, at) => { e.dataset.stop = at; });
      return stops.map((e) => e.outerHTML.slice(0, 100))`);
    await page.ask('document.body.tabIndex = -1; document.body.focus(); return true');
    const reached = new Set();
    const unseen = [];
    for (let step = 0; step < names.length + 8; step += 1) {
      await page.keys(Key.TAB);
      const stop = await page.ask("return root.activeElement?.dataset.stop");
      if (stop === undefined || stop === null) {
        if (reached.size) break;
        continue;
      }
      // A field for a day has stops of its own, whose focus the browser shows.
      const seen = reached.has(Number(stop)) || (await page.ask(IS_FOCUS_SEEN));
      reached.add(Number(stop));
      if (seen !== true) unseen.push(seen);
    }
    assert.deepEqual(names.filter((_, at) => !reached.has(at)), []);
    assert.deepEqual(unseen, []);
  });
}
