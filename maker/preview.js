// The previews: the very thing that a snippet makes, at the width of a phone and of a desktop, made to fit. It measures
// how high they are, which is the height to reserve; what a reader opens in them later doesn't count.

/** Shows previews in the stages of `section`; `measured` is called whenever there is something new to read. */
export function previews(section, measured) {
  let touched = false;
  const touch = () => { touched = true; };
  for (const event of ["pointerdown", "keydown"]) section.addEventListener(event, touch);
  const stages = [...section.querySelectorAll(".stage")].map((stage) => staged(stage, () => {
    // What has the focus in an iframe is being used.
    if (!touched && !section.contains(document.activeElement)) measured();
  }));
  return {
    /** Shows this; `make(old)` gives an element, which may be the old one. */
    show(make) {
      touched = false;
      for (const stage of stages) stage.show(make);
    },
    /** The heights to reserve, once all stages have theirs. */
    heights() {
      const all = Object.fromEntries(stages.map(({ name, height }) => [name, height()]));
      return Object.values(all).every(Boolean) ? all : undefined;
    },
    /** What is shown, in the first stage. */
    live: () => stages[0].live(),
  };
}

/** How long the second part of the widget may take until its place is measured without it. */
const AWAITED_TIMEOUT_MS = 10_000;

/** Whether a live element waits for the second part of its program, which brings what is open at first. */
const isAwaiting = (live) => !!live.shadowRoot?.querySelector(".ft-awaiting, .ft-late[role=status]");

function staged(stage, changed) {
  const width = Number(stage.dataset.width);
  let live;
  const fit = () => {
    if (!live || live.classList.contains("coming")) return;
    const scale = Math.min(1, stage.clientWidth / width);
    live.style.transform = scale < 1 ? `scale(${scale})` : "";
    stage.style.height = `${Math.ceil(live.offsetHeight * scale)}px`;
  };
  // In the next frame, for what is observed must not be resized while it is looked at.
  const sizes = new ResizeObserver(() => requestAnimationFrame(() => {
    fit();
    changed();
  }));
  sizes.observe(stage);
  return {
    name: stage.dataset.name,
    live: () => live,
    height: () => live && !live.classList.contains("coming") && Math.ceil(live.offsetHeight / 10) * 10,
    show(make) {
      const next = make(live);
      if (next === live) return;
      if (live) sizes.unobserve(live);
      live = next;
      live.style.width = `${width}px`;
      live.classList.add("coming");
      const end = performance.now() + AWAITED_TIMEOUT_MS;
      const come = () => {
        if (isAwaiting(next) && performance.now() < end) return void setTimeout(come, 50);
        next.classList.remove("coming");
        fit();
        changed();
      };
      for (const event of ["figure-tracker-ready", "figure-tracker-error", "load"]) next.addEventListener(event, come);
      stage.replaceChildren(live);
      sizes.observe(live);
    },
  };
}

/** The live element; the one that is there is told what changed. */
export function widget(old, attributes) {
  const live = old?.localName === "figure-tracker" ? old : document.createElement("figure-tracker");
  live.removeAttribute("figure");
  for (const [name, value] of Object.entries(attributes)) {
    if (!value) live.removeAttribute(name);
    else if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  return live;
}

/** A page in an iframe, whose height follows as it does on other pages. */
export function framed(old, { src, title }) {
  if (old?.matches("iframe.figure-tracker") && old.src === src) return old;
  const frame = document.createElement("iframe");
  frame.className = "figure-tracker";
  frame.title = title;
  frame.src = src;
  return frame;
}

/** A page in an iframe as it is where no script runs. */
export function still(old, { src, title, theme }) {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.addEventListener("load", () => {
    const page = frame.contentDocument;
    if (theme) {
      page.documentElement.dataset.theme = theme;
      page.querySelector("figure-tracker")?.setAttribute("theme", theme);
    }
    frame.style.height = `${Math.ceil(page.documentElement.getBoundingClientRect().height)}px`;
  });
  frame.src = src;
  return frame;
}

/** How long the rows of a table may take. */
const ROWS_TIMEOUT_MS = 10_000;

/** The figures that a live element shows, as rows of texts with their heads first; and the latest in words. */
export async function figures(live, most) {
  const root = live?.shadowRoot;
  // The rows are written when the table is opened; what writes them may have to be loaded first.
  const table = root?.querySelector(".ft-table");
  table?.dispatchEvent(new Event("toggle"));
  const end = performance.now() + ROWS_TIMEOUT_MS;
  do await new Promise((resolve) => setTimeout(resolve, 0));
  while (table?.isConnected && !table.querySelector("tr") && performance.now() < end);
  const rtl = root?.querySelector('[part~="base"]')?.getAttribute("dir") === "rtl";
  const clean = (text) => (rtl ? text : text.replace(/[\u2066-\u2069\u200e\u200f]/g, "")).replace(/\s+/g, " ").trim();
  const told = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll?.('[aria-hidden="true"]').forEach((unseen) => unseen.remove());
    return clean(copy.textContent);
  };
  const cell = (td) => [...td.childNodes].map(told).filter((text) => /[\p{L}\p{N}]/u.test(text)).join(", ");
  const rows = [...(root?.querySelectorAll('[part~="table"] tr') ?? [])].filter((row) => row.querySelector("th, td + td"));
  return {
    rows: rows.slice(0, most + 1).map((row) => [...row.children].map(cell)),
    asked: clean(root?.querySelector(".ft-asked strong")?.textContent ?? ""),
    state: clean(root?.querySelector("[part~=chart],.ft-timeline")?.getAttribute(rows.length ? "aria-valuetext" : "aria-label")
      ?? root?.querySelector("[part~=state]")?.textContent ?? ""),
  };
}
