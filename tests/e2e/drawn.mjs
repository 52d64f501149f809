// Compares a printed widget with a living one, in words, markup and places.

// In the page: what the widget draws under `base`, in one line a node, without what only a living widget has: that a
// button is a button and what it does, how the chart is used, and the sizes of the chart for other windows; and without a page's
// own script.
export const DRAWN = `
  const gone = ["role", "tabindex", "type", "href", "hidden", "open", "aria-label", "aria-pressed", "aria-haspopup",
    "aria-expanded", "aria-disabled", "aria-describedby", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext",
    "aria-selected", "aria-controls", "aria-labelledby", "title", "id", "target", "rel"];
  const drawn = (base, whole = true) => {
    const lines = [];
    const walk = (node) => {
      if (node.nodeType === 3) return void (node.data.trim() && lines.push(node.data.trim()));
      if (node.nodeType !== 1 || node.matches(".ft-usage,script")) return;
      if (!whole && node.matches("details:not([open]) > :not(summary)")) return;
      if (node.matches(".ft-plot[class*='ft-at-']") && getComputedStyle(node).display === "none") return;
      const kept = [...node.attributes].filter(({ name }) => !gone.includes(name));
      const words = kept.map(({ name, value }) => name + "=" + value.replace(/ ?ft-(wide|at-\\d)(?= |$)/, "")).sort();
      lines.push([node.localName.replace(/^button$/, "a"), ...words].join(" "));
      node.childNodes.forEach(walk);
    };
    walk(base);
    return lines;
  };
  // Of a link or button in a line its words, for the room around them is a button's own.
  const area = (e) => {
    if (!e.matches(".ft-known-on *")) return e.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(e);
    return words.getBoundingClientRect();
  };
  const boxes = (base) => [...base.querySelectorAll(".ft-known-on :is(a,button),.ft-kicker,.ft-picker,.ft-state,.ft-tab,svg[part],.ft-timeline,.ft-steps,.ft-cards,summary,tr,.ft-about")]
    .filter((e) => e.getClientRects().length && !e.closest("details:not([open]) > :not(summary)"))
    .map((e) => { const { x, y, width, height } = area(e); return [x, y, width, height].map(Math.round).join(" "); });
`;
