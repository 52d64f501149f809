// A page's own chart, written by hand for one data set: what the widget is measured against (benches/picture.mjs). It loads
// the JSON, draws a step chart of a metric as SVG, lets a reader pick another metric, and tells the details of a figure.

const WIDTH = 360;
const HEIGHT = 260;
const SVG = "http://www.w3.org/2000/svg";
const place = document.getElementById("chart");
const data = await (await fetch(place.dataset.src)).json();
const text = (value) => (typeof value === "string" ? value : value?.en ?? "");
const named = (list, id) => list.find((one) => one.id === id);
const day = (said = "") => Date.parse(said.split("/").pop().slice(0, 10));
const number = (figure) => figure.value ?? figure.max ?? figure.min ?? 0;

function make(name, attributes = {}, ...children) {
  const element = name === "svg" || name in { path: 1, circle: 1, text: 1 } ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function draw(metric) {
  const figures = data.figures.filter((one) => one.metric === metric && !Number.isNaN(day(one.said)));
  figures.sort((a, b) => day(a.said) - day(b.said));
  const days = figures.map((one) => day(one.said));
  const [first, last, most] = [Math.min(...days), Math.max(...days), Math.max(...figures.map(number))];
  const x = (figure) => 30 + (WIDTH - 50) * ((day(figure.said) - first) / (last - first || 1));
  const y = (figure) => HEIGHT - 30 - (HEIGHT - 60) * (number(figure) / (most || 1));
  const main = figures.filter((one) => one.scope === figures[0].scope);
  const path = main.map((one, at) => (at ? `H${x(one)}V${y(one)}` : `M${x(one)} ${y(one)}`)).join("");
  const details = make("dl");
  const tell = (figure) => {
    const source = named(data.sources, figure.sources[0]);
    const rows = {
      Figure: number(figure).toLocaleString("en-GB"),
      "Said by": text(named(data.speakers, figure.speaker)?.name) || "not named",
      When: new Date(day(figure.said)).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
      Source: text(source?.title),
      Note: text(figure.note),
    };
    details.replaceChildren(...Object.entries(rows).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
  };
  const dots = figures.map((figure) => {
    const dot = make("circle", { cx: x(figure), cy: y(figure), r: 5, tabindex: 0 });
    dot.addEventListener("click", () => tell(figure));
    return dot;
  });
  const labels = [0, most].map((value) => make("text", { x: 0, y: y({ value }) }, value.toLocaleString("en-GB")));
  const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": text(named(data.metrics, metric).label) },
    make("path", { d: path }), ...dots, ...labels);
  tell(figures[figures.length - 1]);
  const table = make("table", {}, ...figures.map((one) => make("tr", {}, make("td", {}, one.said), make("td", {}, `${number(one)}`))));
  const list = make("details", {}, make("summary", {}, "All figures"), table);
  place.querySelector("div").replaceChildren(svg, details, list);
}

const select = make("select", {}, ...data.metrics.map(({ id, label }) => make("option", { value: id }, text(label))));
select.addEventListener("change", () => draw(select.value));
place.append(make("h2", {}, text(data.title)), select, make("div"));
select.value = "deaths";
draw("deaths");
