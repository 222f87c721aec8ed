// The whole job without a mouse: Tab, Enter, Space, arrows and digits; the focus is always somewhere, marked, and in sight.
import { expect, openSealed, test } from "./support/fixtures";
import { figure, isAt, levelRow, mapFields, reportOf, sum } from "./support/job";
import { expectFocusOnTitle, expectFocusSeen, tabTo } from "./support/keyboard";

test("the whole job by keyboard only", async ({ page, site }) => {
  test.slow();
  await openSealed(page, site.url);
  const press = (key: string) => page.keyboard.press(key);

  await test.step("list", async () => {
    await press("Tab");
    await expect(page.locator(".skip")).toBeFocused();
    await expectFocusSeen(page);
    await press("Enter");
    await expect(page.locator("#main")).toBeFocused();
    await tabTo(page, "[data-testid=paste-apply]");
    await press("Enter");
    await expect(page.getByTestId("message")).toContainText("Er staat nog niets in het vak");
    await expectFocusSeen(page);
    await tabTo(page, "[data-testid=load-sample]");
    await press("Enter");
    await reportOf(page, 81);
    await expectFocusOnTitle(page);
    await tabTo(page, "[data-testid=next-step]");
    await press("Enter");
  });

  await test.step("insight", async () => {
    await isAt(page, "insight");
    await expectFocusOnTitle(page);
    await tabTo(page, "[data-testid=figure-gini] summary");
    await press("Enter");
    await expect(page.getByTestId("figure-gini").locator("details")).toHaveAttribute("open");
    await tabTo(page, "[data-testid=chart-pareto] [data-mark]");
    const chart = page.getByTestId("chart-pareto");
    const first = await page.evaluate(() => document.activeElement!.getAttribute("data-mark"));
    await press("ArrowRight");
    await expect.poll(() => page.evaluate(() => document.activeElement!.getAttribute("data-mark"))).not.toBe(first);
    await expectFocusSeen(page);
    await expect(chart.locator(".chart-tooltip")).toBeAttached();
    await press("Escape");
    await expect(chart.locator(".chart-tooltip")).toHaveCount(0);
    await tabTo(page, "[data-testid=chart-pareto] .chart-toggle");
    await press("Enter");
    await expect(chart.locator("table")).toBeVisible();
    await tabTo(page, "[data-testid=next-step]");
    await press("Enter");
  });

  await test.step("panic", async () => {
    await isAt(page, "panic");
    await expectFocusOnTitle(page);
    const asked = page.getByTestId("panic-customer");
    const count = page.getByTestId("figure-panic-answered");
    for (const [place, key] of ["5", "4", "3", "2", "1", "0"].entries()) {
      const customer = (await asked.getAttribute("data-customer"))!;
      await press(key);
      await expect(count).toHaveAttribute("data-value", String(place + 1));
      await expect(asked).not.toHaveAttribute("data-customer", customer);
    }
    await expectFocusOnTitle(page);
    await expect.poll(async () => sum(Object.values(await mapFields(page)))).toBe(5);

    // Back to the last answer and on again; a wrong key is taken back.
    const open = (await asked.getAttribute("data-customer"))!;
    await press("ArrowLeft");
    await expect(page.getByTestId("panic-answer-0")).toHaveAttribute("aria-pressed", "true");
    await press("ArrowRight");
    await expect(asked).toHaveAttribute("data-customer", open);
    await press("3");
    await expect(count).toHaveAttribute("data-value", "7");
    await press("u");
    await expect(count).toHaveAttribute("data-value", "6");

    // Digits in a note are text, and Escape leads out of it.
    const noted = (await asked.getAttribute("data-customer"))!;
    await press("n");
    await expect(page.getByTestId("panic-note")).toBeFocused();
    await page.keyboard.type("Belde 5 keer in 2025");
    await press("Escape");
    await expectFocusOnTitle(page);
    await expect(page.getByTestId("panic-note")).toHaveValue("Belde 5 keer in 2025");
    await expect(count).toHaveAttribute("data-value", "6");

    // The buttons say the same as the keys, and stay where they are.
    await tabTo(page, "[data-testid=panic-answer-4]");
    await press("Space");
    await expect(count).toHaveAttribute("data-value", "7");
    await expect(asked).not.toHaveAttribute("data-customer", noted);
    await expectFocusSeen(page);

    // Undoing all of it leaves the focus on its button, which then does nothing.
    await tabTo(page, "[data-testid=undo]", "Shift+Tab");
    for (let left = await figure(page, "panic-answered"); left > 5; left -= 1) {
      await press("Enter");
      await expect.poll(() => figure(page, "panic-answered")).toBeLessThanOrEqual(left);
    }
    await press("Control+y");
    await expectFocusSeen(page);
    await tabTo(page, "[data-testid=chart-importance] [data-mark]");
    await tabTo(page, "[data-testid=next-step]");
    await press("Enter");
  });

  await test.step("choice", async () => {
    await isAt(page, "choice");
    await expectFocusOnTitle(page);
    await tabTo(page, "[data-testid=accept-proposal]");
    await press("Enter");
    await expect(page.locator("#title")).toHaveText("U koos 16 kernklanten");
    await tabTo(page, "[data-testid=choose]");
    await press("Space");
    await expect(page.locator("#title")).toHaveText("U koos 15 kernklanten");
    await expect(page.getByTestId("reasons-missing")).toBeVisible();
    await expectFocusSeen(page);
    await tabTo(page, "[data-testid=reason]");
    await page.keyboard.type("Past niet meer bij ons.");
    await expect(page.getByTestId("reasons-missing")).toHaveCount(0);
    await expect(page.getByTestId("reason")).toHaveValue("Past niet meer bij ons.");
    await tabTo(page, "[data-testid=step-plan]", "Shift+Tab");
    await press("Enter");
  });

  await test.step("plan", async () => {
    await isAt(page, "plan");
    await expectFocusOnTitle(page);
    await expect(levelRow(page, "a").locator("td").first()).toHaveText("15");
    await tabTo(page, "[data-testid=visit-hours]");
    const before = await figure(page, "core-time");
    await press("Control+a");
    await page.keyboard.type("9");
    await expect.poll(() => figure(page, "core-time")).not.toBe(before);
    await tabTo(page, "[data-testid=level-select]");
    await page.keyboard.type("B");
    await expect(levelRow(page, "a").locator("td").first()).toHaveText("14");
    await expectFocusSeen(page);
    await tabTo(page, "[data-testid=next-step]");
    await press("Enter");
  });

  await test.step("review", async () => {
    await isAt(page, "review");
    await expectFocusOnTitle(page);
    await tabTo(page, "[data-testid=save-round]");
    const download = page.waitForEvent("download");
    await press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await expectFocusSeen(page);
    await tabTo(page, "[data-testid=language]", "Shift+Tab");
    await press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expectFocusSeen(page);
  });
});

test("keys of a chart or a box are not answers", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.getByTestId("load-sample").press("Enter");
  await reportOf(page, 81);
  await page.getByTestId("step-panic").press("Enter");
  await isAt(page, "panic");
  await expectFocusOnTitle(page);
  for (const key of ["5", "2"]) {
    const customer = (await page.getByTestId("panic-customer").getAttribute("data-customer"))!;
    await page.keyboard.press(key);
    await expect(page.getByTestId("panic-customer")).not.toHaveAttribute("data-customer", customer);
  }
  await expect(page.getByTestId("chart-importance").locator("[data-mark]")).toHaveCount(2);
  await tabTo(page, "[data-testid=cut-panic]");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("35");
  await tabTo(page, "[data-testid=chart-importance] [data-mark]");
  const customer = (await page.getByTestId("panic-customer").getAttribute("data-customer"))!;
  for (const key of ["ArrowRight", "ArrowLeft", "Enter", "5", "Control+5"]) await page.keyboard.press(key);
  expect(await figure(page, "panic-answered")).toBe(2);
  await expect(page.getByTestId("panic-customer")).toHaveAttribute("data-customer", customer);
});
