const OPEN = "details.pop[open], .several details[open]";
// An open menu closes with Escape or when something else is chosen.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(OPEN).forEach((pop) => {
    pop.open = false;
    pop.querySelector("summary").focus();
  });
});
document.addEventListener("click", (event) => {
  document.querySelectorAll(OPEN).forEach((pop) => {
    if (!pop.contains(event.target)) pop.open = false;
  });
});
