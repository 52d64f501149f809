import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "figure-tracker";

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
