// The call list: what came of a call, the day of the next contact, taking both back, and the calendar that comes of it.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { goTo } from "./support/job";

/** Thirty customers with an invoice a month, six of them large; three of these stop in June. */
function orders(): string {
  const lines = ["Factuurdatum;Klantnr;Klant;Factuurnr;Bedrag"];
  for (let month = 1; month <= 12; month += 1) {
    for (let customer = 1; customer <= 30; customer += 1) {
      if (customer <= 3 && month > 6) continue;
      const amount = customer <= 6 ? 5000 + customer : 100 + customer;
      lines.push(`15-${String(month).padStart(2, "0")}-2025;${100 + customer};Firma ${customer};F${month}-${customer};${amount},00`);
    }
  }
  return lines.join("\n");
}

/** The call list of those orders, with its first customer. */
async function callList(page: Page, url: string): Promise<{ key: string; name: string; outcome: Locator; next: Locator }> {
  await openSealed(page, url);
  await page.getByTestId("file-input").setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(orders()) });
  await expect(page.getByTestId("intake-report")).toBeVisible();
  await goTo(page, "insight");
  await page.getByTestId("sheet-leavers").click();
  await expect(page.locator("[data-sheet]")).toHaveAttribute("data-sheet", "leavers");
  const first = page.getByTestId("table-customers").locator("tbody tr").first();
  const key = (await first.getAttribute("data-row"))!;
  const name = await first.locator(".customer").innerText();
  return { key, name, outcome: page.getByTestId(`outcome-${key}`), next: page.getByTestId(`next-contact-${key}`) };
}

/** What stands in a list of choices. */
const said = (box: Locator) => box.locator("option:checked");

/** How many a filter of the list finds; nobody where it is not there. */
async function found(page: Page, filter: string): Promise<number> {
  const button = page.getByTestId("table-customers").getByTestId(`filter-${filter}`);
  return (await button.count()) ? Number((await button.innerText()).replace(/\D/g, "")) : 0;
}

test("what came of a call can be changed, taken back and done again, one at a time", async ({ page, site, complaints }) => {
  const { outcome, next } = await callList(page, site.url);
  await expect(said(outcome)).toHaveText("nog niet gebeld");
  await outcome.selectOption("afspraak");
  await expect.poll(() => found(page, "appointment")).toBe(1);
  await outcome.selectOption("later");
  await expect.poll(() => found(page, "later")).toBe(1);
  await next.fill("2027-03-15");
  await next.blur();
  await expect(page.getByTestId("calls-calendar")).toBeVisible();
  const undo = page.getByTestId("undo");
  await undo.click();
  await expect(next).toHaveValue("");
  await expect(page.getByTestId("calls-calendar")).toHaveCount(0);
  await expect(said(outcome)).toHaveText("later");
  await undo.click();
  // The box and the list say the same: what was chosen before.
  await expect(said(outcome)).toHaveText("afspraak");
  await expect.poll(() => found(page, "appointment")).toBe(1);
  expect(await found(page, "later")).toBe(0);
  await undo.click();
  await expect(said(outcome)).toHaveText("nog niet gebeld");
  expect(await found(page, "appointment")).toBe(0);
  await page.locator("h1").click();
  for (const word of ["afspraak", "later"]) {
    await page.keyboard.press("Control+Shift+Z");
    await expect(said(outcome)).toHaveText(word);
  }
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("the next contacts become a calendar, and stand on the customer's own page", async ({ page, site }) => {
  const { key, name, outcome, next } = await callList(page, site.url);
  const second = (await page.getByTestId("table-customers").locator("tbody tr").nth(1).getAttribute("data-row"))!;
  await outcome.selectOption("later");
  await next.fill("2027-03-15");
  await next.blur();
  await page.getByTestId(`next-contact-${second}`).fill("2027-02-01");
  await page.getByTestId(`next-contact-${second}`).blur();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("calls-calendar").click()]);
  expect(download.suggestedFilename()).toBe("kernklant-contacten.ics");
  const calendar = readFileSync(await download.path(), "utf8").replace(/\r\n /g, "");
  const lines = calendar.trimEnd().split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  // The soonest first, each a day without a time, under the customer's own name.
  expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual(["DTSTART;VALUE=DATE:20270201", "DTSTART;VALUE=DATE:20270315"]);
  const titles = lines.filter((line) => line.startsWith("SUMMARY"));
  expect(titles[1]).toBe(`SUMMARY:Contact met ${name.replace(/([,;])/g, "\\$1")}`);
  await page.getByTestId("table-customers").locator(`tr[data-row="${key}"] .customer`).click();
  await expect(page.locator("h1")).toHaveText(name);
  await expect(page.getByTestId(`next-contact-${key}`)).toHaveValue("2027-03-15");
  await expect(said(page.getByTestId(`outcome-${key}`))).toHaveText("later");
});
