import { init, use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { nearest, run, size } from "./job.js";

use([LineChart, AriaComponent, GridComponent, TooltipComponent, CanvasRenderer]);

let chart;
let shown;
run((box, { label, figures }, tell) => {
  shown = figures;
  if (!chart) {
    chart = init(box, null, size());
    chart.getZr().on("click", ({ offsetX, offsetY }) => {
      tell(shown[nearest(shown, chart.convertFromPixel("grid", [offsetX, offsetY])[0])]);
    });
  }
  chart.setOption({
    animation: false,
    aria: { enabled: true },
    tooltip: { trigger: "axis" },
    xAxis: { type: "time" },
    yAxis: { type: "value" },
    series: [{ name: label, type: "line", step: "end", sampling: "lttb", showSymbol: figures.length < 200, data: figures.map(({ x, y }) => [x, y]) }],
  });
});
