/** The least that a room can be: forwards every frame to the others and keeps nothing. A process of its own. */
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
server.on("connection", (socket) => {
  socket.on("message", (frame) => {
    for (const other of server.clients) if (other !== socket) other.send(frame, { binary: true });
  });
});
server.on("listening", () => {
  const address = server.address();
  if (typeof address === "object") process.send?.(address?.port);
});
