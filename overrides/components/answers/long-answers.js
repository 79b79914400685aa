// Lets a long answer flow on over printed pages, which a text box cannot: its words are put beside it.

const LONG = { characters: 1200, lines: 15 };
const HIDDEN = "has-words-beside";

const isLong = ({ value }) => value.length > LONG.characters || value.split("\n").length > LONG.lines;

export function printLongAnswers(root) {
  addEventListener("beforeprint", () => {
    const long = [...root.querySelectorAll("textarea")].filter(isLong);
    const words = long.map((box) => {
      const beside = document.createElement("p");
      beside.className = "long-answer";
      beside.textContent = box.value;
      box.after(beside);
      box.classList.add(HIDDEN);
      return beside;
    });
    addEventListener("afterprint", () => {
      for (const beside of words) beside.remove();
      for (const box of long) box.classList.remove(HIDDEN);
    }, { once: true });
  });
}
