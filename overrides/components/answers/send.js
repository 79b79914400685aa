// Shows the message to send, with a link that opens it in the candidate's e-mail program. A message
// too long for a link is copied first, and pasted there.

import { close, open } from "../dialogs/dialogs.js";

// Common e-mail programs truncate or reject longer links.
const LINK_MOST = 1900;
const BY_HAND = "The browser does not let us copy. Press and hold the words, or press Control and C.";

export function showSending(dialog, message) {
  const part = (name) => dialog.querySelector(`[data-send-${name}]`);
  const link = part("link");
  if (!link.dataset.plain) link.dataset.plain = link.href;
  const { plain } = link.dataset;
  const say = (words) => { part("said").textContent = words; };

  part("text").value = message;
  const whole = `${plain}&body=${encodeURIComponent(message.replace(/\n/g, "\r\n"))}`;
  const long = whole.length > LINK_MOST;
  link.href = long ? plain : whole;
  link.className = long ? "button button--quiet" : "button";
  part("both").hidden = !long;
  part("long").hidden = !long;
  say("");

  part("close").onclick = () => close(dialog);
  part("copy").onclick = async () => {
    say((await copied(part("text"))) ? "The message is copied." : BY_HAND);
  };
  part("copy-address").onclick = async () => {
    say((await copied(part("address"))) ? "The address is copied." : BY_HAND);
  };
  part("both").onclick = async () => {
    if (await copied(part("text"))) {
      say("The message is copied. Paste it into the e-mail that opens.");
      location.href = plain;
    } else {
      say(`${BY_HAND} Then open your e-mail program.`);
    }
  };
  open(dialog, long ? part("both") : undefined);
  part("text").setSelectionRange(0, 0);
  part("text").scrollTop = 0;
}

/** Copies the words of a field, or selects them where the browser does not allow it. */
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
