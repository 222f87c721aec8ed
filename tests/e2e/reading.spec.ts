// While a list is read: what the page does meanwhile, what is said of time and memory, and what is left when it fails.
import { open, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { answer, figure, goTo, reportOf } from "./support/job";

/** A customer list of about this many bytes; quotes in names take the tolerant way of reading, which takes longer. */
function customers(bytes: number, quote = ""): string {
  const name = (row: number) => (quote ? `"Bedrijf ${quote}${quote}${row}${quote}${quote} B.V."` : `Bedrijf ${row} B.V.`);
  const lines = ["Klantnummer;Naam;Plaats;Omzet;Laatste order"];
  for (let row = 1, size = 0; size < bytes; row += 1) {
    lines.push(`${10_000 + row};${name(row)};Utrecht;${(row * 7919) % 250_000},${String(row % 100).padStart(2, "0")};${String((row % 28) + 1).padStart(2, "0")}-0${(row % 9) + 1}-2025`);
    size += lines[row].length + 1;
  }
  return lines.join("\n");
}

/** A file that is mostly a hole: large in size, and nothing on disk. */
async function hole(path: string, begin: string, bytes: number): Promise<string> {
  const file = await open(path, "w");
  await file.write(begin);
  await file.truncate(bytes);
  await file.close();
  return path;
}

async function loadSample(page: Page): Promise<void> {
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
}

test("progress over a list that is there costs the page next to nothing", async ({ page, site }, testInfo) => {
  test.setTimeout(120_000);
  const file = testInfo.outputPath("klanten.csv");
  await writeFile(file, customers(160_000_000, '"'));
  await openSealed(page, site.url);
  await loadSample(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const now = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((one) => one.name === name)!.value;
    return { busy: of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"), at: of("Timestamp") };
  };
  const told = page.getByTestId("progress");
  await page.getByTestId("file-input").setInputFiles(file);
  await expect(told).toContainText(/[1-9]\d*%/);
  const began = await now();
  const seen = await page.evaluate(() => new Promise<string[]>((resolve) => {
    // What is told between two moments of the same reading, without a question of ours in between.
    const words: string[] = [];
    const progress = document.querySelector('[data-testid="progress"]')!;
    const watch = new MutationObserver(() => {
      if (progress.isConnected && progress.textContent !== words.at(-1)) words.push(progress.textContent!);
      // The reading itself may be over sooner than anybody thought.
      if ((words.length >= 8 && / nog /.test(words.at(-1)!)) || !progress.isConnected) {
        watch.disconnect();
        resolve(words);
      }
    });
    watch.observe(document.body, { characterData: true, subtree: true, childList: true });
  }));
  const ended = await now();
  const share = (ended.busy - began.busy) / (ended.at - began.at);
  console.log(`the page was busy ${(100 * share).toFixed(1)}% of the time; ${seen.at(-1)}`);
  // Redrawing the list at every step takes more than half of it.
  expect(share).toBeLessThan(0.15);
  expect(seen.length).toBeGreaterThanOrEqual(8);
  expect(seen.some((words) => /rijen, \d+%, nog ongeveer (een seconde|\d+ (seconden|minuten))/.test(words))).toBe(true);
  await expect(page.getByTestId("intake-report")).not.toHaveAttribute("data-rows", "81", { timeout: 60_000 });
});

test("a file too large for the memory of a page is told beforehand, and read only when asked", async ({ page, site, complaints }, testInfo) => {
  await openSealed(page, site.url);
  await loadSample(page);
  const large = await hole(testInfo.outputPath("alles.csv"), "Klant;Omzet\n", 2_500_000_000);
  await page.getByTestId("file-input").setInputFiles(large);
  const message = page.getByTestId("message");
  await expect(message).toContainText("alles.csv is erg groot");
  await expect(message).toContainText(/naar schatting 10(,0)? GB/);
  await expect(message).toContainText("Andere tabbladen sluiten");
  await expect(message).toBeInViewport();
  await reportOf(page, 81);
  await page.getByTestId("read-anyway").click();
  await expect(page.getByTestId("read-anyway")).toHaveCount(0);
  const cancel = page.getByTestId("cancel");
  await expect(cancel.or(message)).toBeVisible();
  if (await cancel.isVisible()) await cancel.click({ timeout: 2000 }).catch(() => undefined);
  await expect(page.getByTestId("read-anyway")).toHaveCount(0);
  await reportOf(page, 81);
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("an engine without memory is replaced; the person is told, and has the earlier list back with one press", async ({ page, site }, testInfo) => {
  test.setTimeout(120_000);
  await openSealed(page, site.url);
  const small = testInfo.outputPath("klein.csv");
  await writeFile(small, "Klant;Omzet\nJansen;100\nBakker;50\n");
  await page.getByTestId("file-input").setInputFiles(small);
  await reportOf(page, 2);
  await goTo(page, "panic");
  await answer(page, 5);
  await goTo(page, "list");
  const file = testInfo.outputPath("klanten.csv");
  await writeFile(file, customers(120_000_000, '"'));
  await page.getByTestId("file-input").setInputFiles(file);
  await expect(page.getByTestId("progress")).toContainText(/[1-9]\d*%/);
  const [first] = page.workers();
  // What WebAssembly does when no memory can be had: it traps, without a word.
  await first.evaluate(() => {
    setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); });
  });
  const message = page.getByTestId("message");
  await expect(message).toContainText("was niet genoeg");
  await expect(message).toContainText("als CSV");
  await expect(message).toBeInViewport();
  await expect.poll(() => page.workers().filter((worker) => worker !== first).length).toBe(1);
  await expect(page.getByTestId("read-again")).toHaveText("Lees klein.csv opnieuw");
  await page.getByTestId("read-again").click();
  await reportOf(page, 2);
  await goTo(page, "panic");
  expect(await figure(page, "panic-answered")).toBe(1);
});

test("memory that really runs out ends in the same words @full", async ({ page, site }, testInfo) => {
  test.setTimeout(300_000);
  await openSealed(page, site.url);
  // A workbook is kept whole, and this one is larger than all that can be had.
  const large = await hole(testInfo.outputPath("alles.xlsx"), "PK\u0003\u0004", 5_000_000_000);
  await page.getByTestId("file-input").setInputFiles(large);
  await page.getByTestId("read-anyway").click();
  await expect(page.getByTestId("message")).toContainText("was niet genoeg", { timeout: 240_000 });
  await loadSample(page);
});
