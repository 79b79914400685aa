// Hands a text to the browser as a file to save. It is made here and goes nowhere else.

export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after this turn; a minute is long enough on a slow phone.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
