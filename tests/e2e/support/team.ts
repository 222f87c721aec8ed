// What a team does on its pages: to a sheet, a list pasted, answers by key press, a member's file.
import type { Browser, Page, TestInfo } from "@playwright/test";
import { expect, openSealed } from "./fixtures";
import { figure, goTo, reportOf } from "./job";
import { sample } from "./lists";

/** To another sheet of the step we are in. */
export async function sheet(page: Page, name: string): Promise<void> {
  await page.getByTestId(`sheet-${name}`).click();
  await expect(page.locator(`[data-sheet="${name === "overview" ? "" : name}"]`)).toBeAttached();
}

/** Reads a list by pasting it. */
export async function paste(page: Page, list: string, rows: number): Promise<void> {
  await page.getByTestId("paste-input").fill(list);
  await page.getByTestId("paste-apply").click();
  await reportOf(page, rows);
}

/** Answers by key press until these are used up; waits until each is counted. */
export async function press(page: Page, keys: string): Promise<void> {
  const asked = page.getByTestId("panic-customer");
  for (const key of keys) {
    const before = await figure(page, "panic-answered");
    const customer = (await asked.getAttribute("data-customer"))!;
    await page.keyboard.press(key);
    await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", String(before + 1));
    if (before + 1 < 60) await expect(asked).not.toHaveAttribute("data-customer", customer);
  }
}

/** A member's page: answers, name, and the file it saves. */
export async function memberFile(
  browser: Browser, url: string, info: TestInfo, name: string, keys: string, list = sample, rows = 81,
): Promise<string> {
  const page = await browser.newPage({ locale: "nl-NL" });
  await openSealed(page, url);
  await paste(page, list, rows);
  await goTo(page, "panic");
  await press(page, keys);
  await sheet(page, "team");
  await page.getByTestId("my-name").fill(name);
  const download = page.waitForEvent("download");
  await page.getByTestId("save-answers").click();
  const path = info.outputPath(`${name}.kernklant-answers`);
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^kernklant-${name.toLowerCase()}-\\d{4}-\\d\\d-\\d\\d\\.kernklant-answers$`));
  await file.saveAs(path);
  await page.close();
  return path;
}
