document.addEventListener("figure-tracker-select", ({ detail }) => {
  document.querySelector("output").textContent = detail.figure;
});
