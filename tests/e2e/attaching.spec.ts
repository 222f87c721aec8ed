// Answers about customers that are not in the list are laid at one by hand; one person in two files is recognised; the
// clock of a workshop.
import { writeFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { goTo, reportOf } from "./support/job";

const LIST = "Klantnr;Klant;Plaats;Omzet\n1;Bakkerij Smit B.V.;Ede;500\n2;Slagerij Bos;Ede;400\n3;Bouwbedrijf De Vries;Best;300\n4;Garage Mol;Best;200\n5;Kapper Vos;Ede;100";

type Said = Record<string, { name?: string; panic: number; changed: number }>;

async function team(page: Page, url: string): Promise<void> {
  await openSealed(page, url);
  await page.getByTestId("paste-input").fill(LIST);
  await page.getByTestId("paste-apply").click();
  await reportOf(page, 5);
  await goTo(page, "panic");
  await page.getByTestId("sheet-team").click();
  await expect(page.getByTestId("open-answers")).toBeAttached();
}

async function file(info: TestInfo, name: string, rater: string, person: string, answers: Said): Promise<string> {
  const path = info.outputPath(`${name}.kernklant-answers`);
  await writeFile(path, JSON.stringify({ kernklant: "answers", version: 1, rater, person, answers }));
  return path;
}

test("answers about unknown customers are attached by hand, undone, and found when the file comes again", async ({ page, site, complaints }, info) => {
  await team(page, site.url);
  const els = await file(info, "els", "Els", "p1", {
    "1": { name: "Bakkerij Smit B.V.", panic: 5, changed: 10 },
    "2": { name: "Slagerij Bos", panic: 1, changed: 11 },
    A1: { name: "De Vries Bouw", panic: 4, changed: 12 },
    A2: { name: "Iemand van vroeger", panic: 2, changed: 13 },
  });
  await page.getByTestId("open-answers").setInputFiles([els]);
  const gone = page.getByTestId("table-gone").locator("tbody tr");
  await expect(gone).toHaveCount(2);
  await expect(gone.first()).toContainText("De Vries Bouw (A1)");
  await expect(gone.first()).toContainText("antwoord van Els");
  const unknown = page.getByTestId("table-members").locator("tbody tr").first().locator("td").nth(4);
  await expect(unknown).toHaveText("2");

  // The name that looks like it is one press away.
  await gone.first().getByRole("button", { name: "Dit is Bouwbedrijf De Vries" }).click();
  await expect(gone).toHaveCount(1);
  await expect(unknown).toHaveText("1");
  await page.getByTestId("undo").click();
  await expect(gone).toHaveCount(2);
  await expect(unknown).toHaveText("2");
  await page.keyboard.press("Control+y");
  await expect(gone).toHaveCount(1);

  // Another is looked up.
  await gone.first().getByRole("button", { name: "Zoek de klant" }).click();
  const found = page.getByTestId(/^table-attach/).locator("tbody tr");
  await expect(page.getByTestId("unmatched")).toContainText("Wie in deze lijst is Iemand van vroeger?");
  await page.getByTestId(/^table-attach/).getByTestId("customer-search").fill("smit");
  await expect(found).toHaveCount(1);
  await expect(found.first()).toContainText("Ook over deze klant is geantwoord door Els");
  await page.getByTestId(/^table-attach/).getByTestId("customer-search").fill("vos");
  await expect(found).toHaveCount(1);
  await found.first().getByRole("button", { name: "Dit is Kapper Vos" }).click();
  await expect(page.getByTestId("unmatched")).toHaveCount(0);
  await expect(unknown).toHaveText("0");

  // The same file once more: nothing is strange any more, and nothing doubles.
  await page.getByTestId("open-answers").setInputFiles([els]);
  await expect(page.getByTestId("opened-file")).toContainText("was er al");
  await expect(page.getByTestId("opened-file")).not.toContainText("Niet in deze lijst");
  await expect(page.getByTestId("unmatched")).toHaveCount(0);
  await page.getByTestId("sheet-map").click();
  await expect(page.getByTestId("table-map").locator("tbody tr")).toHaveCount(4);
  await expect(page.getByTestId("table-map")).toContainText("Kapper Vos");
  expect(complaints.filter((line) => !line.includes("kernklant-probe"))).toEqual([]);
});

test("one person in two files is one member: by the file's own mark, or said by hand for two of one name", async ({ page, site }, info) => {
  await team(page, site.url);
  const first = await file(info, "els-maandag", "Els", "p1", { "1": { panic: 5, changed: 10 }, "2": { panic: 5, changed: 10 } });
  const later = await file(info, "els-dinsdag", "Els", "p1", { "2": { panic: 1, changed: 20 }, "3": { panic: 3, changed: 20 } });
  const other = await file(info, "els-thuis", "els", "p2", { "4": { panic: 2, changed: 30 }, "1": { panic: 1, changed: 5 } });
  await page.getByTestId("open-answers").setInputFiles([first, later]);
  const members = page.getByTestId("table-members").locator("tbody tr");
  await expect(members).toHaveCount(1);
  await expect(members.first().locator("td").nth(1)).toHaveText("3");
  await expect(page.getByTestId("opened-file").nth(1)).toContainText("was er al");
  // Of two answers about one customer the newer stands: the mean of 100, 0 and 50.
  await expect(members.first().locator("td").nth(3)).toHaveText("50");

  await page.getByTestId("open-answers").setInputFiles([other]);
  await expect(members).toHaveCount(2);
  await page.getByTestId("same-1").click();
  await expect(members).toHaveCount(1);
  await expect(members.first().locator("td").nth(1)).toHaveText("4");
  // The older answer of the second file does not go over the newer one.
  await expect(members.first().locator("td").nth(3)).toHaveText("44");
  await page.getByTestId("undo").click();
  await expect(members).toHaveCount(2);
});

test("the clock of a workshop counts down, tells when time is up, and begins anew for the next customer", async ({ page, site }, info) => {
  await page.clock.install();
  await team(page, site.url);
  const files = await Promise.all([[1, 5], [5, 1]].map(([smit, bos], place) => file(info, `lid-${place}`, `Lid ${place}`, `p${place}`, {
    "1": { panic: smit, changed: 10 },
    "2": { panic: bos, changed: 10 },
  })));
  await page.getByTestId("open-answers").setInputFiles(files);
  await page.getByTestId("start-workshop").click();
  await expect(page.getByTestId("clock")).toHaveCount(0);
  // From here on time stands still but where the test lets it run.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await page.getByRole("button", { name: "1 min", exact: true }).click();
  const clock = page.getByTestId("clock");
  await expect(clock).toHaveText("1:00");
  await page.clock.runFor(15_000);
  await expect(clock).toHaveText("0:45");
  await page.clock.runFor(44_000);
  await expect(clock).toHaveText("0:01");
  await expect(clock).not.toHaveClass(/up/);
  await page.clock.runFor(3_000);
  await expect(clock).toHaveText("De tijd is om.");
  await expect(clock).toHaveClass(/up/);
  // The next customer gets its own minute; the choice of a minute stays.
  const asked = page.getByTestId("panic-customer");
  const customer = (await asked.getAttribute("data-customer"))!;
  await page.keyboard.press("ArrowRight");
  await expect(asked).not.toHaveAttribute("data-customer", customer);
  await expect(clock).toHaveText("1:00");
  await page.clock.runFor(10_000);
  await expect(clock).toHaveText("0:50");
  await page.locator(".timer").getByRole("button", { name: "uit", exact: true }).click();
  await expect(clock).toHaveCount(0);
});
