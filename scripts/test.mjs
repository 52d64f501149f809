// Runs every check and test there is, adds up what the runners counted, and ends with `N passed, N failed`.
//
// A check without tests of its own counts as one. A runner that fails without naming a failed test counts as one
// failure, and so does a runner that was to run tests and ran none. It installs nothing.
//
// A file of end-to-end tests that fails is run once more, by itself: two browsers on a busy machine may be too slow for each
// other. What passes then is named in the summary, so that nobody takes it for steady.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import process from "node:process";

const wasm = ["--target", "wasm32-unknown-unknown"];
// The widget as it is built for pages, and as the command line prints it: never both in one program.
const element = ["-p", "figure-tracker", "--features", "element"];
const printing = ["--features", "figure-tracker/ssr"];
// What is published is looked at once; everything else of the end-to-end suite runs in each browser.
const published = ["tests/e2e/dist.test.mjs", "tests/e2e/plain.test.mjs"];
/** The apps in examples/ are looked at in one browser. */
const examples = ["tests/e2e/examples.test.mjs"];
const quick = ["package", "wordpress", "archive", "release"].map((name) => `tests/packages/${name}.test.mjs`);
const once = [...published, ...examples];
const e2e = readdirSync("tests/e2e").filter((name) => name.endsWith(".test.mjs")).map((name) => `tests/e2e/${name}`);
const nodeAtOnce = (files) => ["node", "--test", "--test-reporter=spec", `--test-concurrency=${files}`];
const node = nodeAtOnce(2);
/** In how many files tests may fail before it isn't the machine. */
const MOST_FILES_AGAIN = 3;
const inBrowser = (id, name) => [
  `end-to-end tests, ${name}`,
  [...node, ...e2e.filter((file) => !once.includes(file))],
  nodetest,
  { FIGURE_TRACKER_BROWSER: id },
];
const strict = { RUSTDOCFLAGS: "-D warnings" };
const browser = {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
  WASM_BINDGEN_TEST_TIMEOUT: "120",
};

/** name, command, how its output is counted, environment */
const CHECKS = [
  ["formatting", ["cargo", "fmt", "--all", "--check"], one],
  ["formatting, examples", ["cargo", "fmt", "--all", "--manifest-path", "examples/Cargo.toml", "--check"], one],
  ["lints, command line", ["cargo", "clippy", "--locked", "--workspace", ...printing, "--all-targets", "--", "-D", "warnings"], one],
  ["lints, widget", ["cargo", "clippy", "--locked", ...wasm, ...element, "--lib", "--bins", "--test", "browser", "--", "-D", "warnings"], one],
  // Editors' rules and spreadsheets run in a browser, too.
  ["lints, editing in a browser", ["cargo", "check", "--locked", ...wasm, "-p", "figure-tracker-editing"], one],
  ["documentation", ["cargo", "doc", "--locked", "--workspace", ...printing, "--no-deps", "--document-private-items"], one, strict],
  // Advisories are left out: their database is on another host than the registry, which not every machine reaches.
  ["licences, sources, bans", ["cargo", "deny", "--workspace", "--offline", "--log-level", "error", "check", "bans", "licenses", "sources"], one],
  // What would be published, without building it: `make package` does that too.
  ["packages", ["cargo", "package", "--workspace", "--offline", "--allow-dirty", "--no-verify"], quiet],
  ["native tests", ["cargo", "test", "--locked", "--workspace", ...printing], libtest],
  ["browser tests", ["cargo", "test", "--locked", ...wasm, ...element, "--test", "browser"], libtest, browser],
  ["release build", ["bash", "scripts/dist.sh"], one],
  ["examples", ["bash", "scripts/examples.sh"], one],
  ["end-to-end tests, examples", [...node, ...examples], nodetest],
  // What is quick of `make packages`: nothing is installed and nothing is built again.
  ["npm package, WordPress plugin, archives, workflows", [...node, ...quick], nodetest],
  ["end-to-end tests, what is published", [...node, ...published], nodetest],
  inBrowser("chromium", "Chromium"),
  inBrowser("firefox", "Firefox"),
  inBrowser("webkitgtk", "WebKitGTK"),
];

function one(_output, ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A check that warns has failed. */
function quiet(output, ok) {
  return one(output, ok && !/^warning: /m.test(output));
}

function libtest(output, ok) {
  return atLeastOne(sum(output, /^test result: .*? (\d+) passed; (\d+) failed/gm), ok);
}

function nodetest(output, ok) {
  const count = (word) => Number(output.match(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  return atLeastOne({ passed: count("pass"), failed: count("fail") + count("cancelled"), skipped: count("skipped") }, ok);
}

function sum(output, pattern) {
  const total = { passed: 0, failed: 0 };
  for (const [, passed, failed] of output.matchAll(pattern)) {
    total.passed += Number(passed);
    total.failed += Number(failed);
  }
  return total;
}

function atLeastOne(total, ok) {
  if (!ok && total.failed === 0) return { ...total, failed: 1 };
  if (total.passed + total.failed === 0) return { passed: 0, failed: 1 };
  return total;
}

/** The files of a run of Node's tests in which one failed. */
function failedFiles(output, command) {
  return command.filter((file) => file.endsWith(".test.mjs") && output.includes(`\ntest at ${file}:`));
}

/** What a run of Node's tests says of those that failed, in so many lines. */
function failures(output, lines = 40) {
  return output.split(/^.*failing tests:$/m)[1]?.trim().split("\n").slice(0, lines).join("\n") ?? "";
}

/** Runs the files once more in which a test failed; resolves to the counts of both runs, and what the first said. */
async function runAgain(output, counts, command, env) {
  const files = failedFiles(output, command);
  if (files.length === 0 || files.length > MOST_FILES_AGAIN) return counts;
  console.log(`\n== once more: ${files.join(" ")}`);
  const again = await run([...nodeAtOnce(1), ...files], env);
  const { failed } = nodetest(again.output, again.ok);
  return { ...counts, passed: counts.passed + counts.failed - failed, failed, again: counts.failed - failed };
}

/** Runs a command, shows its output as it comes, and resolves to what it printed and whether it succeeded. */
function run([command, ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    for (const [stream, out] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      stream.on("data", (chunk) => {
        chunks.push(chunk);
        out.write(chunk);
      });
    }
    child.on("error", (error) => {
      console.error(error.message);
      resolve({ output: "", ok: false });
    });
    child.on("close", (code) => {
      // eslint-disable-next-line no-control-regex
      const output = Buffer.concat(chunks).toString("utf8").replaceAll(/\u001b\[[0-9;]*m/g, "");
      resolve({ output, ok: code === 0 });
    });
  });
}

const wanted = process.argv.slice(2);
const chosen = CHECKS.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const total = { passed: 0, failed: 0 };
const lines = [];
for (const [name, command, counted, env] of chosen) {
  console.log(`\n== ${name}: ${command.join(" ")}`);
  const started = Date.now();
  const { output, ok } = await run(command, env);
  const first = counted(output, ok);
  const { passed, failed, skipped, again } =
    counted === nodetest && first.failed > 0 ? await runAgain(output, first, command, env) : first;
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const more = [skipped && `${skipped} skipped`, again && `${again} only when run once more`].filter(Boolean).map((one) => `, ${one}`);
  lines.push(`${failed === 0 ? "ok    " : "FAILED"} ${name}: ${passed} passed, ${failed} failed${more.join("")} (${seconds} s)`);
  if (first.failed > 0) lines.push(failures(output).replaceAll(/^/gm, "       "));
}
console.log(`\n${lines.join("\n")}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
