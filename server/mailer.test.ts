import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { createMailer } from "./mailer.ts";

const ORIGIN = "https://sammenspil.example.dk";

test("without SMTP_URL nothing is sent, and pages show links to copy", () => {
  expect(createMailer(null, ORIGIN).enabled).toBe(false);
});

test("with SMTP_URL mail is sent from the installation's own name, in Danish letters", async () => {
  const received: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer(`smtp://127.0.0.1:${port}`, ORIGIN);
  expect(mailer.enabled).toBe(true);
  await mailer.send({
    to: "hr@demo.invalid",
    subject: "Log ind",
    text: "Åbn linket: https://sammenspil.example.dk/sign-in/x",
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(received.map(({ to }) => to)).toEqual([["hr@demo.invalid"]]);
  expect(received[0]?.source).toContain("From: Sammenspil <sammenspil@sammenspil.example.dk>");
  expect(received[0]?.source).toContain("Subject: Log ind");
});
