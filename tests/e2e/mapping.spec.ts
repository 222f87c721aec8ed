// What each column means: dragged with a mouse or a finger onto its meaning, or chosen from the list by keys.
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { reportOf } from "./support/job";

const LIST = "Klant;Bedrag A;Bedrag B;Een kop die zo lang is dat geen enkel scherm hem op één regel kwijt kan: toelichting\nJansen;100;7;ja\nBakker;50;8;nee\n";

async function load(page: Page, url: string): Promise<void> {
  await openSealed(page, url);
  await page.getByTestId("paste-input").fill(LIST);
  await page.getByTestId("paste-apply").click();
  await reportOf(page, 2);
}

const chosen = (page: Page, column: string) => page.getByTestId(`map-${column}`).locator("option:checked");
const panel = (page: Page) => page.locator("#onto-mapping");
const target = (page: Page, meaning: string) => panel(page).getByText(meaning, { exact: true });
const middle = (box: { x: number; y: number; width: number; height: number } | null) =>
  ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 });

test("a column is dragged onto its meaning with the mouse, and let go of beside all of them it stays", async ({ page, site }) => {
  await load(page, site.url);
  await page.getByTestId("map-Bedrag B").selectOption({ label: "niet gebruikt" });
  await expect(panel(page)).toBeHidden();
  const handle = page.getByTestId("drag-Bedrag B");
  await handle.scrollIntoViewIfNeeded();
  const from = middle(await handle.boundingBox());

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 5, { steps: 3 });
  await expect(panel(page)).toBeVisible();
  const to = middle(await target(page, "bedieningskosten").boundingBox());
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(panel(page).locator("[data-over]")).toHaveText("bedieningskosten");
  await page.mouse.up();
  await expect(panel(page)).toBeHidden();
  await expect(chosen(page, "Bedrag B")).toHaveText("bedieningskosten");

  // Let go of beside everything, nothing changes.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 5, { steps: 3 });
  await expect(panel(page)).toBeVisible();
  await page.mouse.up();
  await expect(panel(page)).toBeHidden();
  await expect(chosen(page, "Bedrag B")).toHaveText("bedieningskosten");

  // One step to undo.
  await page.getByTestId("undo").click();
  await expect(chosen(page, "Bedrag B")).toHaveText("niet gebruikt");
});

test("the list of meanings does the same by keys", async ({ page, site }) => {
  await load(page, site.url);
  const list = page.getByTestId("map-Bedrag B");
  await list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.type("bedien");
  await expect(chosen(page, "Bedrag B")).toHaveText("bedieningskosten");
  await expect(list).toBeFocused();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a column is dragged onto its meaning, and the page does not scroll along", async ({ page, site }) => {
    await load(page, site.url);
    const handle = page.getByTestId("drag-Bedrag B");
    await handle.scrollIntoViewIfNeeded();
    const from = middle(await handle.boundingBox());
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
    const scrolled = await page.evaluate(() => scrollY);
    await touch("touchStart", from);
    await touch("touchMove", { x: from.x + 15, y: from.y + 15 });
    await expect(panel(page)).toBeVisible();
    const to = middle(await target(page, "marge").boundingBox());
    await touch("touchMove", to);
    await expect(panel(page).locator("[data-over]")).toHaveText("marge");
    await touch("touchEnd");
    await expect(chosen(page, "Bedrag B")).toHaveText("marge");
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    // All meanings are within reach.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
