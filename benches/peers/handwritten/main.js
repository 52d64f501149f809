// What one writes by hand: an SVG path and two axes.
import { nearest, run, size } from "../job.js";

const SVG = "http://www.w3.org/2000/svg";

function element(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.textContent = text;
  return made;
}

run((box, { label, figures }, tell) => {
  const { width, height } = size();
  const [left, bottom] = [48, height - 24];
  const [first, last] = [figures[0].x, figures.at(-1).x];
  const highest = figures.reduce((most, { y }) => Math.max(most, y), 1);
  const x = (moment) => left + ((moment - first) / (last - first || 1)) * (width - left - 8);
  const y = (number) => bottom - (number / highest) * (bottom - 12);
  const path = figures.map((figure, at) => `${at ? `H${x(figure.x).toFixed(1)}V` : `M${x(figure.x).toFixed(1)} `}${y(figure.y).toFixed(1)}`);
  const svg = element("svg", { width, height, role: "img", "aria-label": label });
  svg.append(
    element("path", { d: `M${left} ${bottom}H${width}`, stroke: "#777", fill: "none" }),
    element("path", { d: path.join(""), stroke: "#06c", fill: "none", "stroke-width": 2 }),
    element("text", { x: 0, y: y(highest) + 4, "font-size": 12 }, highest),
    element("text", { x: 0, y: bottom, "font-size": 12 }, 0),
    element("text", { x: left, y: height - 6, "font-size": 12 }, figures[0].said),
    element("text", { x: width, y: height - 6, "font-size": 12, "text-anchor": "end" }, figures.at(-1).said),
  );
  const ring = element("circle", { r: 6, stroke: "#000", fill: "none", cx: -9, cy: -9 });
  svg.append(ring);
  svg.addEventListener("click", (event) => {
    const share = (event.clientX - svg.getBoundingClientRect().left - left) / (width - left - 8);
    const figure = figures[nearest(figures, first + share * (last - first))];
    ring.setAttribute("cx", x(figure.x));
    ring.setAttribute("cy", y(figure.y));
    tell(figure);
  });
  box.replaceChildren(svg);
});
