// The list step on what firms really have: several files, workbooks, a table from a web page, doubtful cells and names.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { report, reportOf } from "./support/job";

const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function pasteText(page: Page, text: string): Promise<void> {
  await page.getByTestId("paste-input").fill(text);
  await page.getByTestId("paste-apply").click();
}

/** Revenue in the file and in the analysis, as the report says it. */
const totals = (page: Page) => page.getByTestId("intake-report").locator("p").filter({ hasText: /in uw bestand/ });

const CUSTOMERS = "Klantnr;Naam;Plaats\n001;Jansen;Ede\n002;De Vries;Goes\n003;Bakker;Ede\n";
const ORDERS = "Klantnr;Orderdatum;Bedrag;Kosten\n1;2025-03-01;100,50;60\n2;2025-03-02;abc;10\n1;2025-04-01;50,25;20\n9;2025-05-01;10,00;5\n";

test("a customer list and an order list become one, and the second file is mapped and mended as the first", async ({ page, site, complaints }) => {
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles([file("klanten.csv", CUSTOMERS), file("orders.csv", ORDERS)]);
  await reportOf(page, 7);
  // Three of the list, and one who stands in the orders only; who that is, is told.
  expect((await report(page)).customers).toBe(4);
  await expect(page.getByText("klanten.csv – Wat betekent elke kolom?").first()).toBeVisible();
  await expect(page.getByText("orders.csv – Wat betekent elke kolom?").first()).toBeVisible();
  await expect(totals(page)).toContainText("160,75");

  await test.step("a cell of the second file is mended", async () => {
    // Its third row, counted on after the four lines of the first file.
    const mend = page.getByTestId(/^mend-\d+-Bedrag$/);
    await expect(mend).toHaveValue("abc");
    await mend.fill("200");
    await mend.press("Enter");
    await expect(totals(page)).toContainText("360,75");
    await expect(page.getByTestId(/^unmend-/)).toBeVisible();
  });

  await test.step("a column of the second file gets another meaning", async () => {
    await page.getByTestId("map-1-Bedrag").selectOption({ label: "niet gebruikt" });
    await expect(totals(page)).toHaveCount(0);
    await page.getByTestId("map-1-Kosten").selectOption({ label: "omzet" });
    await expect(totals(page)).toContainText("95,00");
  });
  expect(complaints.filter((line) => !line.includes("Content Security Policy"))).toEqual([]);
});

test("a workbook proposes its likely sheet, says so, and reads another when chosen", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles(resolve(fixtures, "klanten.xls"));
  const counts = await reportOf(page, 5);
  expect(counts.customers).toBe(5);
  const sheet = page.getByTestId("read-sheet");
  await expect(sheet.locator("option:checked")).toContainText("Klanten");
  await page.getByTestId("differently").locator("summary").first().click();
  await sheet.selectOption({ index: 1 });
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", "1");
  await expect(page.getByText("Door u gekozen.").first()).toBeVisible();
  await sheet.selectOption({ index: 0 });
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", "5");
});

test("a list without a column of customers is read once the column is chosen", async ({ page, site }) => {
  await openSealed(page, site.url);
  await pasteText(page, "Omzet;Korting\n1250,50;2\n99,95;4\n17,00;6\n");
  await expect(page.getByTestId("message")).toContainText("In geen van de kolommen herkennen we een klantnaam");
  await page.getByTestId("customer-column").selectOption({ index: 1 });
  await expect(page.getByTestId("intake-report")).toBeVisible();
  expect((await report(page)).customers).toBeGreaterThan(1);
});

test("customers that look alike are proposed, and become one only when a person says so", async ({ page, site }) => {
  await openSealed(page, site.url);
  await pasteText(page, "Naam;Omzet\nJansen B.V.;100\nBakker;50\nJANSEN BV;25\n");
  expect((await reportOf(page, 3)).customers).toBe(3);
  await page.getByTestId(/^same-/).click();
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", "2");
  expect(await report(page)).toMatchObject({ customers: 2, merged: 1 });
  await expect(totals(page)).toContainText("175,00");
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", "3");
});

test("a table copied from a web page keeps its cells, whatever stands in them", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const web = await context.newPage();
  await web.goto(site.url);
  await web.setContent("<table><tr><th>Naam</th><th>Omzet</th></tr><tr><td>Jansen;\tZn</td><td>1.250,50</td></tr><tr><td>Bakker</td><td>2</td></tr></table>");
  await web.keyboard.press("Control+a");
  await web.keyboard.press("Control+c");
  await openSealed(page, site.url);
  await page.getByTestId("paste-input").focus();
  await page.keyboard.press("Control+v");
  await page.getByTestId("paste-apply").click();
  expect((await reportOf(page, 2)).customers).toBe(2);
  await expect(totals(page)).toContainText("1.252,50");
  await expect(page.getByText("Jansen; Zn").filter({ visible: true }).first()).toBeVisible();
});

test("an audit file gives its customers with what they bought and how late they pay", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles(resolve(fixtures, "boekjaar-3.2.xaf"));
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-customers", "3");
  // Four sales of 1000, 250.50, 400 and a credit note of 100.
  await expect(totals(page)).toContainText("1.550,50");
  await expect(page.getByText("Hotel De Ster").filter({ visible: true }).first()).toBeVisible();
});

test("a workbook that was changed on the way is refused in words, and the next list is read", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("file-input").setInputFiles({ name: "stuk.xlsb", mimeType: "", buffer: readFileSync(resolve(fixtures, "../../fuzz/found/xlsx/xlsb_with_a_short_sheet_record")) });
  await expect(page.getByTestId("message")).toContainText("beschadigd of niet compleet");
  await pasteText(page, "Naam;Omzet\nJansen;100\n");
  await reportOf(page, 1);
});
