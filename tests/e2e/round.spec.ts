// Somebody else's round and questions, files dropped anywhere, what was discussed, and the workshop on a beamer.
import { readFile } from "node:fs/promises";
import type { Locator, Page, TestInfo } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { goTo, isAt } from "./support/job";
import { sample } from "./support/lists";
import { memberFile, paste, press, sheet } from "./support/team";

/** The file that a button saves, under this name. */
async function saved(page: Page, button: string, info: TestInfo, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByTestId(button).click();
  const path = info.outputPath(name);
  await (await download).saveAs(path);
  return path;
}

/** Drags files over an element and, unless told otherwise, lets them go there. */
async function hold(target: Locator, paths: string[], letGo: boolean): Promise<void> {
  const files = await Promise.all(paths.map(async (path) => ({
    name: path.split("/").pop()!, text: await readFile(path, "utf8"),
  })));
  await target.evaluate((element, [held, drops]) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of held) dataTransfer.items.add(new File([text], name));
    const tell = (type: string) => element.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
    );
    tell("dragover");
    if (drops) tell("drop");
  }, [files, letGo] as const);
}

test("a colleague’s round comes beside one’s own answers, and the page asks who goes on", async ({ page, site, browser }, info) => {
  const other = await browser.newPage({ locale: "nl-NL" });
  await openSealed(other, site.url);
  await paste(other, sample, 81);
  await goTo(other, "panic");
  await press(other, "555");
  await sheet(other, "team");
  await other.getByTestId("my-name").fill("Els");
  const round = await saved(other, "save-session", info, "els.kernklant");
  await other.close();

  await openSealed(page, site.url);
  await paste(page, sample, 81);
  await goTo(page, "panic");
  await press(page, "11");
  await sheet(page, "team");
  await page.getByTestId("my-name").fill("Jan");
  await page.getByTestId("open-session").setInputFiles(round);
  const members = page.getByTestId("table-members").locator("tbody tr");
  await expect(members).toHaveCount(2);
  const asked = page.getByTestId("go-on-as");
  const [asEls, asMyself] = [asked.getByText("als Els"), asked.getByText("als uzelf")];
  await expect(asMyself).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("my-name")).toHaveValue("Jan");
  await asEls.click();
  await expect(page.getByTestId("my-name")).toHaveValue("Els");
  await expect(members).toHaveCount(2);
  await sheet(page, "overview");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "3");
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "2");

  // On a page where nobody answered yet her round goes on as hers, unless somebody else sits there.
  const fresh = await browser.newPage({ locale: "nl-NL" });
  await openSealed(fresh, site.url);
  await fresh.getByTestId("file-input").setInputFiles(round);
  await expect(fresh.getByTestId("go-on-as").getByText("als Els")).toHaveAttribute("aria-pressed", "true");
  await fresh.getByTestId("go-on-as").getByText("als uzelf").click();
  await expect(fresh.getByTestId("notes")).toHaveCount(0);
  await paste(fresh, sample, 81);
  await goTo(fresh, "panic");
  await expect(fresh.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "0");
  await press(fresh, "1");
  await sheet(fresh, "team");
  await expect(fresh.getByTestId("table-members").locator("tbody tr")).toHaveCount(2);
  await fresh.close();
});

test("questions of one’s own travel in a file without customers", async ({ page, site, browser }, info) => {
  await openSealed(page, site.url);
  await paste(page, sample, 81);
  await goTo(page, "panic");
  await sheet(page, "questions");
  await page.getByTestId("add-question").click();
  await page.getByTestId("set-panic-questions-own1-text-nl").fill("Hoe is de toon?");
  const recipe = await saved(page, "save-recipe", info, "vragen.kernklant");
  expect(await readFile(recipe, "utf8")).not.toContain("Bakker");

  const other = await browser.newPage({ locale: "nl-NL" });
  await openSealed(other, site.url);
  await paste(other, sample, 81);
  await goTo(other, "panic");
  await sheet(other, "questions");
  await other.getByTestId("open-recipe").setInputFiles(recipe);
  await expect(other.getByTestId("opened-file")).toContainText("eigen vraag");
  await expect(other.getByTestId("opened-file")).toContainText("overgenomen");
  await expect(other.getByTestId("opened-file")).not.toContainText("klanten");
  await expect(other.getByTestId("set-panic-questions-own1-text-nl")).toHaveValue("Hoe is de toon?");
  await other.getByTestId("undo").click();
  await expect(other.getByTestId("set-panic-questions-own1-text-nl")).toHaveCount(0);
  await other.close();
});

test("colleagues’ files dropped anywhere are opened; who was discussed stays, settled", async ({ page, site, browser }, info) => {
  const els = await memberFile(browser, site.url, info, "Els", "5555");
  const jan = await memberFile(browser, site.url, info, "Jan", "1155");
  await openSealed(page, site.url);
  await paste(page, sample, 81);
  await goTo(page, "panic");
  const main = page.locator("#main");
  await hold(page.locator(".asked"), [els, jan], false);
  await expect(main).toHaveAttribute("data-dropping", "");
  await page.screenshot({ path: info.outputPath("dropping.png") });
  await hold(page.locator(".asked"), [els, jan], true);
  await expect(main).not.toHaveAttribute("data-dropping");
  await expect(page.getByTestId("notes").getByTestId("opened-file")).toHaveCount(2);
  await sheet(page, "team");
  await expect(page.getByTestId("table-members").locator("tbody tr")).toHaveCount(2);
  // Once, also on the button itself.
  await hold(page.getByTestId("open-answers"), [els], true);
  await expect(page.getByTestId("opened-file")).toHaveCount(1);
  await expect(page.getByTestId("opened-file")).toContainText("was er al");

  const discuss = page.getByTestId("table-discuss").locator("tbody tr");
  await expect(discuss).toHaveCount(2);
  await expect(page.locator("#title")).toContainText("Bespreek 2\u00a0klanten");
  await expect(discuss.first()).toContainText("3");
  await page.getByTestId("filter-open").click();
  await discuss.first().locator("select").selectOption("4 probleem");
  await expect(discuss.first()).toContainText("besproken");
  await expect(discuss).toHaveCount(2);
  await expect(page.getByTestId("filter-open")).toContainText("1");
  await expect(page.locator("#title")).toContainText("Bespreek 1\u00a0klant:");
});

for (const [width, height] of [[1280, 720], [1920, 1080]] as const) {
  test(`the workshop fits a beamer of ${width} by ${height}, and a space on the clock is the clock’s`, async ({ page, site, browser }, info) => {
    await page.setViewportSize({ width, height });
    const els = await memberFile(browser, site.url, info, "Els", "55");
    const jan = await memberFile(browser, site.url, info, "Jan", "11");
    await openSealed(page, site.url);
    await paste(page, sample, 81);
    await goTo(page, "panic");
    await sheet(page, "team");
    await page.getByTestId("open-answers").setInputFiles([els, jan]);
    await page.getByTestId("start-workshop").click();
    await isAt(page, "panic");
    const full = page.getByTestId("full-screen");
    await expect(full).toHaveText("Volledig scherm");
    await full.click();
    await expect(full).toHaveText("Verlaat volledig scherm");

    const customer = page.getByTestId("panic-customer");
    const first = (await customer.getAttribute("data-customer"))!;
    const minute = page.locator(".timer").getByRole("button", { name: "2 min" });
    await minute.focus();
    await page.keyboard.press("Space");
    await expect(minute).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByTestId("revealed")).toHaveCount(0);
    await page.getByTestId("reveal").click();
    await expect(page.getByTestId("revealed")).toBeVisible();
    await minute.focus();
    await page.keyboard.press("Space");
    await expect(page.getByTestId("clock")).toBeVisible();
    await expect(customer).toHaveAttribute("data-customer", first);
    await expect(page.getByTestId("panic-note")).toHaveCount(0);
    await page.keyboard.press("4");
    await expect(page.getByTestId("panic-note")).toBeVisible();
    const over = await page.locator("#workshop").evaluate((element) => element.scrollHeight - element.clientHeight);
    await page.screenshot({ path: info.outputPath("workshop.png") });
    expect(over).toBeLessThanOrEqual(0);
    await full.click();
    await expect(full).toHaveText("Volledig scherm");
  });
}
