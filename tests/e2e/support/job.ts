// The whole job as a person does it, by the data-testids of DESIGN.md. Grows with the screens.
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Everything a person can do so far, from a sealed page on. */
export async function doTheWholeJob(page: Page): Promise<void> {
  await expect(page.getByTestId("sealed")).toBeVisible();
}
