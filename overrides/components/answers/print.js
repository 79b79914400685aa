// Prints the page with the current answers, or blank; the answers are not changed.

const BLANK = "print-blank";

export function print(how) {
  const root = document.documentElement;
  root.classList.toggle(BLANK, how === "blank");
  addEventListener("afterprint", () => root.classList.remove(BLANK), { once: true });
  window.print();
}
