// Judging on screen, letters by factors with live counts, and choosing against the proposal.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { choiceRows, figure, goTo, reportOf } from "./support/job";
import { tabTo } from "./support/keyboard";

/** Thirty customers of whom nothing is known but name and revenue. */
const BARE = ["Naam;Omzet", ...Array.from({ length: 30 }, (_, place) => `Klant ${String(place + 1).padStart(2, "0")};${(30 - place) * 1000}`)].join("\n");

async function paste(page: Page, list: string, rows: number): Promise<void> {
  await page.getByTestId("paste-input").fill(list);
  await page.getByTestId("paste-apply").click();
  await reportOf(page, rows);
}

async function openSheet(page: Page, name: string): Promise<void> {
  await goTo(page, "choice");
  await page.getByTestId(`sheet-${name}`).click();
  await expect(page.locator(`[data-sheet="${name}"]`)).toBeVisible();
}

/** The cell of a customer in the column of this key. */
async function cell(page: Page, customer: string, column: string): Promise<Locator> {
  const heads = await page.locator("[role=grid] [role=columnheader]").evaluateAll((all) => all.map((one) => one.getAttribute("data-column")));
  return page.locator(`[role=grid] tr[data-row="${customer}"] td`).nth(heads.indexOf(column));
}

/** What stands on the clipboard of the page, put there as a person does: from a box of text. */
async function copyText(page: Page, text: string): Promise<void> {
  await goTo(page, "list");
  await page.getByTestId("paste-input").fill(text);
  await page.getByTestId("paste-input").press("Control+a");
  await page.getByTestId("paste-input").press("Control+c");
  await page.getByTestId("paste-input").fill("");
}

test("a list of names and revenue becomes fully usable by judging, with keys alone and a paste from Excel", async ({ page, site, complaints }) => {
  await openSealed(page, site.url);
  await paste(page, BARE, 30);
  await openSheet(page, "factors");
  await expect(page.locator("#title")).toHaveText("Nog geen letters: te weinig succesfactoren bekend");
  expect(await figure(page, "count-needs-data")).toBe(30);

  // Two columns of thirty judgements, as a spreadsheet copies them.
  const block = Array.from({ length: 30 }, (_, place) => `${place < 12 ? "ja" : "nee"}\t${place % 2 ? "nee" : "ja"}`).join("\r\n");
  await copyText(page, `${block}\r\n`);
  await openSheet(page, "judge");
  await tabTo(page, "[role=grid]");
  const press = (key: string) => page.keyboard.press(key);

  await test.step("type, walk, fill down, undo", async () => {
    await page.keyboard.type("25.000");
    await press("Enter");
    await expect(await cell(page, "Klant 01", "potential")).toHaveText("25.000");
    await press("ArrowUp");
    await press("ArrowRight");
    await page.keyboard.type("5");
    await press("Tab");
    await page.keyboard.type("9");
    await press("Enter");
    await expect(await cell(page, "Klant 01", "strategic")).toHaveText("5");
    await expect(await cell(page, "Klant 01", "growth")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByTestId("cells-unreadable")).toBeVisible();
    await press("ArrowUp");
    await press("Delete");
    await expect(page.getByTestId("cells-unreadable")).toHaveCount(0);
    // Strategic: the 5 of the first customer goes down to the tenth.
    await press("ArrowLeft");
    for (let row = 0; row < 9; row += 1) await press("Shift+ArrowDown");
    await press("Control+d");
    await expect(await cell(page, "Klant 10", "strategic")).toHaveText("5");
    await expect(await cell(page, "Klant 11", "strategic")).toHaveText("");
    await press("Control+z");
    await expect(await cell(page, "Klant 10", "strategic")).toHaveText("");
    await expect(await cell(page, "Klant 01", "strategic")).toHaveText("5");
    await press("Control+y");
    await expect(await cell(page, "Klant 10", "strategic")).toHaveText("5");
  });

  await test.step("paste from Excel over two factors, and copy back", async () => {
    await press("Control+Home");
    const heads = await page.locator("[role=grid] [role=columnheader]").evaluateAll((all) => all.map((one) => one.getAttribute("data-column")));
    const first = heads.indexOf("factor/orders_clearly");
    for (let column = 0; column < first; column += 1) await press("ArrowRight");
    await press("Control+v");
    await expect(await cell(page, "Klant 12", "factor/orders_clearly")).toHaveText("ja");
    await expect(await cell(page, "Klant 13", "factor/orders_clearly")).toHaveText("nee");
    await press("Control+End");
    await expect(await cell(page, "Klant 30", "factor/orders_clearly")).toHaveText("nee");
    // One step takes the whole paste back, and forth again.
    await press("Control+z");
    await expect(await cell(page, "Klant 30", "factor/orders_clearly")).toHaveText("");
    await press("Control+y");
    await expect(await cell(page, "Klant 30", "factor/orders_clearly")).toHaveText("nee");
    await press("Control+Home");
    await press("Shift+ArrowDown");
    await press("Control+c");
    const copied = page.getByTestId("own-column");
    await copied.focus();
    await press("Control+v");
    await expect(copied).toHaveValue(/^Klant 01\s*Klant 02$/);
    await copied.fill("");
  });

  await test.step("letters for everyone", async () => {
    await openSheet(page, "factors");
    expect(await figure(page, "count-needs-data")).toBe(0);
    const letters = await Promise.all(["a", "b", "c", "d", "discuss"].map((letter) => figure(page, `count-${letter}`)));
    expect(letters.reduce((all, one) => all + one, 0)).toBe(30);
    expect(Math.min(...letters.slice(0, 4))).toBeGreaterThan(0);
    // The why names the rule and that a person judged it.
    const row = page.getByTestId("table-letters").locator('tr[data-row="Klant 01"]');
    await row.getByText("Waarom?").click();
    await expect(row).toContainText("Bestelt duidelijk: ja – beoordeling per klant; beoordeeld op scherm");
  });
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("the grid is selected by dragging and all at once, is cut and filled from above, and says ja and nee", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, BARE, 30);
  await openSheet(page, "judge");
  const grid = page.locator("[role=grid]");
  const at = async (row: number, column: string) => cell(page, `Klant ${String(row).padStart(2, "0")}`, column);
  const selected = grid.locator('td[aria-selected="true"]');
  const press = (key: string) => page.keyboard.press(key);
  const type = async (row: number, column: string, text: string) => {
    await (await at(row, column)).click();
    await page.keyboard.type(text);
    await press("Enter");
  };

  await test.step("however it was typed, a yes is a yes", async () => {
    await type(1, "factor/orders_clearly", "j");
    await expect(await at(1, "factor/orders_clearly")).toHaveText("ja");
    await type(1, "factor/quickly_satisfied", "no");
    await expect(await at(1, "factor/quickly_satisfied")).toHaveText("nee");
    await page.getByTestId("language").click();
    await expect(await at(1, "factor/orders_clearly")).toHaveText("yes");
    await page.getByTestId("language").click();
  });
  await test.step("a single cell is filled from the one above", async () => {
    await (await at(2, "factor/orders_clearly")).click();
    await press("Control+d");
    await expect(await at(2, "factor/orders_clearly")).toHaveText("ja");
  });
  await test.step("a block is dragged over, cut and pasted elsewhere", async () => {
    const [from, to] = [await at(1, "factor/orders_clearly"), await at(2, "factor/quickly_satisfied")];
    await from.hover();
    await page.mouse.down();
    await to.hover();
    await page.mouse.up();
    const columns = await grid.locator("[role=columnheader]").evaluateAll((all) => all.map((one) => one.getAttribute("data-column")));
    const wide = Math.abs(columns.indexOf("factor/quickly_satisfied") - columns.indexOf("factor/orders_clearly")) + 1;
    await expect(selected).toHaveCount(2 * wide);
    await expect(page.locator("[role=grid] input")).toHaveCount(0);
    await press("Control+x");
    await expect(from).toHaveText("");
    await (await at(5, "factor/orders_clearly")).click();
    await press("Control+v");
    await expect(await at(5, "factor/orders_clearly")).toHaveText("ja");
    await expect(await at(6, "factor/orders_clearly")).toHaveText("ja");
    await expect(await at(5, "factor/quickly_satisfied")).toHaveText("nee");
    await press("Control+z");
    await press("Control+z");
    await expect(from).toHaveText("ja");
  });
  await test.step("a cell that is typed in keeps what is typed when another is pressed", async () => {
    await (await at(3, "strategic")).click();
    await page.keyboard.type("4");
    await (await at(7, "strategic")).click();
    await expect(await at(3, "strategic")).toHaveText("4");
    // A second press opens the active cell, as on a phone.
    await (await at(7, "strategic")).click();
    await expect(grid.locator("input")).toBeFocused();
    await press("Escape");
  });
  await test.step("everything at once", async () => {
    await press("Control+a");
    await press("Delete");
    await expect(page.locator("#title")).toHaveText("Wat uw lijst niet weet, weet u");
    await press("Control+z");
    await expect(await at(3, "strategic")).toHaveText("4");
  });
});

test("a long paste passes the rows that are here, and own columns become factors", async ({ page, site }) => {
  await openSealed(page, site.url);
  const list = ["Naam;Omzet", ...Array.from({ length: 700 }, (_, place) => `Klant ${String(place + 1).padStart(3, "0")};${(700 - place) * 10}`)].join("\n");
  await paste(page, list, 700);
  await copyText(page, Array.from({ length: 700 }, (_, place) => String((place % 5) + 1)).join("\n"));
  await openSheet(page, "judge");
  await page.getByTestId("own-column").fill("Sfeer");
  await page.getByTestId("own-column-0").click();
  await expect(page.locator('[data-column="own/Sfeer"]')).toBeAttached();
  await page.locator("[role=grid]").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+v");
  await expect(page.locator("#title")).toHaveText("700 oordelen over 700 klanten");
  await page.keyboard.press("Control+End");
  await expect(await cell(page, "Klant 700", "own/Sfeer")).toHaveText("5");
  // The rows in between are drawn only in sight.
  expect(await page.locator("[role=grid] tr[data-row]").count()).toBeLessThan(80);
  await expect(page.locator("[role=grid]")).toHaveAttribute("aria-rowcount", "701");
  await page.keyboard.press("Control+z");
  await expect(page.locator("#title")).toHaveText("Wat uw lijst niet weet, weet u");
  await page.keyboard.press("Control+y");

  await openSheet(page, "factors");
  await page.getByTestId("add-factor").click();
  const factor = page.getByTestId("factor-own_1");
  await expect(factor).toHaveAttribute("open");
  await factor.getByLabel("Gaat over").selectOption("Sfeer");
  await expect(factor.locator("summary")).toContainText("Sfeer minstens 4");
  await expect(factor.locator("summary")).toContainText("280 van de 700");
});

test("factors are edited with the counts of A to D moving along, and go back to the defaults", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await openSheet(page, "factors");
  const counts = () => Promise.all(["a", "b", "c", "d", "discuss", "needs-data"].map((name) => figure(page, `count-${name}`)));
  const before = await counts();
  const large = page.getByTestId("factor-large_volume");
  await large.locator("summary").click();
  await large.getByLabel("Procent").fill("60");
  await expect(large.locator("summary")).toContainText("hoogste 60%");
  await expect.poll(counts).not.toEqual(before);
  await expect(large).toHaveAttribute("open");
  // Another test of the same subject, then a column that means nothing to the method.
  await large.getByLabel("Regel").selectOption("bij de laagste …%");
  await expect(large.locator("summary")).toContainText("laagste 20%");
  await large.getByTestId(/^set-factors-factors-large_volume-on$/).uncheck();
  await expect(large.locator("summary")).toContainText("uitgezet");
  await page.getByTestId("reset-factors").click();
  await expect.poll(counts).toEqual(before);
  // A part beside the first one.
  await large.getByText("Voeg een onderdeel toe").click();
  await expect(large.getByText("Onderdeel 2")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(counts).toEqual(before);
});

test("a factor of one's own keeps its editor open and the focus in it when the letters come and go", async ({ page, site }) => {
  await openSealed(page, site.url);
  await paste(page, BARE, 30);
  await copyText(page, Array.from({ length: 30 }, (_, place) => (place % 2 ? "ja" : "nee")).join("\n"));
  await openSheet(page, "judge");
  await (await cell(page, "Klant 01", "factor/orders_clearly")).click();
  await page.keyboard.press("Control+v");
  await expect(page.locator("#title")).toContainText("30 oordelen");
  await openSheet(page, "factors");
  await expect(page.getByTestId("table-letters")).toHaveCount(0);
  await page.getByTestId("add-factor").click();
  const factor = page.getByTestId("factor-own_1");
  await expect(page.getByTestId("table-letters")).toBeVisible();
  const name = factor.getByTestId("set-factors-factors-own_1-name-nl");
  await name.fill("Belt ons zelf");
  await expect(factor.locator("summary")).toContainText("Belt ons zelf");
  // Off, and there are too few for letters: the table goes, the editor stays.
  const on = factor.getByTestId("set-factors-factors-own_1-on");
  await on.focus();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("table-letters")).toHaveCount(0);
  await expect(factor).toHaveAttribute("open");
  await expect(on).toBeFocused();
  await expect(name).toHaveValue("Belt ons zelf");
  await page.keyboard.press("Space");
  await expect(page.getByTestId("table-letters")).toBeVisible();
  await expect(on).toBeFocused();
});

test("against the proposal a reason is asked, someone defends it, and the file says so", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await goTo(page, "choice");
  await page.getByTestId("accept-proposal").click();
  await expect(page.locator("#title")).toHaveText(/^U koos \d+ kernklanten$/);
  const size = await page.getByTestId("choose").and(page.locator(":checked")).count();

  // A customer below the line is looked up and chosen.
  const name = (await choiceRows(page).nth(size + 1).locator("th .customer").innerText()).trim();
  await page.getByTestId("customer-search").fill(name);
  await expect(choiceRows(page)).toHaveCount(1);
  await choiceRows(page).getByTestId("choose").click();
  await expect(page.locator("#title")).toHaveText(`U koos ${size + 1} kernklanten`);
  await expect(page.getByTestId("core-pad")).toContainText(name);
  await expect(page.getByTestId("reasons-missing")).toBeVisible();
  await page.getByTestId("customer-search").fill("");
  await page.getByTestId("filter-open").click();
  await expect(choiceRows(page)).toHaveCount(1);
  await choiceRows(page).getByTestId("reason").pressSequentially("Opent deuren in de zorg.", { delay: 5 });
  await page.getByTestId("filter-against").click();
  await expect(choiceRows(page).getByTestId("reason")).toHaveValue("Opent deuren in de zorg.");
  await choiceRows(page).getByTestId("defender").pressSequentially("Fatima", { delay: 5 });
  await expect(page.getByTestId("core-pad")).toContainText("Fatima (één kernklant)");

  await goTo(page, "review");
  await expect(page.getByTestId("defenders")).toContainText("Fatima");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-round").click()]);
  const file = readFileSync(await download.path(), "utf8");
  const line = file.split("\n").find((one) => one.includes("Opent deuren in de zorg."))!;
  expect(line).toContain(";ja;");
  expect(line).toContain("Fatima");

  // A newer list without this customer: the choice is kept and said.
  const list = ["Naam;Omzet;Status", "Iemand anders;100;actief", "Nog iemand;50;actief"].join("\n");
  await goTo(page, "list");
  await paste(page, list, 2);
  await goTo(page, "choice");
  await expect(page.getByTestId("choices-unmatched")).toBeVisible();
});

test("only what is known can count, and everything again, without losing the focus", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await page.getByTestId("step-choice").click();
  const only = page.getByTestId("known-only");
  const weight = page.getByTestId("set-choice-weights-network-weight");
  await only.focus();
  await page.keyboard.press("Space");
  await expect(page.locator(".lede")).not.toContainText("op waarde");
  await expect(only).toBeChecked();
  await expect(only).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.locator(".lede")).toContainText("op waarde");
  await expect(only).not.toBeChecked();
  await expect(weight).not.toHaveValue("0");
});

test("on a phone the weights begin folded up, so that the ranking is near", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await page.getByTestId("step-choice").click();
  const weight = page.getByTestId("set-choice-weights-network-weight");
  await expect(page.locator('details[data-testid="weights"]')).toHaveJSProperty("open", false);
  await expect(weight).toBeHidden();
  await page.locator('details[data-testid="weights"] > summary').click();
  await expect(weight).toBeVisible();
});

test("the core's profile stands beside the rest with counts and a warning, and weights move the ranking", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").click();
  await reportOf(page, 81);
  await openSheet(page, "profile");
  await expect(page.locator(".notice.warn")).toContainText("Een verschil is geen oorzaak");
  const counted = await page.getByTestId("table-profile").locator("tbody td").allInnerTexts();
  expect(counted.length).toBeGreaterThan(0);
  // Core, rest and difference, row by row: no share or median without its count.
  counted.forEach((text, place) => expect(text).toMatch(place % 3 === 2 ? /^[+−-]?\d/ : /\(\d[\d.]*\)$|^minder dan 5$/));

  // Nothing was chosen yet: it is the proposal's profile, and nothing in it stands on fewer than five customers.
  await expect(page.locator("#title")).toHaveText("Wat de voorgestelde kernklanten gemeen hebben");
  for (const text of counted) {
    const count = /\((\d+)\)$/.exec(text);
    if (count) expect(Number(count[1])).toBeGreaterThanOrEqual(5);
  }

  await page.getByTestId("sheet-overview").click();
  await page.getByTestId("accept-proposal").waitFor();
  await expect(page.locator(".lede")).toContainText("op waarde");
  const weight = page.getByTestId("set-choice-weights-network-weight");
  expect((await weight.boundingBox())!.y).toBeLessThan((await choiceRows(page).first().boundingBox())!.y);
  const order = () => choiceRows(page).locator("th .customer").allInnerTexts();
  const before = await order();
  await page.getByTestId("set-choice-weights-network-weight").fill("40");
  await expect.poll(order).not.toEqual(before);
  await page.getByTestId("undo").click();
  await expect.poll(order).toEqual(before);

  // By the arrows of a slider, through what comes and goes above it.
  const slider = page.getByRole("slider", { name: "Naam en netwerk" });
  await slider.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveValue("5");
  await expect.poll(order).not.toEqual(before);
  await expect(slider).toBeFocused();
});
