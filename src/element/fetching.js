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

/** A file that is being fetched, piece by piece. */
export class IncomingBytes {
  /** How many bytes have come. */
  length = 0;
  isWhole = false;
  #pieces = [];
  #next;
  #tell;

  constructor(url, options) {
    this.#expect();
    /** Resolves when all have come. */
    this.end = this.#fetch(url, options);
    this.end.catch(() => {}); // those who wait for it are told
  }

  /** The piece at a place, once it has come; nothing behind the last. */
  async piece(place) {
    while (place === this.#pieces.length && !this.isWhole) await this.more();
    return this.#pieces[place];
  }

  /** Waits for the next piece, or for the end. */
  more() {
    return Promise.race([this.#next, this.end]);
  }

  /** All bytes that have come. */
  get bytes() {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  async #fetch(url, options) {
    if (url.startsWith("data:")) this.#add(await fetchBytes(url));
    else {
      const reader = (await fetchFile(url, options)).body.getReader();
      for (let step = await reader.read(); !step.done; step = await reader.read()) this.#add(step.value);
    }
    this.isWhole = true;
  }

  #add(piece) {
    this.#pieces.push(piece);
    this.length += piece.length;
    this.#tell();
    this.#expect();
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
