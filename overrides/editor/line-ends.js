// A file keeps its line ends and what its last line ends in: the editor reads and writes all files
// with those of Linux. It saves into a file of another name first, and then moves that.
const UNFINISHED = ".sveltia-tmp-";
const TEXT = /\.(md|ya?ml)$/;

export function keepLineEnds({ FileSystemFileHandle }) {
  const move = FileSystemFileHandle?.prototype.move;
  if (!move) return; // a browser that cannot save into a folder
  FileSystemFileHandle.prototype.move = async function moveWithLineEnds(folder, name) {
    if (this.name.startsWith(UNFINISHED) && TEXT.test(name)) await endLikeBefore(this, folder, name);
    return move.call(this, folder, name);
  };
}

async function endLikeBefore(file, folder, name) {
  const before = await textOf(folder.getFileHandle(name).catch(() => null));
  const text = await textOf(file);
  const ended = before === null ? text : endedLike(text, before);
  if (ended === text) return;
  const writer = await file.createWritable();
  await writer.write(ended);
  await writer.close();
}

async function textOf(handle) {
  const file = await (await handle)?.getFile();
  return file ? file.text() : null;
}

function endedLike(text, before) {
  const [last] = /\s*$/.exec(before);
  const lines = text.trimEnd() + last.replace(/\r\n/g, "\n");
  return before.includes("\r\n") ? lines.replace(/\n/g, "\r\n") : lines;
}
