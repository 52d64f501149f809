// The job that every peer does: load a data set, draw a metric as a step chart, let a reader pick another metric, and tell
// the details of the figure that is tapped.

const DETAILS = document.querySelector("#details");
const PICKER = document.querySelector("#picker");

/** Reads the data set into metrics, each with its figures in time order: `x` in milliseconds, `y` the number. */
async function load() {
  const file = await (await fetch("/data.json")).json();
  const speakers = new Map(file.speakers.map((each) => [each.id, each.name]));
  const outlets = new Map(file.outlets.map((each) => [each.id, each.name]));
  const sources = new Map(file.sources.map((each) => [each.id, { ...each, outlet: outlets.get(each.outlet) }]));
  const metrics = new Map(file.metrics.map((each) => [each.id, { ...each, figures: [] }]));
  for (const figure of file.figures) {
    metrics.get(figure.metric).figures.push({
      x: Date.parse(figure.said),
      y: figure.value,
      said: figure.said,
      speaker: speakers.get(figure.speaker),
      source: sources.get(figure.sources[0]),
    });
  }
  for (const { figures } of metrics.values()) figures.sort((a, b) => a.x - b.x);
  return [...metrics.values()];
}

/** The index of the figure nearest to a moment. */
export function nearest(figures, x) {
  let [low, high] = [0, figures.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle].x < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - figures[low - 1].x < figures[low].x - x ? low - 1 : low;
}

/** The size of the drawing. */
export const size = () => ({ width: document.querySelector("#chart").clientWidth, height: 320 });

/** Does the job: `draw(box, metric, tell)` draws a metric, `tell(figure)` is called where a figure is tapped. */
export async function run(draw) {
  const metrics = await load();
  const box = document.querySelector("#chart");
  const tell = (figure) => {
    if (!figure) return;
    DETAILS.textContent = `${figure.y} · ${figure.said} · ${figure.speaker} · ${figure.source.outlet}: ${figure.source.title}`;
  };
  PICKER.append(...metrics.map(({ label }, at) => new Option(label, at)));
  const show = async () => {
    const metric = metrics[PICKER.value];
    await draw(box, metric, tell);
    tell(metric.figures.at(-1));
  };
  PICKER.addEventListener("change", async () => {
    await show();
    window.switched?.();
  });
  await show();
  requestAnimationFrame(() => setTimeout(() => { window.drawnAt = performance.now(); }, 0));
}
