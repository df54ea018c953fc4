import { createTransport } from "nodemailer";
import type { Mailer } from "#app/http/load-context.server.ts";

/** Sends through SMTP_URL; without one no mail is sent and links are shown to copy. */
export function createMailer(smtpUrl: string | null, origin: string): Mailer {
  if (smtpUrl === null) return { enabled: false, send: async () => undefined };
  const transport = createTransport(smtpUrl);
  const from = { name: "Sammenspil", address: `sammenspil@${new URL(origin).hostname}` };
  return {
    enabled: true,
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
  };
}
