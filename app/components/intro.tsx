import { useFetcher, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/text/use-translation.ts";
import { Button } from "./button.tsx";
import { useShell } from "./shell-context.tsx";

/** At the first sign-in: what others see of one, in three lines, until it is acknowledged. */
export function Intro() {
  const { t } = useTranslation("people");
  const { person } = useShell();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  if (person === null || person.introSeen || fetcher.state !== "idle") return null;
  return (
    <aside aria-labelledby="intro" className="border-b border-line bg-primary-on px-3 py-2.5 sm:px-5 print:hidden">
      <fetcher.Form method="post" action="/account" className="flex items-center gap-x-6 gap-y-2 max-lg:flex-wrap">
        <input type="hidden" name="intent" value="intro" />
        <input type="hidden" name="returnTo" value={pathname + search} />
        <h2 id="intro" className="shrink-0 text-sm/5">
          {t("intro.heading")}
        </h2>
        <ul className="grid min-w-0 flex-1 gap-x-6 gap-y-1 text-[13px]/[18px] max-lg:basis-full lg:grid-cols-3">
          {(["name", "changes", "boards"] as const).map((line) => (
            <li key={line}>{t(`intro.${line}`)}</li>
          ))}
        </ul>
        <Button type="submit" tone="primary" size="small" className="shrink-0">
          {t("intro.understood")}
        </Button>
      </fetcher.Form>
    </aside>
  );
}
