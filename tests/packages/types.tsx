// Compiled by apps.test.mjs against the packed types, strictly: what is right must pass, and what is wrong must not.

import "figure-tracker";
import type { FigureTracker as Element, FigureTrackerConstructor } from "figure-tracker";
import { FigureTracker } from "figure-tracker/react";
import "figure-tracker/types/react";
import figureTracker from "figure-tracker/vite";
import { createRef } from "react";

const element: Element = document.createElement("figure-tracker");
element.src = "/data.json";
element.theme = "dark";
// @ts-expect-error there is no such theme
element.theme = "blue";
// @ts-expect-error an address is text
element.src = 1;
element.addEventListener("figure-tracker-select", ({ detail }) => [detail.metric.length, detail.figure.length]);
element.addEventListener("figure-tracker-error", ({ detail }) => detail.message.length);
element.addEventListener("click", (event) => event.clientX);
// @ts-expect-error a selection has no message
element.addEventListener("figure-tracker-select", ({ detail }) => detail.message);
document.addEventListener("figure-tracker-select", ({ detail }) => detail.figure);
document.querySelector("figure-tracker")?.metric.length;
const { version } = customElements.get("figure-tracker") as unknown as FigureTrackerConstructor;
version.length;

const plugin: { name: string } = figureTracker();
plugin.name.length;

const reference = createRef<Element>();
export const wrapper = (
  <FigureTracker ref={reference} src="/data.json" theme="auto" className="wide" onSelect={({ detail }) => detail.figure}>
    own
  </FigureTracker>
);
// @ts-expect-error there is no such theme
export const wrong = <FigureTracker theme="blue"/>;
export const plain = <figure-tracker src="/data.json" onfigure-tracker-select={({ detail }) => detail.metric.length}/>;
// @ts-expect-error there is no such theme
export const wrongPlain = <figure-tracker theme="blue"/>;
