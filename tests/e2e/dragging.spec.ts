// Dragging with the real mouse and with a finger: customers to the core, and the cut lines of the mutual-importance map.
import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { choiceRows, goTo, mapFields, reportOf } from "./support/job";

interface Spot { x: number; y: number }

async function middle(of: Locator): Promise<Spot> {
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The mouse goes down, moves there in steps, and stays down. */
async function dragTo(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
}

/** A finger, by the browser's own input. */
async function finger(session: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", at?: Spot): Promise<void> {
  await session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [{ x: at.x, y: at.y }] : [] });
}

async function openChoice(page: Page, url: string): Promise<number> {
  await openSealed(page, url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "choice");
  await page.getByTestId("accept-proposal").click();
  await expect(page.locator("#title")).toHaveText(/^U koos \d+ kernklanten$/);
  return Number((await page.locator("#title").innerText()).match(/\d+/)![0]);
}

test("a customer is dragged to the core with the mouse, far below the pad, and one step undoes it", async ({ page, site, complaints }) => {
  const size = await openChoice(page, site.url);
  const row = page.locator('[data-testid="table-ranking"] tr.can-drag').nth(6);
  const name = (await row.locator("th .customer").innerText()).trim();
  await row.scrollIntoViewIfNeeded();
  const from = await middle(row.locator("td").nth(3));
  await dragTo(page, from, { x: from.x, y: from.y - 40 });
  await expect(page.locator(".drag-ghost")).toHaveText(name);
  const zone = page.locator(".drop-zone");
  await expect(zone).toHaveText("Gekozen kern");
  const to = await middle(zone);
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(zone).toHaveAttribute("data-over", "");
  await page.mouse.up();
  await expect(zone).toHaveCount(0);
  await expect(page.locator(".drag-ghost")).toHaveCount(0);
  await expect(page.locator("#title")).toHaveText(`U koos ${size + 1} kernklanten`);
  await expect(page.getByTestId("core-pad")).toContainText(name);
  await expect(page.getByTestId("reasons-missing")).toBeVisible();
  await page.getByTestId("undo").click();
  await expect(page.locator("#title")).toHaveText(`U koos ${size} kernklanten`);
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("by its name it is dragged onto the pad itself, and let go elsewhere or given up it stays", async ({ page, site }) => {
  // One row on a tall screen, so that it and the pad above the weights are both in sight.
  await page.setViewportSize({ width: 1440, height: 1500 });
  const size = await openChoice(page, site.url);
  const name = (await page.locator('[data-testid="table-ranking"] tr.can-drag th .customer').first().innerText()).trim();
  await page.getByTestId("customer-search").fill(name);
  await expect(choiceRows(page)).toHaveCount(1);
  const row = choiceRows(page).first();
  const button = row.locator("th .customer");
  await row.evaluate((element) => element.scrollIntoView({ block: "end" }));
  const pad = page.getByTestId("core-pad");
  const box = (await pad.boundingBox())!;
  const onPad = { x: box.x + box.width / 2, y: box.y + box.height - 12 };
  const from = await middle(button);

  // Let go beside every place that takes it, between the two.
  await dragTo(page, from, { x: from.x, y: from.y - 60 });
  await expect(page.locator(".drag-ghost")).toHaveText(name);
  await page.mouse.up();
  await expect(page.locator(".drop-zone")).toHaveCount(0);
  await expect(page.locator("#title")).toHaveText(`U koos ${size} kernklanten`);
  await dragTo(page, from, onPad);
  await expect(pad).toHaveAttribute("data-over", "");
  await page.keyboard.press("Escape");
  await expect(page.locator(".drag-ghost")).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator("#title")).toHaveText(`U koos ${size} kernklanten`);
  await expect(page.getByTestId("step-choice")).toHaveAttribute("aria-current", "step");

  await dragTo(page, from, onPad);
  await page.mouse.up();
  await expect(page.locator("#title")).toHaveText(`U koos ${size + 1} kernklanten`);
  await expect(pad).toContainText(name);
});

test("a click on a name still opens the customer, and a box in a row is no drag", async ({ page, site }) => {
  const size = await openChoice(page, site.url);
  const row = page.locator('[data-testid="table-ranking"] tr.can-drag').first();
  const box = await middle(row.getByTestId("choose"));
  await dragTo(page, box, { x: box.x, y: box.y + 60 });
  await expect(page.locator(".drag-ghost")).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator("#title")).toHaveText(`U koos ${size} kernklanten`);
  await row.locator("th .customer").click();
  await expect(page.locator('[data-sheet="customer"]')).toBeVisible();
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a customer is dragged by its handle, and elsewhere the finger scrolls", async ({ page, site }) => {
    const size = await openChoice(page, site.url);
    const session = await page.context().newCDPSession(page);
    const row = page.locator('[data-testid="table-ranking"] tr.can-drag').first();
    await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const from = await middle(row.locator(".drag-handle"));
    await finger(session, "touchStart", from);
    await finger(session, "touchMove", { x: from.x + 4, y: from.y - 20 });
    await finger(session, "touchMove", { x: from.x + 10, y: from.y - 60 });
    const zone = page.locator(".drop-zone");
    await expect(zone).toBeVisible();
    const to = await middle(zone);
    await finger(session, "touchMove", to);
    await expect(zone).toHaveAttribute("data-over", "");
    await finger(session, "touchEnd");
    await expect(page.locator("#title")).toHaveText(`U koos ${size + 1} kernklanten`);

    const next = page.locator('[data-testid="table-ranking"] tr.can-drag').first();
    await next.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const cell = await middle(next.locator("th"));
    const before = await page.evaluate(() => scrollY);
    await finger(session, "touchStart", cell);
    for (let by = 20; by <= 160; by += 20) await finger(session, "touchMove", { x: cell.x, y: cell.y - by });
    await finger(session, "touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await expect(page.locator(".drag-ghost")).toHaveCount(0);
  });

  test("a swipe leads to the next customer and back, and scrolling does not", async ({ page, site }) => {
    await openSealed(page, site.url);
    await page.getByTestId("load-sample").first().click();
    await reportOf(page, 81);
    await goTo(page, "panic");
    const session = await page.context().newCDPSession(page);
    const asked = page.getByTestId("panic-customer");
    const first = (await asked.getAttribute("data-customer"))!;
    const start = await middle(page.locator(".asked"));
    const swipe = async (across: number, down: number) => {
      await finger(session, "touchStart", start);
      for (let part = 1; part <= 5; part += 1) {
        await finger(session, "touchMove", { x: start.x + (across * part) / 5, y: start.y + (down * part) / 5 });
      }
      await finger(session, "touchEnd");
    };
    await swipe(-140, 6);
    await expect(asked).not.toHaveAttribute("data-customer", first);
    await swipe(140, 6);
    await expect(asked).toHaveAttribute("data-customer", first);
    await swipe(-20, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(asked).toHaveAttribute("data-customer", first);
  });

  test("a cut line of the map follows a finger", async ({ page, site }) => {
    await openMap(page, site.url);
    const session = await page.context().newCDPSession(page);
    const line = page.getByTestId(VALUE);
    await line.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const from = await middle(line.locator("rect"));
    await finger(session, "touchStart", from);
    await finger(session, "touchMove", { x: from.x - 10, y: from.y });
    await finger(session, "touchMove", { x: from.x - 80, y: from.y });
    await expect.poll(() => valueOf(line)).toBeLessThan(70);
    await finger(session, "touchEnd");
  });
});

const VALUE = "line-panic-value_cut";
const PANIC = "line-panic-panic_cut";

const valueOf = async (line: Locator) => Number(await line.getAttribute("aria-valuenow"));

/** The map with ten answers on it. */
async function openMap(page: Page, url: string): Promise<void> {
  await openSealed(page, url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  const asked = page.getByTestId("panic-customer");
  for (const key of "5432154321") {
    const customer = (await asked.getAttribute("data-customer"))!;
    await page.keyboard.press(key);
    await expect(asked).not.toHaveAttribute("data-customer", customer);
  }
  await page.getByTestId("sheet-map").click();
  await expect(page.locator('[data-sheet="map"]')).toBeAttached();
  await expect(page.getByTestId(VALUE)).toBeAttached();
  // The first picture is as wide as that of the sheet before; places on it count once it has the width of its room.
  const room = page.locator('[data-testid="chart-importance"] .chart-room');
  const fits = () => room.evaluate((element) => element.clientWidth - element.querySelector("svg")!.viewBox.baseVal.width);
  await expect.poll(fits).toBe(0);
}

test("the cut lines are dragged with the mouse, the fields follow at once, and one step undoes a drag", async ({ page, site, complaints }) => {
  await openMap(page, site.url);
  const line = page.getByTestId(VALUE);
  await line.scrollIntoViewIfNeeded();
  const before = await mapFields(page);
  expect(await valueOf(line)).toBe(80);
  const frame = (await page.getByTestId(PANIC).locator("rect").boundingBox())!;
  const from = await middle(line.locator("rect"));
  // To percentile 95 and on, with the button down all the time: the picture follows before it is let go.
  await dragTo(page, from, { x: frame.x + frame.width * 0.95, y: from.y + 30 });
  await expect.poll(() => valueOf(line)).toBeCloseTo(95, 0);
  await expect.poll(() => mapFields(page)).not.toEqual(before);
  await expect(page.getByTestId("cut-value")).toHaveValue("95");
  await page.mouse.move(frame.x + frame.width * 0.5, from.y, { steps: 8 });
  await expect.poll(() => valueOf(line)).toBeCloseTo(50, 0);
  await page.mouse.up();
  // Letting go on a customer opens nobody.
  await expect(page.locator('[data-sheet="map"]')).toBeAttached();
  await page.getByTestId("undo").click();
  await expect.poll(() => valueOf(line)).toBe(80);
  await expect.poll(() => mapFields(page)).toEqual(before);

  const level = page.getByTestId(PANIC);
  const at = await middle(level.locator("rect"));
  // Beside the middle, where the other line may stand.
  await dragTo(page, { x: at.x - 60, y: at.y }, { x: at.x - 60, y: at.y - 70 });
  await page.mouse.up();
  await expect.poll(() => valueOf(level)).toBeGreaterThan(65);
  await expect(page.locator(".chart-brush")).toHaveCount(0);

  // A second drag of the same line is a step of its own.
  const once = await valueOf(level);
  const again = await middle(level.locator("rect"));
  await dragTo(page, { x: again.x - 60, y: again.y }, { x: again.x - 60, y: again.y + 90 });
  await page.mouse.up();
  await expect.poll(() => valueOf(level)).toBeLessThan(once);
  await page.getByTestId("undo").click();
  await expect.poll(() => valueOf(level)).toBe(once);
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("a focused cut line moves by arrows, and the page's own keys stay out of it", async ({ page, site }) => {
  await openMap(page, site.url);
  const line = page.getByTestId(VALUE);
  await line.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowLeft");
  await expect.poll(() => valueOf(line)).toBe(78.5);
  await page.keyboard.press("PageUp");
  await expect.poll(() => valueOf(line)).toBe(83.5);
  await page.keyboard.press("End");
  await expect.poll(() => valueOf(line)).toBe(100);
  await expect(line).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => valueOf(line)).toBe(80);
});

test("a region of the map is chosen by dragging beside the lines, and by numbers", async ({ page, site }) => {
  await openMap(page, site.url);
  const rows = page.getByTestId("table-map").locator("tbody tr");
  await expect(rows).toHaveCount(10);
  const chart = page.getByTestId("chart-importance");
  await chart.scrollIntoViewIfNeeded();
  const frame = (await page.getByTestId(PANIC).locator("rect").boundingBox())!;
  const upright = (await page.getByTestId(VALUE).locator("rect").boundingBox())!;
  await dragTo(page, { x: frame.x + frame.width * 0.83, y: upright.y + 8 }, { x: frame.x + frame.width - 3, y: frame.y - 6 });
  await expect(chart.locator(".chart-brush")).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => rows.count()).toBeLessThan(10);
  await page.getByTestId("chosen").click();
  await expect(rows).toHaveCount(10);
  await page.getByTestId("brush-importance-2").fill("90");
  await expect.poll(() => rows.count()).toBe(2);
});
