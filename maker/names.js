// What things are called: the page of a metric, as `figure-tracker render` names it (src/site/names.rs), and texts in
// a language. Pure.

const TAKEN = ["index", "data", "feed", "sitemap"];

/** The names of the metrics' pages by id, without `.html`. */
export function pageNames(metrics) {
  const taken = new Set(TAKEN);
  const names = new Map();
  for (const { id } of metrics) {
    const safe = id.replace(/[^\p{Alphabetic}\p{N}_-]/gu, (letter) => `~${letter.codePointAt(0).toString(16)}`);
    let name = safe;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${safe}~${number}`;
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
