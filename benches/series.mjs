// Invented data sets of any size, for the benchmarks: the same number for the same place, whoever asks.

/** A number between 0 and 1 that follows from `at` alone. */
const noise = (at) => Math.abs(Math.sin(at * 12.9898) * 43_758.5453) % 1;

const pad = (number) => String(number).padStart(2, "0");

/** The day `days` after 1 January 1725, so that 100,000 of them lie in the past. */
function day(days) {
  const date = new Date(Date.UTC(1725, 0, 1 + days));
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** `count` figures of one metric, a day apart, of a number that mostly grows. */
function figuresOf(metric, count, documents) {
  let value = 100;
  return Array.from({ length: count }, (_, at) => {
    value += Math.floor(noise(at) * 7) - 1;
    return {
      id: `${metric}-${at}`,
      metric,
      value,
      said: day(at),
      speaker: `speaker-${at % 20}`,
      office: "Minister",
      institution: "ministry",
      attribution: at % 3 ? "quote" : "indirect",
      sources: [`document-${at % documents}`],
    };
  });
}

/** A data set of metrics with so many figures each: `series([5000, 60])`. */
export function series(counts, { documents = 200, relations = [] } = {}) {
  const ids = counts.map((_, at) => `metric-${at}`);
  return {
    format: 1,
    id: "series",
    title: "An invented series",
    language: "en",
    edition: "2022-03-20",
    units: [{ id: "people", label: { en: { one: "person", other: "people" } } }],
    institutions: [{ id: "ministry", name: "The Ministry" }],
    speakers: Array.from({ length: 20 }, (_, at) => ({ id: `speaker-${at}`, name: `Speaker ${at}` })),
    outlets: Array.from({ length: 20 }, (_, at) => ({ id: `outlet-${at}`, name: `Outlet ${at}`, url: "https://paper.example/" })),
    sources: Array.from({ length: documents }, (_, at) => ({
      id: `document-${at}`,
      outlet: `outlet-${at % 20}`,
      title: `What was said, number ${at}`,
      published: "2022-03-15",
      url: `https://paper.example/${at}`,
      language: "en",
    })),
    groups: Array.from({ length: Math.ceil(counts.length / 20) }, (_, at) => ({ id: `group-${at}`, label: `Group ${at}` })),
    metrics: ids.map((id, at) => ({
      id,
      label: `Count ${at}`,
      group: `group-${Math.floor(at / 20)}`,
      unit: "people",
      definition: "Everybody who was counted.",
      kind: "running_total",
    })),
    figures: ids.flatMap((id, at) => figuresOf(id, counts[at], documents)),
    relations,
  };
}
