// The panic question as one person answers it: in sight on a phone, by keys, with the focus kept and the figures hidden.
import type { Page } from "@playwright/test";
import { expect, openSealed, test } from "./support/fixtures";
import { answer, goTo, reportOf } from "./support/job";

async function begin(page: Page, url: string): Promise<void> {
  await openSealed(page, url);
  await page.getByTestId("load-sample").first().click();
  await reportOf(page, 81);
  await goTo(page, "panic");
}

for (const [width, height] of [[390, 844], [360, 740]]) {
  test(`all six answers are in sight at ${width} × ${height}, and the header takes two rows`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await begin(page, site.url);
    await expect(page.locator(".asked")).toBeInViewport({ ratio: 1 });
    for (const key of [5, 4, 3, 2, 1, 0]) {
      await expect(page.getByTestId(`panic-answer-${key}`)).toBeInViewport({ ratio: 1 });
      expect((await page.getByTestId(`panic-answer-${key}`).boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    expect((await page.locator(".topbar").boundingBox())!.height).toBeLessThanOrEqual(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("figures that were hidden stay hidden, for the next customer and on coming back", async ({ page, site }) => {
  await begin(page, site.url);
  await expect(page.locator(".facts dl")).toBeVisible();
  await page.getByTestId("toggle-facts").click();
  await expect(page.locator(".facts dl")).toHaveCount(0);
  await answer(page, 5);
  await expect(page.locator(".facts dl")).toHaveCount(0);
  await goTo(page, "choice");
  await goTo(page, "panic");
  await expect(page.getByTestId("toggle-facts")).toBeVisible();
  await expect(page.locator(".facts dl")).toHaveCount(0);
  await page.getByTestId("toggle-facts").click();
  await expect(page.locator(".facts dl")).toBeVisible();
});

test("V opens the signs, and a reason in other capitals is the same reason", async ({ page, site }) => {
  await begin(page, site.url);
  await page.keyboard.press("v");
  await expect(page.locator("#more-questions")).toBeFocused();
  const box = page.getByTestId("reasons-true");
  await expect(box).toBeVisible();
  for (const reason of ["Prijs", "prijs ", "PRIJS"]) {
    await box.fill(reason);
    await box.press("Enter");
    await expect(box).toHaveValue("");
  }
  const chips = page.locator(".reasons").first().locator(".chip");
  await expect(chips).toHaveText([/^Prijs/]);
  // The button that takes it away goes with it: the focus stays in the box.
  await chips.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(chips).toHaveCount(0);
  await expect(box).toBeFocused();
});

test("the focus stays where one answers while blocks come and go", async ({ page, site }) => {
  await begin(page, site.url);
  // The first answer brings the map below; the button under the hand stays the same one.
  const button = page.getByTestId("panic-answer-4");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "1");
  await expect(page.locator(".chart").first()).toBeVisible();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", "2");
  await expect(button).toBeFocused();
  // A choice of whom to ask changes the words above and keeps its box as well.
  const which = page.locator(".ask-controls select").last();
  await which.focus();
  await which.selectOption({ label: "alleen zonder antwoord" });
  await expect(page.getByText("Nog 58 zonder antwoord").first()).toBeVisible();
  await expect(which).toBeFocused();
});

test("the marks of the map speak the language of the page", async ({ page, site }) => {
  await begin(page, site.url);
  await answer(page, 5);
  const map = page.getByTestId("chart-importance");
  await expect(map.getByText("K", { exact: true })).toBeVisible();
  await page.getByTestId("language").click();
  await expect(map.getByText("C", { exact: true })).toBeVisible();
  await expect(map.getByText("K", { exact: true })).toHaveCount(0);
});

/** Messages of the worker wait while there is a list for them: then the engine seems to be slow. */
function holdMessages(): void {
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    addEventListener(name: string, listener: any, options?: any): void {
      const hear = (event: Event) => {
        const held = (window as any).held;
        if (held) held.push(() => listener(event));
        else listener(event);
      };
      super.addEventListener(name, name === "message" ? hear : listener, options);
    }
  };
}

test("keys that come faster than the engine's pictures lead on all the same", async ({ page, site }) => {
  await page.addInitScript(holdMessages);
  await begin(page, site.url);
  const asked = page.getByTestId("panic-customer");
  const onScreen = () => asked.getAttribute("data-customer");
  await expect(asked).toBeVisible();
  await page.evaluate(() => { (window as any).held = []; });
  const answered: string[] = [];
  const stays = asked.locator('[data-testid="panic-answer-3"][aria-pressed="true"]');
  do {
    answered.push((await onScreen())!);
    await page.keyboard.press("3");
    // The next one; or, where nobody else came along, the answer on the one who stays.
    await expect.poll(async () => (await onScreen()) !== answered.at(-1) || (await stays.count()) > 0).toBe(true);
  } while ((await onScreen()) !== answered.at(-1));
  expect(answered.length).toBeGreaterThan(5);
  expect(new Set(answered).size).toBe(answered.length);
  await page.evaluate(() => {
    const held: (() => void)[] = (window as any).held;
    delete (window as any).held;
    held.forEach((tell) => tell());
  });
  await expect(asked).not.toHaveAttribute("data-customer", answered.at(-1)!);
  expect(answered).not.toContain(await onScreen());
  await expect(page.getByTestId("figure-panic-answered")).toHaveAttribute("data-value", String(answered.length));
});
