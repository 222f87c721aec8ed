// The team: everyone answers on a page of their own, files are merged, differences discussed, the final answer given.
import { readFile, writeFile } from "node:fs/promises";
import { expect, openSealed, test } from "./support/fixtures";
import { figure, goTo, isAt, mapFields, reportOf, sum } from "./support/job";
import { sample } from "./support/lists";
import { memberFile, paste, press, sheet } from "./support/team";

test("sixty customers by keyboard only", async ({ page, site }) => {
  test.setTimeout(120_000);
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await page.keyboard.press("v");
  await expect(page.locator("#more-questions")).toBeFocused();
  await press(page, "543210".repeat(10));
  await expect(page.locator(".question .notice.good")).toBeVisible();
  await expect.poll(async () => sum(Object.values(await mapFields(page)))).toBe(50);
  // Undo leads back to the customer it was about.
  const last = (await page.getByTestId("panic-customer").getAttribute("data-customer"))!;
  await page.keyboard.press("u");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "59");
  await expect(page.getByTestId("panic-customer")).toHaveAttribute("data-customer", last);
  await expect(page.getByTestId("panic-answer-0")).toHaveAttribute("aria-pressed", "false");
});

test("only the unanswered, another order, and everyone instead of the first round", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await press(page, "55");
  await page.getByTestId("ask-which").selectOption({ label: "alleen zonder antwoord" });
  await press(page, "44");
  // Back leads to the one just answered, though it is no longer open.
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("panic-answer-4")).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("ask-order").selectOption({ label: "A–Z" });
  await page.getByTestId("ask-which").selectOption({ label: "iedereen" });
  await page.getByTestId("ask-about").selectOption({ label: "alle actieve (77)" });
  await expect(page.getByTestId("figure-panic-answered")).toContainText("van 77");
  await page.getByTestId("ask-about").selectOption({ label: "per letter" });
  await expect(page.getByTestId("figure-panic-answered")).toContainText("Groep 1 van");
  const placed = async () => sum(Object.values(await mapFields(page)));
  expect(await placed()).toBe(4);
  await page.getByTestId("panic-answer-5").click();
  await expect.poll(placed).toBeGreaterThan(4);
});

test("signs, reasons, certainty, and a question of one’s own", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await sheet(page, "questions");
  await page.getByTestId("add-question").click();
  const own = page.getByTestId("set-panic-questions-own1-text-nl");
  await own.fill("Hoe is de toon?");
  await page.getByTestId("set-panic-question-nl").fill("Als wij er niet meer zijn, dan …");
  await page.getByTestId("set-panic-questions-raves-on").click();
  await sheet(page, "overview");
  await expect(page.locator("#title")).toHaveText("Als wij er niet meer zijn, dan …");
  await page.locator("#more-questions").click();
  const signs = page.locator(".signs");
  await expect(signs).toContainText("Hoe is de toon?");
  await expect(signs).not.toContainText("lovend");
  await page.getByRole("group", { name: "Hoe is de toon?" }).getByRole("button", { name: "ja", exact: true }).click();
  for (const reason of ["snelle levering", "kennis"]) {
    await page.getByTestId("reasons-true").fill(reason);
    await page.getByTestId("reasons-true").press("Enter");
    await expect(signs.locator(".chip", { hasText: reason })).toBeVisible();
  }
  await page.getByRole("button", { name: "vrij zeker" }).click();
  await sheet(page, "reasons");
  await expect(page.getByTestId("table-buys")).toContainText("snelle levering");
  await expect(page.locator(".terms")).toContainText("ja bij 1 van 1");
  await page.getByTestId("undo").click();
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("table-buys")).not.toContainText("kennis");
});

test("three members’ files are merged: one with renamed customers, one broken, one of another list", async ({ page, site, browser }, info) => {
  test.setTimeout(180_000);
  const els = await memberFile(browser, site.url, info, "Els", "5555511111");
  const renamed = sample.split("\n").map((line, row) => {
    const cells = line.split(";");
    if (row > 0 && cells[0] !== "") cells[0] = `R${cells[0]}`;
    return cells.join(";");
  }).join("\n");
  const jan = await memberFile(browser, site.url, info, "Jan", "1155511155", renamed);
  const other = await memberFile(
    browser, site.url, info, "Vreemd", "555", "Klant;Omzet\nAap;10\nNoot;9\nMies;8\nWim;7\nZus;6", 5,
  );
  const broken = info.outputPath("stuk.kernklant-answers");
  await writeFile(broken, (await readFile(els, "utf8")).slice(0, 300));

  await openSealed(page, site.url);
  await paste(page, sample, 81);
  await goTo(page, "panic");
  await press(page, "5555555555");
  await sheet(page, "team");
  await page.getByTestId("open-answers").setInputFiles([els, jan, other, broken]);
  await expect(page.getByTestId("opened-file")).toHaveCount(4);
  const told = page.getByTestId("opened-file");
  await expect(told.nth(0)).toContainText("10 antwoorden van Els toegevoegd");
  await expect(told.nth(1)).toContainText("10 klanten op naam teruggevonden");
  await expect(told.nth(2)).toContainText("hoort bij een andere lijst");
  await expect(told.nth(3)).toContainText("is beschadigd");
  await expect(page.getByTestId("table-members").locator("tbody tr")).toHaveCount(3);
  await expect(page.getByTestId("agreement")).toBeVisible();
  await expect(page.getByTestId("table-discuss").locator("tbody tr").first()).toContainText("Els: ");

  // The same file once more is recognised; nothing doubles.
  await page.getByTestId("open-answers").setInputFiles([els]);
  await expect(page.getByTestId("opened-file")).toContainText("was er al");
  await expect(page.getByTestId("table-members").locator("tbody tr")).toHaveCount(3);
  // Another list all the same: its customers are kept and listed.
  await page.getByTestId("open-answers").setInputFiles([other]);
  await page.getByTestId("take-anyway").click();
  await expect(page.getByTestId("unmatched")).toContainText("Noot");
  await page.getByTestId("undo").click();
  await expect(page.getByTestId("unmatched")).toHaveCount(0);

  // A workshop: hidden, revealed by a key, decided by a key, on to the next.
  await page.getByTestId("start-workshop").click();
  await page.getByTestId("full-screen").click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("workshop");
  await page.getByTestId("full-screen").click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  const asked = page.getByTestId("panic-customer");
  const first = (await asked.getAttribute("data-customer"))!;
  await expect(page.getByTestId("revealed")).toHaveCount(0);
  await page.keyboard.press("3");
  await expect(page.getByTestId("revealed")).toContainText("Els");
  await page.keyboard.press("4");
  await expect(page.getByTestId("panic-answer-4")).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("panic-note").fill("Zij bouwen op ons.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await expect(asked).not.toHaveAttribute("data-customer", first);
  await expect(page.getByTestId("revealed")).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("panic-note")).toHaveValue("Zij bouwen op ons.");
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect(page.getByTestId("panic-note")).toHaveCount(0);
});

test("a newer list in the middle keeps what was entered, and a saved round is gone on with", async ({ page, site, browser }, info) => {
  test.setTimeout(120_000);
  await openSealed(page, site.url);
  await paste(page, sample, 81);
  await goTo(page, "panic");
  const first = (await page.getByTestId("panic-customer").getAttribute("data-customer"))!;
  const name = (await page.locator(".asked").textContent())!;
  await press(page, "54321");
  await goTo(page, "choice");
  await page.getByTestId("accept-proposal").click();

  // The first customer has another number, the second is gone.
  const second = sample.split("\n").filter((line) => line.startsWith(`${first};`)).length;
  expect(second).toBe(1);
  const lines = sample.split("\n").map((line) => (line.startsWith(`${first};`) ? line.replace(first, "N-1") : line));
  await goTo(page, "list");
  const newer = lines.join("\n");
  await page.getByTestId("paste-input").fill(newer);
  await page.getByTestId("paste-apply").click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "5");
  // The newer list is no step: what is undone is the last that was entered, and the answers stay with their customers.
  await page.keyboard.press("Control+z");
  await goTo(page, "choice");
  await expect(page.locator("#title")).toHaveText("Wie zijn uw kernklanten?");
  await page.keyboard.press("Control+z");
  await goTo(page, "panic");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "4");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "5");
  // Back to the first, from wherever undoing led.
  await expect(async () => {
    const previous = page.getByTestId("panic-previous");
    if ((await previous.getAttribute("aria-disabled")) !== "true") await previous.click();
    await expect(page.locator(".asked")).toHaveText(name, { timeout: 300 });
  }).toPass();
  await expect(page.getByTestId("panic-customer")).toHaveAttribute("data-customer", "N-1");
  await expect(page.getByTestId("panic-answer-5")).toHaveAttribute("aria-pressed", "true");

  await sheet(page, "team");
  const download = page.waitForEvent("download");
  await page.getByTestId("save-session").click();
  const session = info.outputPath("ronde.kernklant");
  await (await download).saveAs(session);
  expect(await readFile(session, "utf8")).not.toContain("Omzet");

  // Somebody else goes on: first the round, then a list in which that customer is gone.
  const later = await browser.newPage({ locale: "nl-NL" });
  await openSealed(later, site.url);
  await later.getByTestId("file-input").setInputFiles(session);
  await expect(later.getByTestId("notes")).toContainText("Open nu de lijst");
  const without = lines.filter((line) => !line.startsWith("N-1;"));
  await paste(later, without.join("\n"), 80);
  await expect(later.getByTestId("gone")).toContainText(name);
  await goTo(later, "panic");
  await expect(later.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "4");
  await sheet(later, "team");
  await expect(later.getByTestId("unmatched")).toContainText(name);
  await expect(later.getByTestId("unmatched")).toContainText("keuze");
  await later.close();
});

test("a swipe leads on and back, and what is typed is no swipe", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  const asked = page.getByTestId("panic-customer");
  const swipe = (by: number, along = 0) => asked.evaluate((element, [across, down]) => {
    const at = (type: string, x: number, y: number) => element.dispatchEvent(
      new PointerEvent(type, { pointerType: "touch", clientX: x, clientY: y, bubbles: true }),
    );
    at("pointerdown", 200, 300);
    at("pointerup", 200 + across, 300 + down);
  }, [by, along]);
  const first = (await asked.getAttribute("data-customer"))!;
  await swipe(-120);
  await expect(asked).not.toHaveAttribute("data-customer", first);
  await swipe(120);
  await expect(asked).toHaveAttribute("data-customer", first);
  await swipe(-30);
  await swipe(-80, 200);
  await expect(asked).toHaveAttribute("data-customer", first);
});

test("the shortlist is picked by people", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
  await sheet(page, "shortlist");
  expect(await figure(page, "shortlist")).toBe(16);
  await page.getByTestId("pick").first().click();
  await expect.poll(() => figure(page, "shortlist")).toBe(15);
  await page.getByTestId("pick").nth(20).click();
  await expect.poll(() => figure(page, "shortlist")).toBe(16);
  await expect(page.getByTestId("filter-changed")).toContainText("2");
  await page.getByTestId("clear-picks").click();
  await expect(page.getByTestId("filter-changed")).toContainText("0");
  await sheet(page, "overview");
  await isAt(page, "panic");
});
