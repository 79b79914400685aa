// Runs before the first paint, inside the page's head: what the reader chose is there at once.
document.documentElement.classList.add("has-script");
