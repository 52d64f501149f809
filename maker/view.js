// What of a metric an embedded chart shows, where that isn't everything: the fields of the form, and their words. Pure.

/** The attributes of a view, in the order of the element's own. */
export const VIEW = ["view", "scope", "speaker", "institution", "outlet", "known-on", "from", "to"];

/** What the figures of a metric can be asked for: pairs of id and record, by the name of the attribute. */
export function askable(data, metric) {
  const figures = data.figures.filter((figure) => figure.metric === metric);
  const among = (list = [], ids) => list.filter(({ id }) => ids.has(id));
  const sources = new Map((data.sources ?? []).map((source) => [source.id, source]));
  const printed = (figure) => figure.sources.map((entry) => sources.get(entry.source ?? entry)?.outlet);
  return {
    scope: data.metrics.find(({ id }) => id === metric)?.scopes ?? [],
    speaker: among(data.speakers, new Set(figures.map((figure) => figure.speaker))),
    institution: among(data.institutions, new Set(figures.map((figure) => figure.institution))),
    outlet: among(data.outlets, new Set(figures.flatMap(printed))),
  };
}

/** A view in words: `as known on 20 January 2022, only Berik Asylov`; empty where everything is shown. `name` gives a record's. */
export function viewInWords(asked, name) {
  const day = (text) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${text}T00:00Z`));
  const { from, to } = asked;
  const period = from && to ? `from ${day(from)} to ${day(to)}` : from ? `from ${day(from)} on` : to ? `up to ${day(to)}` : "";
  const only = ["scope", "speaker", "institution", "outlet"].filter((key) => asked[key]).map((key) => `only ${name(key, asked[key])}`);
  const known = asked["known-on"] ? `as known on ${day(asked["known-on"])}` : "";
  const how = { parts: "its parts", who: "by who said it" }[asked.view] ?? "";
  return [how, known, ...only, period].filter(Boolean).join(", ");
}

/** The view of a static page: the fragment of its address. Empty where everything is shown. */
export function viewFragment(metric, asked) {
  const given = VIEW.filter((name) => asked[name]).map((name) => [name, asked[name]]);
  return given.length > 0 ? `#figure-tracker=${new URLSearchParams([["metric", metric], ...given])}` : "";
}
