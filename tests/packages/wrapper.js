// React's wrapper in use, whatever the version of React: what it hands on is written into the page, where apps.test.mjs reads it.

import { FigureTracker } from "figure-tracker/react";
import { Component, createElement as h, createRef, version } from "react";
import * as dom from "react-dom";
import data from "../../invented-flood.json?url";

const told = { version, ready: 0, selected: [], functionRef: [] };
window.told = told;
const object = createRef();

class App extends Component {
  state = { turn: 1 };

  componentDidMount() {
    window.next = () => this.setState(({ turn }) => ({ turn: turn + 1 }));
  }

  render() {
    const { turn } = this.state;
    if (turn === 3) return h("p", { id: "gone" }, "gone");
    return h("div", null,
      h(FigureTracker, {
        src: data,
        metric: "deaths",
        theme: turn === 1 ? "light" : "dark",
        className: "wide",
        style: { minHeight: "900px" },
        "data-turn": turn,
        ref: object,
        onReady: () => { told.ready += 1; },
        // Another function each time it is drawn.
        onSelect: ({ detail }) => told.selected.push([turn, detail.metric, detail.figure]),
      }, "The figures of the flood."),
      h(FigureTracker, { id: "second", src: data, metric: "missing", ref: (node) => told.functionRef.push(node?.id ?? null) }));
  }
}

told.ref = () => object.current;

export const app = h(App);
export { dom };
