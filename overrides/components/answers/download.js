// Saves a text as a file, without sending it anywhere.

export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the URL asynchronously; a minute is enough on a slow phone.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
