import { Form } from "@remix-run/react";
import { X } from "lucide-react";
import { Button, IconButton, LinkButton } from "#app/components/button.tsx";
import { ConfirmStep } from "#app/components/confirm-step.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { AGENDA_LIMITS, type AgendaItem } from "#domain/live/agenda.ts";
import type { ShownTemplate } from "./data.server.ts";

export interface SourcesPanelProps {
  readonly templates: readonly ShownTemplate[];
  readonly saved: readonly ShownTemplate[];
  readonly others: readonly { readonly id: string; readonly title: string; readonly items: number }[];
  /** The template that is about to replace the agenda. */
  readonly using: string | null;
  readonly agenda: readonly AgendaItem[];
}

/** Where an agenda can come from, and how this one is kept for others. */
export function SourcesPanel({ templates, saved, others, using, agenda }: SourcesPanelProps) {
  const { t } = useTranslation("agenda");
  const isEmpty = agenda.length === 0;
  const line = (template: ShownTemplate) => (
    <TemplateLine key={template.id} template={template} isEmpty={isEmpty} isAsked={using === template.id} />
  );
  return (
    <Panel heading={t("templates.heading")}>
      <ul className="grid gap-1">{templates.map(line)}</ul>
      {saved.length > 0 && (
        <>
          <h3 className="mt-4 text-[13px]/5 font-semibold">{t("templates.own")}</h3>
          <ul className="grid gap-1">{saved.map(line)}</ul>
        </>
      )}
      {others.length > 0 && <CopyForm others={others} />}
      {!isEmpty && <SaveForm />}
    </Panel>
  );
}

interface TemplateLineProps {
  readonly template: ShownTemplate;
  readonly isEmpty: boolean;
  readonly isAsked: boolean;
}

/** With an agenda already there, using another is asked once more. */
function TemplateLine({ template, isEmpty, isAsked }: TemplateLineProps) {
  const { t } = useTranslation("agenda");
  const { id, title, about, isOwn } = template;
  const items = t("items", { count: template.items });
  if (isAsked && !isEmpty) {
    return (
      <li>
        <ConfirmStep
          question={t("templates.question", { title })}
          fields={{ intent: "use-template", templateId: id }}
          submit={t("templates.confirm")}
        >
          <p>{t("templates.text")}</p>
        </ConfirmStep>
      </li>
    );
  }
  return (
    <li className="flex items-start justify-between gap-3 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {about !== "" && <p className="text-[13px]/5 text-pretty text-muted">{about}</p>}
        <p className="text-[13px]/5 text-muted">{t("templates.length", { items, minutes: template.minutes })}</p>
      </div>
      <div className="flex shrink-0 items-center gap-1">
        {isEmpty ? (
          <Form method="post">
            <input type="hidden" name="intent" value="use-template" />
            <input type="hidden" name="templateId" value={id} />
            <Button type="submit" size="small" aria-label={t("templates.chooseTemplate", { title })}>
              {t("templates.choose")}
            </Button>
          </Form>
        ) : (
          <LinkButton
            href={`?use=${encodeURIComponent(id)}`}
            preventScrollReset
            size="small"
            aria-label={t("templates.chooseTemplate", { title })}
          >
            {t("templates.choose")}
          </LinkButton>
        )}
        {isOwn && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="remove-template" />
            <input type="hidden" name="templateId" value={id} />
            <IconButton type="submit" size="small" label={t("templates.delete", { title })}>
              <X aria-hidden="true" />
            </IconButton>
          </Form>
        )}
      </div>
    </li>
  );
}

function CopyForm({ others }: Pick<SourcesPanelProps, "others">) {
  const { t } = useTranslation("agenda");
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="min-h-6 font-semibold">{t("templates.copy")}</summary>
      <Form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="intent" value="copy-agenda" />
        <SelectField
          name="from"
          label={t("templates.workshop")}
          options={others.map(({ id, title, items }) => ({
            value: id,
            label: `${title} · ${t("items", { count: items })}`,
          }))}
        />
        <p className="text-[13px]/5 text-muted">{t("templates.text")}</p>
        <div>
          <Button type="submit">{t("templates.copySubmit")}</Button>
        </div>
      </Form>
    </details>
  );
}

function SaveForm() {
  const { t } = useTranslation("agenda");
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="min-h-6 font-semibold">{t("templates.save")}</summary>
      <Form method="post" preventScrollReset className="mt-2 grid gap-2">
        <input type="hidden" name="intent" value="save-template" />
        <TextField
          name="title"
          label={t("templates.title")}
          hint={t("templates.saveHint")}
          maxLength={AGENDA_LIMITS.title}
        />
        <div>
          <Button type="submit">{t("templates.submit")}</Button>
        </div>
      </Form>
    </details>
  );
}
