// Among many choices (data-ticks) a few letters find the right one, and what is chosen is said above them.
document.querySelectorAll("[data-ticks]").forEach((ticks) => {
  const search = ticks.querySelector("input[type=search]"), said = ticks.querySelector("[data-ticked]");
  const none = said.textContent, list = new Intl.ListFormat(document.documentElement.lang);
  const bare = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  search.hidden = false;
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  search.addEventListener("input", () => {
    const wanted = bare(search.value);
    ticks.querySelectorAll("label").forEach((label) => { label.hidden = !bare(label.textContent).includes(wanted); });
    ticks.querySelectorAll("details").forEach((group) => {
      const hits = group.querySelector("label:not([hidden])");
      group.hidden = !hits;
      group.open = Boolean(wanted ? hits : group.querySelector(":checked"));
    });
  });
  ticks.addEventListener("change", () => {
    const names = [...ticks.querySelectorAll(":checked")].map((one) => one.parentElement.textContent);
    said.textContent = names.length ? list.format(names) : none;
    ticks.querySelectorAll("details").forEach((group) => {
      group.querySelector("[data-count]").textContent = group.querySelectorAll(":checked").length || "";
    });
  });
});
