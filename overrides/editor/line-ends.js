// Preserves a file's line ends and the end of its last line: the CMS writes LF in every file. It saves
// into a temporary file and moves that to the real name, which is where the line ends are restored.
const TEMPORARY_PREFIX = ".sveltia-tmp-";
const TEXT = /\.(md|ya?ml)$/;

export function keepLineEnds({ FileSystemFileHandle }) {
  const move = FileSystemFileHandle?.prototype.move;
  if (!move) return; // the browser cannot save into a folder
  FileSystemFileHandle.prototype.move = async function moveWithLineEnds(folder, name) {
    if (this.name.startsWith(TEMPORARY_PREFIX) && TEXT.test(name)) await restoreLineEnds(this, folder, name);
    return move.call(this, folder, name);
  };
}

async function restoreLineEnds(file, folder, name) {
  const before = await textOf(folder.getFileHandle(name).catch(() => null));
  const text = await textOf(file);
  const restored = before === null ? text : withLineEndsOf(text, before);
  if (restored === text) return;
  const writer = await file.createWritable();
  await writer.write(restored);
  await writer.close();
}

async function textOf(handle) {
  const file = await (await handle)?.getFile();
  return file ? file.text() : null;
}

function withLineEndsOf(text, before) {
  const [last] = /\s*$/.exec(before);
  const lines = text.trimEnd() + last.replace(/\r\n/g, "\n");
  return before.includes("\r\n") ? lines.replace(/\n/g, "\r\n") : lines;
}
