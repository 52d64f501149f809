// Data sets for the tests: the bundled one, and small ones written as a test needs them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./site.mjs";

/** The data set that is published with the widget. */
export const bundled = () => JSON.parse(readFileSync(join(DIST, "data.json"), "utf8"));

/** The id of the first figure of a metric in the bundled data with this value. */
export function idOf(metric, value) {
  return bundled().figures.find((f) => f.metric === metric && f.value === value).id;
}

/** A figure of the metric `dead`, said by Ann Example in a document of The Paper. */
export function figure(id, value, said, more = {}) {
  return {
    id,
    metric: "dead",
    value,
    said,
    speaker: "ann",
    office: "minister",
    institution: "ministry",
    attribution: "quote",
    sources: ["doc"],
    ...more,
  };
}

/** A small data set without a fault; `more` replaces its top-level keys. */
export function dataset(more = {}) {
  return {
    format: 1,
    id: "small",
    title: "A small data set",
    summary: "Two numbers, one speaker.",
    language: "en",
    edition: "2022-03-20",
    license: "CC0-1.0",
    units: [{ id: "people", label: { en: { one: "person", other: "people" } } }],
    institutions: [{ id: "ministry", name: "The Ministry" }],
    speakers: [{ id: "ann", name: "Ann Example" }],
    outlets: [{ id: "paper", name: "The Paper", url: "https://paper.example/" }],
    sources: [
      {
        id: "doc",
        outlet: "paper",
        title: "What was said",
        published: "2022-03-15",
        url: "https://paper.example/doc",
        archived: "https://archive.example/doc",
        language: "en",
      },
    ],
    groups: [{ id: "people", label: "People" }],
    metrics: [
      { id: "dead", label: "Dead", group: "people", unit: "people", definition: "Bodies counted.", kind: "running_total" },
      { id: "hurt", label: "Hurt", group: "people", unit: "people", definition: "Treated.", kind: "running_total" },
    ],
    figures: [
      figure("dead-1", 10, "2022-03-01"),
      figure("dead-2", 12, "2022-03-10"),
      figure("hurt-1", 99, "2022-03-10", { metric: "hurt" }),
    ],
    relations: [],
    events: [],
    corrections: [],
    ...more,
  };
}

/** The same as the text of a file, one key a line. */
export const file = (more) => JSON.stringify(dataset(more), null, 1);
