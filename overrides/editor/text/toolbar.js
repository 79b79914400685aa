// The toolbar of the rich-text editor.

export class Toolbar {
  // `groups` are lists of buttons, each with an icon, a label, an action and optionally a function that
  // returns whether it is pressed. `styles` are the options of the paragraph style.
  constructor({ label, styles, groups, setStyle }) {
    this.element = document.createElement("div");
    this.element.className = "text-toolbar";
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", label);
    this.styles = document.createElement("select");
    this.styles.setAttribute("aria-label", "Kind of paragraph");
    for (const [value, text] of Object.entries(styles)) this.styles.add(new Option(text, value));
    this.styles.addEventListener("change", () => setStyle(this.styles.value));
    this.buttons = groups.flat().map((one) => ({ ...one, element: buttonOf(one) }));
    const groupOf = (group) => {
      const holder = document.createElement("span");
      holder.append(
        ...group.map((one) => this.buttons.find(({ label: name }) => name === one.label).element),
      );
      return holder;
    };
    this.element.append(this.styles, ...groups.map(groupOf));
    this.controls = [this.styles, ...this.buttons.map(({ element }) => element)];
    this.#moveByArrows();
  }

  // Updates the controls for the cursor's position. With `isSource`, the Markdown source is shown, and
  // only the button that switches back is enabled.
  show({ style, state, isSource }) {
    this.styles.value = style;
    this.styles.disabled = isSource;
    for (const { element, isOn, isOffered, worksInSource } of this.buttons) {
      element.disabled = isSource && !worksInSource;
      if (isOffered) element.hidden = isSource || !isOffered(state);
      if (isOn) element.setAttribute("aria-pressed", String(isOn(state)));
    }
  }

  // One stop for the Tab key, as toolbars have it: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
  #moveByArrows() {
    const enter = (control) => this.controls.forEach((one) => (one.tabIndex = one === control ? 0 : -1));
    enter(this.controls[0]);
    this.element.addEventListener("focusin", ({ target }) => enter(target));
    this.element.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const free = this.controls.filter(({ disabled, hidden }) => !disabled && !hidden);
      free.at((free.indexOf(event.target) + step) % free.length).focus();
    });
  }
}

// A button without an icon shows its label.
function buttonOf({ icon, label, press }) {
  const element = document.createElement("button");
  element.type = "button";
  if (icon) {
    const sign = document.createElement("span");
    Object.assign(sign, { className: "material-symbols-outlined", textContent: icon, ariaHidden: "true" });
    Object.assign(element, { title: label, ariaLabel: label });
    element.append(sign);
  } else element.textContent = label;
  element.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the text
  element.addEventListener("click", press);
  return element;
}
