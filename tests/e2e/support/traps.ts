// Servers that nobody should reach: whatever arrives is a leak.
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Traps {
  /** `http://…` of the trap, another origin than the page's. */
  http: string;
  /** `ws://…` of the same server. */
  ws: string;
  /** `stun:…` of the UDP trap. */
  stun: string;
  /** Everything that arrived, in words. */
  caught: string[];
  stop(): Promise<void>;
}

export async function setTraps(): Promise<Traps> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    // As welcoming as can be: a refusal must come from the browser, not from us.
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/plain" });
    response.end("caught");
  });
  server.on("upgrade", (request, socket) => {
    caught.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  server.on("connection", () => caught.push("connection"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  const udp = createSocket("udp4");
  udp.on("message", (message) => caught.push(`udp, ${message.length} bytes`));
  await new Promise<void>((done) => udp.bind(0, "127.0.0.1", done));

  return {
    http: `http://127.0.0.1:${port}`,
    ws: `ws://127.0.0.1:${port}`,
    stun: `stun:127.0.0.1:${udp.address().port}`,
    caught,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await new Promise<void>((done) => udp.close(done));
    },
  };
}
