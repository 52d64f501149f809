// Accessibility checkers of others, put into the page under test: axe, IBM Equal Access and HTML_CodeSniffer.
//
// What one of them says and is wrong about stands in `MISTAKEN`, with the reason; nothing else is let through.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const script = (path) => readFileSync(require.resolve(path), "utf8");
const AXE = script("axe-core/axe.min.js");
const IBM = script("accessibility-checker-engine/ace.js");
const CODE_SNIFFER = script("html_codesniffer/build/HTMLCS.js");

/** What a checker finds that is none, by its rule: `where` (a pattern of the markup concerned, or of the message) and `why`. */
export const MISTAKEN = {
  axe: [],
  ibm: [
    {
      rule: "combobox_focusable_elements",
      where: /aria-autocomplete="list"/,
      why: "The list of all counts doesn't pop up: it stays in sight under the field, and after the filters it is a tab stop of its own, for whoever has just chosen one.",
    },
  ],
  codeSniffer: [],
};

/** The mistakes that were made since the start: what a checker has learnt by now needs no row any more. */
export const MADE = new Set();

/** What was found, without mistakes. */
function keep(checker, found) {
  const mistake = ([rule, ...texts]) => MISTAKEN[checker].find((one) => one.rule === rule && texts.some((text) => one.where.test(text)));
  found.map(mistake).forEach((one) => one && MADE.add(one));
  return found.filter((one) => !mistake(one));
}

/** Puts a checker into the page, once, as a script of its own: what it declares is for the whole page. */
const install = (driver, name, source) =>
  driver.executeScript(
    `const [name, source] = arguments;
    if (name in window) return;
    const script = document.createElement("script");
    script.textContent = source;
    document.head.append(script);
    script.remove();`,
    name,
    source,
  );

/** What axe finds wrong in the widget: rule, sentence, markup. */
export async function axe(page, within = "figure-tracker") {
  await install(page.driver, "axe", AXE);
  const found = await page.driver.executeAsyncScript(
    `const [within, done] = arguments;
    axe.run(within, { resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => [v.id, v.help, n.html.slice(0, 200)]))),
      (error) => done([["axe", String(error), ""]]));`,
    within,
  );
  return keep("axe", found);
}

/** What IBM's checker finds wrong in the document, shadow roots included: rule, sentence, markup, place. */
export async function ibm(page) {
  await install(page.driver, "ace", IBM);
  const found = await page.driver.executeAsyncScript(
    `const done = arguments[0];
    new ace.Checker().check(document, ["IBM_Accessibility"]).then(
      ({ results }) => done(results.filter(({ value: [level, result] }) => level === "VIOLATION" && result === "FAIL")
        .map((one) => [one.ruleId, one.message, one.snippet.slice(0, 200), one.path.dom])),
      (error) => done([["ibm", String(error), "", ""]]));`,
  );
  return keep("ibm", found);
}

/** What HTML_CodeSniffer finds against WCAG 2 AA in the document, which it reads without shadow roots. */
export async function codeSniffer(page) {
  await install(page.driver, "HTMLCS", CODE_SNIFFER);
  const found = await page.driver.executeAsyncScript(
    `const done = arguments[0];
    HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR)
      .map((one) => [one.code, one.msg, one.element.outerHTML?.slice(0, 200) ?? ""])));`,
  );
  return keep("codeSniffer", found);
}
