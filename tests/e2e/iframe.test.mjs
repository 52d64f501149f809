// The static page in somebody else's iframe: it tells its height across origins, and nobody else is believed.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { PATIENCE_MS, suite } from "./page.mjs";
import { startSite } from "./site.mjs";

const on = suite();
const HEIGHT = 400;
let other;

before(async () => {
  other = await startSite();
});
beforeEach(() => other.reset());
after(() => other?.stop());

const source = () => `${other.origin}/widget/pages/deaths.html`;
const iframe = (attributes = "", src = source()) =>
  `<iframe class="figure-tracker" title="Deaths" width="100%" height="${HEIGHT}" src="${src}" ${attributes}></iframe>`;
const HEIGHT_OF = 'const f = document.querySelector("iframe"); return f.clientHeight';

/** Does something inside the first iframe. */
async function inside(work) {
  await on.driver.switchTo().frame(0);
  try {
    return await work((script) => on.driver.executeScript(script));
  } finally {
    await on.driver.switchTo().defaultContent();
  }
}

/** Waits until the iframe is exactly as high as the page in it, and gives that height. */
async function fitted(page, wanted = () => true) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const height = await page.ask(HEIGHT_OF);
    const [content, spare] = await inside((ask) => ask(`const root = document.documentElement;
      return [Math.ceil(root.getBoundingClientRect().height), root.scrollHeight - innerHeight]`));
    if (height !== HEIGHT && height === content && wanted(height)) {
      assert.ok(spare <= 0, `${spare} px have to be scrolled to`);
      return height;
    }
    if (Date.now() > end) throw new Error(`the iframe is ${height} px high and its page ${content} px`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens or closes what can be opened in the iframe: in the widget if it took over, else in the printed page. */
const fold = (open) =>
  inside((ask) => ask(`const host = document.querySelector("figure-tracker");
    const root = host.shadowRoot?.querySelector("details") ? host.shadowRoot : host;
    for (const d of root.querySelectorAll("details")) d.open = ${open}`));

/** Waits until the widget has taken over in the iframe, which it can't where the page has no origin. */
async function alive() {
  const end = Date.now() + PATIENCE_MS;
  while (!(await inside((ask) => ask('return !!document.querySelector("figure-tracker")?.shadowRoot?.querySelector(".ft-base")')))) {
    assert.ok(Date.now() < end, "the widget did not take over");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function quiet(page) {
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
}

const KINDS = { "an iframe": "", "a sandboxed iframe": 'sandbox="allow-scripts"', "a lazy iframe": 'loading="lazy"' };
for (const [name, attributes] of Object.entries(KINDS)) {
  test(`${name} is as high as its page from another origin, and follows what a reader opens and closes`, async () => {
    const page = await on.open(iframe(attributes));
    if (!attributes.startsWith("sandbox")) await alive();
    const before = await fitted(page);
    await fold(true);
    const open = await fitted(page, (height) => height > before + 100);
    await fold(false);
    const closed = await fitted(page, (height) => height < open - 100);
    assert.ok(closed <= before, `${closed} px after ${before} px`);
    await quiet(page);
  });
}

test("the height follows the width, and comes back with it", async () => {
  const page = await on.open(iframe('sandbox="allow-scripts"'));
  const wide = await fitted(page);
  await page.resize(360, 800);
  await fitted(page, (height) => height > wide + 50);
  await page.resize(1024, 900);
  await fitted(page, (height) => height === wide);
});

test("an iframe that the page's style gives a border and a box of its own comes to rest", async () => {
  on.site.publish("/border.css", "* { box-sizing: border-box } iframe { border: 7px solid }");
  const page = await on.open(iframe(), {
    head: '<link rel="stylesheet" href="/border.css"><script type="module" src="/widget/figure-tracker.js"></script>',
  });
  const height = await fitted(page);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await page.ask(HEIGHT_OF), height);
});

test("an iframe that is added later is fitted too", async () => {
  const page = await on.open("<p>Nothing yet</p>");
  await page.ask(`const f = document.createElement("iframe"); f.className = "figure-tracker"; f.height = ${HEIGHT};
    f.src = ${JSON.stringify(source())}; document.body.append(f)`);
  await page.until("return document.querySelector('iframe')");
  await fitted(page);
});

test("an iframe that is given its address later, as lazy loading does, is fitted too", async () => {
  const page = await on.open(iframe("", "about:blank"));
  await page.ask(`document.querySelector("iframe").src = ${JSON.stringify(source())}`);
  await fitted(page);
});

test("an iframe in a page of a system's own frame, which has no address, is fitted too", async () => {
  const within = `<script type="module" src="${on.site.origin}/widget/figure-tracker.js"></script>${iframe()}`;
  const page = await on.open('<iframe id="outer" width="600" height="2000"></iframe>');
  await page.ask("document.getElementById('outer').srcdoc = arguments[0]", within);
  await page.until(`const inner = document.getElementById("outer").contentDocument?.querySelector("iframe");
    return inner?.clientHeight > ${HEIGHT}`, "the height of the page in it");
});

test("a strict policy of the page around it needs nothing but the frame", async () => {
  const page = await on.open(iframe(), {
    headers: {
      "content-security-policy": `default-src 'none'; script-src 'self'; img-src data:; frame-src ${other.origin}; ` +
        "require-trusted-types-for 'script'",
    },
  });
  await fitted(page);
  await quiet(page);
});

test("a page around it that is sandboxed itself, and so has no origin to name, is answered", async () => {
  on.site.rule(/^\/widget\/figure-tracker\.js$/, { headers: { "access-control-allow-origin": "*" } });
  const page = await on.open(iframe(), { headers: { "content-security-policy": "sandbox allow-scripts" } });
  await fitted(page);
});

test("without the script on the page around it the iframe keeps its height and scrolls inside", async () => {
  const page = await on.open(iframe(), { head: "" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await page.ask(HEIGHT_OF), HEIGHT);
  assert.ok(await inside((ask) => ask("return document.documentElement.scrollHeight > innerHeight + 100")));
});

test("without scripts inside, it is the whole page, every figure in it, and keeps its height", async () => {
  const page = await on.open(iframe('sandbox="allow-same-origin"'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await page.ask(HEIGHT_OF), HEIGHT);
  assert.ok(await inside((ask) => ask('return document.querySelector(".ft-table").open && !!document.querySelector("svg")')));
});

for (const [width, height] of [[320, 320], [400, 320], [320, 480]]) {
  test(`at ${width} by ${height} px title and latest state are seen at once, the chart begins, nothing is cut off`, async () => {
    await on.open(`<iframe title="Deaths" width="${width}" height="${height}" src="${source()}"></iframe>`, { head: "" });
    const seen = await inside((ask) => ask(`const root = document.documentElement;
      const shown = document.querySelector("figure-tracker");
      const of = (css) => [...(shown.shadowRoot?.querySelectorAll(css) ?? []), ...shown.querySelectorAll(css)]
        .map((e) => e.getBoundingClientRect()).find((r) => r.height > 0);
      return { latest: of(".ft-state").bottom, chart: of("[part~=chart]").top, aside: root.scrollWidth - innerWidth }`));
    assert.ok(seen.latest <= height, JSON.stringify(seen));
    assert.ok(seen.chart < height - 48, JSON.stringify(seen));
    assert.ok(seen.aside <= 0, JSON.stringify(seen));
  });
}

test("its address can ask for a theme", async () => {
  const ground = () => inside((ask) => ask(`const shown = document.querySelector("figure-tracker");
    const base = shown.shadowRoot?.querySelector(".ft-base") ?? shown.querySelector(".ft-base");
    return [document.body, base].map((e) => getComputedStyle(e).backgroundColor)`));
  const page = await on.open(iframe("", `${source()}?theme=light`));
  await fitted(page);
  const light = await ground();
  const again = await on.open(iframe("", `${source()}?theme=dark`));
  await fitted(again);
  const dark = await ground();
  assert.equal(light[0], light[1]);
  assert.equal(dark[0], dark[1]);
  assert.notEqual(light[0], dark[0]);
});

// What follows speaks to the two scripts as a stranger would.

/** Publishes a page whose script posts these messages to the window around it, once that has asked for the height. */
function stranger(site, path, messages) {
  site.publish(`${path}.js`, `addEventListener("message", ({ data }) => {
    if (data?.type !== "figure-tracker:hello") return;
    for (const message of [${messages.join(", ")}]) parent.postMessage(message, "*");
  });`);
  return site.publish(`${path}.html`, `<!doctype html><title>A page</title><script src="${path}.js"></script>`);
}

/** Notes each message that arrives, and each height that the first iframe is given. */
const LISTEN = `window.heard = []; window.given = [];
addEventListener("message", ({ data }) => heard.push(data));
addEventListener("DOMContentLoaded", () => {
  const frame = document.querySelector("iframe");
  new MutationObserver(() => given.push(frame.style.height)).observe(frame, { attributes: true, attributeFilter: ["style"] });
});`;
const HEAD = '<script src="/listen.js"></script><script type="module" src="/widget/figure-tracker.js"></script>';
const height = (value) => `{ type: "figure-tracker:height", height: ${value} }`;

test("a message of another shape or an impossible height is ignored", async () => {
  on.site.publish("/listen.js", LISTEN);
  const wrong = [
    "null", '"figure-tracker:height"', "700", "[]", "{}", "{ height: 700 }", '{ type: "height", height: 700 }',
    '{ type: "figure-tracker:hello", height: 700 }', '{ type: "figure-tracker:height" }',
    ...["NaN", "Infinity", "-700", "99", "20001", '"calc(100vh)"', '"700px"', "null", "{}"].map(height),
  ];
  const url = stranger(other, "/wrong", [...wrong, height(777)]);
  const page = await on.open(iframe("", url), { head: HEAD });
  await page.until(`return heard.length > ${wrong.length}`);
  await page.until("return given.length > 0");
  assert.deepEqual([...new Set(await page.ask("return given"))], ["777px"]);
  await quiet(page);
});

test("a message from another window is ignored", async () => {
  on.site.publish("/listen.js", LISTEN);
  other.publish("/loud.js", `parent.postMessage(${height(777)}, "*")`);
  const loud = other.publish("/loud.html", '<!doctype html><title>Loud</title><script src="/loud.js"></script>');
  const marked = stranger(other, "/silent", []);
  const page = await on.open(`${iframe("", marked)}<iframe title="Not marked" src="${loud}"></iframe>`, { head: HEAD });
  await page.until("return heard.length > 0");
  await page.ask(`postMessage(${height(888)}, "*")`);
  await page.until("return heard.length > 1");
  assert.deepEqual(await page.ask("return given"), []);
  await quiet(page);
});

test("a message from another origin than that of the iframe's address is ignored", async () => {
  on.site.publish("/listen.js", LISTEN);
  const elsewhere = stranger(on.site, "/elsewhere", [height(777)]);
  other.publish("/away.js", `location.replace(${JSON.stringify(elsewhere)})`);
  const away = other.publish("/away.html", '<!doctype html><title>Away</title><script src="/away.js"></script>');
  const page = await on.open(iframe("", away), { head: HEAD });
  await page.until("return heard.length > 0");
  assert.deepEqual(await page.ask("return given"), []);
  await quiet(page);
});

test("the page tells its height to the window around it only, and only when asked in the right words", async () => {
  on.site.publish("/listen.js", LISTEN);
  other.publish("/sibling.js", `let answered = 0;
    addEventListener("message", () => { answered += 1; parent.postMessage({ answered }, "*"); });
    const ask = () => parent.frames[0].postMessage({ type: "figure-tracker:hello" }, "*");
    setInterval(ask, 50); setTimeout(() => parent.postMessage({ asked: true }, "*"), 500);`);
  const sibling = other.publish("/sibling.html", '<!doctype html><title>Sibling</title><script src="/sibling.js"></script>');
  const page = await on.open(iframe(), { head: '<script src="/listen.js"></script>' });
  await page.ask(`const f = document.createElement("iframe"); f.src = ${JSON.stringify(sibling)}; document.body.append(f)`);
  for (const words of ["null", '"figure-tracker:hello"', '{ type: "hello" }', '{ type: "figure-tracker:height", height: 500 }']) {
    await page.ask(`frames[0].postMessage(${words}, "*")`);
  }
  await page.until("return heard.some(({ asked }) => asked)");
  const told = "return heard.filter(({ type }) => type !== 'figure-tracker:page')";
  assert.deepEqual(await page.ask(told), [{ asked: true }], "that it is there is all it says unasked");
  await page.ask('frames[0].postMessage({ type: "figure-tracker:hello" }, "*")');
  await page.until("return heard.some((message) => message.type === 'figure-tracker:height')");
});

test("an iframe in a shadow root fits its page too", async () => {
  const page = await on.open('<div id="shadow"></div>');
  await page.ask(`const shadow = document.getElementById("shadow").attachShadow({ mode: "open" });
    const frame = Object.assign(document.createElement("iframe"), { className: "figure-tracker", src: arguments[0], width: "600", height: "200" });
    shadow.append(frame)`, source());
  await page.until('return document.getElementById("shadow").shadowRoot.querySelector("iframe").clientHeight > 400', "the height of the page in it");
});

test("in a sandboxed frame, where nothing may be copied or saved, everything can be taken along all the same", async () => {
  on.site.rule(/^\/widget\//, { headers: { "access-control-allow-origin": "*" } });
  const src = on.site.publish("/framed.html", `<!doctype html><html lang="en"><title>f</title>
    <script>window.wrong = []; addEventListener("error", (e) => wrong.push(e.message)); addEventListener("unhandledrejection", (e) => wrong.push(String(e.reason)));</script>
    <script type="module" src="/widget/figure-tracker.js"></script><figure-tracker metric="deaths" address></figure-tracker>`);
  const page = await on.open(iframe('sandbox="allow-scripts"', src));
  const ask = (script) => inside((run) => run(`const root = document.querySelector("figure-tracker")?.shadowRoot;
    const entry = root?.querySelector(".ft-entry.ft-take-away"), fields = [...(entry?.querySelectorAll("textarea") ?? [])]; ${script}`));
  const until = async (script, what) => {
    for (const end = Date.now() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const found = await ask(script);
      if (found) return found;
      if (Date.now() > end) throw new Error(`no ${what}`);
    }
  };
  const press = (text) => ask(`[...entry.querySelectorAll("button")].find((b) => b.textContent === ${JSON.stringify(text)}).click()`);
  await until('entry?.querySelector("summary").click(); return entry?.open', "entry");
  await until("return fields.length === 2", "citation and link");
  assert.equal(await ask("return self.origin"), "null");
  await press("Copy");
  await until(`const told = entry.querySelector("[role=status]").textContent.trim();
    return told && fields[0].selectionEnd === fields[0].value.length`, "text that is selected to be copied");
  assert.match(await ask("return fields[1].value"), /\/framed\.html#figure-tracker=metric=deaths/);
  for (const [ending, form] of [["CSV", /metric,metric_label,/], ["JSON", /"figures"/], ["SVG", /^<svg /]]) {
    await press(ending);
    await until(`return fields.length === 3 && ${form}.test(fields[2].value)`, ending);
  }
  await press("PNG");
  await until('const i = entry.querySelector("img.ft-taken"); return i?.complete && i.naturalWidth > 600', "picture");
  assert.deepEqual(await ask("return window.wrong"), []);
  await quiet(page);
});
