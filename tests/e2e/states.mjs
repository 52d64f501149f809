// The states in which a reader may find the widget: what the page asks for, and what the reader does then.
//
// The tests that look at every state share this list, so that a new view is one row here and looked at by all of them.

import { dataset, figure } from "./fixtures.mjs";
import { page as pageOf } from "./page.mjs";

/** Opens an entry of the shelf by its class, and waits for what is in it. */
const openEntry = (name, content) => async (page) => {
  await page.ask(`root.querySelector(".ft-${name}").open = true; return true`);
  await page.until(`return root.querySelector(".ft-${name} ${content}")`, `what is in the entry ${name}`);
};

/** The states; `act` is what a reader does once the widget stands. */
export const STATES = {
  "over time": { attributes: 'metric="deaths"' },
  "a contradiction": { attributes: 'metric="convicted"' },
  "one figure": { attributes: 'metric="cameras-damaged"' },
  parts: { attributes: 'metric="deaths" view="parts"' },
  "a part": { attributes: 'metric="deaths" figure="deaths-almaty-gunshot-2022-03-14-48"' },
  "who said it": { attributes: 'metric="deaths" view="who"' },
  "as known on a day": { attributes: 'metric="deaths" known-on="2022-01-20"' },
  "a long series": { attributes: 'src="/long.json"' },
  "all counts": {
    attributes: 'metric="deaths"',
    act: async (page) => {
      await page.ask('one("picker").click(); return true');
      await page.until('return !!root.querySelector("[role=option]")', "the list of all counts");
      await page.settled();
    },
  },
  about: { attributes: 'metric="deaths"', act: openEntry("explanation", "p") },
  ledger: { attributes: 'metric="deaths"', act: openEntry("ledger", "h3, h4") },
  table: { attributes: 'metric="deaths"', act: openEntry("table", "[part~=row]") },
  "a long table": { attributes: 'src="/long.json"', act: openEntry("table", "[part~=row]") },
  sources: { attributes: 'metric="deaths"', act: openEntry("sources", "details") },
  "cite, share, download": { attributes: 'metric="deaths"', act: openEntry("take-away", "textarea") },
  "right to left": { attributes: 'metric="criminal-cases" lang="ar"' },
};

/** A series of 200 daily figures, one of them withdrawn. */
export function longSeries() {
  const day = (index) => new Date(Date.UTC(2022, 1, 24 + index)).toISOString().slice(0, 10);
  const figures = Array.from({ length: 200 }, (_, index) =>
    figure(`dead-${index}`, 800 + index * 60 + ((index * 37) % 50), day(index), {
      ...(index % 3 ? { qualifier: "about" } : {}),
      ...(index === 90 ? { status: "retracted" } : {}),
    }),
  );
  return JSON.stringify(dataset({ figures }));
}

/** Shows a state on a page of its own that has no fault; `size` is that of the screen, a phone's where it is narrow. */
export async function showState(on, name, { theme = "light", size } = {}) {
  const { attributes, act } = STATES[name];
  on.site.publish("/long.json", longSeries());
  if (size) await pageOf(on.driver).resize(...size, { mobile: size[0] < 700 });
  const page = await on.ready(`<main><h1>A page</h1><figure-tracker ${attributes} theme="${theme}"></figure-tracker></main>`);
  await act?.(page);
  await page.settled();
  return page;
}
