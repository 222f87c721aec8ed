// Serves the built page on 127.0.0.1 with the headers of its own `_headers` file, and keeps a log of what was asked.
// `cargo xtask run` starts it; the browser tests import it and take the log as their authority.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * Starts a server. `mount` is the path the folder appears under, `port` 0 means any free one.
 * `answer(request, response, path)` may answer instead and then returns true: tests break things with it.
 */
export async function startServer({ root, mount = "/", port = 0, answer = () => false }) {
  const folder = resolve(root);
  const prefix = mount.endsWith("/") ? mount : `${mount}/`;
  const rules = headerRules(await readFile(join(folder, "_headers"), "utf8").catch(() => ""));
  const log = [];

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    log.push({ method: request.method, path: request.url, at: Date.now() });
    if (`${pathname}/` === prefix) return finish(response, 308, { Location: prefix });
    if (!pathname.startsWith(prefix)) return finish(response, 404);
    const path = `/${decodeURIComponent(pathname.slice(prefix.length))}`;
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    if (answer(request, response, path)) return undefined;
    if (request.method !== "GET" && request.method !== "HEAD") return finish(response, 405);
    const file = resolve(folder, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    const isHidden = path.split("/").some((part) => part.startsWith(".") || part === "_headers");
    const found = file.startsWith(folder + sep) && !isHidden ? await stat(file).catch(() => null) : null;
    if (!found?.isFile()) return finish(response, 404);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });

  const actualPort = await listen(server, port);
  return {
    url: `http://127.0.0.1:${actualPort}${prefix}`,
    origin: `http://127.0.0.1:${actualPort}`,
    log,
    stop: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function finish(response, status, headers = {}) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(`${status}\n`);
}

/** Listens on the wanted port, or on any free one when another program has it. */
function listen(server, port) {
  return new Promise((done, failed) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) listen(server, 0).then(done, failed);
      else failed(error);
    });
    server.listen(port, "127.0.0.1", () => done(server.address().port));
  });
}

/** Reads Netlify's format: a path pattern on a line of its own, its headers indented below it. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(":");
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

function headersFor(rules, path) {
  const matches = (pattern) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return rules.filter((rule) => matches(rule.pattern)).flatMap((rule) => rule.headers);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : process.argv[at + 1];
  };
  const server = await startServer({
    root: option("root", "dist"),
    mount: option("mount", "/"),
    port: Number(option("port", "8080")),
  });
  console.log(`Kernklant: ${server.url}  (Ctrl+C stops it)`);
}
