// What a reader has done in a printed widget is so in the living one that takes its place: folds, focus, taps.

/** What can be opened, focused or tapped, kind by kind: in each kind, printed and living widget have the same ones in the same order. */
const KINDS = [
  "summary", "[part=picker],[part=previous],[part=next],.ft-zero,.ft-known-on :is(a,button),svg[part]", ".ft-card :is(a,button)", "table :is(a,button)",
  ".ft-footer a",
];

const list = (base, kind) => [...base.querySelectorAll(kind)].filter((one) =>
  !one.closest(".ft-sizer") && (one.localName !== "svg" || one.getClientRects().length));

/** The element in `living` that stands where `one` stands in `printed`. */
export function counterpart(printed, living, one) {
  for (const kind of KINDS) {
    const at = list(printed, kind).indexOf(one);
    if (at >= 0) return list(living, kind)[at];
  }
  return undefined;
}

/** Opens what is open in `printed`, and gives the focus to what stands where `focused` does. */
export function takeOver(printed, living, focused) {
  for (const summary of list(printed, "summary")) {
    const other = counterpart(printed, living, summary);
    if (other) other.parentNode.open = summary.parentNode.open;
  }
  if (focused) counterpart(printed, living, focused)?.focus({ preventScroll: true });
}

/** Taps in `living` what was tapped in `printed`, in the same place of it. */
export function tapAgain(printed, living, { one, x, y }) {
  const other = counterpart(printed, living, one);
  if (!other) return;
  const { left, top } = other.getBoundingClientRect();
  const place = { clientX: left + x, clientY: top + y };
  other.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window, ...place }));
}
