import vue from "@vitejs/plugin-vue";
import figureTracker from "figure-tracker/vite";

const isCustomElement = (tag) => tag === "figure-tracker";

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), figureTracker()],
  // The data set of this example lies outside of it.
  server: { fs: { allow: ["../.."] } },
};
