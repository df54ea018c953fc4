import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { AppPage, PageHeading } from "#app/components/page.tsx";
import { textsOf } from "#app/http/language.server.ts";
import { requireRunning } from "#app/http/running-guard.server.ts";
import { pageTitle } from "#app/text/page-title.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { loadSheets } from "./data.server.ts";
import { TableSheet } from "./table-sheet.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { workshop } = await requireRunning(args);
  const heading = textsOf(args.request, args.context, "stage")("sheets.heading");
  return { heading, workshop, ...(await loadSheets(args.context, workshop)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.heading);

/** Paper for the tables: how to join without seeing the screen, and what the day holds when the wifi does not. */
export default function SheetsScreen() {
  const { t } = useTranslation("stage");
  const { workshop, tables, ...sheet } = useLoaderData<typeof loader>();
  return (
    <AppPage>
      <div className="print:hidden">
        <PageHeading
          heading={t("sheets.heading")}
          above={workshop.title}
          below={sheet.join === null ? t("sheets.noCode") : undefined}
          actions={
            <>
              <LinkButton href={`/workshops/${workshop.id}/live`}>{t("sheets.back")}</LinkButton>
              <Button tone="primary" onPress={() => window.print()}>
                {t("sheets.print")}
              </Button>
            </>
          }
        />
      </div>
      <div className="grid grid-cols-1 gap-6 print:block">
        {tables.map((table) => (
          <TableSheet key={table?.id ?? "room"} table={table} workshop={workshop} {...sheet} />
        ))}
      </div>
    </AppPage>
  );
}
