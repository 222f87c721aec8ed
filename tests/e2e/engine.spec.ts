// The worker behind the page: it may fail, but never silently and never for good.
import { tryFromWorker } from "./support/attempts";
import { expect, openSealed, test } from "./support/fixtures";

test("an engine that crashes is replaced by a new one, as sealed as the first", async ({ page, site, traps }) => {
  await openSealed(page, site.url);
  const [first] = page.workers();
  const before = site.log.length;
  await first.evaluate(() => {
    setTimeout(() => { throw new Error("a crash made by a test"); });
  });
  await expect.poll(() => page.workers().filter((worker) => worker !== first).length).toBe(1);
  await page.workers().find((worker) => worker !== first)!.evaluate(tryFromWorker, { http: traps.http, ws: traps.ws, stun: traps.stun });
  expect(traps.caught.filter((line) => line !== "connection")).toEqual([]);
  expect(site.log.length).toBe(before);
  await expect(page.getByTestId("boot-failure")).toHaveCount(0);
});

test("an engine that crashes at every start is given up, without a storm of new ones", async ({ page, site }) => {
  await openSealed(page, site.url);
  let started = 0;
  page.on("worker", (worker) => {
    started += 1;
    worker.evaluate(() => postMessage("last words made by a test")).catch(() => {});
  });
  await page.workers()[0].evaluate(() => postMessage("last words made by a test"));
  await page.waitForTimeout(2000);
  expect(started).toBeLessThanOrEqual(4);
  await expect(page.getByTestId("boot-failure")).toHaveCount(0);
});
