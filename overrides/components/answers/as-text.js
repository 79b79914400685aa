// Formats a checklist with its answers as plain text, for a file or an e-mail.

import { items, read } from "./answers.js";

const words = (node) => (node ? node.textContent.trim().replace(/\s+/g, " ") : "");

const KINDS = {
  tick: (item, value) => [`[${value ? "x" : " "}] ${words(item.querySelector("label"))}`],
  write: (item, value) => [words(item.querySelector(".prompt")), ...block(value)],
  scale: (item, value) => {
    const labels = [...item.querySelectorAll(".scale__step")].map((step) =>
      [...step.querySelectorAll(".scale__number, .scale__end")].map(words).join(" "));
    const range = `from ${labels[0]} to ${labels[labels.length - 1]}`;
    return [`${words(item.querySelector(".prompt"))} (${range})`, ...block(value)];
  },
  choose: (item, value) => [
    words(item.querySelector(".prompt")),
    ...[...item.querySelectorAll("input")].map((box) =>
      `  ${[value].flat().includes(box.value) ? "[x]" : "[ ]"} ${box.value}`),
  ],
  table: (item, value) => [
    words(item.querySelector(".prompt")),
    ...[...item.querySelectorAll("textarea")].flatMap((field) => [
      `  ${words(field.labels[0])}:`,
      ...block(field.value, "    "),
    ]),
  ],
};

function block(value, indent = "  ") {
  return (value || "(no answer)").split("\n").map((line) => indent + line);
}

// title and page: of the checklist; page is its absolute URL. answeredOnly: leave out other items.
export function asText(checklist, { title, page, answeredOnly = false }) {
  const lines = [title, page];
  for (const section of checklist.querySelectorAll(".section")) {
    const shown = items(section).filter((item) => !answeredOnly || read(item) !== undefined);
    if (shown.length) lines.push("", words(section.querySelector(".section__title")), "");
    for (const item of shown) lines.push(...KINDS[item.dataset.kind](item, read(item)), "");
  }
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}
