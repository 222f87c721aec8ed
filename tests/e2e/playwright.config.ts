// The browser tests: the finished `dist/` in the machine's own Chromium. Each test serves the page itself (support/fixtures.ts).
import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const executablePath = [process.env.KERNKLANT_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"]
  .find((path) => path && existsSync(path));

// Silence of the browser itself: the tests count what is asked, and machines for tests are often closed off.
const quiet = [
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
// Chromium refuses its sandbox to root; such machines have no graphics either.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: [...quiet, ...asRoot] },
  },
});
