// The parent's half of the iframe embed: gives each `<iframe class="figure-tracker">` the height that its page tells.
// The other half is frame.js. A message counts only if it has the right shape and comes from the window and the origin
// of such an iframe; without an answer the iframe keeps its own height and scrolls inside.

const MARK = "iframe.figure-tracker";
const LEAST = 100;
const MOST = 20_000;
const greeted = new Set();

/** Asks the page in an iframe for its height, now and whenever that changes. */
export function greet(frame) {
  greeted.add(frame);
  // To anybody: the question holds nothing, and the origin of a sandboxed page has no name.
  frame.contentWindow?.postMessage({ type: "figure-tracker:hello" }, "*");
}

/** The iframes in a document or a shadow root, and in the open shadow roots inside it. */
function* framesIn(root) {
  yield* root.querySelectorAll(MARK);
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* framesIn(shadowRoot);
}

/** Whether the page in an iframe may speak from this origin: its own, or none where a sandbox takes it away. */
function isOf({ sandbox, src }, origin) {
  const nameless = self.origin === "null" || (sandbox.length && !sandbox.contains("allow-same-origin"));
  return origin === "null" ? nameless : origin === new URL(src, document.baseURI).origin;
}

addEventListener("message", (event) => {
  const { type, height } = event.data ?? {};
  if (type === "figure-tracker:page") {
    // Loading can't be heard out of a shadow root: there the page itself says that it is there.
    const isKnown = [...greeted].some((frame) => frame.contentWindow === event.source);
    for (const frame of isKnown ? [] : framesIn(document)) if (frame.contentWindow === event.source) greet(frame);
    return;
  }
  if (type !== "figure-tracker:height" || !(height >= LEAST && height <= MOST)) return;
  for (const frame of greeted) {
    if (!frame.isConnected) greeted.delete(frame);
    else if (frame.contentWindow === event.source && isOf(frame, event.origin)) {
      // A border may count as a part of the height, but the page inside cannot use it.
      const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.ceil(height) + border}px`;
    }
  }
});

// `load` doesn't bubble, but it can be caught on its way down.
document.addEventListener("load", ({ target }) => target.matches?.(MARK) && greet(target), true);
document.querySelectorAll(MARK).forEach(greet);
