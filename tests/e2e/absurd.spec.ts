// Absurd lists: each gives a clear message or a useful result, and none takes away what was there.
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { answer, figure, goTo, levelRow, reportOf } from "./support/job";

const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "latin1"), Buffer.from([0, 1, 2, 255, 254])]);
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const paste = async (page: Page, text: string) => {
  await page.getByTestId("paste-input").fill(text);
  await page.getByTestId("paste-apply").click();
};
const upload = (page: Page, name: string, buffer: Buffer) =>
  page.getByTestId("file-input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

/** What is offered, how, and what the message says. */
const refused: [string, (page: Page) => Promise<void>, RegExp][] = [
  ["an empty paste", (page) => paste(page, "  \n \t"), /Er staat nog niets in het vak\./],
  ["an empty file", (page) => upload(page, "leeg.csv", Buffer.alloc(0)), /leeg\.csv.*Er staat niets in\./s],
  ["a PDF", (page) => upload(page, "klanten.pdf", pdf), /klanten\.pdf.*soort PDF, geen lijst\./s],
  ["a PDF that calls itself a list", (page) => upload(page, "klanten.csv", pdf), /soort PDF/],
  ["a picture", (page) => upload(page, "logo.png", PNG), /logo\.png/],
  ["a header only", (page) => paste(page, "Klant;Omzet\n"), /wel een kopregel in, maar geen enkele klant/],
  ["amounts without a customer", (page) => paste(page, "Datum;Bedrag\n01-02-2025;12,50\n02-02-2025;13,50"), /herkennen we een klantnaam of klantnummer/],
];

test.describe("a list that cannot be read", () => {
  for (const [what, offer, words] of refused) {
    test(`${what}: says why, and leaves the list and the answers that were there`, async ({ page, site, complaints }) => {
      await openSealed(page, site.url);
      // On the first screen, with nothing there yet.
      await offer(page);
      await expect(page.getByTestId("message")).toContainText(words);
      await expect(page.getByTestId("message")).toBeInViewport();
      await expect(page.getByTestId("intake-report")).toHaveCount(0);
      await expect(page.getByTestId("step-insight")).toHaveAttribute("aria-disabled", "true");

      await page.getByTestId("load-sample").click();
      await reportOf(page, 81);
      await expect(page.getByTestId("message")).toHaveCount(0);
      await goTo(page, "panic");
      const first = await answer(page, 5);
      await answer(page, 1);
      await goTo(page, "list");
      await offer(page);
      await expect(page.getByTestId("message")).toContainText(words);
      // Where it can be seen, although the box is far below it.
      await expect(page.getByTestId("message")).toBeInViewport();
      await reportOf(page, 81);
      await goTo(page, "insight");
      expect(await figure(page, "active")).toBe(77);
      await goTo(page, "panic");
      expect(await figure(page, "panic-answered")).toBe(2);
      for (let back = 0; back < 2; back += 1) await page.getByTestId("panic-previous").click();
      await expect(page.getByTestId("panic-customer")).toHaveAttribute("data-customer", first);
      await expect(page.getByTestId("panic-answer-5")).toHaveAttribute("aria-pressed", "true");
      expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
    });
  }
});

const SEVEN = "Klant;Omzet\nBakkerij Smit;12.450,00\nGarage De Brug;8.300,50\nSlagerij Tol;4.100,00\nHotel Zon;950,00\nKapper Kort;410,25\nFietsen Fien;3.999,00\n";

test("a list of seven lines: figures, questions and a plan", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, SEVEN);
  expect((await reportOf(page, 6)).customers).toBe(6);
  await expect(page.getByTestId("intake-report")).toContainText("30.209,75");
  await goTo(page, "insight");
  expect(await figure(page, "active")).toBe(6);
  expect(await figure(page, "shortlist")).toBe(2);
  expect(await figure(page, "customers-for-80")).toBe(3);
  // No letters without factors: said, not guessed.
  await expect(page.getByTestId("figure-count-a")).toHaveCount(0);
  await goTo(page, "panic");
  for (const key of [5, 4, 3, 2, 1, 0]) await answer(page, key);
  await goTo(page, "choice");
  await page.getByTestId("accept-proposal").click();
  await goTo(page, "plan");
  await expect(levelRow(page, "a").locator("td").first()).toHaveText("2");
  await goTo(page, "review");
});

test("one column of names: the panic question can be answered, and nothing is invented", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, "Bakkerij Smit\nGarage De Brug\nSlagerij Tol\nHotel Zon\n");
  expect((await reportOf(page, 4)).customers).toBe(4);
  await goTo(page, "insight");
  expect(await figure(page, "active")).toBe(4);
  await expect(page.getByTestId("figure-gini")).toHaveCount(0);
  await expect(page.getByTestId("chart-pareto")).toHaveCount(0);
  await goTo(page, "panic");
  for (const key of [5, 1]) await answer(page, key);
  for (const step of ["choice", "plan", "review"] as const) await goTo(page, step);
});

test("every number stored as text is still a number", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, "Klant\tOmzet\tOrders\nBakkerij Smit\t'12.450,00\t'12\nGarage De Brug\t\"8.300,50 \"\t 4\nSlagerij Tol\t€ 4.100,00\t\"3\"\n");
  expect((await reportOf(page, 3)).customers).toBe(3);
  await expect(page.getByTestId("intake-report")).toContainText("24.850,50");
  await expect(page.getByTestId("problems")).toHaveCount(0);
  await goTo(page, "insight");
  expect(await figure(page, "customers-for-80")).toBe(2);
});

test("every number written as words: each cell is listed with its row and column, the customers stay", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, "Klant;Omzet;Orders\nBakkerij Smit;twaalfduizend;twaalf\nGarage De Brug;achtduizend;vier\nSlagerij Tol;veel;drie\n");
  expect((await reportOf(page, 3)).customers).toBe(3);
  const problems = page.getByTestId("problems");
  await expect(problems.getByRole("heading", { level: 2 })).toHaveText(/^6\s+punten om na te kijken$/);
  for (const value of ["twaalfduizend", "vier", "veel"]) await expect(problems).toContainText(value);
  // Every further screen has something to say, too.
  for (const step of ["insight", "panic", "choice", "plan", "review"] as const) {
    await page.getByTestId(`step-${step}`).click();
    await expect(page.getByTestId(`step-${step}`)).toHaveAttribute("aria-current", "step");
    await expect(page.locator("#title")).toBeVisible();
  }
  await expect(page.getByTestId("boot-failure")).toHaveCount(0);
});

test("a row left out by hand is counted as such, and taken back", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, `${SEVEN}Kiosk Klaver;onleesbaar\n`);
  expect(await reportOf(page, 7)).toMatchObject({ customers: 7, leftOut: 0 });
  await page.getByTestId("problems").getByRole("button", { name: /Laat deze rij weg/ }).click();
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-left-out", "1");
  expect(await reportOf(page, 7)).toMatchObject({ customers: 6, leftOut: 1 });
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-left-out", "0");
});

test("another list keeps the answers of customers who are in both", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, SEVEN);
  await reportOf(page, 6);
  await goTo(page, "panic");
  for (const key of [5, 1]) await answer(page, key);
  await goTo(page, "list");
  await paste(page, "Klant\nKoek & Co\nHotel Ster\n");
  await reportOf(page, 2);
  await goTo(page, "panic");
  expect(await figure(page, "panic-answered")).toBe(0);
  await goTo(page, "list");
  await paste(page, SEVEN);
  await reportOf(page, 6);
  await goTo(page, "panic");
  expect(await figure(page, "panic-answered")).toBe(2);
});
