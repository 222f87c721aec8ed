// Tries to reach one address of our own origin by every channel this place (page or worker) has.
// A channel counts as refused only when it failed AND the browser named our policy as the reason: an image that
// does not exist fails too, after it was asked for.

/** How long the browser may take to name its reason. */
const REFUSAL_PATIENCE_MS = 2000;

const PROBE_CHANNELS = {
  fetch: (url) => fetch(url, { cache: "no-store" }),
  image: typeof Image === "undefined" ? null : (url) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = resolve;
    image.onerror = () => reject(new Error("image"));
    image.src = url;
  }),
  xhr: typeof XMLHttpRequest === "undefined" ? null : (url) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = resolve;
    request.onerror = () => reject(new Error("xhr"));
    request.open("GET", url);
    request.send();
  }),
  importScripts: typeof importScripts === "undefined" ? null : async (url) => importScripts(url),
};

/** Resolves to `[[channel, refused], …]`. */
async function kernklantProbe(url) {
  const outcomes = [];
  for (const [channel, attempt] of Object.entries(PROBE_CHANNELS)) {
    if (!attempt) continue;
    // One address a channel, so that each reason is known to belong to its attempt.
    const address = new URL(url);
    address.searchParams.set("kernklant-probe", channel);
    const named = reasonNamed(address.href);
    const failed = await attempt(address.href).then(() => false, () => true);
    outcomes.push([channel, failed && await named]);
  }
  return outcomes;
}

/** Resolves to whether the browser reported our policy for this address. */
function reasonNamed(href) {
  return new Promise((resolve) => {
    const done = (named) => {
      clearTimeout(timer);
      self.removeEventListener("securitypolicyviolation", listen);
      resolve(named);
    };
    // Local files are reported without their path.
    const listen = (event) => {
      if (event.blockedURI === href || event.blockedURI === "file") done(true);
    };
    const timer = setTimeout(done, REFUSAL_PATIENCE_MS, false);
    self.addEventListener("securitypolicyviolation", listen);
  });
}
