// What a page or a reader asks of a widget, as the attributes of its element and as the fragment of the page's address.

/** The attributes that say what is shown, in the order in which the program takes them: `Attributes::NAMES`. */
export const STATE = ["metric", "figure", "view", "scope", "speaker", "institution", "outlet", "known-on", "from", "to"];

const FRAGMENT = "#figure-tracker=";

/** The attributes as the program takes them, one a line. */
export function stateText(values) {
  return STATE.map((name) => (values[name] ?? "").replace(/\s/g, " ")).join("\n");
}

/** The attributes that the program tells. */
export function readState(text) {
  const values = text.split("\n");
  return Object.fromEntries(STATE.map((name, place) => [name, values[place] ?? ""]));
}

/** What the page's address asks for; nothing where it doesn't speak of a widget. */
export function stateOfAddress() {
  if (!location.hash.startsWith(FRAGMENT)) return undefined;
  const asked = new URLSearchParams(location.hash.slice(FRAGMENT.length));
  return Object.fromEntries(STATE.map((name) => [name, asked.get(name) ?? ""]));
}

/** The fragment of an address that asks for what is shown. */
export function fragmentOf(state) {
  return FRAGMENT + new URLSearchParams(STATE.filter((name) => state[name]).map((name) => [name, state[name]]));
}

/** Writes what is shown into the page's address: a step of its own for Back, or in the place of the one before. */
export function writeAddress(state, isStep) {
  const fragment = fragmentOf(state);
  if (fragment === location.hash) return;
  try {
    history[isStep ? "pushState" : "replaceState"](history.state, "", fragment);
  } catch {
    // A document without an address of its own, a sandboxed one for example, has no history to write.
  }
}
