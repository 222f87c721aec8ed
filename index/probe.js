// Tries to reach one address of our own origin by every channel this place (page or worker) has.
// A channel counts as refused only when it failed AND the browser named our policy as the reason: an image that
// does not exist fails too, after it was asked for.

/** How long the browser may take to name its reason. */
const REFUSAL_PATIENCE_MS = 2000;

/** Each channel: the directive that must refuse it, and the attempt; null where this place does not have it. */
const PROBE_CHANNELS = {
  fetch: ["connect-src", (url) => fetch(url, { cache: "no-store" })],
  image: typeof Image === "undefined" ? null : ["img-src", (url) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = resolve;
    image.onerror = () => reject(new Error("image"));
    image.src = url;
  })],
  xhr: typeof XMLHttpRequest === "undefined" ? null : ["connect-src", (url) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = resolve;
    request.onerror = () => reject(new Error("xhr"));
    request.open("GET", url);
    request.send();
  })],
  importScripts: typeof importScripts === "undefined" ? null : ["script-src", async (url) => importScripts(url)],
};

/** Resolves to `[[channel, refused], …]`. */
async function kernklantProbe(url) {
  const outcomes = [];
  // One after the other, so that each reason is known to belong to its attempt.
  for (const [channel, way] of Object.entries(PROBE_CHANNELS)) {
    if (!way) continue;
    const [directive, attempt] = way;
    const address = new URL(url);
    address.searchParams.set("kernklant-probe", channel);
    const named = reasonNamed(directive);
    const failed = await attempt(address.href).then(() => false, () => true);
    outcomes.push([channel, failed && await named]);
  }
  return outcomes;
}

/** Resolves to whether the browser reports that this directive of our policy refused something. */
function reasonNamed(directive) {
  return new Promise((resolve) => {
    const done = (named) => {
      clearTimeout(timer);
      self.removeEventListener("securitypolicyviolation", listen);
      resolve(named);
    };
    // `script-src-elem` is part of `script-src`. The address is not compared: browsers shorten it in their own ways.
    const listen = (event) => {
      if (event.effectiveDirective.startsWith(directive)) done(true);
    };
    const timer = setTimeout(done, REFUSAL_PATIENCE_MS, false);
    self.addEventListener("securitypolicyviolation", listen);
  });
}
