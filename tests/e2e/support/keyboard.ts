// The page by keyboard: only keys, with the focus watched at every step.
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Where the focus is, and what is wrong with it: nowhere, not marked, or out of sight. */
async function focused(page: Page, wanted: string): Promise<{ what: string; fault: string; found: boolean }> {
  return page.evaluate((wanted) => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) {
      return { what: "nothing", fault: "the focus is lost", found: false };
    }
    const what = element.outerHTML.slice(0, 160);
    // A file box is transparent: the button around it is marked. A mark of a chart gets a ring in the picture.
    const marked = element.closest(".file-button") ?? element;
    const style = getComputedStyle(marked);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const ringed = element.closest("svg")?.querySelector(".chart-ring") !== null && element.closest("svg") !== null;
    let fault = outlined || ringed ? "" : "the focus is not marked";
    const box = marked.getBoundingClientRect();
    // What lies under the header that stays on top is not seen; the skip link lies over it.
    const under = element.closest(".topbar, .skip") ? 0 : document.querySelector(".topbar")!.getBoundingClientRect().bottom;
    if (box.bottom <= under || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth || box.width * box.height === 0) {
      fault = `the focus is out of sight (${box.left}, ${box.top}, ${box.right}, ${box.bottom}; header to ${under})`;
    }
    return { what, fault, found: element.matches(wanted) };
  }, wanted);
}

/** The focus is somewhere, marked and in sight. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(async () => {
    const { what, fault } = await focused(page, "*");
    return fault && `${fault}: ${what}`;
  }).toBe("");
}

/** The focus is on the title of the screen, so that reading goes on there. */
export async function expectFocusOnTitle(page: Page): Promise<void> {
  await expect(page.locator("#title")).toBeFocused();
  await expectFocusSeen(page);
}

/** Tab by tab to the first thing that `selector` names; the focus is seen all the way. */
export async function tabTo(page: Page, selector: string, direction: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let step = 0; step < 600; step += 1) {
    await page.keyboard.press(direction);
    let now = await focused(page, selector);
    // Scrolling and drawing may take a frame.
    if (now.fault) {
      await expectFocusSeen(page);
      now = await focused(page, selector);
    }
    if (now.found) return;
  }
  throw new Error(`${selector} is not reached by ${direction}`);
}
