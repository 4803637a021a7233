// Choosing in a filter shows the list at once; text waits for the Enter key or the button,
// and several choices wait until their menu is closed.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-filters]");
  if (!form || !window.htmx || event.target.type === "search") return;
  const menu = event.target.closest(".several details");
  if (menu) menu.dataset.changed = "yes";
  else form.requestSubmit();
});
document.addEventListener("toggle", (event) => {
  if (event.target.open || !event.target.dataset?.changed) return;
  event.target.closest("form").requestSubmit();
}, true);
// An empty filter does not belong into a shareable address.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("form[data-filters]")) return;
  const parameters = event.detail.parameters;
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});
// Signed out meanwhile: go to the sign-in page instead of putting it into the list.
document.addEventListener("htmx:beforeSwap", (event) => {
  const address = event.detail.xhr.responseURL;
  if (address && new URL(address).pathname.startsWith("/accounts/")) {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});
// On a telephone the filters are folded, so that the list itself is seen.
const fold = () => {
  if (!window.matchMedia("(max-width: 40rem)").matches) return;
  document.querySelectorAll("details.filters[open]").forEach((filters) => { filters.open = false; });
};
document.addEventListener("DOMContentLoaded", fold);
document.addEventListener("htmx:afterSwap", fold);
