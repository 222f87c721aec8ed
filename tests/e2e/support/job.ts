// The job as a person does it, by the data-testids of DESIGN.md: every step, and what its screen says in plain numbers.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

export const STEPS = ["list", "insight", "panic", "choice", "plan", "review"] as const;
export type Step = (typeof STEPS)[number];

/** Something only the finished screen of a step has. */
const LANDMARK: Record<Step, string> = {
  list: "paste-input",
  insight: "figure-active",
  panic: "panic-customer",
  choice: "accept-proposal",
  plan: "print-plan",
  review: "save-round",
};

/** What `intake-report` counts. */
export interface Report {
  rows: number;
  customers: number;
  merged: number;
  rejected: number;
  leftOut: number;
}

/** To another step by its button in the header, once its screen is there. */
export async function goTo(page: Page, step: Step): Promise<void> {
  await page.getByTestId(`step-${step}`).click();
  await isAt(page, step);
}

/** Waits until the screen of a step is there. */
export async function isAt(page: Page, step: Step): Promise<void> {
  await expect(page.getByTestId(LANDMARK[step])).toBeAttached();
  await expect(page.getByTestId(`step-${step}`)).toHaveAttribute("aria-current", "step");
}

/** The counts of the intake report; every row is accounted for, on screen as well. */
export async function report(page: Page): Promise<Report> {
  const section = page.getByTestId("intake-report");
  const count = async (name: string) => plainNumber(await section.getAttribute(`data-${name}`));
  const counts = {
    rows: await count("rows"),
    customers: await count("customers"),
    merged: await count("merged"),
    rejected: await count("rejected"),
    leftOut: await count("left-out"),
  };
  expect(counts.rows).toBe(counts.customers + counts.merged + counts.rejected + counts.leftOut);
  const shown = await section.locator(".equation dd").allTextContents();
  expect(shown.map((text) => Number(text.replace(/[.,\s]/g, "")))).toEqual(Object.values(counts));
  return counts;
}

/** Waits for a list of so many rows, and gives its counts. */
export async function reportOf(page: Page, rows: number): Promise<Report> {
  await expect(page.getByTestId("intake-report")).toHaveAttribute("data-rows", String(rows));
  return report(page);
}

/** The plain number behind a figure. */
export async function figure(page: Page, name: string): Promise<number> {
  return plainNumber(await page.getByTestId(`figure-${name}`).getAttribute("data-value"));
}

/** The plain number of any element that carries one. */
export async function valueOf(element: Locator): Promise<number> {
  return plainNumber(await element.getAttribute("data-value"));
}

function plainNumber(text: string | null): number {
  expect(text).toMatch(/^-?\d+(\.\d+)?(e-?\d+)?$/);
  return Number(text);
}

/** Gives one answer by its button and waits until it is counted. */
export async function answer(page: Page, key: number): Promise<string> {
  const before = await figure(page, "panic-answered");
  const customer = (await page.getByTestId("panic-customer").getAttribute("data-customer"))!;
  await page.getByTestId(`panic-answer-${key}`).click();
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", String(before + 1));
  return customer;
}

/** The four lists of the map, by their size. */
export async function mapFields(page: Page): Promise<Record<string, number>> {
  const fields: Record<string, number> = {};
  for (const name of ["core", "we-need-them", "they-need-us", "lighter"]) {
    fields[name] = await figure(page, `field-${name}`);
  }
  return fields;
}

/** The sum of some counts. */
export function sum(counts: Iterable<number>): number {
  return [...counts].reduce((all, one) => all + one, 0);
}

/** Everything a person can do, shortly, from a sealed page on: for the tests that watch what leaves it. */
export async function doTheWholeJob(page: Page): Promise<void> {
  await expect(page.getByTestId("sealed")).toBeVisible();
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "insight");
  await goTo(page, "panic");
  for (const key of [5, 1, 4, 2, 3, 0]) await answer(page, key);
  expect(sum(Object.values(await mapFields(page)))).toBe(5);
  await goTo(page, "choice");
  await page.getByTestId("accept-proposal").click();
  await page.getByTestId("choose").first().uncheck();
  await page.getByTestId("reason").fill("Betaalt niet.");
  await expect(page.getByTestId("reasons-missing")).toHaveCount(0);
  await goTo(page, "plan");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".paper")).toContainText("Kernklantenplan");
  await page.emulateMedia({ media: null });
  await goTo(page, "review");
  for (const button of ["save-round", "save-ics"]) {
    const download = page.waitForEvent("download");
    await page.getByTestId(button).click();
    await (await download).path();
  }
}
