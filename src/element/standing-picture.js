// The picture in its place: it shows the drawing that fits, answers taps on chart and steps where it has the cards for that, and
// keeps other taps for the program, which it gives way to.

import { loadAnswers } from "./program.js";
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
  #picture;
  #select;
  #answers;
  #taps = [];
  #stays = false;

  /** Shows what `fetchPicture` gave, in a shadow root; `select` is called with metric and figure when a reader has selected. */
  constructor(picture, root, signal, select) {
    const { base, lang } = picture;
    this.#root = root;
    this.#base = base;
    this.#picture = picture;
    this.#select = select;
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

  /** Keeps a tap until it is answered, by the picture or by the program. Folds and links to documents or to the pages need neither. */
  #tapped(event) {
    const one = event.target.closest("a,button,svg[part]");
    const isOther = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!one || one.target || isOther || one.closest(".ft-table,.ft-sources")) return;
    const isAnswered = this.#picture.fetchCards && one.matches("svg,.ft-steps *");
    if (this.#stays && !isAnswered) return;
    event.preventDefault();
    const { left, top } = one.getBoundingClientRect();
    const tap = { one, x: event.clientX - left, y: event.clientY - top, at: performance.now() };
    this.#taps.push(tap);
    if (isAnswered) this.#answer(tap);
  }

  /** Answers a tap, unless the program has come meanwhile: that answers what the picture can't, too. */
  async #answer(tap) {
    const { base, metric, figure, fetchCards } = this.#picture;
    this.#answers ??= Promise.all([loadAnswers(), fetchCards()])
      .then(([{ Answers }, cards]) => new Answers(base, cards.base, figure))
      .catch(() => {}); // the console has it, or it is the end of the picture
    const selected = (await this.#answers)?.answer(tap);
    const place = this.#taps.indexOf(tap);
    if (!selected || place < 0) return;
    this.#taps.splice(place, 1);
    this.#select(metric, selected);
  }

  /** Stays, for there is no program: what only that can do goes, and links lead to the pages. */
  keep() {
    this.#stays = true;
    const unanswered = this.#picture.fetchCards ? ".ft-zero" : ".ft-steps,.ft-zero";
    for (const one of this.#base.querySelectorAll(unanswered)) one.style.visibility = "hidden";
    const { one, at } = this.#taps.filter(({ one }) => one.href).pop() ?? {};
    if (one && performance.now() - at < TAP_TIMEOUT_MS) location.assign(one.href);
  }

  /** Gives way to the living widget in `holder`, where what was opened, focused and tapped is so too. */
  giveWay(holder) {
    takeOver(this.#base, holder, this.#root.activeElement);
    this.#taps.splice(0).forEach((tap) => tapAgain(this.#base, holder, tap));
    this.remove();
  }

  remove() {
    this.#base.remove();
  }
}
