// Searches titles alone, where the search engine cannot be loaded. Both files are kept offline.
import { wordsOf } from "./words.js";

/** Returns a page of titles.json in the form of an engine's result, without an excerpt. */
function result([address, title, kind, time, topic], root) {
  const meta = { title, kind, time, topic };
  const page = { url: new URL(address, root).pathname, meta, content: "", excerpt: "", plain_excerpt: "" };
  return { id: address, data: async () => ({ ...page, sub_results: [] }) };
}

/**
 * Returns pages whose title, topic or keywords hold all words of one of the `lists`; those whose
 * title alone does come first, and twice. They do not know all their topics, so with a filter by
 * topic there are none.
 */
export async function titled(lists, { kind, topic }, root) {
  if (topic) return [];
  const answer = await fetch(new URL("assets/search/titles.json", root));
  const pages = (await answer.json()).filter(([, , kindOf]) => !kind || kindOf.toLowerCase() === kind);
  const holding = (words, textOf) => pages.filter((page) => {
    const held = wordsOf(textOf(page));
    return words.length && words.every((word) => held.some((one) => one.startsWith(word)));
  });
  const found = lists.flatMap((words) => [
    ...holding(words, ([, title]) => title),
    ...holding(words, ([, title, , , topicOf, keywords]) => `${title} ${topicOf} ${keywords}`),
  ]);
  return found.map((page) => result(page, root));
}
