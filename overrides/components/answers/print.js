// Prints the page with the answers as they stand, or as a blank sheet; the answers stay either way.

const BLANK = "print-blank";

export function print(how) {
  const root = document.documentElement;
  root.classList.toggle(BLANK, how === "blank");
  addEventListener("afterprint", () => root.classList.remove(BLANK), { once: true });
  window.print();
}
