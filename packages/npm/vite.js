// Keeps Vite's dev server from bundling the element in advance, which loses the files beside it. A build needs nothing.

/** The plugin: `plugins: [figureTracker()]`. */
export default function figureTracker() {
  return {
    name: "figure-tracker",
    config: () => ({ optimizeDeps: { exclude: ["figure-tracker"] } }),
  };
}
