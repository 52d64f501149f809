// What things are called: the page of a metric, as `figure-tracker render` names it (crates/site/src/names.rs; the same table
// tests both), and texts in a language. Pure.

const TAKEN = ["index", "data", "feed", "sitemap", "embed", "ledger", "con", "prn", "aux", "nul"];
for (let port = 1; port <= 9; port += 1) TAKEN.push(`com${port}`, `lpt${port}`);
const LONGEST = 160;

/** A text as the name of a file, safe everywhere. */
export function safe(text) {
  return text.replace(/[^\p{Alphabetic}\p{N}_-]/gu, (letter) => `~${letter.codePointAt(0).toString(16)}`);
}

/** A name that no file system finds too long. */
function short(name) {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= LONGEST) return name;
  let end = LONGEST;
  while ((bytes[end] & 0xc0) === 0x80) end -= 1;
  return `${new TextDecoder().decode(bytes.subarray(0, end))}~${digest(bytes)}`;
}

/** FNV-1a of 64 bits. */
function digest(bytes) {
  const mixed = (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x0100_0000_01b3n);
  return bytes.reduce(mixed, 0xcbf2_9ce4_8422_2325n).toString(16).padStart(16, "0");
}

/** The names of the metrics' pages by id, without `.html`, as they stand in addresses. */
export function pageNames(metrics) {
  const taken = new Set(TAKEN);
  const names = new Map();
  for (const { id } of metrics) {
    const wanted = short(safe(id));
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}~${number}`;
    taken.add(name.toLowerCase());
    names.set(id, encodeURIComponent(name));
  }
  return names;
}

/** A text of the data set in a language, else in the data set's own. */
export function textIn(text, lang, own) {
  if (typeof text !== "object" || text === null) return `${text ?? ""}`;
  const nearest = (tag) => text[tag] ?? text[tag.split("-")[0]];
  return nearest(lang || own) ?? nearest(own) ?? Object.values(text)[0] ?? "";
}

/** Metrics under the label of their group, in the data set's order; those of no group come last. */
export function grouped({ groups = [], metrics }) {
  const known = new Set(groups.map(({ id }) => id));
  const sections = groups.map((group) => ({ group, metrics: metrics.filter((metric) => metric.group === group.id) }));
  sections.push({ metrics: metrics.filter(({ group }) => !known.has(group)) });
  return sections.filter((section) => section.metrics.length > 0);
}
