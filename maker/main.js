// The snippet maker: what is chosen in the form becomes previews, snippets and the address of this page. It puts no
// text into the page as markup, and keeps nothing but its address.

import { grouped, pageNames, textIn } from "./names.js";
import { figures, framed, previews, still, widget } from "./preview.js";
import { beside, exists, json, keptIn, pagesIn, text } from "./site.js";
import { element, iframe, printed, rule } from "./snippet.js";
import { VIEW, askable, viewFragment, viewInWords } from "./view.js";

const ROWS = 10;
const HERE = new URL("./", document.baseURI).href;
const DEFAULTS = { kind: "script", lang: "", theme: "", site: HERE, pin: true, follow: true, reserve: true };
for (const name of VIEW) DEFAULTS[name] = "";

const at = (id) => document.getElementById(id);
const form = at("form");
let data;
let build;
let names;
let stage;
let run = 0;

function option(value, label) {
  return Object.assign(document.createElement("option"), { value, textContent: label });
}

function fill() {
  const own = data.language;
  const sections = grouped(data).map(({ group, metrics }) => {
    const section = document.createElement("optgroup");
    section.label = group ? textIn(group.label, "", own) : "Others";
    section.append(...metrics.map((metric) => option(metric.id, textIn(metric.label, "", own))));
    return section;
  });
  form.metric.append(...sections);
  const counts = new Map();
  for (const { metric } of data.figures) counts.set(metric, (counts.get(metric) ?? 0) + 1);
  DEFAULTS.metric = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const called = new Intl.DisplayNames(["en-GB"], { type: "language" });
  const tags = [...new Set(["en", ...build.languages])].map((tag) => option(tag, called.of(tag)));
  form.lang.append(option("", "The article’s own"), ...tags.sort((a, b) => a.text.localeCompare(b.text)));
}

/** Offers what the figures of the metric can be asked for; what was chosen stays where it can be. */
function offer() {
  for (const [name, records] of Object.entries(askable(data, form.metric.value))) {
    const field = form[name];
    const chosen = field.value;
    const options = records.map((record) => option(record.id, textIn(record.label ?? record.name, "", data.language)));
    field.replaceChildren(option("", "All"), ...options);
    field.value = chosen;
    if (!field.value) field.value = "";
    field.disabled = records.length === 0;
  }
}

/** Puts what the page's address asks for into the form. */
function restore() {
  const asked = new URLSearchParams(location.search);
  form.metric.value = asked.get("metric") ?? DEFAULTS.metric;
  if (!form.metric.value) form.metric.value = DEFAULTS.metric;
  offer();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const field = form[name];
    if (typeof usual === "boolean") field.checked = asked.get(name) !== "no";
    else field.value = asked.get(name) ?? usual;
    if (!field.value) field.value = usual;
  }
  at("view-choice").open = VIEW.some((name) => form[name].value);
}

/** What of the metric is shown, as attributes; a period that ends before it begins is none, and the form says so. */
function view() {
  const isBackwards = form.from.value && form.to.value && form.from.value > form.to.value;
  form.to.setCustomValidity(isBackwards ? "The last day is before the first" : "");
  const asked = Object.fromEntries(VIEW.map((name) => [name, form[name].value]));
  return isBackwards ? { ...asked, from: "", to: "" } : asked;
}

/** A view in words, for people who find the snippet later. */
function inWords(asked) {
  const records = askable(data, form.metric.value);
  const name = (key, id) => {
    const record = records[key].find((record) => record.id === id);
    return textIn(record.label ?? record.name, "en", data.language);
  };
  return viewInWords(asked, name);
}

/** Puts what is chosen into the page's address. */
function remember(choice) {
  const kept = Object.entries(DEFAULTS).filter(([name, usual]) => choice[name] !== usual);
  const query = new URLSearchParams(kept.map(([name]) => [name, choice[name] === false ? "no" : choice[name]]));
  query.set("metric", choice.metric);
  history.replaceState(null, "", `?${query}`);
}

/** The address that snippets begin with, with a slash at its end; the last good one while another is typed. */
function site() {
  try {
    const { href, protocol } = new URL(form.site.value);
    if (!/^https?:$/.test(protocol)) throw new TypeError(protocol);
    form.site.setCustomValidity("");
    return href.replace(/[?#].*$/, "").replace(/\/*$/, "/");
  } catch {
    form.site.setCustomValidity("An address such as https://example.org/figure-tracker/");
    return HERE;
  }
}

function chosen() {
  const fields = { metric: form.metric.value, kind: form.kind.value, lang: form.lang.value, theme: form.theme.value, ...view() };
  const choice = { ...fields, site: site(), pin: form.pin.checked, follow: form.follow.checked, build, reserve: form.reserve.checked };
  const metric = data.metrics.find(({ id }) => id === choice.metric);
  const title = textIn(data.title, choice.lang, data.language);
  // Printed markup shows everything.
  const asked = choice.kind === "static" ? {} : view();
  return {
    ...choice, title, view: asked, fragment: viewFragment(choice.metric, asked), words: inWords(asked),
    name: names.get(choice.metric), label: textIn(metric.label, choice.lang, data.language),
  };
}

/** What is chosen, with the folders of the pages in that language if there are any, and what must be said of it. */
async function located(choice) {
  const { lang, kind, name } = choice;
  const edition = data.edition;
  const notes = [];
  const wanted = lang === data.language ? "" : lang;
  const there = !wanted || await exists(`${pagesIn(wanted)}${name}.html`);
  const tag = there ? wanted : "";
  if (!there && kind !== "script") {
    notes.push(`There are no static pages in this language here; figure-tracker render data.json --lang ${wanted} ` +
      `-o ${pagesIn(wanted)} makes them. Until then they are in the data’s own.`);
  }
  const kept = edition && await exists(`${keptIn("", edition)}data.json`);
  if (edition && !kept) notes.push(`The edition of ${edition} is not kept on this server yet, so nothing can be frozen.`);
  const keptPages = kept && (tag && !(await exists(`${keptIn(tag, edition)}${name}.html`)) ? "" : tag);
  return {
    ...choice,
    notes,
    pictures: kind === "script" && await exists(`${pagesIn("")}${name}.${(lang || data.language).split("-")[0]}.picture.html`),
    folder: pagesIn(tag),
    edition: kept ? edition : undefined,
    kept: keptIn("", edition),
    keptPages: keptIn(keptPages || "", edition),
  };
}

/** Called when something was chosen. */
async function choose() {
  const mine = ++run;
  offer();
  const choice = chosen();
  remember({ ...choice, ...view() });
  at("view-choice").hidden = choice.kind === "static";
  at("view-words").textContent = choice.words;
  at("follow-choice").hidden = choice.kind !== "iframe";
  at("pin-choice").hidden = choice.kind === "static" || (choice.kind === "iframe" && !choice.follow);
  at("reserve-choice").hidden = choice.kind === "static";
  const placed = await located(choice);
  if (mine !== run) return;
  at("note").textContent = placed.notes.join(" ");
  current = placed;
  preview(placed);
  if (placed.kind === "static") current = { ...placed, html: await page(placed) };
  if (mine !== run) return;
  requestAnimationFrame(() => mine === run && write());
}

let current;

/** The text of the page that static HTML is cut out of: the one of its edition, which says that it is kept. */
async function page({ edition, keptPages, folder, name }) {
  try {
    return await text(`${edition ? keptPages : folder}${name}.html`);
  } catch (error) {
    complain(error);
    return "";
  }
}

function preview({ kind, metric, lang, theme, folder, keptPages, edition, name, label, view, fragment }) {
  const title = `Preview: ${label}`;
  const src = beside(`${kind === "static" && edition ? keptPages : folder}${name}.html`);
  const blank = Object.fromEntries(VIEW.map((name) => [name, ""]));
  const makers = {
    script: (old) => widget(old, { src: beside("data.json"), metric, lang: lang || data.language, theme, ...blank, ...view }),
    iframe: (old) => framed(old, { src: `${theme ? `${src}?theme=${theme}` : src}${fragment}`, title }),
    static: (old) => still(old, { src, title, theme }),
  };
  stage.show(makers[kind]);
}

/** Writes the snippets, from what is chosen and what the previews tell. */
async function write() {
  if (!current) return;
  const live = stage.live();
  const choice = { ...current, rows: [], state: "" };
  if (choice.kind === "script" && live?.metric === choice.metric) {
    const asked = current;
    Object.assign(choice, await figures(live, ROWS));
    if (asked !== current) return;
  }
  choice.heights = stage.heights();
  const { edition } = choice;
  const make = { script: element, iframe }[choice.kind];
  show("updating", make ? make(choice) : "");
  show("frozen", make ? edition && make(choice, edition) : choice.html && cut(choice));
  show("rule", rule(choice));
  describe(choice);
  at("previews").setAttribute("aria-busy", String(!choice.heights));
}

function cut(choice) {
  const folder = choice.edition ? choice.keptPages : choice.folder;
  try {
    return printed(choice.html, { ...choice, folder }, choice.edition);
  } catch (error) {
    complain(error);
    return "";
  }
}

/** Says of the frozen snippet what it keeps to. */
function describe({ kind, edition }) {
  const still = kind === "static" ? "Static HTML is frozen by nature: it never changes by itself." : "";
  const keeps = edition ? `Keeps to the edition of ${edition}, whatever comes later, and says so.` : "";
  at("frozen-about").textContent = [still, keeps].filter(Boolean).join(" ");
}

/** Shows a text to copy, or nothing where there is none. */
function show(id, snippet) {
  at(`${id}-block`).hidden = !snippet;
  const area = at(id);
  if (area.value === (snippet || "")) return;
  area.value = snippet || "";
  area.rows = Math.min(10, area.value.split("\n").length + 1);
  at(`${id}-block`).querySelector("output").textContent = "";
}

async function copy(button) {
  const area = at(button.dataset.copies);
  const said = button.parentElement.querySelector("output");
  said.textContent = "";
  let done = true;
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    area.focus();
    area.select();
    done = document.execCommand("copy");
    if (done) button.focus();
  }
  said.textContent = done ? "Copied" : "Selected: copy it with the keyboard";
}

function complain(error) {
  at("problem").textContent = `The snippet maker cannot go on: ${error?.message ?? error}`;
}

try {
  [data, build] = await Promise.all([json("data.json"), json("embed.json")]);
  names = pageNames(data.metrics);
  stage = previews(at("previews"), () => write());
  fill();
  restore();
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Everything is up to date already: what is left is to take it.
    const [first] = [...document.querySelectorAll(".snippet textarea")].filter((text) => text.getClientRects().length);
    first?.focus();
  });
  // A metric picked in a preview is picked.
  at("previews").addEventListener("figure-tracker-select", ({ detail }) => {
    if (detail.metric === form.metric.value) return;
    form.metric.value = detail.metric;
    choose();
  });
  // So is a view.
  at("previews").addEventListener("figure-tracker-change", ({ detail }) => {
    form.metric.value = detail.metric;
    offer();
    for (const name of VIEW) form[name].value = name === "view" && detail[name] === "over-time" ? "" : detail[name] ?? "";
    at("view-choice").open = true;
    choose();
  });
  for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));
  await choose();
} catch (error) {
  complain(error);
}
