// Boot: fetch both modules, paint, seal, prove the seal, hand the engine to the page.
// `SOURCES` and `WORKER_SOURCE` stand above this text, as do the app's glue (`wasm_bindgen`) and the probe.

/** Added once everything is here. A policy cannot be taken back, and workers started afterwards inherit it. */
const SEAL = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:";

/** After this long without the page being ready, say so instead of waiting on. */
const BOOT_PATIENCE_MS = 60000;

// A content policy does not stop WebRTC, so it goes before anything else runs.
for (const name of [
  "RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "RTCDataChannel", "RTCIceTransport",
  "RTCDtlsTransport", "RTCSctpTransport", "WebTransport", "PresentationRequest", "RemotePlayback",
]) {
  delete window[name];
}

// Nor does it stop navigation, which could carry data in its address. The page has no links that lead away, so
// whatever tries is cancelled, except reloading and saving a file. (A person's own typing and bookmarks are not events.)
window.open = () => null;
window.navigation?.addEventListener("navigate", (event) => {
  const leaves = !event.destination.sameDocument && event.navigationType !== "reload" && event.downloadRequest === null;
  if (leaves && event.cancelable) event.preventDefault();
});

// A file dropped beside the drop zone, or before the page is there, must not replace the page.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => event.preventDefault());
}

const TEXTS = {
  nl: {
    title: "Kernklant kon niet verder",
    load: "Een deel van de pagina kwam niet goed binnen. Uw gegevens zijn nergens heen gestuurd. Controleer de verbinding en laad de pagina opnieuw.",
    slow: "Het laden duurt te lang. Controleer de verbinding en laad de pagina opnieuw.",
    old: "Deze browser is te oud of staat WebAssembly niet toe. Gebruik een recente Chrome, Edge, Firefox of Safari.",
    panic: "Er ging iets mis in de pagina zelf. Uw gegevens zijn nergens heen gestuurd. Bewaar wat u invulde en laad de pagina opnieuw; u kunt het bestand daarna weer openen.",
    save: "Bewaar wat ik invulde",
    reload: "Laad opnieuw",
    detail: "Technische melding",
  },
  en: {
    title: "Kernklant could not go on",
    load: "Part of the page did not arrive intact. Your data was not sent anywhere. Check the connection and reload the page.",
    slow: "Loading takes too long. Check the connection and reload the page.",
    old: "This browser is too old or does not allow WebAssembly. Use a recent Chrome, Edge, Firefox or Safari.",
    panic: "Something went wrong in the page itself. Your data was not sent anywhere. Save what you entered and reload the page; you can open that file again afterwards.",
    save: "Save what I entered",
    reload: "Reload",
    detail: "Technical message",
  },
};

const wantedLanguage = new URLSearchParams(location.search).get("lang") || navigator.language || "nl";
const language = wantedLanguage.toLowerCase().startsWith("nl") ? "nl" : "en";
document.documentElement.lang = language;

let hasFailed = false;

/** Replaces the page by a screen in both languages; `kind` is a key of TEXTS. Shown once: the first reason is the one that counts. */
function fail(kind, detail) {
  if (hasFailed) return;
  hasFailed = true;
  clearTimeout(slow);
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const screen = make("main", "boot-failure");
  screen.setAttribute("role", "alert");
  screen.dataset.testid = "boot-failure";
  screen.dataset.kind = kind;
  for (const key of language === "nl" ? ["nl", "en"] : ["en", "nl"]) {
    const texts = TEXTS[key];
    const section = make("section", "boot-failure-language");
    section.lang = key;
    section.append(make("h1", "", texts.title), make("p", "", texts[kind]));
    const buttons = make("p", "boot-failure-actions");
    if (typeof window.kernklantLastInputs === "string") {
      const save = make("a", "button", texts.save);
      save.href = URL.createObjectURL(new Blob([window.kernklantLastInputs], { type: "text/csv;charset=utf-8" }));
      save.download = "kernklant-ronde.csv";
      save.dataset.testid = "boot-failure-save";
      buttons.append(save);
    }
    const reload = make("button", "button", texts.reload);
    reload.type = "button";
    reload.addEventListener("click", () => location.reload());
    buttons.append(reload);
    section.append(buttons);
    screen.append(section);
  }
  const more = make("details", "");
  more.append(make("summary", "", TEXTS[language].detail), make("pre", "", String(detail)));
  screen.append(more);
  document.body.replaceChildren(screen);
}

const slow = setTimeout(fail, BOOT_PATIENCE_MS, "slow", "timeout");

const documentReady = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
  else resolve();
});
// Styles count too: nothing may be fetched after the seal.
const everythingLoaded = new Promise((resolve) => {
  if (document.readyState === "complete") resolve();
  else window.addEventListener("load", resolve, { once: true });
});

/** Compiles a module from its address (hosted) or from the text of an element (single file). */
async function compile(source) {
  if (source.url) {
    const response = await fetch(new URL(source.url, document.baseURI), { integrity: source.integrity });
    if (!response.ok) throw new Error(`${source.url}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  }
  await documentReady;
  const element = document.getElementById(source.element);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  element.remove();
  return WebAssembly.compile(bytes);
}

function seal() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = SEAL;
  document.head.append(meta);
}

/**
 * What the probes try to reach. Hosted: the page itself, an address of our own origin that certainly exists.
 * From disk: a name that is reserved never to exist, since browsers leave `file:` out of their policies.
 */
const PROBE_ADDRESS = location.protocol === "file:" ? "https://kernklant.invalid/" : document.baseURI.split("#")[0];

/** Everything up to the moment that data may come in. */
async function boot() {
  const compiled = [compile(SOURCES.app), compile(SOURCES.engine)];
  const [app, engine] = compiled;
  const painted = Promise.all([app, documentReady]).then(([module]) => wasm_bindgen({ module_or_path: module }));
  const [engineModule] = await Promise.all([engine, app, painted, everythingLoaded]);
  seal();
  const evidence = await kernklantProbe(PROBE_ADDRESS);
  clearTimeout(slow);
  return {
    engineModule,
    workerUrl: URL.createObjectURL(new Blob([WORKER_SOURCE], { type: "text/javascript" })),
    sealed: evidence.length > 0 && evidence.every(([, refused]) => refused),
    evidence,
  };
}

// `platform::boot` and `platform::failure` are the Rust side of this object.
window.kernklant = { fail, ready: null, probeAddress: PROBE_ADDRESS, probe: () => kernklantProbe(PROBE_ADDRESS) };
window.addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail("panic", event.error);
});
// Both modules work on sixteen bytes at a time; this smallest module that does tells whether the browser can.
const VECTORS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
if (typeof WebAssembly === "object" && WebAssembly.validate(Uint8Array.from(VECTORS))) {
  window.kernklant.ready = boot();
  window.kernklant.ready.catch((error) => documentReady.then(() => fail("load", error)));
} else {
  documentReady.then(() => fail("old", navigator.userAgent));
}
