// Photographs every screen and every sheet of the built page with the sample list, and what an order list shows besides:
// `cargo xtask screenshots` starts it.
// Usage: node screens.mjs --root DIST --out FOLDER --first PNG --chromium PATH
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "../serve/server.mjs";

const { chromium } = createRequire(new URL("../../tests/e2e/package.json", import.meta.url))("playwright-core");

const STEPS = ["list", "insight", "panic", "choice", "plan", "review"];
/** The looks every place is photographed in: what a desk and a phone see, both themes, both languages. */
const LOOKS = [
  { name: "desk", width: 1440, height: 900, scheme: "light", language: "nl" },
  { name: "phone", width: 390, height: 844, scheme: "dark", language: "en" },
];
/** The sheets of insight that a list of orders tells more on than a list of customers. */
const OF_ORDERS = ["pyramid", "periods", "leavers", "rfm", "alive", "white-space"];
/** Higher screens are cut off here: what matters stands on top. */
const MOST_HIGH = 2400;
/** Kilobytes a picture may weigh. */
const MOST_HEAVY = 150;

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const root = option("root");
const assets = fileURLToPath(new URL("../../assets", import.meta.url));
const out = option("out");

await mkdir(out, { recursive: true });
for (const old of await readdir(out)) if (old.endsWith(".webp")) await rm(join(out, old));
const server = await startServer({ root });
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];
const browser = await chromium.launch({ executablePath: option("chromium"), args: asRoot });
const taken = [];

for (const look of LOOKS) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${server.url}?lang=${look.language}`);
  await page.locator('[data-testid="load-sample"]').waitFor({ timeout: 60_000 });
  await page.getByTestId("load-sample").click();
  await page.getByTestId("intake-report").waitFor({ timeout: 60_000 });
  for (const step of STEPS) {
    await page.getByTestId(`step-${step}`).click();
    await settled(page);
    await photograph(page, look, step);
    if (step === "panic" && look.name === "desk") await answerSome(page);
    for (const tab of await sheetsOf(page)) {
      await page.getByTestId(`sheet-${tab}`).click();
      await page.locator(`[data-sheet="${tab}"]`).first().waitFor();
      await settled(page);
      await photograph(page, look, `${step}-${tab}`);
    }
    if (step === "insight") await customer(page, look);
  }
  if (look.name === "desk") await first(page, option("first"));
  await orders(page, look);
  await context.close();
}
await browser.close();
await server.stop();
await index();
console.log(`${taken.length} pictures in ${out}; the heaviest ${Math.max(...taken.map((one) => one.size))} kB`);
if (taken.some((one) => one.size > MOST_HEAVY)) process.exitCode = 1;

/** The same firm's orders: how they were read, and the sheets that are about order days. */
async function orders(page, look) {
  await page.goto(`${server.url}?lang=${look.language}`);
  await page.getByTestId("file-input").setInputFiles(join(assets, "voorbeeld-orders.csv"));
  await page.getByTestId("intake-report").waitFor({ timeout: 60_000 });
  await settled(page);
  await photograph(page, look, "orders-list");
  await page.getByTestId("step-insight").click();
  await settled(page);
  await photograph(page, look, "orders-insight");
  for (const tab of OF_ORDERS) {
    await page.getByTestId(`sheet-${tab}`).click();
    await page.locator(`[data-sheet="${tab}"]`).first().waitFor();
    // The models come after the sheet.
    await page.waitForFunction(() => !document.querySelector('[data-testid="fitting"]'), null, { timeout: 60_000 });
    await settled(page);
    await photograph(page, look, `orders-insight-${tab}`);
  }
  await customer(page, look, "orders-insight-customer");
}

/** The sheets a step offers beside its first one. */
async function sheetsOf(page) {
  const tabs = await page.locator('nav.tabs button[data-testid^="sheet-"]').all();
  const names = await Promise.all(tabs.map((tab) => tab.getAttribute("data-testid")));
  return names.map((name) => name.replace("sheet-", "")).filter((name) => name !== "overview");
}

/** The sheet of the customer at the top of the overview. */
async function customer(page, look, place = "insight-customer") {
  await page.getByTestId("step-insight").click();
  await settled(page);
  const link = page.locator("tbody .customer").first();
  if (!(await link.count())) return;
  await link.click();
  await settled(page);
  await photograph(page, look, place);
}

/** Some answers, so that the map and the plan have something to show. */
async function answerSome(page) {
  for (const answer of [5, 4, 2, 5, 1, 3, 4, 5, 2, 1, 3, 5]) {
    const button = page.getByTestId(`panic-answer-${answer}`);
    if (!(await button.count())) return;
    const before = await page.getByTestId("panic-customer").getAttribute("data-customer");
    await button.click();
    await page
      .waitForFunction(
        (old) => document.querySelector('[data-testid="panic-customer"]')?.getAttribute("data-customer") !== old,
        before,
        { timeout: 3000 },
      )
      .catch(() => {});
  }
}

/** Waits until the page has drawn what was asked for: two frames in which nothing of it changed. */
async function settled(page) {
  await page.evaluate(
    () =>
      new Promise((done) => {
        let quiet = setTimeout(finish, 250);
        const watch = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(finish, 250);
        });
        function finish() {
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(done));
        }
        watch.observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
  );
}

/** WebP of falling quality until it is light enough. */
async function photograph(page, look, place) {
  await page.evaluate(() => window.scrollTo(0, 0));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: look.width, height: Math.min(height, MOST_HIGH), scale: 1 };
  const session = await page.context().newCDPSession(page);
  let data;
  for (const quality of [72, 50, 30, 15]) {
    const shot = { format: "webp", quality, clip, captureBeyondViewport: true };
    data = Buffer.from((await session.send("Page.captureScreenshot", shot)).data, "base64");
    if (data.length <= MOST_HEAVY * 1000) break;
  }
  await session.detach();
  const file = `${place}-${look.name}.webp`;
  await writeFile(join(out, file), data);
  taken.push({ file, place, look: look.name, size: Math.ceil(data.length / 1000) });
}

/** The picture of the README: the overview as a desk sees it first. */
async function first(page, file) {
  await page.getByTestId("step-insight").click();
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: file, clip: { x: 0, y: 0, width: 1440, height: 1000 } });
}

/** What there is, as a page with links. */
async function index() {
  const places = [...new Set(taken.map((one) => one.place))];
  const link = (place, look) => {
    const one = taken.find((it) => it.place === place && it.look === look);
    return one ? `[${one.size} kB](${one.file})` : "–";
  };
  const looks = LOOKS.map((look) => `${look.name} (${look.width} px, ${look.scheme}, ${look.language})`);
  const rows = places.map((place) => `| ${place} | ${LOOKS.map((look) => link(place, look.name)).join(" | ")} |`);
  const head = `| screen | ${looks.join(" | ")} |\n| --- |${" --- |".repeat(looks.length)}`;
  const text = `# Screens\n\nMade by \`cargo xtask screenshots\` from the sample list, and from the sample orders where a name begins with “orders”.\n\n${head}\n${rows.join("\n")}\n`;
  await writeFile(join(out, "README.md"), text);
}
