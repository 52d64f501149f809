// Fetches the picture that stands until the program has come: the printed widget, a file that `figure-tracker render` writes for each
// metric and language. It comes as a document, so that nothing has to be read as markup, and it is shown only if
// nothing in it could run. What it can show of the other figures of its chart comes in the same way, when one is tapped.

/** Any element but those that the renderer writes. */
const OTHER_ELEMENTS = ":not(a,b,bdi,button,circle,dd,details,div,dl,dt,footer,g,h2,h3,li,line,p,path,q,section,small,span,summary,svg,text,ul)";
/** Whether there is an attribute that could run or restyle something. */
const DANGER = "boolean(//@*[starts-with(name(),'on') or name()='style' or name()='formaction' or contains(name(),':')])";

/** How long a picture may take. */
const TIMEOUT_MS = 10_000;

/** What the files of a metric are called, without their endings. */
export function fileStem(metric) {
  return (metric || "index").replace(/[^\p{Alphabetic}\p{N}_-]/gu, (letter) => `~${letter.codePointAt(0).toString(16)}`);
}

/** The name of a picture, or of its cards: the stem of the metric's page, and the first subtag of the language. */
function fileName(metric, lang, what) {
  const stem = fileStem(metric);
  const language = lang.split(/[-_]/)[0].toLowerCase();
  return encodeURIComponent([stem, ...(language ? [language] : []), what, "html"].join("."));
}

/** Fetches a document; gives nothing where there is none. */
function fetchDocument(url, signal) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.timeout = TIMEOUT_MS;
    request.onloadend = () => resolve(request.status === 200 ? request.response : null);
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}

/** What a document is another of than was asked for, or nothing. */
function mismatch({ lang, dataset }, asked) {
  const { pictures, lang: wanted, ...named } = { ...asked, build: BUILD.name };
  const other = Object.keys(named).find((name) => named[name] && named[name] !== dataset[name]);
  const isLanguage = !wanted || `${wanted.replaceAll("_", "-")}-`.toLowerCase().startsWith(`${lang}-`.toLowerCase());
  return other ?? (isLanguage ? undefined : "language");
}

/** Whether all of it is what the renderer writes: no script, no style, no address but of the web. The browser looks itself. */
function isPrinted(printed, base) {
  const addresses = [...base.querySelectorAll("a[href]")].every(({ protocol }) => /^https?:$/.test(protocol));
  return addresses && !base.querySelector(OTHER_ELEMENTS) && !printed.evaluate(DANGER, printed, null, XPathResult.BOOLEAN_TYPE).booleanValue;
}

/**
 * Asks for what was printed of `asked.metric` in the folder `asked.pictures`. Gives it with the language of its document and what that
 * says of itself, or nothing where there is none that may be shown.
 */
async function fetchPrinted(what, asked, signal) {
  const folder = new URL(`${asked.pictures.replace(/\/*$/, "")}/`, document.baseURI);
  const url = new URL(fileName(asked.metric, asked.lang, what), folder).href;
  const printed = await fetchDocument(url, signal);
  const root = printed?.documentElement;
  const base = root?.querySelector("body > section");
  if (!base) return undefined;
  const other = mismatch(root, asked) ?? (isPrinted(printed, base) ? undefined : "making");
  if (other) return void console.info(`figure-tracker: ${url} is of another ${other}, and not shown`);
  // Its links are from its own place.
  for (const link of base.querySelectorAll("a")) link.setAttribute("href", link.href);
  const { edition, metric, figure, cards } = root.dataset;
  return { base: document.adoptNode(base), lang: root.lang, edition, metric, figure, cards };
}

/**
 * Gives the picture of `asked.metric`: the printed widget `base`, its language, edition, metric and figure; and where there are
 * cards of the other figures, `fetchCards`.
 */
export async function fetchPicture(asked, signal) {
  const picture = await fetchPrinted("picture", asked, signal);
  if (picture?.cards === undefined) return picture;
  return { ...picture, fetchCards: () => fetchPrinted("cards", { ...asked, edition: picture.edition }, signal) };
}
