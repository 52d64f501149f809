// What accessibility checkers find: nothing, in any state, at any width, in any colours, on the printed pages too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, browser } from "./browsers.mjs";
import { MADE, MISTAKEN, axe, codeSniffer, ibm } from "./checkers.mjs";
import { suite, page as pageOf } from "./page.mjs";
import { STATES, showState } from "./states.mjs";

const on = suite();
const WIDTHS = [320, 390, 1280];
/** How a reader may have it: the theme, and what their system asks for. */
const LOOKS = {
  light: { theme: "light" },
  dark: { theme: "dark" },
  "forced colours": { theme: "light", media: { "forced-colors": "active" } },
  "more contrast": { theme: "light", media: { "prefers-contrast": "more" } },
  "no reduced motion": { theme: "light", media: { "prefers-reduced-motion": "no-preference" } },
};
/** Where the whole product would take too long: each width and each look once, every state in all of them. */
const SAMPLES = [[320, "light"], [390, "dark"], [1280, "more contrast"], [390, "forced colours"]];

/** Every width and look in one engine, the plain one in the others: the rules don't hang on the engine. */
const isWhole = browser === BROWSERS.chromium;
const skip = !isWhole && "the rules don't hang on the engine";

async function lookAt(page, width, look) {
  await page.resize(width, 900, { mobile: width < 700 });
  await page.set("theme", LOOKS[look].theme);
  await page.media(LOOKS[look].media ?? {});
  await page.settled();
}

for (const name of Object.keys(STATES)) {
  test(`the checkers find nothing: ${name}`, async () => {
    const page = await showState(on, name);
    if (!isWhole) {
      await page.resize(390, 900, { mobile: true });
      await page.settled();
      assert.deepEqual(await axe(page), []);
      return;
    }
    for (const width of WIDTHS) {
      for (const look of Object.keys(LOOKS)) {
        await lookAt(page, width, look);
        assert.deepEqual(await axe(page), [], `axe, ${width} px, ${look}`);
      }
    }
    for (const [width, look] of SAMPLES) {
      await lookAt(page, width, look);
      assert.deepEqual(await ibm(page), [], `IBM, ${width} px, ${look}`);
    }
  });
}

test("a printed page has nothing that HTML_CodeSniffer, axe or IBM's checker would mend", { skip }, async () => {
  for (const name of ["index.html", "deaths.html", "ledger.html", "ru/index.html", "ru/deaths.html"]) {
    await on.driver.get(`${on.site.origin}/widget/pages/${name}`);
    const page = pageOf(on.driver);
    assert.deepEqual(await codeSniffer(page), [], `HTML_CodeSniffer, ${name}`);
    assert.deepEqual(await axe(page, "html"), [], `axe, ${name}`);
    assert.deepEqual(await ibm(page), [], `IBM, ${name}`);
  }
});

test("the checkers see what is wrong, in the open shadow root too", { skip }, async () => {
  const page = await showState(on, "over time");
  await page.ask(`const image = document.createElement("img"); image.src = "data:,"; one("base").append(image);
    const field = document.createElement("input"); one("base").append(field); return true`);
  const rules = (found) => new Set(found.map(([rule]) => rule));
  assert.deepEqual(rules(await axe(page)), new Set(["image-alt", "label"]));
  const found = rules(await ibm(page));
  for (const rule of ["img_alt_valid", "input_label_exists"]) assert.ok(found.has(rule), [...found].join());
  await page.ask("document.querySelector('main').append(root.querySelector('img')); return true");
  assert.ok((await codeSniffer(page)).some(([code]) => code.includes("H37")), "an image without a text");
});

test("each mistake of a checker that is let through is still made", { skip }, () => {
  assert.deepEqual(Object.values(MISTAKEN).flat().filter((one) => !MADE.has(one)), []);
});
