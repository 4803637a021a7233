// Whoever leaves a form marked data-unsaved with changes in it is asked first.
(() => {
  let changed = false;
  const guarded = (target) => target.closest && target.closest("form[data-unsaved]");
  document.addEventListener("input", (event) => { if (event.target.name && guarded(event.target)) changed = true; });
  document.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
