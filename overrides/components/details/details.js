// Opens <details> for printing, in browsers where print/page.css cannot.

if (!CSS.supports("selector(::details-content)")) {
  const folded = () => document.querySelectorAll(".prose details:not([open])");
  addEventListener("beforeprint", () => {
    const closed = [...folded()];
    for (const details of closed) details.open = true;
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    }, { once: true });
  });
}
