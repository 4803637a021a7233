// Figures that must come to a certain sum say what they come to while they are typed (data-sum="100").
document.querySelectorAll("[data-sum]").forEach((part) => {
  const output = part.querySelector("output");
  part.addEventListener("input", () => {
    const figures = [...part.querySelectorAll("input[type=number]")].map((one) => Number(one.value) || 0);
    const sum = Math.round(figures.reduce((all, one) => all + one, 0) * 100) / 100;
    output.textContent = sum.toLocaleString(document.documentElement.lang);
    output.parentElement.classList.toggle("whole", sum === Number(part.dataset.sum));
  });
});
