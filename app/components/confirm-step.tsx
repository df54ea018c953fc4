import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { Button, LinkButton } from "./button.tsx";

export interface ConfirmStepProps {
  readonly question: string;
  /** What happens then. */
  readonly children: ReactNode;
  /** What is posted when the answer is yes. */
  readonly fields: Readonly<Record<string, string>>;
  readonly submit: string;
}

/** The step between asking for something that others will notice and doing it: part of the page, so that it needs no scripts. */
export function ConfirmStep({ question, children, fields, submit }: ConfirmStepProps) {
  const { t } = useTranslation("common");
  const heading = useRef<HTMLHeadingElement>(null);
  // The link that led here is gone; who reads by ear or key goes on from the question.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="rounded-lg border border-overlap/40 bg-overlap-on px-4 py-3">
      <h3 ref={heading} tabIndex={-1} className="mb-1 text-sm/5 text-overlap outline-none">
        {question}
      </h3>
      {children}
      <Form method="post" preventScrollReset className="mt-3 flex flex-wrap gap-2">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" tone="danger">
          {submit}
        </Button>
        <LinkButton href="?" preventScrollReset>
          {t("actions.cancel")}
        </LinkButton>
      </Form>
    </div>
  );
}
