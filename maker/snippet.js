// The snippets as texts, from what was chosen. Pure: it measures nothing, fetches nothing and touches no page.

const WIDE = "(min-width: 600px)";
const WIDE_PX = 600;
/** A line and a bit more than measured: on the article's page type and language may be others. */
const SPARE = 30;

/** A text inside markup, or inside quotes of it. */
export function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return `${text}`.replace(/[&<>"]/g, (sign) => signs[sign]);
}

/** A start tag; attributes without a value are left out. */
function tag(name, attributes) {
  const given = Object.entries(attributes).filter(([, value]) => value);
  return `<${[name, ...given.map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ")}>`;
}

/** What a snippet is, for whoever finds it in an article later. */
function remark({ label, words }, kept) {
  const what = words ? `${label}, ${words}` : label;
  return `<!-- ${what.replace(/--+|[<>]/g, " ")}: ${kept} -->`;
}

function kept(edition) {
  return edition ? `frozen, keeps to the edition of ${edition}` : "updating, shows later editions";
}

/** The line that loads the script: by its hash where it is pinned. */
export function script({ site, pin, build }) {
  const pinned = { src: site + build.script, integrity: build.integrity, crossorigin: "anonymous" };
  const named = { src: `${site}figure-tracker.js` };
  return `${tag("script", { type: "module", ...(pin ? pinned : named) })}</script>`;
}

/** The latest state and the table inside the element, for readers whom the widget does not reach. */
function fallback({ label, title, page, rows, state, asked }) {
  const row = (cells, kind) => `<tr>${cells.map((cell) => `<${kind}>${escaped(cell)}</${kind}>`).join("")}</tr>`;
  const [head, ...body] = rows;
  const latest = escaped([`${label}: ${state}`, asked].filter(Boolean).join(". "));
  const table = body.length > 0
    // Folded, it is no higher than the chart, so that nothing moves when that comes.
    ? ["<details>", `<summary>${latest}</summary>`, "<table>", row(head, "th"), ...body.map((cells) => row(cells, "td")), "</table>", "</details>"]
    : [`<p>${latest}</p>`];
  return [...table, `<p>${tag("a", { href: page })}${escaped(title)}</a></p>`].join("\n");
}

/** The height for an inline style: the one of a phone on narrow screens, else the one of a desktop. */
function height({ phone, desktop }, spare) {
  const [narrow, wide] = [phone + spare, desktop + spare];
  const step = (width) => `(${width})*9999`;
  return narrow > wide
    ? `clamp(${wide}px,${step(`${WIDE_PX}px - 100vw`)},${narrow}px)`
    : `clamp(${narrow}px,${step(`100vw - ${WIDE_PX - 1}px`)},${wide}px)`;
}

/** The element and its script. With an edition it keeps to that. */
export function element(choice, edition) {
  const { site, metric, lang, theme, folder, name } = choice;
  const src = site + (edition ? `${choice.kept}data.json` : "data.json");
  const style = choice.reserve && choice.heights && `display:block;min-height:${height(choice.heights, SPARE)}`;
  const pictures = choice.pictures && site + (edition ? choice.kept : "pages/");
  const page = `${site}${edition ? choice.keptPages : folder}${name}.html`;
  return [
    remark(choice, kept(edition)),
    script(choice),
    tag("figure-tracker", { src, metric, lang, theme, ...choice.view, pictures, edition, style }),
    fallback({ ...choice, page: page + choice.fragment }),
    "</figure-tracker>",
  ].join("\n");
}

/** The iframe, and where it is wished for the script that lets its height follow. */
export function iframe(choice, edition) {
  const { site, theme, folder, name, label, words, title, heights, follow } = choice;
  const page = `${site}${edition ? choice.keptPages : folder}${name}.html`;
  const src = (theme ? `${page}?theme=${theme}` : page) + choice.fragment;
  const style = choice.reserve && heights && `width:100%;border:0;height:${height(heights, 0)}`;
  const attributes = {
    class: "figure-tracker", style, src, title: `${words ? `${label}, ${words}` : label} – ${title}`, width: "100%", height: heights?.phone ?? 900, frameborder: "0",
    loading: "lazy",
  };
  const lines = [remark(choice, kept(edition)), `${tag("iframe", attributes)}</iframe>`, follow && script(choice)];
  return lines.filter(Boolean).join("\n");
}

/** The printed widget, cut out of its page, with addresses that hold everywhere. */
export function printed(html, { site, folder, theme, label }, edition) {
  const [, sheet] = html.match(/ data-widget="((?:[^"]*\/)?figure-tracker-[^"/]*\.css)"/) ?? [];
  const [start, end] = [html.indexOf("<figure-tracker"), html.lastIndexOf("</figure-tracker>")];
  if (!sheet || start < 0 || end < start) throw new Error("the page is not one that `figure-tracker render` wrote");
  const opened = html.indexOf(">", start);
  const own = html.slice(start, opened);
  const more = Object.entries({ theme, edition }).filter(([key, value]) => value && !own.includes(` ${key}="`));
  const element = own + more.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("") + html.slice(opened, end);
  const base = site + folder;
  // A page of its own has its script in the widget (crates/site/src/page.rs).
  const still = element.replace(/<script\b[^>]*><\/script>/, "");
  const placed = still.replace(/ (href|src)="(?![a-z]+:)([^"]*)"/g, (_, key, to) => ` ${key}="${new URL(to, base)}"`);
  return [
    remark({ label }, kept(edition)),
    tag("link", { rel: "stylesheet", href: new URL(sheet, base).href }),
    `${placed}</figure-tracker>`,
  ].join("\n");
}

/** The rules that keep the place free; none where the snippet does, nothing comes late, or nothing is measured yet. */
export function rule({ kind, metric, name, heights, reserve }) {
  if (reserve || !heights || kind === "static") return "";
  const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;
  const [which, look, height, spare] = kind === "script"
    ? [`figure-tracker[metric=${quoted(metric)}]`, "display: block", "min-height", SPARE]
    : [`iframe.figure-tracker[src*=${quoted(`/${name}.html`)}]`, "display: block; width: 100%; border: 0", "height", 0];
  return [
    `${which} {`, `  ${look};`, `  ${height}: ${heights.phone + spare}px;`, "}",
    `@media ${WIDE} {`, `  ${which} {`, `    ${height}: ${heights.desktop + spare}px;`, "  }", "}",
  ].join("\n");
}
