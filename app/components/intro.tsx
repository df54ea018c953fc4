import { useFetcher, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/text/use-translation.ts";
import { Button } from "./button.tsx";
import { useShell } from "./shell-context.tsx";
import { TextList } from "./text-list.tsx";

/** At the first sign-in: what others see of one, in three lines, until it is acknowledged. */
export function Intro() {
  const { t } = useTranslation("people");
  const { person } = useShell();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  if (person === null || person.introSeen || fetcher.state !== "idle") return null;
  return (
    <aside aria-labelledby="intro" className="border-b border-line bg-primary-on px-4 py-4 sm:px-6 print:hidden">
      <fetcher.Form method="post" action="/account" className="mx-auto max-w-[1130px]">
        <input type="hidden" name="intent" value="intro" />
        <input type="hidden" name="returnTo" value={pathname + search} />
        <h2 id="intro" className="mb-2 text-base/6">
          {t("intro.heading")}
        </h2>
        <TextList items={[t("intro.name"), t("intro.changes"), t("intro.boards")]} />
        <Button type="submit" tone="primary" className="mt-3">
          {t("intro.understood")}
        </Button>
      </fetcher.Form>
    </aside>
  );
}
