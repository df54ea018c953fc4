import { Form } from "@remix-run/react";
import type { Problem } from "#app/http/problem.ts";
import type { SentForm } from "#app/http/trouble.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { Button, buttonClass, LinkButton } from "./button.tsx";

export interface ProblemMessageProps {
  readonly problem: Problem;
  /** Under which the log has the request that failed; null for what never came to the server. */
  readonly requestId: string | null;
  /** What was sent and not taken in. */
  readonly again: SentForm | null;
}

const MAY_PASS: ReadonlySet<Problem> = new Set(["unexpected", "network", "tooMany"]);

/** One heading, one sentence and a way on, for a page that could not be shown. */
export function ProblemMessage({ problem, requestId, again }: ProblemMessageProps) {
  const { t } = useTranslation("errors");
  const canReload = MAY_PASS.has(problem);
  return (
    <section className="py-12">
      <h1 className="text-2xl/8">{t(`${problem}.heading`)}</h1>
      <p className="mt-2 max-w-prose text-base/6 text-muted">{t(`${problem}.text`)}</p>
      {again !== null && <p className="mt-2 max-w-prose text-base/6 text-muted">{t("kept")}</p>}
      {requestId !== null && (
        <p className="mt-4 text-muted">
          {t("requestId")}: <code className="select-all font-mono text-ink">{requestId}</code>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {again !== null && <SendAgain form={again} />}
        {canReload && <Button onPress={() => window.location.reload()}>{t("reload")}</Button>}
        <LinkButton href="/" tone={canReload || again !== null ? "quiet" : "primary"}>
          {t("toOverview")}
        </LinkButton>
      </div>
    </section>
  );
}

/** The same form, as it was sent: nothing that was typed has to be typed again. */
function SendAgain({ form: { action, fields } }: { readonly form: SentForm }) {
  const { t } = useTranslation("errors");
  return (
    <Form method="post" action={action} reloadDocument>
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={buttonClass("primary")}>
        {t("sendAgain")}
      </button>
    </Form>
  );
}
