import embed from "vega-embed";
import { run, size } from "./job.js";

let shown;
run(async (box, { label, figures }, tell) => {
  shown?.finalize();
  shown = await embed(
    box,
    {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      width: size().width - 80,
      height: 260,
      description: label,
      data: { values: figures },
      encoding: { x: { field: "x", type: "temporal" } },
      layer: [
        { mark: { type: "line", interpolate: "step-after", color: "#06c" }, encoding: { y: { field: "y", type: "quantitative" } } },
        {
          mark: { type: "point", size: 60 },
          params: [{ name: "near", select: { type: "point", on: "click", nearest: true, encodings: ["x"] } }],
          encoding: { y: { field: "y", type: "quantitative" }, opacity: { condition: { param: "near", empty: false, value: 1 }, value: 0 } },
        },
      ],
    },
    { actions: false },
  );
  shown.view.addEventListener("click", (event, item) => tell(item?.datum?.datum ?? item?.datum));
});
