// When a passkey fails, the page says so beside the button instead of in the console.
document.addEventListener("allauth.error", (event) => {
  const trouble = document.querySelector("[data-passkey-trouble]");
  if (!trouble) return;
  event.preventDefault();
  trouble.hidden = false;
  const exception = event.detail.exception;
  trouble.querySelector("[data-passkey-address]").hidden = exception?.name !== "SecurityError";
});
