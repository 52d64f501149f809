import "figure-tracker";
import data from "../../invented-flood.json?url";

const tracker = document.querySelector("figure-tracker");
tracker.src = data;
tracker.addEventListener("figure-tracker-select", ({ detail }) => {
  document.querySelector("output").textContent = detail.figure;
});
