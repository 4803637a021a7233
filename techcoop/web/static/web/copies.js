// A button (data-copies) puts the text of a place into the clipboard and says so; without scripts it stays hidden.
if (navigator.clipboard) {
  document.querySelectorAll("[data-copies]").forEach((button) => {
    const name = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(document.querySelector(button.dataset.copies).innerText).then(() => {
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = name; }, 2000);
      });
    });
  });
}
