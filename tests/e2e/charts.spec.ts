// Charts in a real browser: region by mouse and by numbers, marks by keyboard, files of both kinds, many points, axe.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { goTo, reportOf, sum } from "./support/job";

const SHEETS = ["growth", "bloom", "pearls", "white-space", "rfm", "alive"];

async function openSheet(page: Page, name: string): Promise<void> {
  await page.getByTestId(`sheet-${name}`).click();
  await expect(page.locator(`[data-sheet="${name}"]`)).toBeVisible();
}


test.beforeEach(async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await goTo(page, "insight");
});

test("a region is chosen by dragging and by numbers, and filters the table", async ({ page, complaints }) => {
  await openSheet(page, "growth");
  const chart = page.getByTestId("chart-growth-scatter");
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.locator("svg.chart-picture").boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.15);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.5, { steps: 4 });
  await expect(chart.locator(".chart-brush")).toBeVisible();
  await page.mouse.up();
  await expect(chart.locator(".chart-brush")).toHaveCount(0);
  const low = page.getByTestId("brush-growth-scatter-0");
  await expect(low).not.toHaveValue("");
  const inRegion = await page.getByTestId("table-customers").locator("tbody tr").count();
  expect(inRegion).toBeGreaterThan(0);
  // From a revenue nobody has: nobody is left.
  await low.fill("999999999");
  await expect(page.getByTestId("table-customers").locator("tbody th")).toHaveCount(0);
  await low.fill("0");
  await expect(page.getByTestId("table-customers").locator("tbody th").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a field of the matrix filters by keyboard alone", async ({ page }) => {
  await openSheet(page, "growth");
  const chart = page.getByTestId("chart-growth");
  await chart.locator('[tabindex="0"].chart-mark').focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".chart-tooltip")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chart.locator(".chart-tooltip")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("table-customers").locator("..")).toContainText("Alleen");
});

test("a chart becomes a file of shapes and one of points, after the seal", async ({ page, site }) => {
  await openSheet(page, "bloom");
  const before = site.log.length;
  const save = async (kind: string) => {
    const download = page.waitForEvent("download");
    await page.getByTestId(`save-bloom-${kind}`).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`kernklant-bloom.${kind}`);
    return readFile(await file.path());
  };
  const shapes = (await save("svg")).toString("utf8");
  expect(shapes).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  expect(shapes).toContain("Bloeiend");
  const points = await save("png");
  expect(points.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(points.readUInt32BE(16)).toBeGreaterThan(400);
  expect(site.log.length).toBe(before);
});

test("more than five thousand points are painted as an image", async ({ page, complaints }) => {
  await goTo(page, "list");
  const noise = (i: number) => (Math.sin(i * 12.9898) * 43758.5453) % 1;
  const rows = Array.from({ length: 30_000 }, (_, i) => {
    const revenue = Math.round(200_000 * Math.abs(noise(i)) ** 3 + 10);
    return `K${i};Klant ${i};${revenue};${revenue + Math.round(90_000 * Math.abs(noise(i + 0.5)) ** 2)}`;
  });
  const buffer = Buffer.from(`Klantnr;Klant;Omzet;Potentieel\n${rows.join("\n")}`);
  await page.getByTestId("file-input").setInputFiles({ name: "veel.csv", mimeType: "text/csv", buffer });
  await reportOf(page, 30_000);
  await goTo(page, "insight");
  await openSheet(page, "growth");
  const chart = page.getByTestId("chart-growth-scatter");
  await expect(chart.locator("mask image").first()).toBeAttached();
  await expect(chart.locator("mask image").first()).toHaveAttribute("href", /^data:image\/png/);
  await chart.locator('[tabindex="0"].chart-mark').focus();
  await expect(chart.locator(".chart-tooltip")).toContainText("klant");
  expect(complaints).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheets of growth and behaviour have no faults, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const name of SHEETS) {
      await openSheet(page, name);
      await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => one.setAttribute("open", "")));
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .setLegacyMode()
        .analyze();
      const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name} ${id}: ${node.html.slice(0, 160)}`));
      expect(faults).toEqual([]);
    }
  });
}

test("a threshold of the growth matrix changes its figures and goes back", async ({ page }) => {
  await openSheet(page, "growth");
  const counts = async () => {
    const values = ["a", "b", "c"].map((level) => page.getByTestId(`figure-growth-${level}`).getAttribute("data-value"));
    return (await Promise.all(values)).map(Number);
  };
  const before = await counts();
  await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => one.setAttribute("open", "")));
  await page.getByTestId("set-growth-room-percent-high").fill("50");
  await expect.poll(counts).not.toEqual(before);
  expect(sum(await counts())).toBe(sum(before));
  await page.getByTestId("reset-growth-room-percent-high").or(page.getByTestId("reset-all")).first().click();
  await expect.poll(counts).toEqual(before);
});
