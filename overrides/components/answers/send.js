// Shows the message to send, with a link that opens it in the candidate's e-mail program.

// Common e-mail programs truncate or reject longer links.
const LINK_MOST = 1900;

export function showSending(dialog, message) {
  const part = (name) => dialog.querySelector(`[data-send-${name}]`);
  const link = part("link");
  link.dataset.plain ??= link.href;
  const { plain } = link.dataset;

  part("text").value = message;
  const whole = `${plain}&body=${encodeURIComponent(message.replace(/\n/g, "\r\n"))}`;
  const long = whole.length > LINK_MOST;
  link.href = long ? plain : whole;
  part("long").hidden = !long;
  part("said").textContent = "";
  part("close").onclick = () => dialog.close();
  part("copy").onclick = async () => {
    const done = await copied(part("text"));
    part("said").textContent = done ? "Copied." : "Press and hold, or press Control and C, to copy.";
  };
  dialog.showModal();
  part("text").setSelectionRange(0, 0);
  part("text").scrollTop = 0;
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
