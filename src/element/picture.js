// Fetches the picture that stands until the program has come: the printed widget, a file that `figure-tracker render` writes for each
// metric and language. It comes as a document, so that nothing has to be read as markup, and only if every element and
// attribute in it is one that the renderer writes.

const ELEMENTS = new Set("a b bdi button dd details div dl dt footer g h2 li p path q section small span summary svg text ul".split(" "));
const ATTRIBUTES = /^(aria-[a-z]+|class|d|data-figure|dir|fill|height|hidden|href|id|inert|lang|open|part|rel|role|stroke|stroke-width|tabindex|target|text-anchor|transform|type|viewbox|width|x|y)$/;

/** How long a picture may take. */
const TIMEOUT_MS = 10_000;

/** The name of a picture: the stem of the metric's page, and the first subtag of the language. */
function fileName(metric, lang) {
  const stem = (metric || "index").replace(/[^\p{Alphabetic}\p{N}_-]/gu, (letter) => `~${letter.codePointAt(0).toString(16)}`);
  const language = lang.split(/[-_]/)[0].toLowerCase();
  return encodeURIComponent([stem, ...(language ? [language] : []), "picture.html"].join("."));
}

/** Fetches a document; gives nothing where there is none. `begun` is called when its first byte comes, or nothing will. */
function fetchDocument(url, signal, begun) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.timeout = TIMEOUT_MS;
    request.onreadystatechange = begun;
    request.onloadend = () => resolve(request.status === 200 ? request.response : null);
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}

/** Why a picture is not shown, or nothing. */
function mismatch({ lang, dataset }, asked) {
  const isLanguage = !asked.lang || `${asked.lang.replaceAll("_", "-").toLowerCase()}-`.startsWith(`${lang.toLowerCase()}-`);
  if (dataset.build !== BUILD.name) return "of another build";
  if (asked.edition && dataset.edition !== asked.edition) return "of another edition";
  if (!isLanguage) return "in another language";
  if (asked.metric && dataset.metric !== asked.metric) return "of another metric";
  if (asked.figure && dataset.figure !== asked.figure) return "of another figure";
  return undefined;
}

/** Whether all of it is what the renderer writes: no script, no style, no address but of the web. */
function isPrinted(base) {
  return [base, ...base.querySelectorAll("*")].every((one) =>
    ELEMENTS.has(one.localName) && [...one.attributes].every(({ name }) => ATTRIBUTES.test(name.toLowerCase())) &&
    (!one.hasAttribute("href") || /^https?:$/.test(one.protocol)));
}

/**
 * Asks for the picture of `asked.metric` in the folder `asked.pictures`. Gives the printed widget with its language and edition,
 * or nothing where there is no picture that may be shown. `begun` is called when its first byte comes, or nothing will.
 */
export async function fetchPicture(asked, signal, begun) {
  const url = new URL(fileName(asked.metric, asked.lang), new URL(`${asked.pictures.replace(/\/*$/, "")}/`, document.baseURI)).href;
  const printed = await fetchDocument(url, signal, begun);
  const root = printed?.documentElement;
  const base = root?.querySelector(".ft-base");
  if (!base) return undefined;
  const wrong = mismatch(root, asked) ?? (isPrinted(base) ? undefined : "not one of figure-tracker");
  if (wrong) return void console.info(`figure-tracker: the picture ${url} is ${wrong} and not shown`);
  // Its links are from its own place.
  for (const link of base.querySelectorAll("a")) link.setAttribute("href", link.href);
  return { base: document.adoptNode(base), lang: root.lang, edition: root.dataset.edition };
}
