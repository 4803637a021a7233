// A form marked data-autosave saves itself: after a pause, with Ctrl+S, and when the page is left.
// While there is no connection, what was typed stays in the page and is sent until it has arrived.
const PAUSE = 1500, AGAIN = 8000, LONGEST_WAIT = 15000, LARGEST_KEPT_ALIVE = 60000;
const says = (text) => { document.getElementById("autosave-says").textContent = text; };
// Whoever has signed in again elsewhere has a new token.
const renewToken = (form) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  if (token) form.elements.csrfmiddlewaretoken.value = token[1];
};
// A field that says what it said at first is sent once, with its name among the unchanged ones.
const wordsOf = (form) => {
  const data = new FormData(form), texts = [...data].filter(([, value]) => typeof value === "string");
  const said = (name) => data.getAll(name).join("\n").replace(/\r\n/g, "\n");
  const isSame = (name) => name.startsWith("initial-") && said(name) === said(name.slice(8));
  const same = [...new Set(texts.map(([name]) => name).filter(isSame))].map((name) => ["unchanged", name.slice(8)]);
  return new URLSearchParams([...texts.filter(([name]) => !isSame(name)), ...same]);
};
// The answer is a fragment; each of its parts takes the place of the part with the same id.
const show = (html) => {
  for (const part of new DOMParser().parseFromString(html, "text/html").body.children) {
    part.querySelectorAll("time").forEach((time) => {
      time.textContent = new Date(time.dateTime).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    });
    document.getElementById(part.id)?.replaceChildren(...part.childNodes);
  }
};
// From now on the page stands on what was saved.
const remember = (form, sent) => {
  form.querySelectorAll('input[name^="initial-"]').forEach((old) => old.remove());
  for (const [name, value] of sent) {
    if (name.startsWith("initial-") || name === "unchanged" || form.elements[name]?.type === "hidden") continue;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: `initial-${name}`, value }));
  }
};
const autosave = (form) => {
  let timer = 0, changed = false, busy = false, failed = false, refused = false, leaving = false;
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };
  const trouble = (text) => { changed = failed = true; says(text); later(AGAIN); };
  const save = async () => {
    clearTimeout(timer);
    if (!changed || busy || leaving) return;
    busy = true;
    changed = false;
    renewToken(form);
    const body = wordsOf(form);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { Autosave: "yes" }, redirect: "manual", signal: AbortSignal.timeout(LONGEST_WAIT),
        keepalive: String(body).length < LARGEST_KEPT_ALIVE,
      });
      if (leaving) return;
      if (answer.type === "opaqueredirect" || answer.status === 403) trouble(form.dataset.signedOut);
      else if (answer.ok || answer.status === 409) {
        show(await answer.text());
        failed = false;
        refused = !answer.ok; // somebody else changed it: what is typed further is tried again, and guarded
        if (answer.ok) remember(form, body);
      } else trouble(form.dataset.lost);
    } catch {
      if (!leaving) trouble(form.dataset.lost);
    } finally {
      busy = false;
      if (changed && !failed) later(PAUSE);
    }
  };
  const touched = (event) => { if (event.target.type !== "file") { changed = true; failed || later(PAUSE); } };
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", () => { leaving = true; renewToken(form); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  window.addEventListener("online", () => later(0));
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (changed || busy || failed || refused)) event.preventDefault();
    save();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    save();
  });
};
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("form[data-autosave]").forEach(autosave));
