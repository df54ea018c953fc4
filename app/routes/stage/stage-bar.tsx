import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";
import { Dialog } from "#app/components/dialog.tsx";
import type { QrCode } from "#app/live/qr.server.ts";
import { QrPicture } from "#app/live/qr-picture.tsx";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { spokenJoinCode } from "#domain/live/join-code.ts";
import { KeyMark } from "./key-mark.tsx";
import { RoomLinks } from "./room-links.tsx";
import { useStageFacts } from "./stage-context.tsx";
import { stageKey } from "./use-stage-keys.ts";

/** Code, QR, and what the screen in the hall shows. */
export function StageBar({ qr }: { readonly qr: QrCode | null }) {
  const { t } = useTranslation("stage");
  const { stage, send } = useStageFacts();
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <DayBadge />
      <p className="ml-auto text-[13px]/5 whitespace-nowrap">
        {t("code")} <strong className="font-semibold tracking-[0.12em]">{spokenJoinCode(stage.joinCode)}</strong>
      </p>
      <JoinBox qr={qr} />
      <Button
        tone={stage.isFrozen ? "primary" : "quiet"}
        onPress={() => void send("freeze", { on: stage.isFrozen ? "no" : "yes" })}
        {...stageKey("f")}
      >
        {stage.isFrozen ? t("unfreeze") : t("freeze")} <KeyMark>F</KeyMark>
      </Button>
      <Button
        tone={stage.isBlack ? "primary" : "quiet"}
        onPress={() => void send("black", { on: stage.isBlack ? "no" : "yes" })}
        {...stageKey("b")}
      >
        {stage.isBlack ? t("unblack") : t("black")} <KeyMark>B</KeyMark>
      </Button>
    </div>
  );
}

/** How far the whole day is from its plan, and when it ends as it looks now; once it is closed, how long it was. */
function DayBadge() {
  const { t } = useTranslation("stage");
  const { time } = useFormat();
  const { schedule } = useStageFacts();
  const { behindMinutes, endsAt, tookMinutes } = schedule;
  if (endsAt !== null && tookMinutes !== null) return <Ended at={endsAt} minutes={tookMinutes} />;
  if (behindMinutes === null || endsAt === null) return null;
  const words =
    behindMinutes === 0 ? t("onTime") : t(behindMinutes > 0 ? "behind" : "ahead", { count: Math.abs(behindMinutes) });
  return (
    <p
      className={classNames(
        "rounded-full px-3 py-1 text-xs/4 font-medium",
        behindMinutes > 0 ? "bg-gap-on text-gap" : "bg-synergy-on text-synergy",
      )}
    >
      {words} · {t("endsAt", { time: time(endsAt) })}
    </p>
  );
}

function Ended({ at, minutes: took }: { readonly at: number; readonly minutes: number }) {
  const { t } = useTranslation("stage");
  const { time } = useFormat();
  const [hours, minutes] = [Math.floor(took / 60), took % 60];
  const length = hours === 0 ? t("minutes", { minutes }) : t("hours", { hours, minutes });
  return (
    <p className="rounded-full bg-sand px-3 py-1 text-xs/4 font-medium">{t("ended", { time: time(at), length })}</p>
  );
}

function JoinBox({ qr }: { readonly qr: QrCode | null }) {
  const { t } = useTranslation("stage");
  const { stage, joinAddress, send } = useStageFacts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("showCode")}</Button>
      <Dialog heading={t("codeHeading")} isOpen={isOpen} onClose={() => setOpen(false)}>
        {qr !== null && (
          <QrPicture code={qr} label={t("qrLabel", { address: joinAddress })} className="mx-auto w-full max-w-72" />
        )}
        <p className="my-2 text-center text-3xl font-semibold tracking-[0.12em]">{spokenJoinCode(stage.joinCode)}</p>
        <p className="text-center text-muted">
          {stage.state === "closed" ? t("codeClosed") : t("codeText", { address: joinAddress })}
        </p>
        <div className="mt-4 flex justify-center">
          <RoomLinks>
            <Button onPress={() => void send("change-code")}>{t("changeCode")}</Button>
          </RoomLinks>
        </div>
        <p className="mt-2 text-center text-[13px]/5 text-muted">{t("changeCodeHint")}</p>
      </Dialog>
    </>
  );
}
