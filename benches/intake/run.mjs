// Reads the same lists with Kernklant (the finished page) and with the libraries, in turn, in Chromium, and writes the table.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "../../xtask/serve/server.mjs";
import { list } from "./lists.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = resolve(here, "../..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("@playwright/test");
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const rounds = Number(option("rounds", 5));
const only = option("only", "");
const lists = option("lists", "customers:1000000,orders:1000000,orders:5000000").split(",").map((text) => text.split(":"));
/** Our page goes on to compare names and measure columns; with a million customers that takes so many ms. */
const QUIET = 3000;
const folder = option("folder", join(root, "target/bench"));

// ── servers ──
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const peerServer = createServer((request, response) => {
  const path = resolve(here, `.${new URL(request.url, "http://x").pathname}`);
  try {
    const body = readFileSync(path);
    response.writeHead(200, { "Content-Type": types[extname(path)] ?? "text/plain" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => peerServer.listen(0, "127.0.0.1", done));
const peers = `http://127.0.0.1:${peerServer.address().port}/peers.html`;
const site = await startServer({ root: join(root, "dist") });

// ── browsers ──
async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "kernklant-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.KERNKLANT_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
    locale: "nl-NL",
  });
  return { context, profile, page: context.pages()[0] ?? (await context.newPage()), since: performance.now() };
}

/** Peak and present memory of the largest page process of this browser, in MB. */
function memory(profile) {
  let best = { peak: 0, now: 0 };
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (!command.includes("--type=renderer")) continue;
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (!ancestors(pid).some((one) => readFileSync(`/proc/${one}/cmdline`, "utf8").includes(profile))) continue;
      const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
      if (of("VmRSS") > best.now) best = { peak: of("VmHWM"), now: of("VmRSS") };
    } catch { /* the process ended meanwhile */ }
  }
  return best;
}

function ancestors(pid) {
  const found = [];
  for (let at = pid; at !== "0" && found.length < 10;) {
    found.push(at);
    at = readFileSync(`/proc/${at}/stat`, "utf8").split(") ")[1].split(" ")[1];
  }
  return found;
}

/** Notes when the page asks its engine and when that answers; command 0 is Read, event [1, 2] is read, [1, 5] a view. */
function watchEngine() {
  const Plain = window.Worker;
  window.noted = [];
  window.longTasks = [];
  const note = (what) => window.noted.push([what, performance.now()]);
  window.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      super.addEventListener("message", ({ data }) => {
        if (data === true) note("heard");
        else if (data instanceof Uint8Array && data[0] === 1) note(["progress", "taken", "read", "cancelled", "refused", "view"][data[1]] ?? "other");
      });
    }
    postMessage(message, ...rest) {
      const first = message?.command?.[0];
      if (first !== undefined) note(`command ${first}`);
      return super.postMessage(message, ...rest);
    }
  };
  new PerformanceObserver((found) => window.longTasks.push(...found.getEntries().map((entry) => entry.duration)))
    .observe({ type: "longtask" });
}

async function ourPage() {
  const one = await browser();
  await one.page.addInitScript(watchEngine);
  await one.page.goto(site.url);
  await one.page.locator('[data-testid="sealed"]').waitFor();
  return one;
}

async function peerPage() {
  const one = await browser();
  await one.page.goto(peers);
  await one.page.waitForFunction(() => window.isReady);
  return one;
}

const noted = (page, from, what) =>
  page.evaluate(([from, what]) => window.noted.find(([name, at]) => at > from && name === what)?.[1] ?? null, [from, what]);

async function until(page, from, what) {
  await page.waitForFunction(
    ([from, what]) => window.noted.some(([name, at]) => at > from && name === what), [from, what], { timeout: 120_000, polling: 20 });
  return noted(page, from, what);
}

/** One list in our page: until it is read and its report, with the answers, is on screen. Beside that, for customers, until the first insight. */
async function ours({ page, profile }, wanted) {
  const back = page.getByTestId("step-list");
  if (await back.isEnabled().catch(() => false)) await back.click();
  await page.evaluate(() => (window.longTasks.length = 0));
  const from = await page.evaluate(() => performance.now());
  await page.getByTestId("file-input").setInputFiles(wanted.file);
  const start = await until(page, from, "command 0");
  const read = await until(page, start, "read");
  const shown = await until(page, read, "view");
  const report = page.getByTestId("intake-report");
  await report.and(page.locator(`[data-rows="${wanted.rows}"]`)).waitFor();
  const longTasks = await page.evaluate(() => window.longTasks);
  const figure = async (name) => Number(await report.getAttribute(`data-${name}`));
  const answer = { rows: await figure("rows"), customers: await figure("customers") };
  const sums = (await report.innerText()).match(/[\d.]+,\d\d/g) ?? [];
  answer.total = sums[0]?.replace(/[.,]/g, "");
  const [used, done] = [memory(profile).peak, performance.now()];
  let insight = 0;
  if (wanted.kind === "customers") {
    const finding = await report.getByTestId("first-finding").innerText();
    answer.for80 = Number(/([\d.]+)\s*klanten/.exec(finding)?.[1].replaceAll(".", ""));
    const click = await page.evaluate(() => performance.now());
    await page.getByTestId("step-insight").click();
    insight = (await until(page, click, "view")) - click;
    const shares = page.locator('[data-testid="figure-customers-for-80"]').first();
    await shares.waitFor();
    if (Number(await shares.getAttribute("data-value")) !== answer.for80) answer.for80 = "another one on the next screen";
  }
  return { ms: shown - start, used, usedInAll: memory(profile).peak, done, parts: { read: read - start, list: shown - read, insight }, answer, longTasks };
}

const inPeers = (call, ...args) => ({ page }, wanted) =>
  page.getByTestId === undefined ? null : page.locator("#file").setInputFiles(wanted.file).then(() =>
    page.evaluate(([call, args]) => window[call](...args), [call, [...args, wanted.kind]]));

const contenders = {
  "reading the bytes": { open: peerPage, run: inPeers("inWorker", "bytes") },
  Kernklant: { open: ourPage, run: ours },
  "DuckDB-WASM": { open: async () => {
    const one = await peerPage();
    one.started = await one.page.evaluate(() => window.startDuckdb());
    return one;
  }, run: inPeers("inDuckdb") },
  uDSV: { open: peerPage, run: inPeers("inWorker", "udsv") },
  "d3-dsv": { open: peerPage, run: inPeers("inWorker", "d3") },
  "PapaParse, in a worker": { open: peerPage, run: inPeers("inWorker", "papaparse") },
  "PapaParse, worker: true": { open: peerPage, run: inPeers("papaWorker") },
};
const names = Object.keys(contenders).filter((name) => !only || name.startsWith(only) || name === "reading the bytes");

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const wrong = (answer, wanted) =>
  ["rows", "customers", "total", "for80", "last"].filter((key) => key in wanted && key in answer && String(answer[key]) !== String(wanted[key]));

/** Runs one, and waits until what its page still does for itself can slow down no other. */
async function quietly(name, one, wanted) {
  const result = await contenders[name].run(one, wanted);
  const ended = { done: performance.now(), used: memory(one.profile).peak, ...result };
  await one.page.waitForTimeout(QUIET);
  return ended;
}

/** All contenders in turn, round after round; each with a browser of its own that stays open. */
async function compare(wanted) {
  const results = {};
  for (const name of names) {
    results[name] = { ms: [], notes: [] };
    const one = await contenders[name].open();
    const empty = memory(one.profile).now;
    const result = await quietly(name, one, wanted).catch((error) => ({ error: String(error).slice(0, 300) }));
    results[name].cold = result.done - one.since;
    results[name].memory = result.used - empty;
    results[name].memoryInAll = result.usedInAll - empty;
    results[name].first = result;
    if (result.error) {
      results[name].notes.push(result.error);
      await one.context.close();
      continue;
    }
    const differs = wrong(result.answer ?? {}, wanted);
    if (differs.length) results[name].notes.push(`other ${differs.map((key) => `${key} ${result.answer[key]} ≠ ${wanted[key]}`).join(", ")}`);
    results[name].one = one;
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const { one } = results[name];
      if (!one) continue;
      const result = await quietly(name, one, wanted);
      results[name].ms.push(result.ms);
      results[name].parts = result.parts;
      console.log(`${wanted.kind} ${wanted.rows} round ${round + 1}: ${name} ${Math.round(result.ms)} ms ${result.parts ? JSON.stringify(result.parts) : ""}`);
    }
  }
  for (const name of names) await results[name].one?.context.close();
  return results;
}

/** How long the engine takes to hear a cancel in the middle of a list. */
async function cancelling(wanted) {
  const one = await ourPage();
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const from = await one.page.evaluate(() => performance.now());
    await one.page.getByTestId("file-input").setInputFiles(wanted.file);
    await until(one.page, from, "progress");
    await one.page.waitForTimeout(100 * round);
    const click = await one.page.evaluate(() => {
      const at = performance.now();
      document.querySelector('[data-testid="cancel"]')?.click();
      return at;
    });
    times.push((await until(one.page, click, "heard")) - click);
    await one.page.waitForTimeout(300);
  }
  await one.context.close();
  return times;
}

const machine = execFileSync("sh", ["-c", "grep -m1 'model name' /proc/cpuinfo | cut -d: -f2; nproc"], { encoding: "utf8" }).trim().replace(/\s*\n\s*/, ", ");
const lines = [];
let version = "";
let largest = null;
for (const [kind, rows] of lists) {
  const wanted = await list(folder, kind, Number(rows));
  if (!largest || wanted.bytes > largest.bytes) largest = wanted;
  const results = await compare(wanted);
  const our = results.Kernklant;
  lines.push(`## ${Number(rows).toLocaleString("en")} ${kind === "customers" ? "customers" : "order lines"}, ${Math.round(wanted.bytes / 1e6)} MB`, "");
  lines.push("| | median ms | × Kernklant, paired | first run, from opening the page, ms | memory above the empty page, MB | answers |", "| --- | ---: | ---: | ---: | ---: | --- |");
  for (const name of names) {
    const { ms, cold, notes, memory: used } = results[name];
    const ratios = ms.map((time, round) => time / our?.ms[round]).filter(Number.isFinite);
    lines.push(`| ${name} | ${ms.length ? Math.round(median(ms)) : "–"} | ${ratios.length ? median(ratios).toFixed(2) : "–"} | ${Math.round(cold)} | ${Math.round(used)} | ${notes.join("; ") || (name === "reading the bytes" ? "" : "same")} |`);
  }
  lines.push("");
  if (our?.parts) lines.push(`Kernklant's last round: ${Math.round(our.parts.read)} ms until the customers are there, ${Math.round(our.parts.list)} ms until the report is on its way to the screen${our.parts.insight ? `, ${Math.round(our.parts.insight)} ms more until the first insight after it (${Math.round(our.memoryInAll)} MB with that)` : ""}. Tasks of the page's own thread above 50 ms: ${our.first?.longTasks?.map(Math.round).join(", ") || "none"}.`, "");
}
if (names.includes("Kernklant")) {
  const times = await cancelling(largest);
  lines.push(`Cancelling ${largest.rows.toLocaleString("en")} ${largest.kind} half-way: heard after ${times.map((time) => Math.round(time)).join(", ")} ms.`, "");
}
const one = await browser();
version = one.context.browser()?.version() ?? (await one.page.evaluate(() => navigator.userAgent.match(/Chrom\w*\/(\d+)/)?.[1]));
await one.context.close();
const text = `# Reading lists, beside the libraries people would otherwise use

Made by \`cargo xtask bench intake\` on ${machine} cores, Chromium ${version}, ${rounds} rounds in turn after a first run; ratios are medians over
the rounds. Files lie on disk. Everyone types every column of the customers and keeps it (DuckDB in a table, the others in arrays),
and adds order lines up per customer (sum, count, last day); the answers must be the same to the cent. Kernklant is measured in
the finished page, from the choice of the file to its report with these answers; that includes sniffing encoding, dialect and
columns, and its problem list, which the others do not do. The first insight after it (who is active, the ranking, the curve, the
growth matrix) is told below the table; letters and the other analyses follow once that screen is shown.

${lines.join("\n")}`;
console.log(text);
if (!only) writeFileSync(join(root, "docs/benchmarks.md"), text);
peerServer.close();
await site.stop();
process.exit(0);
