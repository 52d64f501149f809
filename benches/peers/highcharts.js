import Highcharts from "highcharts";
import "highcharts/modules/accessibility";
import "highcharts/modules/boost";
import { nearest, run } from "./job.js";

let chart;
run((box, { label, figures }, tell) => {
  const tapped = function () { tell(figures[this.index]); };
  const beside = ({ xAxis: [axis] }) => tell(figures[nearest(figures, axis.value)]);
  chart?.destroy();
  chart = Highcharts.chart(box, {
    chart: { animation: false, height: 320, events: { click: beside } },
    title: { text: label },
    xAxis: { type: "datetime" },
    yAxis: { min: 0, title: { text: undefined } },
    legend: { enabled: false },
    plotOptions: { series: { animation: false, cursor: "pointer", point: { events: { click: tapped } } } },
    series: [{ name: label, type: "line", step: "left", data: figures.map(({ x, y }) => [x, y]) }],
  });
});
