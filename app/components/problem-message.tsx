import { useTranslation } from "#app/text/use-translation.ts";
import { Button, LinkButton } from "./button.tsx";

export interface ProblemMessageProps {
  readonly problem: "notFound" | "forbidden" | "tooMany" | "network" | "unexpected";
  /** Shown where the log has something to look up. */
  readonly requestId: string;
}

/** One heading, one sentence and a way on, for a page that could not be shown. */
export function ProblemMessage({ problem, requestId }: ProblemMessageProps) {
  const { t } = useTranslation("errors");
  const canRetry = problem === "unexpected" || problem === "network" || problem === "tooMany";
  return (
    <section className="py-12">
      <h1 className="text-2xl/8">{t(`${problem}.heading`)}</h1>
      <p className="mt-2 max-w-prose text-base/6 text-muted">{t(`${problem}.text`)}</p>
      {problem === "unexpected" && requestId !== "" && (
        <p className="mt-4 text-muted">
          {t("requestId")}: <code className="select-all font-mono text-ink">{requestId}</code>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {canRetry && <Button onPress={() => window.location.reload()}>{t("reload")}</Button>}
        <LinkButton href="/" tone={canRetry ? "quiet" : "primary"}>
          {t("toOverview")}
        </LinkButton>
      </div>
    </section>
  );
}
