// Limit A: a bare server, in a process of its own, that sends the compressed bytes of one page of the portal from memory.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { compressed } from "./pages";

const [url = "", path = ""] = process.argv.slice(2);
const { headers, bytes } = await compressed(url, path);
const kept = {
  "Content-Type": headers["content-type"] ?? "",
  "Content-Encoding": headers["content-encoding"] ?? "identity",
  "Content-Length": bytes.length,
};
const server = createServer((_, response) => response.writeHead(200, kept).end(bytes));
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
