import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { inputClass } from "#app/components/field.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useBoard } from "./board-context.tsx";
import type { SaveState } from "./save-state.ts";

type Trouble = Extract<SaveState, { state: "failed" }>["why"] | "offline" | "blocked";

function troubleOf(save: SaveState): Trouble | null {
  if (save.state === "failed") return save.why;
  if (save.state === "offline") return save.blocked ? "blocked" : "offline";
  return save.state === "connecting" && save.blocked ? "blocked" : null;
}

/** When saving or following along does not work: one sentence, and what to do about it. */
export function TroubleNotice({ save }: { readonly save: SaveState }) {
  const { t } = useTranslation("board");
  const trouble = troubleOf(save);
  return (
    <div role="status" className="print:hidden">
      {trouble !== null && (
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-gap/30 bg-gap-on px-3.5 py-2.5 text-gap">
          <TriangleAlert className="size-4.5 shrink-0" aria-hidden="true" />
          <p className="min-w-0 flex-1 basis-64 font-medium">{t(`trouble.${trouble}`)}</p>
          <TroubleActions trouble={trouble} />
        </div>
      )}
    </div>
  );
}

function TroubleActions({ trouble }: { readonly trouble: Trouble }): ReactNode {
  const { t } = useTranslation("board");
  const { boardId, session } = useBoard();
  const reload = () => {
    session?.dropCopy();
    window.location.reload();
  };
  switch (trouble) {
    case "session-ended":
      return (
        <>
          <CopyOut />
          <LinkButton href={`/sign-in?next=/boards/${boardId}`} target="_blank" tone="primary">
            {t("trouble.signIn")}
          </LinkButton>
        </>
      );
    case "access-withdrawn":
    case "board-gone":
      return (
        <>
          <CopyOut />
          <LinkButton href="/">{t("trouble.toOverview")}</LinkButton>
        </>
      );
    case "too-large":
    case "invalid":
      return (
        <>
          <CopyOut />
          <Button onPress={reload}>{t("trouble.reload")}</Button>
        </>
      );
    case "stalled":
      return <CopyOut />;
    default:
      return null;
  }
}

/** What could not be saved, as text that one can take elsewhere. */
function CopyOut() {
  const { t } = useTranslation("board");
  const { session } = useBoard();
  const [text, setText] = useState<string | null>(null);
  const unsaved = session?.unsavedInitiatives() ?? [];
  if (unsaved.length === 0) return null;
  const copy = async () => {
    const wanted = new Set(unsaved);
    const initiatives = session?.board.get().initiatives.filter(({ id }) => wanted.has(id)) ?? [];
    const written = initiatives.map(({ title, descriptionText }) => `${title}\n${descriptionText}`.trim()).join("\n\n");
    setText(written);
    await navigator.clipboard.writeText(written).then(
      () => showToast({ text: t("trouble.copied") }),
      // The dialog shows the text, to be copied by hand.
      () => undefined,
    );
  };
  return (
    <>
      <Button onPress={() => void copy()}>{t("trouble.copyOut")}</Button>
      <Dialog heading={t("trouble.copyHeading")} isOpen={text !== null} onClose={() => setText(null)}>
        <label className="block">
          <span className="mb-1 block text-muted">{t("trouble.copyHint")}</span>
          <textarea
            readOnly
            rows={10}
            value={text ?? ""}
            className={inputClass}
            onFocus={(event) => event.target.select()}
          />
        </label>
      </Dialog>
    </>
  );
}
