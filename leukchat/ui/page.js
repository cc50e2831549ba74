() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // A citation mark opens its passage below the same answer and moves there.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest && event.target.closest("a.cite");
    if (!mark) return;
    event.preventDefault();
    const target = document.getElementById(decodeURIComponent(mark.getAttribute("href").slice(1)));
    if (!target) return;
    target.open = true;
    target.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "nearest" });
    target.querySelector("summary").focus({ preventScroll: true });
  });

  // The last question stays at the top while its answer grows below it, so that what stands first is read first.
  let questions = 0;
  let following = false;
  const follow = () => {
    const log = document.querySelector("#chat [role='log']");
    const asked = document.querySelectorAll("#chat .user-row");
    if (!log) return;
    if (asked.length !== questions) {
      following = asked.length > 0;
      if (following) document.getElementById("chat").scrollIntoView({ block: "nearest" });
    }
    questions = asked.length;
    if (!following) return;
    log.scrollTop += asked[questions - 1].getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
    // A finished answer stays where the reader puts it.
    const rows = document.querySelectorAll("#chat .message-row");
    if (rows[rows.length - 1].classList.contains("bot-row") && !document.querySelector("#chat .writing")) following = false;
  };
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown", "focusin"]) {
    document.addEventListener(moved, (event) => { if (event.target.closest && event.target.closest("#chat")) following = false; }, { passive: true });
  }
  // Where there is a keyboard the question box is ready for typing; on a phone that would scroll past what this is not.
  let ready = matchMedia("(pointer: coarse), (max-width: 640px)").matches;
  const prepare = () => {
    const box = document.querySelector("#question textarea");
    if (ready || !box) return;
    ready = true;
    box.focus({ preventScroll: true });
  };
  new MutationObserver(() => { prepare(); follow(); }).observe(document.body, { subtree: true, childList: true, characterData: true });

  // The chatbot copies a message as it is stored, with its HTML; people want its words and its sources.
  const ours = /class="(?:cite|sources|rail|first|problem|writing)"/;
  const plain = (text) => {
    if (!ours.test(text)) return text;
    const body = new DOMParser().parseFromString(text, "text/html").body;
    body.querySelectorAll("details.rail, .writing").forEach((part) => part.remove());
    body.querySelectorAll("details.source").forEach((source) => {
      const links = [...source.querySelectorAll("li a")].map((a) => `    ${a.textContent} ${a.href}`);
      const heading = source.querySelector("summary").textContent.replace(/\s+/g, " ").trim();
      source.replaceWith([heading, ...links].join("\n") + "\n");
    });
    body.querySelectorAll(".sources-title").forEach((title) => title.replaceWith("\nSources\n"));
    return body.textContent.replace(/\u00a0/g, " ").replace(/\*\*?([^*\n]+)\*\*?/g, "$1").replace(/\n{3,}/g, "\n\n").trim();
  };
  if (navigator.clipboard) {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => write(plain(text));
  }
  // Without the clipboard interface (plain http on another machine) the text goes through a hidden text area.
  document.addEventListener("copy", (event) => {
    const area = event.target;
    if (!area || area.tagName !== "TEXTAREA" || !ours.test(area.value)) return;
    event.clipboardData.setData("text/plain", plain(area.value));
    event.preventDefault();
  });
}
