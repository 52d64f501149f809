// Reads the data for a widget: small ones when they are there, large ones while they come, so that reading has ended soon after
// the last piece. In between the page answers.

/** Lets the page do what waits: a promise that no clock slows down where the page is out of sight. */
export function nextTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(0);
  });
}

/** From how many bytes on a file is read while it comes. */
const LARGE = 1 << 18;
/** How many bytes are read in one go: on a phone these take some twenty milliseconds. */
const SLICE = 1 << 15;
/** For how many milliseconds pieces that have come are read before the page has its turn. */
const TURN_MS = 10;

/** Whether a file is being read that comes: then others wait until they are whole, for they may be the same. */
let isReading = false;

/** The program's `DataFile` of what comes as `IncomingBytes`. */
export async function readData(program, incoming) {
  while (!incoming.isWhole && incoming.length < LARGE) await incoming.more();
  if (incoming.length >= LARGE && !isReading) {
    isReading = true;
    try {
      const file = await readPieces(program, incoming);
      if (file) return file;
    } finally {
      isReading = false;
    }
  }
  await incoming.end;
  await nextTask();
  return new program.DataFile(incoming.bytes);
}

async function readPieces(program, incoming) {
  let file = new program.IncomingFile();
  try {
    let began = performance.now();
    for await (const piece of incoming) {
      for (let at = 0; at < piece.length; at += SLICE) {
        file.push(piece.subarray(at, at + SLICE));
        if (performance.now() - began < TURN_MS) continue;
        await nextTask();
        began = performance.now();
      }
    }
    const ended = file;
    file = undefined;
    return ended.finish();
  } finally {
    file?.free();
  }
}
