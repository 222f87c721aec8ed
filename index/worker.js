// The last part of the worker's script; the engine's glue and the probe stand above it.
// The page sends the compiled module first. Then the Rust host takes the messages over.

// A trap in WebAssembly shows up as an error or as a rejected promise, which the page would not hear of by itself.
self.addEventListener("error", (event) => self.postMessage(String(event.message)));
self.addEventListener("unhandledrejection", (event) => self.postMessage(String(event.reason)));

self.kernklantProbe = kernklantProbe;
self.addEventListener("message", (event) => wasm_bindgen({ module_or_path: event.data }), { once: true });
