// What the element takes and tells (packages/npm/element.json), in the forms that people and tools read: the tables of the
// READMEs, custom-elements.json, and types for TypeScript. They all come from one file, so none can be behind.

import { readFileSync } from "node:fs";

export const element = JSON.parse(readFileSync(new URL("../../packages/npm/element.json", import.meta.url), "utf8"));

const code = (text) => `\`${text}\``;
const row = (cells) => `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |");
const table = (heads, rows) => [row(heads), `|${heads.map(() => "---|").join("")}`, ...rows].join("\n");

/** The tables of README.md: attributes, events, custom properties. */
export const tables = {
  attributes: table(["attribute, property", "meaning", "without it"],
    element.attributes.map(({ name, property, meaning, default: without }) => row([[name, property].filter(Boolean).map(code).join(", "), meaning, without]))),
  events: table(["event", "when", "`detail`"],
    element.events.map(({ name, when, detail }) => row([code(name), when, detail.map(code).join(", ")]))),
  properties: table(["property", "what"],
    element.properties.map(({ name, dark, what }) => row([dark ? `${code(name)}, dark: ${code(dark)}` : code(name), what]))),
};

/** The parts as README.md names them: `a`, `b` and `c`. */
export const parts = `${element.parts.slice(0, -1).map(code).join(", ")} and ${code(element.parts.at(-1))}`;

const propertyOf = ({ name, property }) => property ?? name;
const typeOf = ({ values, boolean }) => boolean ? "boolean" : values?.map((value) => JSON.stringify(value)).join(" | ") ?? "string";
/** A name as the key of a type. */
const keyOf = (name) => (/^\w+$/.test(name) ? name : JSON.stringify(name));
const detailOf = ({ detail }) => (detail.length ? `{ ${detail.map((name) => `${keyOf(name)}: string`).join("; ")} }` : "Record<string, never>");

/** custom-elements.json, schema 2.1.0. */
export function customElements() {
  const { tag, class: name, summary, attributes, events, properties, slot } = element;
  const members = attributes.filter((a) => a.name !== "lang").map((a) => ({
    kind: "field", name: propertyOf(a), type: { text: typeOf(a) }, description: a.meaning, default: undefined, attribute: a.name, reflects: true,
  }));
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [{
      kind: "javascript-module",
      path: "figure-tracker.js",
      declarations: [{
        kind: "class",
        customElement: true,
        name,
        tagName: tag,
        summary,
        superclass: { name: "HTMLElement" },
        attributes: attributes.map((a) => ({ name: a.name, type: { text: typeOf(a) }, description: `${a.meaning}; without it: ${a.default}` })),
        members: [...members, { kind: "field", name: "version", static: true, readonly: true, type: { text: "string" }, description: "the version of the package" }],
        events: events.map((e) => ({ name: e.name, type: { text: `CustomEvent<${detailOf(e)}>` }, description: e.when })),
        slots: [{ name: "", description: slot }],
        cssParts: element.parts.map((part) => ({ name: part })),
        cssProperties: properties.flatMap(({ name: property, dark, what }) => [
          { name: property, description: what },
          ...(dark ? [{ name: dark, description: `${what}, in dark` }] : []),
        ]),
      }],
      exports: [{ kind: "custom-element-definition", name: tag, declaration: { name, module: "figure-tracker.js" } }],
    }],
  };
}

/** Types of the element, its events and its attributes. */
export function types() {
  const { attributes, events, class: name, tag } = element;
  return `/** ${element.summary}. */
export interface ${name}Attributes {
${attributes.map((a) => `  /** ${a.meaning}; without it: ${a.default} */\n  ${keyOf(a.name)}?: ${typeOf(a)};`).join("\n")}
}

export interface ${name}EventMap {
${events.map((e) => `  /** ${e.when} */\n  "${e.name}": CustomEvent<${detailOf(e)}>;`).join("\n")}
}

export interface ${name} extends HTMLElement {
${attributes.map((a) => `  ${propertyOf(a)}: ${typeOf(a)};`).join("\n")}
  addEventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: ${name}, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: ${name}, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** What \`customElements.get("${tag}")\` gives. */
export interface ${name}Constructor {
  new (): ${name};
  /** the version of the package */
  readonly version: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "${tag}": ${name};
  }
  interface GlobalEventHandlersEventMap extends ${name}EventMap {}
}
`;
}

/** Types for the templates of frameworks: a file each, since each speaks of a package that only its users have. */
export function frameworkTypes() {
  const { tag, class: name, events } = element;
  const on = (prefix) => events.map((e) => `  "${prefix}${e.name}"?: (event: ${name}EventMap["${e.name}"]) => void;`).join("\n");
  const from = `import type { ${name}, ${name}Attributes, ${name}EventMap } from "figure-tracker";\n`;
  return {
    "types/react.d.ts": `import type { ClassAttributes, HTMLAttributes } from "react";
${from}
type Props = Omit<HTMLAttributes<${name}>, keyof ${name}Attributes> & ClassAttributes<${name}> & ${name}Attributes & {
${on("on")}
  class?: string;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${tag}": Props;
    }
  }
}
`,
    "types/vue.d.ts": `import type { DefineComponent, HTMLAttributes } from "vue";
${from}
type Props = ${name}Attributes & HTMLAttributes & {
${events.map((e) => `  "on${e.name.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join("")}"?: (event: ${name}EventMap["${e.name}"]) => void;`).join("\n")}
};

declare module "vue" {
  interface GlobalComponents {
    "${tag}": DefineComponent<Props>;
  }
}

export type { ${name} };
`,
    "types/svelte.d.ts": `import type { HTMLAttributes } from "svelte/elements";
${from}
declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "${tag}": Omit<HTMLAttributes<${name}>, keyof ${name}Attributes> & ${name}Attributes & {
${on("on")}
    };
  }
}
`,
    "react.d.ts": `import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { ${name} as Element, ${name}Attributes, ${name}EventMap } from "figure-tracker";

export interface FigureTrackerProps extends ${name}Attributes, Omit<HTMLAttributes<Element>, keyof ${name}Attributes | ${events.map((e) => `"${propOf(e)}"`).join(" | ")}> {
${events.map((e) => `  ${propOf(e)}?: (event: ${name}EventMap["${e.name}"]) => void;`).join("\n")}
}

export declare const FigureTracker: ForwardRefExoticComponent<FigureTrackerProps & RefAttributes<Element>>;
export default FigureTracker;
`,
  };
}

function propOf({ name }) {
  const word = name.split("-").at(-1);
  return `on${word[0].toUpperCase()}${word.slice(1)}`;
}
