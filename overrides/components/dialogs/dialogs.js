// Opens dialogs, also in browsers that know none (Safari before 15.4, Firefox before 98): there a
// dialog stands in its place in the page, and site.css hides it while it is closed.

/**
 * Opens the dialog. Focus goes to `first`, or to the dialog's title, so that a screen reader says
 * that and no button; and back when it is closed.
 */
export function open(dialog, first) {
  const title = document.getElementById(dialog.getAttribute("aria-labelledby"));
  title.tabIndex = -1;
  if (dialog.showModal) {
    dialog.showModal();
  } else {
    const back = document.activeElement;
    dialog.setAttribute("open", "");
    dialog.setAttribute("role", "dialog");
    dialog.tabIndex = -1;
    dialog.focus();
    dialog.onkeydown = ({ key }) => { if (key === "Escape") close(dialog); };
    dialog.addEventListener("close", () => back.focus(), { once: true });
  }
  (first || title).focus();
}

export function close(dialog) {
  if (dialog.close) {
    dialog.close();
  } else {
    dialog.removeAttribute("open");
    dialog.dispatchEvent(new Event("close"));
  }
}
