import { Form } from "@remix-run/react";
import { buttonClass } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { DemoGroup } from "./data.server.ts";

/** One click signs in as a person of the demo; there is no such list anywhere else. */
export function DemoPeople({ groups }: { readonly groups: readonly DemoGroup[] }) {
  const { t } = useTranslation("signIn");
  return (
    <Panel heading={t("demo.heading")}>
      <p className="mb-4 text-muted">{t("demo.text")}</p>
      <Form method="post" reloadDocument className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <input type="hidden" name="intent" value="demo" />
        {groups.map(({ organisation, people }) => (
          <section key={organisation} aria-label={organisation ?? t("demo.across")}>
            <h3 className="mb-1.5 text-[13px] text-muted">{organisation ?? t("demo.across")}</h3>
            <div className="flex flex-wrap gap-1.5">
              {people.map(({ id, name }) => (
                <button
                  key={id}
                  type="submit"
                  name="personId"
                  value={id}
                  aria-label={t("demo.signInAs", { name })}
                  className={buttonClass("quiet", "small")}
                >
                  {organisation === null ? name : name.replace(`, ${organisation}`, "")}
                </button>
              ))}
            </div>
          </section>
        ))}
      </Form>
    </Panel>
  );
}
