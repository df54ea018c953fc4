import type { LoaderFunctionArgs } from "@remix-run/node";
import { besideReading } from "#app/http/beside-reading.server.ts";
import { compareWordsOf } from "#app/http/compare-words.server.ts";
import { toDanishCsv } from "#app/http/danish-csv.server.ts";
import { requireCan, requireSession } from "#app/http/guards.server.ts";
import { readCompareView } from "#domain/compare.ts";
import { INSTALLATION } from "#domain/permissions.ts";
import { loadTable, noteExport } from "./data.server.ts";

/** The table of the compare page as a file for Danish Excel: same address, same numbers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireSession(context, request);
  requireCan(context, "compare.read", INSTALLATION);
  const view = readCompareView(new URL(request.url).searchParams);
  const words = compareWordsOf(request, context);
  const table = await loadTable(context, { person, view, words });
  await besideReading(context, request, () => noteExport(context, { person, view }));
  return new Response(toDanishCsv(table), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="sammenspil-${view.rows}.csv"`,
    },
  });
}
