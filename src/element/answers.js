// Answers a tap on a picture while the program comes, or where it can't: shows another figure of its chart. A module of its own,
// fetched with the first such tap; what it shows was printed by the widget's own components (src/components/picture_cards.rs).

/** How much more a distance along the time axis counts than one along the value axis, as in the program (hit_test.rs). */
const TIME_WEIGHT = 1.5;

/** The point at which a mark stands, in its drawing. */
const placeOf = (mark) => mark.getAttribute("transform").match(/-?[\d.]+/g).map(Number);

const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export class Answers {
  #base;
  #figures;
  #selected;
  /** What the picture has for the figure that is selected, and hides for it. */
  #added = [];
  #hidden = [];

  /** Answers in the printed widget `base`, which shows the figure `selected`, from the printed `cards`. */
  constructor(base, cards, selected) {
    this.#base = base;
    this.#figures = [...cards.children];
    this.#selected = this.#figures.findIndex(({ dataset }) => dataset.figure === selected);
  }

  /** Selects what is meant by a tap on `one`, at a place in it, and gives the id of that figure; nothing where none is meant. */
  answer({ one, x, y }) {
    const meant = one.localName === "svg" ? this.#nearest(one, x, y) : this.#selected + (one.part.contains("next") ? 1 : -1);
    const figure = this.#figures[meant];
    if (this.#selected < 0 || meant === this.#selected || !figure) return undefined;
    this.#selected = meant;
    this.#show(figure);
    return figure.dataset.figure;
  }

  /** The place of the figure whose mark is nearest to a point of a drawing. */
  #nearest(drawing, x, y) {
    const { width } = drawing.getBoundingClientRect();
    const zoom = drawing.viewBox.baseVal.width / width;
    const distances = this.#figures.map((figure) => {
      const mark = this.#drawnOf(figure, drawing)?.querySelector("g");
      if (!mark) return Infinity;
      const [left, top] = placeOf(mark);
      return Math.hypot((left - x * zoom) * TIME_WEIGHT, top - y * zoom);
    });
    // Of those at one place the last, as in the program.
    return distances.lastIndexOf(Math.min(...distances));
  }

  /** What a drawing has of a figure while that is selected. */
  #drawnOf(figure, drawing) {
    const band = drawing.closest("[class*='ft-at-']").className.match(/ft-at-(\d)/)[1];
    return figure.querySelector(`[data-band="${band}"]`);
  }

  #show(figure) {
    const base = this.#base;
    const [card, explanation] = figure.children;
    this.#replace(".ft-cards > :not(.ft-sizer)", card);
    this.#replace(".ft-explained > :not(.ft-sizer)", explanation);
    const count = base.querySelector(".ft-count > span");
    if (count) count.textContent = figure.dataset.place;
    for (const [part, end] of [["previous", 0], ["next", this.#figures.length - 1]]) {
      base.querySelector(`[part=${part}]`)?.setAttribute("aria-disabled", `${this.#selected === end}`);
    }
    for (const one of this.#added.splice(0)) one.remove();
    for (const one of this.#hidden.splice(0)) one.style.visibility = "";
    for (const one of base.querySelectorAll(".ft-plot .ft-selected")) one.classList.remove("ft-selected");
    for (const drawing of base.querySelectorAll("svg[part=chart]")) this.#mark(drawing, this.#drawnOf(figure, drawing));
  }

  #replace(which, by) {
    this.#base.querySelector(which)?.replaceWith(document.importNode(by, true));
  }

  /** Marks the figure in a drawing, at its day and with its number; numbers that this one touches give way. */
  #mark(drawing, drawn) {
    const marks = drawing.querySelector(".ft-marks");
    if (!marks) return;
    const [day, mark, number] = drawn ? [...document.importNode(drawn, true).children] : [];
    drawing.querySelector(".ft-drop")?.setAttribute("d", day?.getAttribute("d") ?? "");
    if (!mark) return;
    const replaced = marks.querySelectorAll("[part=figure]")[mark.dataset.mark];
    this.#hide(replaced);
    if (replaced) replaced.after(mark);
    else marks.append(mark);
    this.#added.push(mark);
    const numbers = marks.nextElementSibling;
    if (!number || !numbers) return;
    const others = [...numbers.children];
    numbers.append(number);
    this.#added.push(number);
    const area = number.getBoundingClientRect();
    for (const other of others) if (touch(area, other.getBoundingClientRect())) this.#hide(other);
  }

  #hide(one) {
    if (!one) return;
    one.style.visibility = "hidden";
    this.#hidden.push(one);
  }
}
