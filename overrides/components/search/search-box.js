// Opens the search dialog from the header's button. What it needs comes when it is first opened.
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
  const { connect } = await import("./results.js");
  const all = dialog.querySelector(".search-all");
  const none = dialog.querySelector(".search-none");
  // The way to all results knows each letter at once: a search waits for a pause.
  const renew = () => {
    all.firstElementChild.search = new URLSearchParams({ q: field.value.trim() });
  };
  field.addEventListener("input", renew);
  renew();
  const search = connect(dialog, {
    atOnce: 5,
    done: (count) => {
      all.hidden = !count;
      none.hidden = count !== 0;
    },
  });
  // Somebody may have typed before this came.
  if (field.value) search();
}

// An old browser without dialogs follows the form to the search page instead.
if (form && (pageField || dialog?.showModal)) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (pageField) pageField.focus();
    else open();
  });
}

if (dialog?.showModal) {
  dialog.querySelector(".search-dialog__close").addEventListener("click", () => dialog.close());
  // In a search field, some browsers would take the first Escape to empty it.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  // The dialog's own box is all that lies outside its contents: its edge and what is behind it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
