"""A browser that has voices: the real one the tests drive has none."""

import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Voice:
    """A voice as a browser describes it."""

    name: str
    lang: str = "en-GB"
    localService: bool = True  # noqa: N815 - the browser's own name
    default: bool = field(default=False, kw_only=True)


SCRIPT = """
(voices => {
  class Speech extends EventTarget {
    spoken = []; voices = voices; current = null; pending = false;
    get speaking() { return Boolean(this.current); }
    getVoices() { return this.voices; }
    speak(utterance) {
      this.current = utterance;
      const { text, lang, rate } = utterance;
      this.spoken.push({ text, lang, rate, voice: utterance.voice.name });
    }
    // what follows is for the tests: the voice has said all of it, or fails
    finish() { const said = this.current; this.current = null; said.onend(); }
    fail() { const said = this.current; this.current = null; said.onerror({ error: "failed" }); }
    cancel() {
      const said = this.current;
      this.current = null;
      this.cancelled = (this.cancelled ?? 0) + 1;
      // as real browsers do: a little later, about what is over
      if (said) setTimeout(() => { said.onerror({ error: "canceled" }); said.onend(); });
    }
    arrive(late) { this.voices = late; this.dispatchEvent(new Event("voiceschanged")); }
  }
  Object.defineProperty(window, "speechSynthesis", { value: new Speech() });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})
"""


def voices_script(*voices: Voice) -> str:
    """Return the script that gives a page these voices before its own scripts run."""
    return f"({SCRIPT.strip()})({as_json(*voices)})"


def as_json(*voices: Voice) -> str:
    """Return the voices as a page's script writes them."""
    return json.dumps([asdict(voice) for voice in voices])
