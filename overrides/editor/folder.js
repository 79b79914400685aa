// The folder someone picks: it has to be this project's, and it need not be a Git repository.
// The editor itself looks for ".git" only, and would write into any repository.
const SIGN = "mkdocs.yml";

export function pickProjectFolder(target) {
  const pick = target.showDirectoryPicker;
  if (!pick) return; // a browser that cannot; the editor says so
  target.showDirectoryPicker = async () => {
    const folder = await pick.call(target, { id: "resources", mode: "readwrite" });
    await folder.getFileHandle(SIGN); // where it is missing, the editor says "not the folder"
    const into = folder.getDirectoryHandle;
    folder.getDirectoryHandle = async (name, options) => {
      return name === ".git" ? folder : into.call(folder, name, options);
    };
    return folder;
  };
}
