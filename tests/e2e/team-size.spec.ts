// A large team stays fluent: with 5,000 customers and ten members each key press is on screen within 50 ms.
import { writeFile } from "node:fs/promises";
import { expect, openSealed, test } from "./support/fixtures";
import { goTo, reportOf } from "./support/job";

const CUSTOMERS = 5000;
const MEMBERS = 10;
/** From a key press to the next frame with its effect, in ms. */
const LIMIT = 50;

/** A list of so many customers. */
function list(): string {
  const lines = ["Klantnr;Klant;Branche;Omzet;Laatste order"];
  for (let row = 1; row <= CUSTOMERS; row += 1) {
    const euros = (((row * 7919) % 90_000) + 100).toFixed(2).replace(".", ",");
    lines.push(`K${row};Bedrijf ${row} B.V.;Branche ${row % 12};${euros};0${(row % 9) + 1}-11-2025`);
  }
  return lines.join("\n");
}

/** What a member answered about everyone. */
function answers(member: number): string {
  const said: Record<string, unknown> = {};
  for (let row = 1; row <= CUSTOMERS; row += 1) {
    said[`K${row}`] = { panic: ((row * (member + 3)) >> 2) % 6, changed: 1_764_000_000_000 + row };
  }
  return JSON.stringify({ kernklant: "answers", version: 1, rater: `Lid ${member}`, person: `p${member}`, answers: said });
}

test("5,000 customers and ten members: each key press is on screen within 50 ms", async ({ page, site }, info) => {
  test.setTimeout(180_000);
  const files: string[] = [];
  for (let member = 1; member <= MEMBERS; member += 1) {
    const path = info.outputPath(`lid-${member}.kernklant-answers`);
    await writeFile(path, answers(member));
    files.push(path);
  }
  await openSealed(page, site.url);
  // As a file: Chromium takes minutes to type thousands of lines into a box.
  await page.getByTestId("file-input").setInputFiles({ name: "klanten.csv", mimeType: "text/csv", buffer: Buffer.from(list()) });
  await reportOf(page, CUSTOMERS);
  await goTo(page, "panic");
  await page.getByTestId("sheet-team").click();
  await page.getByTestId("open-answers").setInputFiles(files);
  await expect(page.getByTestId("table-members").locator("tbody tr")).toHaveCount(MEMBERS, { timeout: 60_000 });
  await page.getByTestId("sheet-overview").click();
  await page.getByTestId("ask-about").selectOption({ index: 1 });
  await expect(page.getByTestId("figure-panic-answered")).toContainText("5.000");

  // Measured in the page itself: from the event to the frame after the change of the customer on screen.
  await page.evaluate(() => {
    const asked = () => document.querySelector("[data-testid=panic-customer]")!.getAttribute("data-customer");
    const times: number[] = [];
    (window as any).times = times;
    addEventListener("keydown", (event) => {
      const start = event.timeStamp;
      const before = asked();
      const look = () => {
        if (asked() === before && performance.now() - start < 2000) return requestAnimationFrame(look);
        times.push(performance.now() - start);
      };
      requestAnimationFrame(look);
    }, true);
  });
  const asked = page.getByTestId("panic-customer");
  for (let press = 0; press < 40; press += 1) {
    const customer = (await asked.getAttribute("data-customer"))!;
    await page.keyboard.press(String(press % 5 + 1));
    await expect(asked).not.toHaveAttribute("data-customer", customer);
  }
  const times: number[] = await page.evaluate(() => (window as any).times);
  times.sort((a, b) => a - b);
  const shown = times.map((time) => Math.round(time)).join(" ");
  info.annotations.push({ type: "milliseconds to the screen", description: shown });
  console.log(`key presses, ms to the screen: ${shown}`);
  expect(times.length).toBe(40);
  // Another program may take the processor for a moment: nineteen in twenty.
  expect(times[37]).toBeLessThanOrEqual(LIMIT);
});
