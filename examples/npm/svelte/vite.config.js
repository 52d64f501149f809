import { svelte } from "@sveltejs/vite-plugin-svelte";
import figureTracker from "figure-tracker/vite";

export default {
  plugins: [svelte(), figureTracker()],
  // The data set of this example lies outside of it.
  server: { fs: { allow: ["../.."] } },
};
