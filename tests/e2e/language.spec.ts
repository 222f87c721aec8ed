// Dutch and English: by the browser, by the switch, and kept in the address.
import { expect, openSealed, test } from "./support/fixtures";
import { answer, figure, goTo, reportOf } from "./support/job";

const browsers: [string, string, string, string][] = [
  ["nl-NL", "nl", "Wie zou in paniek raken als u stopt?", "Kernklant – wie zou u echt missen?"],
  ["nl-BE", "nl", "Wie zou in paniek raken als u stopt?", "Kernklant – wie zou u echt missen?"],
  ["en-GB", "en", "Who would panic if you stopped?", "Kernklant – who would really miss you?"],
  ["de-DE", "en", "Who would panic if you stopped?", "Kernklant – who would really miss you?"],
];
for (const [locale, code, heading, title] of browsers) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });
    test(`gets the page in ${code}`, async ({ page, site }) => {
      await openSealed(page, site.url);
      await expect(page.locator("h1")).toHaveText(heading);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      expect(new URL(page.url()).searchParams.get("lang")).toBe(code);
    });
  });
}

test("the switch stands in the address, survives a reload, and keeps what was entered", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await answer(page, 5);
  await page.getByTestId("language").click();
  await expect(page.getByTestId("panic-answer-5")).toContainText("is in full panic");
  expect(await figure(page, "panic-answered")).toBe(1);
  await goTo(page, "insight");
  await expect(page.getByTestId("figure-top20-share").locator(".value")).toHaveText("63.4%");
  await page.getByTestId("language").click();
  await expect(page.getByTestId("figure-top20-share").locator(".value")).toHaveText("63,4%");
  await page.getByTestId("language").click();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("en");

  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("h1")).toHaveText("Who would panic if you stopped?");
});

test("an address with a language beats the browser", async ({ page, site }) => {
  await openSealed(page, `${site.url}?lang=en`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await openSealed(page, `${site.url}?lang=xx`);
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});

test("no word of the other language is left on any screen", async ({ page, site }) => {
  await openSealed(page, `${site.url}?lang=en`);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  const dutch = /\b(klant|klanten|omzet|waarde|niveau|wij|niet|geen|voor|wat|deze|een|het|zijn)\b/i;
  for (const step of ["insight", "panic", "choice", "plan", "review"] as const) {
    await goTo(page, step);
    // What the sample itself says is Dutch; headings, labels and buttons are the page's own.
    const own = await page.locator("h1, h2:not(.asked), thead th, legend, label > span, button:not(.round-row, .customer), .chart-summary, .lede").allInnerTexts();
    expect(own.filter((text) => dutch.test(text) && !/Nederlands/.test(text))).toEqual([]);
  }
});
