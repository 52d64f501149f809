// What stands where the program cannot run and the element has no content of its own: its static page, or a line.

import { greet } from "./iframes.js";

const MAY = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** A static page of the widget in a frame; `refused` is called if the page's policy refuses frames. */
export function frame(page, refused, signal) {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "frame-src" && page.startsWith(blockedURI)) refused();
  }, { signal });
  const frame = document.createElement("iframe");
  const attributes = { title: "figure-tracker", loading: "lazy", sandbox: MAY, src: page };
  for (const name in attributes) frame.setAttribute(name, attributes[name]);
  frame.addEventListener("load", () => greet(frame));
  return frame;
}

/** The last resort: a line, and a link to the data. */
export function apology(data) {
  const line = document.createElement("p");
  line.className = "wait";
  line.append("The figures cannot be shown here.");
  if (/^https?:/.test(data)) {
    const link = document.createElement("a");
    link.href = data;
    link.textContent = "this file";
    line.append(" They are in ", link, ".");
  }
  return line;
}
