// Fitting who comes back on 23,570 customers: how far it is, seen while it goes; anything else goes first.
import { expect, openSealed, test } from "./support/fixtures";
import { figure, goTo } from "./support/job";

const CUSTOMERS = 23_570;

/** Orders of customers who buy at a rate of their own and stay away for good at some moment. */
function orders(): string {
  let state = 2_463_534_242;
  const part = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 1) / 4_294_967_297;
  };
  const lines = ["Ordernr;Orderdatum;Klantnr;Bedrag"];
  for (let customer = 0; customer < CUSTOMERS; customer += 1) {
    const rate = -Math.log(part()) / 60;
    const stops = 1 - part() ** 0.4;
    const size = 20 + 80 * part();
    for (let day = part() * 273; day < 546; day += -Math.log(part()) / rate) {
      const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
      lines.push(`O${lines.length};${date};K${customer};${(size * (0.5 + part())).toFixed(2)}`);
      if (part() < stops) break;
    }
  }
  return lines.join("\n");
}

test("fitting tells how far it is, makes way for another sheet, and goes on where it was", async ({ page, site, complaints }) => {
  test.slow();
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(orders()) });
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", String(CUSTOMERS), { timeout: 60_000 });
  await goTo(page, "insight");
  // Leaves the sheet the moment that progress is seen, faster than a test could from outside.
  await page.evaluate(() => {
    const told: string[] = [];
    (window as any).told = told;
    let left = false;
    new MutationObserver(() => {
      const text = document.querySelector('[data-testid="fitting"]')?.textContent ?? "";
      const percent = /(\d+)\s*%/.exec(text)?.[1];
      if (!percent || told.at(-1) === percent) return;
      told.push(percent);
      if (!left) {
        left = true;
        document.querySelector<HTMLElement>('[data-testid="sheet-abc"]')!.click();
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByTestId("sheet-alive").click();
  await expect(page.locator('[data-sheet="abc"]')).toBeVisible({ timeout: 60_000 });
  expect(await figure(page, "abc-a")).toBeGreaterThan(0);
  const first = await page.evaluate(() => Number((window as any).told[0]));
  // Nobody waited for it meanwhile, so it is as far as it was.
  await page.getByTestId("sheet-alive").click();
  await expect(page.getByTestId("figure-expected-active")).toBeVisible({ timeout: 60_000 });
  const told: number[] = (await page.evaluate(() => (window as any).told)).map(Number);
  expect(told[0]).toBe(first);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.every((percent) => percent > 0 && percent < 100)).toBe(true);
  const active = await figure(page, "expected-active");
  expect(active).toBeGreaterThan(0);
  expect(active).toBeLessThan(CUSTOMERS);
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});
