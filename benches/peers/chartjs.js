import { Chart, LineController, LineElement, PointElement, LinearScale, TimeScale, Tooltip, Decimation } from "chart.js";
import "chartjs-adapter-date-fns";
import { run } from "./job.js";

Chart.register(LineController, LineElement, PointElement, LinearScale, TimeScale, Tooltip, Decimation);

let chart;
run((box, { label, figures }, tell) => {
  if (!chart) box.append(document.createElement("canvas"));
  const data = { datasets: [{ label, data: figures, borderColor: "#06c", stepped: true }] };
  const options = {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    interaction: { mode: "nearest", axis: "x", intersect: false },
    plugins: { decimation: { enabled: true, algorithm: "min-max" } },
    scales: { x: { type: "time" }, y: { beginAtZero: true } },
    onClick: (event, found) => found[0] && tell(figures[found[0].index]),
  };
  if (figures.length > 1000) options.elements = { point: { radius: 0 } };
  chart?.destroy();
  chart = new Chart(box.firstChild, { type: "line", data, options });
});
