// Refuses photos as iPhones save them (HEIC): few browsers show them, and the CMS would take them in as
// they are. What converts them stands on another host, which this page asks for nothing.
const HEIC = /\.(heic|heif|hif)$/i;

export function refusePhonePhotos(target) {
  const dialog = document.createElement("dialog");
  dialog.className = "refusal";
  document.body.append(dialog);
  for (const kind of ["change", "drop", "paste"]) {
    target.addEventListener(
      kind,
      (event) => {
        const files = event.target.files ?? (event.dataTransfer ?? event.clipboardData)?.files ?? [];
        const photo = [...files].find(({ name, type }) => HEIC.test(name) || /^image\/hei[cf]/.test(type));
        if (!photo) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (kind === "change") event.target.value = "";
        refuse(dialog, photo.name);
      },
      { capture: true },
    );
  }
}

function refuse(dialog, name) {
  const form = document.createElement("form");
  const button = document.createElement("button");
  form.method = "dialog";
  button.textContent = "Close";
  form.append(
    ...[
      `“${name}” is a photo as iPhones save it, and few browsers show it.`,
      `To get a JPEG, type in a terminal: resources import "${name}". Then choose it here.`,
      "Or send the photo to yourself by e-mail: most phones make it a JPEG.",
    ].map((text) => Object.assign(document.createElement("p"), { textContent: text })),
    button,
  );
  dialog.replaceChildren(form);
  dialog.showModal();
}
