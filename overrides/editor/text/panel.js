// A small form between the toolbar and the text, for a URL, an alternative text and the like.

export class Panel {
  constructor() {
    this.element = document.createElement("form");
    this.element.className = "text-panel";
    this.element.hidden = true;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answer(Object.fromEntries(new FormData(this.element)));
    });
    this.element.addEventListener("keydown", (event) => {
      event.stopPropagation(); // the CMS has keyboard shortcuts to save and leave
      if (event.key === "Escape") this.#answer(null);
    });
  }

  // Shows `fields` and resolves to their values, to "remove", or to null if cancelled.
  ask({ title, fields, confirm, remove }) {
    this.#answer(null);
    const heading = document.createElement("strong");
    heading.textContent = title;
    const buttons = [button("submit", confirm), button("button", "Cancel", () => this.#answer(null))];
    if (remove) buttons.push(button("button", remove, () => this.#answer("remove")));
    this.element.replaceChildren(heading, ...fields.map(labelled), ...buttons);
    this.element.hidden = false;
    this.element.querySelector("input, select").focus();
    return new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  #answer(answer) {
    this.element.hidden = true;
    this.resolve?.(answer);
    this.resolve = undefined;
  }
}

function button(type, text, press) {
  const made = document.createElement("button");
  Object.assign(made, { type, textContent: text });
  if (press) made.addEventListener("click", press);
  return made;
}

function labelled({ name, label, value, choices, suggestions }) {
  const holder = document.createElement("label");
  const input = document.createElement(choices ? "select" : "input");
  input.name = name;
  for (const [choice, text] of Object.entries(choices ?? {})) input.add(new Option(text, choice));
  input.value = value ?? "";
  if (choices && input.selectedIndex < 0) input.selectedIndex = 0;
  holder.append(label, input);
  if (suggestions) {
    const list = document.createElement("datalist");
    list.id = `suggestions-${name}`;
    list.append(...Object.entries(suggestions).map(([path, text]) => new Option(text, path)));
    input.setAttribute("list", list.id);
    holder.append(list);
  }
  return holder;
}
