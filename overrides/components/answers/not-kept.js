// What readers are told where answers are not kept: in the panel, and where they type.

const REFUSED = "This browser does not let us keep your answers. They stay until you leave this page. Save a copy, print it, or fill in the PDF.";
const CHOSEN = "Your answers are not kept. They stay until you leave this page.";
const SET_ASIDE = "The answers kept here before could not be read. They were put aside, not deleted.";
const THIS_ONE = "This answer is not kept: the browser has no room for it, or does not allow it. It stays until you leave this page. Save a copy or print it before you do.";

/** Returns what the panel says of the store; `kept` is what it says where all is well. */
export function words({ chosen, refused, setAside }, kept) {
  const keeping = chosen ? CHOSEN : refused ? REFUSED : kept;
  return setAside ? `${keeping} ${SET_ASIDE}` : keeping;
}

const warning = document.createElement("p");
warning.className = "answer-not-kept";
warning.setAttribute("role", "alert");

/** Says in the item that its answer is not kept; in one item at a time. */
export function warn(item, { refused, chosen }) {
  if (!refused || chosen) {
    warning.remove();
  } else if (warning.parentNode !== item) {
    warning.textContent = "";
    item.append(warning);
    warning.textContent = THIS_ONE;
  }
}
