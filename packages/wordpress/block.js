// The block in the editor: an address, a height, and the page itself as readers will see it.

(function ({ blocks, element, blockEditor, components }) {
  const h = element.createElement;

  blocks.registerBlockType("figure-tracker/figures", {
    apiVersion: 2,
    title: "Figures",
    description: "Every number that was reported, with who said it and when.",
    icon: "chart-line",
    category: "embed",
    attributes: {
      src: { type: "string", default: "" },
      height: { type: "integer", default: 1120 },
      title: { type: "string", default: "figure-tracker" },
    },
    edit({ attributes, setAttributes }) {
      const { src, height } = attributes;
      const page = /^https?:\/\//.test(src)
        ? h("iframe", { src, height, title: "", width: "100%", sandbox: "allow-scripts" })
        : h("p", null, "Paste the address of a metric's page.");
      return h("div", blockEditor.useBlockProps(),
        h(components.TextControl, { label: "Address of the page", type: "url", value: src, onChange: (value) => setAttributes({ src: value }) }),
        h(components.TextControl, { label: "Height until the page tells its own", type: "number", value: height, onChange: (value) => setAttributes({ height: Number(value) || 1120 }) }),
        page);
    },
    // PHP prints it.
    save: () => null,
  });
})(window.wp);
