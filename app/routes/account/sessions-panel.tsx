import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { browserOf } from "./browser-of.ts";

export interface SessionsPanelProps {
  readonly sessions: readonly {
    readonly id: string;
    readonly lastSeenAt: number;
    readonly userAgent: string;
    readonly isThis: boolean;
  }[];
  readonly now: number;
}

/** Every browser that the person is signed in to, and the way out of each. */
export function SessionsPanel({ sessions, now }: SessionsPanelProps) {
  const { t } = useTranslation("people");
  const format = useFormat();
  const nameOf = (userAgent: string) => {
    const seen = browserOf(userAgent);
    return seen === null ? t("account.unknownBrowser") : t("account.browserOn", { ...seen });
  };
  return (
    <Panel heading={t("account.sessions")}>
      <p className="mb-2 text-muted">{t("account.sessionsText")}</p>
      <ul className="divide-y divide-line">
        {sessions.map(({ id, userAgent, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <span className="font-medium">{nameOf(userAgent)}</span>{" "}
              <span className="text-muted">
                {isThis ? t("account.thisSession") : t("account.lastSeen", { ago: format.ago(lastSeenAt, now) })}
              </span>
            </span>
            {!isThis && (
              <Form method="post">
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="sessionId" value={id} />
                <Button type="submit" size="small" aria-label={t("account.endSessionAt", { where: nameOf(userAgent) })}>
                  {t("account.endSession")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" reloadDocument className="mt-3">
        <input type="hidden" name="intent" value="end-all-sessions" />
        <Button type="submit" tone="danger">
          {t("account.endAll")}
        </Button>
      </Form>
    </Panel>
  );
}
