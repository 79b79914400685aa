// Searches titles alone, where the search engine cannot be loaded. Both files are kept offline.
import { wordsOf } from "./words.js";

/** Returns a page of titles.json in the form of an engine's result, without an excerpt. */
function result([address, title, kind, time, topic], root) {
  const meta = { title, kind, time, topic };
  const page = { url: new URL(address, root).pathname, meta, content: "", excerpt: "", plain_excerpt: "" };
  return { id: address, data: async () => ({ ...page, sub_results: [] }) };
}

/**
 * Returns pages whose title, topic or keywords hold all words of one of the `lists`. They do not
 * know all their topics, so with a filter by topic there are none.
 */
export async function titled(lists, { kind, topic }, root) {
  const answer = await fetch(new URL("assets/search/titles.json", root));
  const pages = (await answer.json()).filter(([, , kindOf]) => !kind || kindOf.toLowerCase() === kind);
  const holds = ([, title, , , topicOf, keywords], words) => {
    const held = wordsOf(`${title} ${topicOf} ${keywords}`);
    return words.length && words.every((word) => held.some((one) => one.startsWith(word)));
  };
  const found = lists.flatMap((words) => pages.filter((page) => holds(page, words)));
  return topic ? [] : found.map((page) => result(page, root));
}
