// Starts Sveltia CMS with the site's configuration, file formats and text field.
import "./language.js"; // first: the CMS reads the language when it is imported
import CMS from "sveltia-cms";
import { pickProjectFolder } from "./folder.js";
import { readFile, writeFile } from "./formats.js";
import { keepLineEnds } from "./line-ends.js";
import { Notes } from "./notes.js";
import { refusePhonePhotos } from "./phone-photos.js";
import { textField } from "./text/field.js";

const answer = await fetch("configuration.json", { cache: "no-cache" });
const config = await answer.json();
config.site_url = (config.site_url ?? new URL("..", location.href).href).replace(/\/$/, "");

for (const { files, ...folder } of config.collections) {
  for (const { format, fields, file, extension } of files ?? [folder]) {
    const isPart = format === "settings"; // the rest of that file is for those who look after the site
    CMS.registerCustomFormat(format, extension ?? file.split(".").pop(), {
      fromFile: (text) => readFile(text, fields, isPart),
      toFile: (value) => writeFile(value, fields, isPart),
    });
  }
}

CMS.registerFieldType("article-text", textField(window, `${config.site_url}/`));

pickProjectFolder(window);
keepLineEnds(window);
refusePhonePhotos(window);
CMS.init({ config });
if (document.body.classList.contains("has-notes")) new Notes(config).start();
