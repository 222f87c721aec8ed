// Every end of the boot has a screen: nothing loads for ever.
import { startServer } from "../../xtask/serve/server.mjs";
import { dist, expect, mounts, openSealed, test } from "./support/fixtures";

for (const mount of mounts) {
  test.describe(`under ${mount}`, () => {
    test.use({ under: mount });
    test("the page boots without a complaint", async ({ page, site, complaints }) => {
      await openSealed(page, site.url);
      // The probe's own refusals are what the console reports; nothing else may be there.
      expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
    });
  });
}

const breakages: [string, string, (response: any) => void][] = [
  ["the engine is missing", "engine", (response) => response.writeHead(404).end()],
  ["the page's module is missing", "app", (response) => response.writeHead(404).end()],
  ["the engine was changed on its way", "engine", (response) => response.writeHead(200, { "Content-Type": "application/wasm" }).end("\0asm")],
  ["the connection breaks", "engine", (response) => response.destroy()],
];
for (const [what, module, breaks] of breakages) {
  test(`${what}: a screen in both languages says what to do`, async ({ page }) => {
    const site = await startServer({
      root: dist,
      answer: (_request: unknown, response: any, path: string) => {
        if (!path.startsWith(`/assets/${module}-`)) return false;
        breaks(response);
        return true;
      },
    });
    await page.goto(site.url);
    const screen = page.getByTestId("boot-failure");
    await expect(screen).toHaveAttribute("data-kind", "load");
    await expect(screen).toContainText("laad de pagina opnieuw");
    await expect(screen).toContainText("reload the page");
    await expect(screen.getByRole("button", { name: "Laad opnieuw" })).toBeVisible();
    await site.stop();
  });
}

test("without WebAssembly a screen says so", async ({ page, site }) => {
  await page.addInitScript(() => { delete (window as any).WebAssembly; });
  await page.goto(site.url);
  await expect(page.getByTestId("boot-failure")).toHaveAttribute("data-kind", "old");
});

test("a crash of the page offers what was entered as a file", async ({ page, site }) => {
  await openSealed(page, site.url);
  await page.evaluate(() => {
    (window as any).kernklantLastInputs = '{"kept":true}';
    (window as any).kernklant.fail("panic", "a test");
  });
  const waiting = page.waitForEvent("download");
  await page.getByTestId("boot-failure-save").first().click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("kernklant-ronde.csv");
  const stream = await download.createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  expect(text).toBe('{"kept":true}');
});
