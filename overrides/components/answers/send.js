// Shows exactly what would be sent, then leaves it to the candidate's own e-mail program.

// Longer links are cut or refused by common mail programs.
const LINK_MOST = 1900;

export function prepareSending(panel, text) {
  const dialog = panel.querySelector("[data-send-dialog]");
  const part = (name) => dialog.querySelector(`[data-send-${name}]`);
  const link = part("link");
  const plain = link.href;

  const open = () => {
    const message = text();
    part("text").value = message;
    const whole = `${plain}&body=${encodeURIComponent(message.replace(/\n/g, "\r\n"))}`;
    const long = whole.length > LINK_MOST;
    link.href = long ? plain : whole;
    part("long").hidden = !long;
    part("said").textContent = "";
    dialog.showModal();
  };
  part("close").addEventListener("click", () => dialog.close());
  part("copy").addEventListener("click", async () => {
    part("said").textContent = (await copied(part("text"))) ? "Copied." : "Press and hold, or press Control and C, to copy.";
  });
  return open;
}

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
