// Opens the search dialog from the header's button; results.js is imported when it first opens.
const form = document.querySelector(".search-open");
const dialog = document.querySelector(".search-dialog");
const pageField = document.querySelector("[data-search-page] .search-form__field");

async function open() {
  dialog.showModal();
  const field = dialog.querySelector(".search-form__field");
  field.focus();
  field.select();
  if (dialog.dataset.ready) return;
  dialog.dataset.ready = "yes";
  const status = dialog.querySelector(".search-status");
  const slow = setTimeout(() => (status.textContent = "Getting search ready …"), 300);
  // All that results.js imports, directly or not, requested at once and not one after the other.
  const words = ["crisis", "spelling", "understand", "words"];
  for (const name of words) import(`../search-words/${name}.js`).catch(() => {});
  import("./find.js").then(({ load }) => load()).catch(() => {});
  const loaded = await import("./results.js").catch(() => {});
  clearTimeout(slow);
  status.textContent = loaded ? "" : "Search does not work just now.";
  if (!loaded) return;
  const all = dialog.querySelector(".search-all");
  const none = dialog.querySelector(".search-none");
  // The link to all results is updated immediately; the search itself waits for a pause.
  const renew = () => {
    all.firstElementChild.search = new URLSearchParams({ q: field.value.trim() });
  };
  field.addEventListener("input", renew);
  renew();
  const search = loaded.connect(dialog, {
    atOnce: 5,
    done: (count) => {
      all.hidden = !count;
      none.hidden = count !== 0;
    },
  });
  // The reader may have typed before the import finished.
  if (field.value) search();
}

// In browsers without dialogs, the form leads to the search page.
if (form && (pageField || (dialog && dialog.showModal))) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (pageField) pageField.focus();
    else open();
  });
}

if (dialog && dialog.showModal) {
  dialog.querySelector(".search-dialog__close").addEventListener("click", () => dialog.close());
  // In some browsers, the first Escape would clear the search field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  // A click on the dialog itself, and not on its contents, is on the backdrop.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
