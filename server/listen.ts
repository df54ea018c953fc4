import type { Server } from "node:http";
import { EXIT, ExitError } from "./exit.ts";

const CLOSE_WITHIN_MS = 3_000;

/** @throws ExitError when the port is taken */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") reject(error);
      else reject(new ExitError(EXIT.refused, `Port ${port} is in use. Choose another one with PORT.`));
    });
    server.listen(port, host, resolve);
  });
}

/** Lets answers under way be finished, for a while. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
  });
}
