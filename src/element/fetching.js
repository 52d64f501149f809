// Fetches files in a given time, and says in one line what went wrong.

/** How long WebAssembly and the data may take. */
export const LOAD_TIMEOUT_MS = 30_000;
/** How much longer what stands in for them may take. */
export const FALLBACK_TIMEOUT_MS = 15_000;

// In the expression itself it would tell bundlers to take along every file that there may be.
const HERE = import.meta.url;
/** The address of a file beside the script. */
export const fileAddress = (name) => new URL(name, HERE).href;

/** The message of an error, on one line. */
export function errorMessage(error) {
  return `${error?.message ?? error}`.replace(/\s+/g, " ");
}

/** Fetches a file; a browser refuses one that hasn't the hash `integrity`. */
export async function fetchFile(url, options) {
  const response = await fetch(url, { credentials: "same-origin", ...options });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return response;
}

/** Fetches the bytes of a file. A bundler may have put a small one into its address, which policies don't let pages fetch. */
export async function fetchBytes(url, options) {
  const [, base64, inside] = url.match(/^data:[^,]*?(;base64)?,(.*)$/s) ?? [];
  if (base64) return Uint8Array.from(atob(inside), (char) => char.charCodeAt(0));
  if (inside !== undefined) return new TextEncoder().encode(decodeURIComponent(inside));
  const response = await fetchFile(url, options);
  return new Uint8Array(await response.arrayBuffer());
}

/** How many bytes are fetched in one go, where the browser fetches into a buffer that there is already. */
const PIECE = 1 << 18;
/** How much of a file is kept while it is read: whoever can't read it as it comes wants it whole. */
const KEPT = 1 << 22;

/** The pieces of a body; each may be gone when the next is asked for. */
async function* piecesOf(body) {
  let buffer = new ArrayBuffer(PIECE);
  let reader;
  try {
    reader = body.getReader({ mode: "byob" });
  } catch {
    reader = body.getReader();
  }
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return;
    yield value;
    buffer = value.buffer;
  }
}

/** A file that is being fetched, piece by piece. */
export class IncomingBytes {
  /** How many bytes have come. */
  length = 0;
  isWhole = false;
  #url;
  #options;
  /** What has come and was kept. */
  #pieces = [];
  #kept = 0;
  #take;
  #next;
  #tell;

  constructor(url, options) {
    this.#url = url;
    this.#options = options;
    this.#expect();
    /** Resolves when all have come. */
    this.end = this.#fetch();
    this.end.catch(() => {}); // those who wait for it are told
  }

  /** Waits for the next piece, or for the end. */
  more() {
    return Promise.race([this.#next, this.end]);
  }

  /** Hands all pieces over, as they come, to `take`, and waits for each until that has ended; until it says that it wants no more. */
  async handOver(take) {
    for (let place = 0; place < this.#pieces.length; place += 1) {
      if (!await take(this.#pieces[place])) return;
    }
    this.#take = take;
    await this.end;
  }

  /** What has been kept of it: all that has come, or the first of it. */
  get beginning() {
    const bytes = new Uint8Array(this.#kept);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  /** All of it, once it has come; what wasn't kept is fetched again. */
  async whole() {
    await this.end;
    return this.#kept === this.length ? this.beginning : fetchBytes(this.#url, { ...this.#options, cache: "force-cache" });
  }

  async #fetch() {
    if (this.#url.startsWith("data:")) await this.#add(await fetchBytes(this.#url));
    else {
      const { body } = await fetchFile(this.#url, this.#options);
      for await (const piece of piecesOf(body)) await this.#add(piece);
    }
    this.isWhole = true;
  }

  async #add(piece) {
    this.length += piece.length;
    // Behind a piece that is missing none is the beginning.
    if (this.#kept + piece.length === this.length && (!this.#take || this.length <= KEPT)) {
      this.#pieces.push(piece.slice());
      this.#kept = this.length;
    }
    this.#tell();
    this.#expect();
    if (this.#take && !await this.#take(piece)) this.#take = undefined;
  }

  #expect() {
    this.#next = new Promise((resolve) => { this.#tell = resolve; });
  }
}

/** What `promise` resolves to, or an error that names `what` when the time is over. */
export function withTimeout(promise, what, timeout = LOAD_TIMEOUT_MS) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not arrive within ${Math.round(timeout / 1000)} seconds`)), timeout);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

let toldOfType = false;

/** The compiled wasm of an address. A wrong MIME type costs one line on the console, and only where the program runs all the same. */
export async function compile(url, integrity) {
  const response = await fetchFile(url, { integrity });
  if (/^application\/wasm\b/i.test(response.headers.get("content-type"))) return WebAssembly.compileStreaming(response);
  const module = await WebAssembly.compile(await response.arrayBuffer());
  if (!toldOfType) console.warn(`figure-tracker: serve ${url} as application/wasm, its type is wrong`);
  toldOfType = true;
  return module;
}
