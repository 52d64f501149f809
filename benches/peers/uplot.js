import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { run, size } from "./job.js";

let chart;
run((box, { label, figures }, tell) => {
  const data = [figures.map(({ x }) => x / 1000), figures.map(({ y }) => y)];
  if (chart) chart.destroy();
  const options = {
    ...size(),
    series: [{}, { label, stroke: "#06c", width: 2, paths: uPlot.paths.stepped({ align: 1 }) }],
    hooks: { ready: [(made) => made.over.addEventListener("click", () => tell(figures[made.cursor.idx]))] },
  };
  chart = new uPlot(options, data, box);
});
