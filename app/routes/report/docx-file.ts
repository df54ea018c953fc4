import type { LoaderFunctionArgs } from "@remix-run/node";
import { besideReading } from "#app/http/beside-reading.server.ts";
import { languageOf, textsOf } from "#app/http/language.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatOf } from "#app/text/format.ts";
import { writeReportDocx } from "./docx.server.ts";
import { loadEditions, loadLiveReport, noteExport } from "./live-data.server.ts";
import { requireReport } from "./require-report.server.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The report of a live workshop as a file for Word; the same address as the page, the same content. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const place = await requireReport(context, request, params["workshopId"]);
  const { workshop, organisationId } = place;
  const report = await loadLiveReport(context, place);
  if (report === null) throw notFound();
  const editions = await loadEditions(context, place);
  const file = await writeReportDocx(report, {
    t: textsOf(request, context, "report"),
    after: textsOf(request, context, "after"),
    live: textsOf(request, context, "live"),
    format: formatOf(languageOf(request, context)),
    title: workshop.title,
    municipality: editions.find(({ id }) => id === organisationId)?.name ?? null,
  });
  await besideReading(context, request, () => noteExport(context, place));
  return new Response(new Uint8Array(file), {
    headers: { "Content-Type": TYPE, "Content-Disposition": `attachment; filename="sammenspil-${workshop.id}.docx"` },
  });
}
