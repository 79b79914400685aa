// What a checklist's fields do as they are filled in: boxes grow, a choice can be taken back, and a
// low answer to how somebody feels shows who to call.

const measured = new WeakMap(); // the text for which a box was last measured

/** Makes each text box as high as what is typed; print has sizes of its own. */
function grow(checklist) {
  for (const field of checklist.querySelectorAll("textarea")) {
    if ((measured.get(field) || "") === field.value) continue;
    measured.set(field, field.value);
    field.style.removeProperty("--typed");
    const borders = field.offsetHeight - field.clientHeight;
    field.style.setProperty("--typed", `${field.scrollHeight + borders}px`);
  }
}

/** Offers to take back what is chosen, as radio buttons cannot be switched off. */
function offerTakingBack(item, radios, chosen) {
  let button = item.querySelector(".take-back");
  if (!button && chosen) {
    button = document.createElement("button");
    Object.assign(button, { type: "button", className: "take-back on-screen", textContent: "Take this answer back" });
    button.addEventListener("click", () => {
      for (const radio of radios) radio.checked = false;
      radios[0].dispatchEvent(new Event("input", { bubbles: true }));
      radios[0].focus();
    });
    item.querySelector("fieldset").append(button);
  }
  if (button) button.hidden = !chosen;
}

function showHelp(item, chosen) {
  const help = item.querySelector("[data-low]");
  if (help) help.firstElementChild.hidden = !chosen || Number(chosen.value) > Number(help.dataset.low);
}

/** Follows the values of all fields; call it whenever they change. */
export function follow(checklist) {
  grow(checklist);
  for (const item of checklist.querySelectorAll("[data-kind=scale], [data-kind=choose]")) {
    const radios = [...item.querySelectorAll("input[type=radio]")];
    if (!radios.length) continue;
    const chosen = radios.find((radio) => radio.checked);
    offerTakingBack(item, radios, chosen);
    showHelp(item, chosen);
  }
}
