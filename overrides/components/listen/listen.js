// Reads the article or checklist aloud with the browser's own speech, sentence by sentence.
//
// Nothing leaves the device. A browser may also offer voices that speak on another company's
// computer, and would send it what is read; `localService` tells them apart, and only voices on the
// device are used.

import { sentencesOf } from "./sentences.js";

const speech = globalThis.speechSynthesis;
const group = document.querySelector(".listen");
const main = group.querySelector(".listen__main");
const stopper = group.querySelector(".listen__stop");
const status = group.querySelector(".listen__status");

let state = "quiet"; // or "speaking", "paused"
let sentences = [];
let next = 0; // the sentence that is being read, or will be
let utterance; // also kept so that the browser does not tidy it away while it speaks
let marked;

/** The best English voice on this device: British, then the one the reader's device prefers. */
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
  group.hidden = !found;
}

function listen() {
  const body = document.querySelector(".prose") ?? document.querySelector(".checklist");
  const head = document.querySelectorAll(".page-head h1, .page-head__summary");
  const help = document.querySelectorAll(".urgent-help");
  sentences = sentencesOf([...head, body, ...help]);
  next = 0;
  if (speech.speaking || speech.pending) speech.cancel();
  speak();
}

function speak() {
  const sentence = sentences[next];
  if (!sentence) return stop("That was the whole page.");
  become("speaking");
  mark(sentence);
  const mine = new SpeechSynthesisUtterance(sentence.text);
  utterance = mine;
  mine.lang = "en-GB";
  mine.voice = voice();
  // What an utterance still says after it was cancelled is about the past.
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

/** Pausing cancels, and continuing reads the sentence again: some phones cannot pause a voice. */
function pause() {
  hush();
  become("paused", "Paused.");
}

function stop(words = "Stopped.") {
  hush();
  mark(undefined);
  if (document.activeElement === stopper) main.focus();
  become("quiet", words);
}

function hush() {
  utterance = undefined;
  speech.cancel();
}

/** Show the state. It is only announced when the voice is quiet, so that two never talk at once. */
function become(to, words = "") {
  state = to;
  main.textContent = { quiet: "Listen", speaking: "Pause", paused: "Continue" }[to];
  stopper.hidden = to === "quiet";
  group.classList.toggle("listen--speaking", to === "speaking");
  status.textContent = words;
}

/** Mark the sentence that is read, or its block where a browser cannot mark a sentence. */
function mark(sentence) {
  const canMark = globalThis.Highlight && CSS.highlights;
  marked?.block.classList.remove("is-spoken");
  if (canMark) CSS.highlights.delete("spoken");
  marked = sentence;
  if (!sentence) return;
  if (canMark) CSS.highlights.set("spoken", new Highlight(sentence.range));
  else sentence.block.classList.add("is-spoken");
  if (mayMove() && !isInView(sentence.range)) {
    sentence.block.scrollIntoView({ block: "center", behavior: "smooth" });
  }
}

/** Not where the reader wants less movement, nor away from a field they are filling in. */
function mayMove() {
  if (document.documentElement.dataset.motion === "less") return false;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return false;
  return !document.activeElement?.matches("input, textarea, select");
}

function isInView(range) {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

if (speech) {
  main.addEventListener("click", () => ({ quiet: listen, speaking: pause, paused: speak })[state]());
  stopper.addEventListener("click", () => stop());
  // A browser would go on speaking on the next page.
  addEventListener("pagehide", () => state !== "quiet" && stop(""));
  // Voices often arrive a moment after the page.
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}
