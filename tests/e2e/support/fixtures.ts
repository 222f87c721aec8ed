// What every browser test starts from: the page served with its real headers, its request log, and traps.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect, type Page } from "@playwright/test";
import { startServer } from "../../../xtask/serve/server.mjs";
import { setTraps, type Traps } from "./traps";

export const dist = resolve(fileURLToPath(import.meta.url), "../../../../dist");

/** The paths the page must work under. */
export const mounts = ["/", "/some/sub/path/"];

export type Served = Awaited<ReturnType<typeof startServer>>;

interface Fixtures {
  /** Where the page is mounted; a test sets it with `test.use({ under })`. */
  under: string;
  site: Served;
  traps: Traps;
  /** Whatever the page itself complained of: errors it did not catch and error lines of its console. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  under: ["/", { option: true }],
  site: async ({ under }, use) => {
    const site = await startServer({ root: dist, mount: under });
    await use(site);
    await site.stop();
  },
  traps: async ({}, use) => {
    const traps = await setTraps();
    await use(traps);
    await traps.stop();
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await use(complaints);
  },
});

export { expect };

/** Opens the page and waits until it is sealed and its worker runs. */
export async function openSealed(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expectSealed(page);
  await expect(page.getByTestId("sealed")).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
}

/** Waits for boot's own word on the seal. */
export async function expectSealed(page: Page): Promise<void> {
  const boot = await page.evaluate(async () => {
    const { sealed, evidence } = await (window as any).kernklant.ready;
    return { sealed, evidence };
  });
  expect(boot).toEqual({ sealed: true, evidence: [["fetch", true], ["image", true], ["xhr", true]] });
}
