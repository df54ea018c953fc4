import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { inputClass } from "#app/components/field.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";

/** What could not be saved, as text that one can take elsewhere. */
export default function CopyOut() {
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
