import { FigureTracker } from "figure-tracker/react";
import { createElement as h, Fragment, useState } from "react";
import { createRoot } from "react-dom/client";
import data from "../../invented-flood.json?url";

function App() {
  const [selected, setSelected] = useState("");
  return h(Fragment, null,
    h(FigureTracker, { src: data, metric: "deaths", onSelect: ({ detail }) => setSelected(detail.figure) }, "The figures of the flood."),
    h("p", null, "A reader selected: ", h("output", null, selected)));
}

createRoot(document.getElementById("app")).render(h(App));
