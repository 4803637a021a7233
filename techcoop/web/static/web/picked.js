// Ticked rows of a list (form data-picked): how many are, and one box that ticks all of the page.
const boxes = () => [...document.querySelectorAll('input[form="picked"]')];
const sayPicked = () => {
  const form = document.querySelector("form[data-picked]");
  if (!form) return;
  const ticked = boxes().filter((one) => one.checked).length;
  const said = form.querySelector("[data-picked-says]"), all = document.querySelector("[data-picks-all]");
  said.textContent = ticked ? `${said.dataset.some} ${ticked.toLocaleString(document.documentElement.lang)}` : said.dataset.none;
  form.classList.toggle("some", ticked > 0);
  all.hidden = false;
  all.checked = ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
};
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-picks-all]")) boxes().forEach((one) => { one.checked = event.target.checked; });
  else if (event.target.form?.id !== "picked") return;
  sayPicked();
});
document.addEventListener("DOMContentLoaded", sayPicked);
document.addEventListener("htmx:afterSwap", sayPicked);
