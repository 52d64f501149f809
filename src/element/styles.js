// Puts style sheets into shadow roots, without an inline style, and tells how large type is.

const sheets = new Map();

/** Adopts CSS as a constructed style sheet, which a strict policy allows; older browsers get a style element. */
export function adopt(root, css) {
  try {
    if (!sheets.has(css)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheets.get(css)];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

/** The shadow roots that will have the styles of the program's second part. */
const awaiting = new Set();
let lateStyles;

/** Adopts the styles of the program's second part, as soon as they are there. */
export function adoptLate(root) {
  if (lateStyles) adopt(root, lateStyles);
  else awaiting.add(new WeakRef(root));
}

/** Gives every widget the styles of the program's second part. */
export function addLateStyles(css) {
  lateStyles = css;
  for (const held of awaiting) {
    const root = held.deref();
    if (root) adopt(root, css);
  }
  awaiting.clear();
}

/** The type size, in CSS pixels, that lengths of the layout are meant for. */
const TYPE_SIZE = 16;

/** How many times as large the type of an element is. */
export const typeScale = (element) => parseFloat(getComputedStyle(element).fontSize) / TYPE_SIZE || 1;
