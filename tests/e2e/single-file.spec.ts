// The offline file: opened from disk, sealed, and without a single request.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tryFromPage, tryFromWorker } from "./support/attempts";
import { dist, expect, openSealed, test } from "./support/fixtures";
import { doTheWholeJob } from "./support/job";

const file = pathToFileURL(join(dist, "kernklant.html")).href;

test("runs from disk and asks for nothing but itself", async ({ page, traps }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openSealed(page, file);
  await doTheWholeJob(page);
  const others = asked.filter((url) => url !== file && !/^(blob|data):/.test(url) && !url.includes("kernklant-probe"));
  expect(others).toEqual([]);
  expect(traps.caught).toEqual([]);
});

test("no channel of its page or worker reaches a stranger", async ({ page, traps }) => {
  await openSealed(page, file);
  const targets = { http: traps.http, ws: traps.ws, stun: traps.stun };
  await page.workers()[0].evaluate(tryFromWorker, targets);
  await page.evaluate(tryFromPage, targets);
  await page.waitForTimeout(500);
  expect(traps.caught.filter((line) => line !== "connection")).toEqual([]);
});
