// Node views: how images, videos and checklists are shown in the editor.
const FILM = /\.(m4v|mp4|webm|mp3|m4a|ogg|oga|opus|wav)(#|$)/i;

// `home` is the site's URL; `folder` is the folder that relative URLs of the text start from.
export function nodeViews({ home, folder, checklists }) {
  return {
    image: ({ attrs }) => ({ dom: picture(attrs, home, folder), ignoreMutation: () => true }),
    checklist: ({ attrs: { slug } }) => {
      const dom = box("div", "checklist", checklists[slug] ?? slug);
      dom.dataset.checklist = slug;
      return { dom };
    },
  };
}

function picture({ src, alt, title }, home, folder) {
  const holder = document.createElement("span");
  holder.className = "text-picture";
  const address = addressOf(src, home, folder);
  if (FILM.test(src) || !address) holder.append(box("span", "movie", alt || src));
  else {
    const image = document.createElement("img");
    Object.assign(image, { src: address, alt: alt || src });
    holder.append(image);
  }
  if (title) holder.append(Object.assign(document.createElement("small"), { textContent: title }));
  return holder;
}

// Returns null for other websites, from which nothing is loaded.
function addressOf(src, home, folder) {
  if (src.startsWith("blob:")) return src;
  const url = src.startsWith("/") ? new URL(src.slice(1), home) : new URL(src, new URL(folder, home));
  return url.origin === location.origin ? url.href : null;
}

function box(tag, icon, words) {
  const element = document.createElement(tag);
  element.className = "text-box";
  const sign = document.createElement("span");
  Object.assign(sign, { className: "material-symbols-outlined", textContent: icon, ariaHidden: "true" });
  element.append(sign, words);
  return element;
}
