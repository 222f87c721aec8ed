// WCAG 2.2 AA by axe on every step, light and dark, wide and narrow, in both languages; and no sideways scrolling of the page.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { answer, goTo, reportOf, STEPS, type Step } from "./support/job";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe comes in through the debugger, which the page's policy does not stop. */
async function faults(page: Page): Promise<string[]> {
  // What happens to be scrolled half behind the bar on top is not too small.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(15);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} – ${node.failureSummary}`));
}

/** How much wider than the window the page is. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Brings each screen into the state with the most on it. */
const prepare: Record<Step, (page: Page) => Promise<void>> = {
  list: async (page) => {
    await page.getByTestId("load-sample").click();
    await reportOf(page, 81);
    await openDetails(page);
  },
  insight: async (page) => {
    await page.locator(".chart-toggle").first().click();
    await page.locator("details").nth(1).locator("summary").click();
    await page.locator("tbody details summary").first().click();
  },
  panic: async (page) => {
    for (const key of [5, 1, 4, 2]) await answer(page, key);
    await page.getByTestId("panic-note").fill("Belt elke week.");
    await openDetails(page);
    await page.locator(".chart-toggle").first().click();
  },
  choice: async (page) => {
    await page.getByTestId("accept-proposal").click();
    await page.getByTestId("choose").first().uncheck();
    await expect(page.getByTestId("reasons-missing")).toBeVisible();
    await page.locator("tbody details summary").first().click();
  },
  plan: async (page) => {
    await page.getByTestId("level-select").first().selectOption("B");
    await expect(page.getByTestId("level-reason")).toBeVisible();
    await openDetails(page);
  },
  review: async () => {},
};

/** At once: opening one by one would move those that are still closed. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => one.setAttribute("open", "")));
}

const looks: { name: string; colorScheme: "light" | "dark"; width: number; height: number; locale: string }[] = [
  { name: "light, wide, Dutch", colorScheme: "light", width: 1440, height: 900, locale: "nl-NL" },
  { name: "dark, wide, English", colorScheme: "dark", width: 1440, height: 900, locale: "en-GB" },
  { name: "light, narrow, English", colorScheme: "light", width: 390, height: 844, locale: "en-GB" },
  { name: "dark, narrow, Dutch", colorScheme: "dark", width: 390, height: 844, locale: "nl-NL" },
];
for (const { name, colorScheme, width, height, locale } of looks) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height }, locale });
    test(`no step has a fault that axe finds (${name})`, async ({ page, site }) => {
      await openSealed(page, site.url);
      await page.getByTestId("probe").click();
      expect.soft(await faults(page), "the first screen").toEqual([]);
      await page.getByTestId("paste-apply").click();
      await expect(page.getByTestId("message")).toBeVisible();
      expect.soft(await faults(page), "a message").toEqual([]);
      for (const step of STEPS) {
        if (step !== "list") await goTo(page, step);
        await prepare[step](page);
        expect.soft(await faults(page), step).toEqual([]);
        expect.soft(await overflow(page), `${step} at ${width}`).toBe(0);
      }
    });
  });
}

test.describe("320 pixels, as wide as a page at 400%", () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test("no step scrolls sideways", async ({ page, site }) => {
    await openSealed(page, site.url);
    expect.soft(await overflow(page), "the first screen").toBe(0);
    for (const step of STEPS) {
      if (step !== "list") await goTo(page, step);
      await prepare[step](page);
      expect.soft(await overflow(page), step).toBe(0);
    }
  });
});
