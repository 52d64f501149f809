// Runs in the pages under test before anything else: writes down what the page can tell about itself.
"use strict";

const seen = { events: [], violations: [], errors: [], shift: 0, shifts: [], moves: [] };
window.seen = seen;

for (const name of ["ready", "select", "change", "error"]) {
  document.addEventListener(`figure-tracker-${name}`, (event) => {
    const { bubbles, composed, detail } = event;
    seen.events.push({ name, id: event.target.id, bubbles, composed, detail });
  });
}
document.addEventListener("securitypolicyviolation", (event) => {
  seen.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
});
addEventListener("error", (event) => seen.errors.push(event.message));
addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));

if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      const nodes = entry.sources.map(({ node }) => node?.part?.value || node?.className || node?.nodeName);
      seen.shifts.push({ value: entry.value, nodes });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

// Not every browser tells of layout shifts, so where the elements around the widget stand is looked at in each frame.
document.addEventListener("DOMContentLoaded", () => {
  const around = [...document.querySelectorAll("body *:not(script, figure-tracker, figure-tracker *)")];
  const places = () => around.map((e) => Math.round(e.getBoundingClientRect().y + scrollY));
  const start = { width: innerWidth, places: places() };
  requestAnimationFrame(function look() {
    if (innerWidth === start.width) {
      places().forEach((y, at) => {
        if (y !== start.places[at]) seen.moves.push([around[at].localName, start.places[at], y]);
      });
    }
    start.width = innerWidth;
    start.places = places();
    requestAnimationFrame(look);
  });
});
