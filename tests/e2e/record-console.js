// Runs in the pages under test where the browser's driver tells nothing of its console: writes down what is said there.
"use strict";

window.seen.log = [];
const tell = (level, ...words) => window.seen.log.push({ level, message: words.map(String).join(" ") });
const levels = { error: "SEVERE", warn: "WARNING", info: "INFO", log: "INFO", debug: "DEBUG" };

for (const [name, level] of Object.entries(levels)) {
  const real = console[name];
  console[name] = (...words) => {
    tell(level, ...words);
    real.apply(console, words);
  };
}
addEventListener("error", ({ message }) => tell("SEVERE", message));
addEventListener("unhandledrejection", ({ reason }) => tell("SEVERE", reason));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => tell("SEVERE", effectiveDirective, blockedURI));
