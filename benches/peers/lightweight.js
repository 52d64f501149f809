import { createChart, LineSeries, LineType } from "lightweight-charts";
import { run, size } from "./job.js";

let chart;
let line;
let shown;
run((box, { figures }, tell) => {
  shown = new Map(figures.map((figure) => [figure.x / 1000, figure]));
  if (!chart) {
    chart = createChart(box, size());
    line = chart.addSeries(LineSeries, { color: "#06c", lineType: LineType.WithSteps });
    chart.subscribeClick(({ time }) => tell(shown.get(time)));
  }
  line.setData(figures.map(({ x, y }) => ({ time: x / 1000, value: y })));
  chart.timeScale().fitContent();
});
