import Plotly from "plotly.js-basic-dist-min";
import { run } from "./job.js";

run(async (box, { label, figures }, tell) => {
  const trace = { name: label, type: "scatter", mode: figures.length > 200 ? "lines" : "lines+markers", line: { shape: "hv", color: "#06c" } };
  Object.assign(trace, { x: figures.map(({ x }) => x), y: figures.map(({ y }) => y) });
  await Plotly.react(box, [trace], { height: 320, hovermode: "x", xaxis: { type: "date" }, yaxis: { rangemode: "tozero" } });
  box.removeAllListeners?.("plotly_click");
  box.on("plotly_click", ({ points }) => tell(figures[points[0].pointIndex]));
});
