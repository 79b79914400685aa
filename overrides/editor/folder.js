// Lets the folder picker accept this project's folder only, whether or not it is a Git repository.
// The CMS checks for ".git" alone, and would write into any repository.
const PROJECT_FILE = "mkdocs.yml";

export function pickProjectFolder(target) {
  const pick = target.showDirectoryPicker;
  if (!pick) return; // not supported; the CMS shows a message
  target.showDirectoryPicker = async () => {
    const folder = await pick.call(target, { id: "resources", mode: "readwrite" });
    await folder.getFileHandle(PROJECT_FILE); // throws if it is missing; the CMS shows a message
    const getHandle = folder.getDirectoryHandle;
    folder.getDirectoryHandle = async (name, options) => {
      return name === ".git" ? folder : getHandle.call(folder, name, options);
    };
    return folder;
  };
}
