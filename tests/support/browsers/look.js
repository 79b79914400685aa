// What stands in `box` that may not stand there: a list of words, empty where all is well.
// `may`: elements (each with its attributes), classes, schemes, and the address of this site.
function look(box, may) {
  const faults = [];
  for (const element of box.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !may.elements[tag]) {
      faults.push(`<${tag}>`);
      continue;
    }
    for (const { name, value } of element.attributes) {
      const known = may.elements[tag].includes(name) || /^(aria|data)-[a-z-]+$/.test(name);
      if (!known || name.startsWith("on")) faults.push(`${name}= in <${tag}>`);
      if (name === "class" && !value.split(/\s+/).every((one) => !one || may.classes.test(one)))
        faults.push(`class=${value}`);
      if (name !== "href" && name !== "src") continue;
      const url = URL.parse(value, document.baseURI);
      if (!url) continue;
      if (!may.schemes.includes(url.protocol)) faults.push(`${name}=${value}`);
      if (name === "src" && url.origin !== location.origin) faults.push(`src=${value}`);
    }
  }
  return faults;
}

// How the browser reads `box` in another way than the text `html`, or than itself a second time,
// or takes one of its elements for another.
function readOtherwise(box, html) {
  const again = document.implementation.createHTMLDocument().importNode(box, false);
  again.innerHTML = box.innerHTML;
  const ids = [...box.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) return ["an id twice"];
  if (box.innerHTML !== html) return [`read as ${box.innerHTML}`];
  return again.isEqualNode(box) ? [] : ["read once more, it is another tree"];
}
