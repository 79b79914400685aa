// Reads the article or checklist aloud with the browser's own speech, sentence by sentence.
//
// Only voices with `localService` are used: for others, browsers send the text to a company's server.

const speech = globalThis.speechSynthesis;
const group = document.querySelector(".listen");
const main = group.querySelector(".listen__main");
const stopper = group.querySelector(".listen__stop");
const speed = group.querySelector(".listen__speed");
const rate = speed.querySelector("select");
const status = group.querySelector(".listen__status");

let sentencesOf; // loaded where there is a voice, and before Listen shows: phones speak only in answer to a press
let state = "quiet"; // or "speaking", "paused"
let sentences = [];
let next = 0; // index of the current or next sentence
let utterance; // also a reference that prevents garbage collection while it speaks
let marked;

/** Returns the best English voice on this device: British, then the device's default. */
function voice() {
  const british = ({ lang }) => /^en[-_]GB/i.test(lang);
  return speech
    .getVoices()
    .filter(({ lang, localService }) => localService && /^en\b|^en_/i.test(lang))
    .sort((a, b) => british(b) - british(a) || b.default - a.default)[0];
}

function offer() {
  const found = Boolean(voice());
  if (!found && state !== "quiet") stop();
  group.hidden = !found || !sentencesOf;
  if (!found || sentencesOf) return;
  import("./sentences.js").then((module) => {
    ({ sentencesOf } = module);
    offer();
  }, () => {});
}

function listen() {
  const body = document.querySelector(".prose") || document.querySelector(".checklist");
  const head = document.querySelectorAll(".page-head h1, .page-head__summary, .in-short");
  const help = document.querySelectorAll(".urgent-help");
  sentences = sentencesOf([...head, body, ...help]);
  next = 0;
  if (speech.speaking || speech.pending) speech.cancel();
  speak();
}

function speak() {
  const sentence = sentences[next];
  if (!sentence) return stop("That was the whole page.");
  setState("speaking");
  mark(sentence);
  const mine = new SpeechSynthesisUtterance(sentence.text);
  utterance = mine;
  mine.lang = "en-GB";
  mine.voice = voice();
  mine.rate = Number(rate.value);
  // Ignore events of an utterance that was cancelled.
  mine.onend = () => {
    if (utterance !== mine) return;
    next += 1;
    speak();
  };
  mine.onerror = () => {
    if (utterance === mine) stop("The voice stopped. You can press Listen to try again.");
  };
  speech.speak(mine);
}

/** Pausing cancels, and continuing repeats the sentence: some phones cannot pause speech. */
function pause() {
  cancel();
  setState("paused", "Paused.");
}

function stop(words = "Stopped.") {
  cancel();
  mark(undefined);
  if (document.activeElement === stopper) main.focus();
  setState("quiet", words);
}

function cancel() {
  utterance = undefined;
  speech.cancel();
}

/** Shows the state. Screen readers announce it only when the voice is silent. */
function setState(to, words = "") {
  state = to;
  main.textContent = { quiet: "Listen", speaking: "Pause", paused: "Continue" }[to];
  stopper.hidden = speed.hidden = to === "quiet";
  stay(to !== "quiet");
  group.classList.toggle("listen--speaking", to === "speaking");
  status.textContent = words;
}

/** Keeps the controls at the foot of the screen while they are needed. Without popovers, they stay
 *  where they are. */
function stay(inReach) {
  if (!group.showPopover || inReach === group.hasAttribute("popover")) return;
  if (inReach) {
    group.popover = "manual";
    group.showPopover();
  } else {
    group.removeAttribute("popover");
  }
}

/** Highlights the current sentence, or its block in browsers without the Highlight API. */
function mark(sentence) {
  const canMark = globalThis.Highlight && CSS.highlights;
  if (marked) marked.block.classList.remove("is-spoken");
  if (canMark) CSS.highlights.delete("spoken");
  marked = sentence;
  if (!sentence) return;
  if (canMark) CSS.highlights.set("spoken", new Highlight(sentence.range));
  else sentence.block.classList.add("is-spoken");
  if (mayScroll() && !isInView(sentence.range)) {
    sentence.block.scrollIntoView({ block: "center", behavior: "smooth" });
  }
}

/** Returns whether to scroll: not with reduced motion, nor while a form field has the focus. */
function mayScroll() {
  if (document.documentElement.dataset.motion === "less") return false;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return false;
  return !document.querySelector("input:focus, textarea:focus, select:focus");
}

function isInView(range) {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

if (speech) {
  main.addEventListener("click", () => ({ quiet: listen, speaking: pause, paused: speak })[state]());
  stopper.addEventListener("click", () => stop());
  // The current sentence starts again, at the new speed.
  rate.addEventListener("change", () => {
    if (state !== "speaking") return;
    cancel();
    speak();
  });
  // Browsers would continue to speak on the next page.
  addEventListener("pagehide", () => state !== "quiet" && stop(""));
  // Voices often load after the page.
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  offer();
}
