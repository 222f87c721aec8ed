// Nothing leaves the browser: the authority is the log of our own server and of the traps.
import { startServer } from "../../xtask/serve/server.mjs";
import { dist, expect, expectSealed, mounts, openSealed, test } from "./support/fixtures";
import { tryFromPage, tryFromWorker } from "./support/attempts";
import { doTheWholeJob } from "./support/job";

for (const mount of mounts) {
  test.describe(`under ${mount}`, () => {
    test.use({ under: mount });

    test("a visit asks for four files of our own and then for nothing, all through the job", async ({ page, site, traps }) => {
      await openSealed(page, site.url);
      const asked = site.log.map(({ method, path }) => `${method} ${path.slice(mount.length)}`).sort();
      expect(asked).toEqual([
        "GET ",
        expect.stringMatching(/^GET assets\/app-\w{12}\.wasm$/),
        expect.stringMatching(/^GET assets\/engine-\w{12}\.wasm$/),
        expect.stringMatching(/^GET assets\/kernklant-\w{12}\.css$/),
      ]);
      await doTheWholeJob(page);
      await page.waitForTimeout(500);
      expect(site.log.length, JSON.stringify(site.log.slice(4))).toBe(4);
      expect(traps.caught).toEqual([]);
    });

    for (const where of ["page", "worker"] as const) {
      for (const whither of ["a stranger", "our own origin"] as const) {
        test(`no channel of the ${where} reaches ${whither}`, async ({ page, site, traps }) => {
          await openSealed(page, site.url);
          const before = site.log.length;
          const targets = whither === "a stranger"
            ? { http: traps.http, ws: traps.ws, stun: traps.stun }
            : { http: site.url.slice(0, -1), ws: site.url.slice(0, -1).replace("http", "ws"), stun: traps.stun };
          const outcome = where === "page"
            ? await page.evaluate(tryFromPage, targets)
            : await page.workers()[0].evaluate(tryFromWorker, targets);
          await page.waitForTimeout(500);
          expect(Object.keys(outcome).length).toBeGreaterThan(8);
          expect(site.log.slice(before), JSON.stringify(outcome, null, 1)).toEqual([]);
          // Chromium may open a connection for a blocked frame or form without asking anything over it.
          expect(traps.caught.filter((line) => line !== "connection"), JSON.stringify(outcome, null, 1)).toEqual([]);
        });
      }
    }
  });
}

test("on a host that sends no headers of ours the seal holds just the same", async ({ page, traps }) => {
  const site = await startServer({
    root: dist,
    mount: "/pages/kernklant/",
    answer: (_request: unknown, response: any) => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      return false;
    },
  });
  await openSealed(page, site.url);
  const before = site.log.length;
  const own = site.url.slice(0, -1);
  await page.workers()[0].evaluate(tryFromWorker, { http: own, ws: own.replace("http", "ws"), stun: traps.stun });
  await page.evaluate(tryFromPage, { http: own, ws: own.replace("http", "ws"), stun: traps.stun });
  expect(site.log.slice(before)).toEqual([]);
  expect(traps.caught).toEqual([]);
  await site.stop();
});

test("before the seal the page can reach its own origin, so the seal is what stops it", async ({ page, site }) => {
  // The engine is held back, and with it the seal.
  let release = () => {};
  const held = new Promise<void>((done) => { release = done; });
  await page.route("**/engine-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url);
  expect(await page.evaluate(() => fetch("index.html").then((answer) => answer.ok))).toBe(true);
  release();
  await expectSealed(page);
  expect(await page.evaluate(() => fetch("index.html").then(() => "reached", () => "refused"))).toBe("refused");
});

test("the seal cannot be taken off", async ({ page, site }) => {
  await openSealed(page, site.url);
  const before = site.log.length;
  const outcome = await page.evaluate(() => {
    document.querySelectorAll("meta").forEach((meta) => meta.remove());
    return fetch("index.html").then(() => "reached", () => "refused");
  });
  expect(outcome).toBe("refused");
  expect(site.log.length).toBe(before);
});

test("no navigation takes anything along", async ({ page, site, traps }) => {
  await openSealed(page, site.url);
  const before = site.log.length;
  for (const target of [`${traps.http}/?secret`, `${site.url}?secret`]) {
    await page.evaluate(async (target) => {
      const anchor = document.createElement("a");
      anchor.href = target;
      anchor.click();
      window.open(target);
      const refresh = document.createElement("meta");
      refresh.httpEquiv = "refresh";
      refresh.content = `0;url=${target}`;
      document.head.append(refresh);
      location.href = target;
      await new Promise((done) => setTimeout(done, 500));
    }, target);
  }
  expect(new URL(page.url()).origin).toBe(site.origin);
  expect(page.url()).not.toContain("secret");
  expect(page.context().pages().length).toBe(1);
  expect(site.log.slice(before)).toEqual([]);
  expect(traps.caught.filter((line) => line !== "connection")).toEqual([]);
});

test("the worker's own probe is refused on every channel, and names the policy as the reason", async ({ page, site }) => {
  await openSealed(page, site.url);
  const before = site.log.length;
  const outcome = await page.workers()[0].evaluate((url) => (self as any).kernklantProbe(url), site.url);
  expect(outcome).toEqual([["fetch", true], ["xhr", true], ["importScripts", true]]);
  expect(site.log.length).toBe(before);
});

test("WebRTC is gone before the page runs", async ({ page, site }) => {
  await openSealed(page, site.url);
  const present = await page.evaluate(() =>
    ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"].filter((name) => name in window));
  expect(present).toEqual([]);
});

test("neither module can ask for anything: no such function is imported", async ({ page, site }) => {
  await openSealed(page, site.url);
  const files = site.log.map(({ path }) => path).filter((path) => path.endsWith(".wasm"));
  expect(files.length).toBe(2);
  for (const file of files) {
    const bytes = Buffer.from(await (await fetch(site.origin + file)).arrayBuffer());
    const names = WebAssembly.Module.imports(await WebAssembly.compile(bytes)).map(({ name }) => name);
    expect(names.filter((name) => /fetch|xmlhttp|websocket|eventsource|beacon|rtcpeer|importscripts|open_with/i.test(name))).toEqual([]);
  }
});

test("the page is served with its policy as a header too, and forbids framing", async ({ page, site }) => {
  const answer = await page.goto(site.url);
  const headers = answer!.headers();
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute("content");
  expect(headers["content-security-policy"]).toBe(`${meta}; frame-ancestors 'none'`);
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(await page.evaluate(() => document.head.firstElementChild!.getAttribute("http-equiv"))).toBe("Content-Security-Policy");
});
