import { WorkshopTime } from "#app/components/workshop-time.tsx";
import type { QrCode } from "#app/live/qr.server.ts";
import { QrPicture } from "#app/live/qr-picture.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { spokenJoinCode } from "#domain/live/join-code.ts";
import type { Workshop } from "#domain/workshop.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

interface SheetItem {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes: number;
  readonly startsAt: number | null;
}

export interface TableSheetProps {
  /** Null is a sheet for everybody. */
  readonly table: WorkshopTable | null;
  readonly workshop: Workshop;
  readonly agenda: readonly SheetItem[];
  readonly joinAddress: string;
  /** Null while the workshop is not open. */
  readonly join: { readonly joinCode: string; readonly qr: QrCode } | null;
}

/** One page: the table, how to join, and the agenda. */
export function TableSheet({ table, workshop, agenda, joinAddress, join }: TableSheetProps) {
  const { t } = useTranslation(["stage", "live"]);
  return (
    <article className="rounded-xl border border-line bg-surface p-6 print:break-after-page print:rounded-none print:border-0 print:p-0 print:last:break-after-auto">
      <header className="flex items-start justify-between gap-6 max-sm:flex-col print:flex-row">
        <div className="min-w-0">
          <p className="text-base/6 text-muted">{workshop.title}</p>
          <h2 className="text-5xl/14">
            {table === null ? t("sheets.room") : t("live:table", { number: table.number })}
          </h2>
          {table !== null && table.name !== "" && <p className="text-2xl/8">{table.name}</p>}
          {workshop.startsAt !== null && (
            <p className="mt-2 text-muted">
              <WorkshopTime workshop={workshop} />
            </p>
          )}
        </div>
        {join !== null && (
          <div className="w-44 shrink-0 text-center">
            <QrPicture code={join.qr} label={t("qrLabel", { address: joinAddress })} className="w-full" />
            <p className="text-2xl/8 font-semibold tracking-[0.12em] whitespace-nowrap">
              {spokenJoinCode(join.joinCode)}
            </p>
            <p className="text-[13px]/5 text-muted">{t("sheets.join", { address: joinAddress })}</p>
          </div>
        )}
      </header>
      <SheetAgenda agenda={agenda} />
    </article>
  );
}

function SheetAgenda({ agenda }: { readonly agenda: readonly SheetItem[] }) {
  const { t } = useTranslation("stage");
  const { time } = useFormat();
  if (agenda.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-1 text-base/6">{t("sheets.agenda")}</h3>
      <ol>
        {agenda.map((item) => (
          <li key={item.id} className="flex gap-4 border-t border-line py-1 break-inside-avoid">
            <span className="w-16 shrink-0 font-semibold tabular-nums">
              {item.startsAt === null ? t("itemUntimed", { minutes: item.minutes }) : time(item.startsAt)}
            </span>
            <span className="min-w-0">
              <span className="font-semibold">{item.title}</span>
              {item.prompt !== "" && <span className="text-muted"> · {item.prompt}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
