// Reads the data for a widget: small ones when they are there, large ones while they come, so that reading has ended soon after
// the last piece. In between the page answers.

/** Lets the page do what waits: a promise that no clock slows down where the page is out of sight. */
function nextTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(0);
  });
}

/** For how many milliseconds the program works until the page has its turn, between two steps: each turn takes a phone some ten. */
const TURN_MS = 70;

/** Steps of work, between which the page has its turn when it has waited for long. */
export class Turns {
  #began = performance.now();

  /** Whether the page has waited for long. */
  get isOver() { return performance.now() - this.#began >= TURN_MS; }

  /** Ends a step. */
  async end() {
    await undefined; // what the step has made wait is done
    if (!this.isOver) return;
    await nextTask();
    this.#began = performance.now();
  }
}

/** From how many bytes on a file is read while it comes. */
const LARGE = 1 << 18;
/** How many bytes are read in one go: on a phone these take some twenty milliseconds. */
const SLICE = 1 << 15;

/** Whether a file is being read that comes: then others wait until they are whole, for they may be the same. */
let isReading = false;

/** The program's `DataFile` of what comes as `IncomingBytes`. */
export async function readData(program, incoming, turns) {
  while (!incoming.isWhole && incoming.length < LARGE) await incoming.more();
  if (incoming.length >= LARGE && !isReading) {
    isReading = true;
    try {
      const file = await readPieces(program, incoming, turns);
      if (file) return file;
    } finally {
      isReading = false;
    }
  }
  return new program.DataFile(await incoming.whole());
}

async function readPieces(program, incoming, turns) {
  let file = new program.IncomingFile();
  try {
    await incoming.handOver(async (piece) => {
      for (let at = 0; at < piece.length; at += SLICE) {
        if (!file.push(piece.subarray(at, at + SLICE))) return false;
        if (turns.isOver) await turns.end();
      }
      return true;
    });
    const ended = file;
    file = undefined;
    return ended.finish();
  } finally {
    file?.free();
  }
}
