// On a telephone the rows of a list are cards: each cell gets the name of its column from the head of the table,
// which would weigh too much if it were sent with each; the roles keep the table for who listens.
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell" };
const deal = () => document.querySelectorAll("[data-cards]:not(.cards)").forEach((sheet) => {
  const table = sheet.querySelector("table");
  const names = [...table.tHead.rows[0].cells].map((head) => (head.matches(".tick") ? "" : head.textContent.trim()));
  for (const row of table.tBodies[0].rows) {
    [...row.cells].forEach((cell, place) => { if (names[place]) cell.dataset.label = names[place]; });
  }
  for (const part of table.querySelectorAll("thead, tbody, tr, th, td")) part.setAttribute("role", part.scope === "row" ? "rowheader" : ROLES[part.tagName]);
  table.setAttribute("role", "table");
  sheet.classList.add("cards");
});
document.addEventListener("DOMContentLoaded", deal);
document.addEventListener("htmx:afterSwap", deal);
