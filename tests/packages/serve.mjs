// Serves folders to the browser, as a plain web server or a CDN does: `{ "/path/": folder }`, with headers of the test's.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
};

export async function serve(folders, headers = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const [prefix] = Object.keys(folders).filter((prefix) => path.startsWith(prefix)).sort((a, b) => b.length - a.length);
    const name = normalize(path.slice(prefix?.length ?? 0)) || "index.html";
    try {
      if (prefix === undefined || name.startsWith("..")) throw new Error("not there");
      const bytes = readFileSync(join(folders[prefix], name === "." || name === "/" ? "index.html" : name));
      response.writeHead(200, { "content-type": TYPES[extname(name === "." ? ".html" : name)] ?? "text/html; charset=utf-8", ...headers });
      response.end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  server.keepAliveTimeout = 0; // no connection ends just when the browser asks by it again
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
