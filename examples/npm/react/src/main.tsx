import "figure-tracker";
import "figure-tracker/types/react";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import data from "../../../invented-flood.json?url";

function App() {
  const [selected, setSelected] = useState("");
  return (
    <>
      <figure-tracker src={data} metric="deaths" onfigure-tracker-select={({ detail }) => setSelected(detail.figure)}>
        The figures of the flood.
      </figure-tracker>
      <p>A reader selected: <output>{selected}</output></p>
    </>
  );
}

createRoot(document.getElementById("app")!).render(<App />);
