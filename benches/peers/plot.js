import { lineY, plot, pointerX, dot, ruleY } from "@observablehq/plot";
import { run, size } from "./job.js";

run((box, { label, figures }, tell) => {
  const at = { x: "x", y: "y" };
  const made = plot({
    ...size(),
    x: { type: "utc", label: null },
    y: { label, zero: true },
    marks: [ruleY([0]), lineY(figures, { ...at, curve: "step-after", stroke: "#06c" }), dot(figures, pointerX({ ...at, r: 5 }))],
  });
  made.addEventListener("click", () => tell(made.value));
  box.replaceChildren(made);
});
