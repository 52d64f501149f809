import figureTracker from "figure-tracker/vite";

export default {
  plugins: [figureTracker()],
  // The data set of this example lies outside of it.
  server: { fs: { allow: ["../.."] } },
};
