// The picture in its place: it shows the drawing that fits, and keeps what a reader taps for the program, which it gives way to.

import { typeScale } from "./styles.js";
import { takeOver, tapAgain } from "./taking-over.js";

/** The inner widths from which another of the printed drawings fits (src/breakpoints.rs). */
const BANDS = [0, 320, 408, 568, 688, 828];
const WIDE = 568;
/** For how long a tap on a link waits for the program; where that can't come, the link is then followed. */
const TAP_TIMEOUT_MS = 5_000;

export class StandingPicture {
  #root;
  #base;
  #taps = [];
  #stays = false;

  /** Shows what `fetchPicture` gave, in a shadow root. */
  constructor({ base, lang }, root, signal) {
    this.#root = root;
    this.#base = base;
    this.lang = lang;
    root.append(base);
    if (this.fit() >= WIDE) for (const one of base.querySelectorAll(".ft-explanation")) one.open = true;
    addEventListener("resize", () => this.fit(), { signal });
    base.addEventListener("click", (event) => this.#tapped(event));
  }

  /** Shows of the drawings the one that fits, as a program lays it out at this width, and gives the inner width at a type size of 16 px. */
  fit() {
    const width = this.#base.querySelector(".ft-measure").getBoundingClientRect().width / typeScale(this.#base);
    const plots = [...this.#base.querySelectorAll("[class*='ft-at-']")];
    const fitting = plots.filter(({ className }) => BANDS[className.match(/ft-at-(\d)/)[1]] <= width);
    const shown = fitting.pop() ?? plots[0];
    for (const plot of plots) plot.hidden = plot !== shown;
    this.#base.classList.toggle("ft-wide", width >= WIDE);
    return width;
  }

  /** Keeps a tap on what the program will answer. Folds and links to documents or to the pages need no program. */
  #tapped(event) {
    const one = event.target.closest("a,button,svg[part]");
    const isOther = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!one || one.target || isOther || this.#stays || one.closest(".ft-table,.ft-sources")) return;
    event.preventDefault();
    const { left, top } = one.getBoundingClientRect();
    this.#taps.push({ one, x: event.clientX - left, y: event.clientY - top, at: performance.now() });
  }

  /** Stays, for there is no program: what only that can do goes, and links lead to the pages. */
  keep() {
    this.#stays = true;
    for (const one of this.#base.querySelectorAll(".ft-steps,.ft-zero")) one.style.visibility = "hidden";
    const { one, at } = this.#taps.pop() ?? {};
    if (one?.href && performance.now() - at < TAP_TIMEOUT_MS) location.assign(one.href);
  }

  /** Gives way to the living widget in `holder`, where what was opened, focused and tapped is so too. */
  giveWay(holder) {
    takeOver(this.#base, holder, this.#root.activeElement);
    this.#taps.forEach((tap) => tapAgain(this.#base, holder, tap));
    this.remove();
  }

  remove() {
    this.#base.remove();
  }
}
