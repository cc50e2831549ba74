() => {
  // A citation mark opens its passage below the same answer and moves there.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest && event.target.closest("a.cite");
    if (!mark) return;
    const target = document.getElementById(decodeURIComponent(mark.getAttribute("href").slice(1)));
    if (!target) return;
    event.preventDefault();
    target.open = true;
    target.scrollIntoView({ behavior: "smooth", block: "nearest" });
    target.querySelector("summary").focus({ preventScroll: true });
  });
}
