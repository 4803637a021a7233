// After a form came back with errors, the focus is on the first field that is wrong.
document.addEventListener("DOMContentLoaded", () => {
  const summary = document.querySelector("[data-focus-first]");
  if (!summary) return;
  const wrong = document.querySelector(".field.wrong :is(input, select, textarea)");
  (wrong || summary).focus();
});
