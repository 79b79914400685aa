// The notes above the results: urgent help, corrected spelling, and what the site has nothing on.

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function link(address, words) {
  const made = element("a", "", words);
  made.href = address;
  return made;
}

function button(words, action) {
  const made = element("button", "search-note__again", words);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

const contactLink = (place) => place.querySelector(".search-none a:last-of-type");

/** Returns searches in quotation marks, as a list that ends with "or". */
export function either(searches) {
  const all = searches.map((words) => `“${words}”`);
  const last = all.pop();
  return all.length ? `${all.join(", ")} or ${last}` : last;
}

const quoted = (...searches) => element("b", "", either(searches));

/** Who to call, from the same words as on pages (components/urgent-help). */
function urgent([title, sentence, lines]) {
  const rows = lines.map(([before, address, number, after]) =>
    element("li", "", before, link(address, number), after));
  const section = element("section", "search-urgent urgent-help", element("h3", "", title),
    element("p", "", sentence), element("ul", "", ...rows));
  section.setAttribute("aria-label", title);
  return section;
}

/** Where we have nothing on what was typed: that, the nearest topic, and whom to ask. */
function nothingOn({ phrase, topic }, place, root) {
  const note = element("p", "search-note", "We have nothing on ", quoted(phrase), " itself yet.");
  if (topic) note.append(" The nearest topic is ", link(new URL(topic[1], root), topic[0]), ".");
  note.append(" You can also ", contactLink(place).cloneNode(true), ".");
  return note;
}

/** Returns the notes above an answer to `typed`; `search` searches again. */
export function notes(answer, typed, place, search) {
  const { crisis, changed, said, also, unknown, near, others, results, root } = answer;
  if (crisis) return [urgent(answer.urgent)];
  const field = place.querySelector(".search-form__field");
  const ask = (words) => () => {
    field.value = words;
    field.focus();
    search();
  };
  const all = [];
  if (changed && results.length) {
    const exactly = () => {
      field.focus();
      search({ exact: true });
    };
    all.push(element("p", "search-note", "Showing results for ", quoted(said.join(" "), ...also), ". ",
      button(`Search for “${typed}” instead`, exactly)));
  }
  all.push(...others.filter(({ missing }) => missing).map((entry) => nothingOn(entry, place, root)));
  if (unknown.length && results.length) {
    all.push(element("p", "search-note", "No page here has ", quoted(unknown.join(" ")), "."));
  }
  if (!results.length) {
    // Most pages hold an e-mail link to the contact; on others the link to her page is enough.
    const written = document.querySelector("a[href^='mailto:']");
    const mail = written && written.href.split("?")[0];
    const name = contactLink(place).textContent.split(" ").pop();
    const told = mail && link(`${mail}?subject=${encodeURIComponent(typed)}`, `Ask ${name} about “${typed}”`);
    if (told) all.push(element("p", "search-note", told, ". An e-mail opens with these words as its subject."));
  }
  if (near.length && unknown.length) {
    const choices = near.map((word) => button(word, ask(word)));
    all.push(element("p", "search-note", "Did you mean ", ...choices.flatMap((one) => [one, " "]), "?"));
  }
  return all;
}
