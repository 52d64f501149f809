// Loads the wasm that wasm-bindgen has prepared, and brings the printed page to life.
import init, { hydrate } from "./leptos_hydrate.js";

await init();
hydrate();
