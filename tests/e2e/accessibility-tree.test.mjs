// What a screen reader is told of each state, as Chromium hands it on: role, name, value and state, one element a line.
//
// The trees stand in trees/, a file a state, and are compared line by line, so that a change of what is told is seen in
// review. After a change that is meant:
//   FIGURE_TRACKER_RENEW=1 node --test tests/e2e/accessibility-tree.test.mjs

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { test } from "node:test";
import { BROWSERS, browser } from "./browsers.mjs";
import { suite } from "./page.mjs";
import { STATES, showState } from "./states.mjs";

const skip = browser !== BROWSERS.chromium && "its tree can't be asked for";
const on = suite();
const FOLDER = new URL("./trees/", import.meta.url);
const fileName = (state) => `${state.replaceAll(/[^a-z]+/g, "-")}.txt`;

/** What is told beside role, name and value, where it is so. */
const TOLD = [
  "level", "checked", "pressed", "expanded", "selected", "disabled", "invalid", "required", "modal", "hasPopup", "live",
  "valuemin", "valuemax", "settable", "roledescription",
];
/** What is read as a part of what it stands in. */
const WITHIN = new Set(["InlineTextBox", "LineBreak", "ListMarker"]);
/** What has its name from the texts in it, which are not told again. */
const NAMED_BY_CONTENT = new Set([
  "button", "link", "heading", "option", "tab", "radio", "DisclosureTriangle", "columnheader", "cell", "LabelText", "slider",
]);
/** What only groups, if it has no name. */
const GROUPING = new Set(["generic", "none", "LayoutTable", "Section", "SvgRoot"]);
/** What a browser makes itself, in its own language. */
const OWN = new Set(["Date", "DateTime"]);

/** The tree of the page, as indented lines. */
async function tree(page) {
  const { nodes } = await page.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // The tools give no text of a slider's value: it is read from the markup, in the same order.
  const statements = await page.ask(`return [...root.querySelectorAll("[role=slider], input[type=range]")].map((e) => e.getAttribute("aria-valuetext"))`);
  const lines = [];
  const clean = (value) =>
    String(value ?? "").replaceAll(/[\u2066-\u2069\u200e\u200f]/g, "").replaceAll(on.site.origin, "https://site").replaceAll(/\s+/g, " ").trim();
  const told = (node) => {
    const found = (node.properties ?? []).filter(({ name }) => TOLD.includes(name)).map(({ name, value }) => [name, value.value]);
    const said = found.filter(([, value]) => !["", false, "false", "none", undefined].includes(value));
    const states = found.filter(([name, value]) => ["checked", "pressed", "expanded"].includes(name) && [false, "false"].includes(value));
    return [...said, ...states].map(([name, value]) => (value === true || value === "true" ? name : `${name}=${clean(value)}`));
  };
  const write = (id, depth, isNamed) => {
    const node = byId.get(id);
    if (!node || WITHIN.has(node.role?.value)) return;
    const [role, name, value] = [node.role?.value, clean(node.name?.value), clean(node.value?.value)];
    const statement = role === "slider" && !node.ignored ? clean(statements.shift()) : "";
    const isText = role === "StaticText";
    const isTold = !node.ignored && !(GROUPING.has(role) && !name) && !(isText && (!name || isNamed));
    if (isTold) {
      const [more, described] = [value && value !== name && `= ${JSON.stringify(value)}`, clean(node.description?.value)];
      const rest = [name && JSON.stringify(name), more, ...told(node), statement && `valuetext=${JSON.stringify(statement)}`, described && `(${described})`];
      // Texts that follow one another are one, however they lie in elements.
      const start = `${"  ".repeat(depth)}text `;
      if (isText && lines.at(-1)?.startsWith(start)) lines.push(`${lines.pop().slice(0, -1)} ${rest[0].slice(1)}`);
      else lines.push("  ".repeat(depth) + [isText ? "text" : role, ...rest.filter(Boolean)].join(" "));
    }
    if (OWN.has(role)) return;
    const named = isTold ? NAMED_BY_CONTENT.has(role) && name !== "" : isNamed;
    for (const child of node.childIds ?? []) write(child, depth + (isTold ? 1 : 0), named);
  };
  write(nodes[0].nodeId, 0, false);
  return `${lines.join("\n")}\n`;
}

for (const state of Object.keys(STATES)) {
  test(`what a screen reader is told: ${state}`, { skip }, async () => {
    const page = await showState(on, state, { size: [390, 900] });
    await page.driver.sendDevToolsCommand("Accessibility.enable", {});
    const now = await tree(page);
    const file = new URL(fileName(state), FOLDER);
    if (process.env.FIGURE_TRACKER_RENEW) writeFileSync(file, now);
    assert.ok(existsSync(file), `${file.pathname} is missing; the head of this file says how it is written`);
    assert.deepEqual(now.split("\n"), readFileSync(file, "utf8").split("\n"));
  });
}

test("there is a tree of each state and of nothing else", () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(STATES).map(fileName).sort());
});
