// A static web server for the tests: dist/ under /widget/, pages made by the tests, and rules that spoil an answer.
//
// It is a small honest server: right MIME types, ready-made brotli where it is accepted, 404 for the rest. What goes
// wrong goes wrong because a test asked for it with `rule`.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The built site: `dist/`, or the folder that `FIGURE_TRACKER_DIST` names. */
export const DIST = join(process.env.FIGURE_TRACKER_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url)), "/");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Starts a server on a free port of 127.0.0.1.
 *
 * `rule(pattern, answer)` changes the answers for paths that match; `answer` may have `status`, `headers`, `body`,
 * `half` (send half of the bytes, as if complete), `cut` (drop the connection half-way), `after` (a promise to wait for), `pause`
 * (one to wait for half-way) and `hang` (never answer).
 */
export async function startSite() {
  let rules = [];
  let pages = new Map();
  let asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    asked.push(path);
    const rule = Object.assign({}, ...rules.filter(([pattern]) => pattern.test(path)).map(([, answer]) => answer));
    if (rule.hang) return;
    await rule.after;
    const found = rule.body === undefined ? lookUp(path, pages, request) : { bytes: Buffer.from(rule.body), headers: type(path) };
    const { bytes, headers } = found ?? { bytes: Buffer.from("not found"), headers: { "content-type": "text/plain" } };
    const status = rule.status ?? (found ? 200 : 404);
    const sent = rule.half || rule.cut ? bytes.subarray(0, bytes.length / 2) : bytes;
    const length = rule.cut ? bytes.length : sent.length;
    response.writeHead(status, { ...headers, "content-length": length, "cache-control": "no-store", ...rule.headers });
    if (rule.cut) return void response.write(sent, () => response.destroy());
    if (rule.pause) response.write(sent.subarray(0, sent.length / 2));
    await rule.pause;
    response.end(rule.pause ? sent.subarray(sent.length / 2) : sent);
  });
  // No connection ends just when a browser, after a pause, asks for something by it.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Changes how matching paths are answered, until `reset`. */
    rule: (pattern, answer) => rules.push([pattern, answer]),
    /** Publishes a file of the test's own and gives its address. */
    publish(path, body) {
      pages.set(path, Buffer.from(body));
      return origin + path;
    },
    /** The paths that were asked for since the last reset. */
    asked: () => [...asked],
    reset() {
      rules = [];
      pages = new Map();
      asked = [];
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function type(path) {
  return { "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
}

function lookUp(path, pages, request) {
  if (pages.has(path)) return { bytes: pages.get(path), headers: type(path) };
  if (!path.startsWith("/widget/")) return undefined;
  const file = join(DIST, normalize(path.slice("/widget/".length) || "index.html"));
  if (!file.startsWith(DIST)) return undefined;
  const brotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && read(`${file}.br`);
  if (brotli) return { bytes: brotli, headers: { ...type(path), "content-encoding": "br", vary: "accept-encoding" } };
  const bytes = read(file);
  return bytes && { bytes, headers: type(file) };
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
