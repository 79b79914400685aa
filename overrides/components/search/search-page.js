// The search page; the query is in its URL, for sharing and the browser's history.
import { connect } from "./results.js";

const place = document.querySelector("[data-search-page]");
const form = place.querySelector(".search-form");
const none = place.querySelector(".search-none");
const topics = place.querySelector(".search-topics");

const search = connect(place, {
  atOnce: 10,
  changed: (question) => {
    const query = new URLSearchParams(question).toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
  },
  done: (count) => {
    none.hidden = count !== 0;
    topics.hidden = count > 0;
  },
});

/** Fills the form from the URL, and searches. */
function follow() {
  const question = new URLSearchParams(location.search);
  for (const name of ["q", "kind", "topic"]) {
    form.elements[name].value = question.get(name) || "";
  }
  // Ignore filters that do not exist any more.
  if (!form.querySelector("[name=kind]:checked")) form.elements.kind.value = "";
  if (form.elements.topic.selectedIndex < 0) form.elements.topic.value = "";
  search();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
window.addEventListener("popstate", follow);
place.dataset.ready = "";
follow();
