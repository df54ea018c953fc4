import { useId } from "react";
import { Button } from "#app/components/button.tsx";
import { inputClass } from "#app/components/field.tsx";
import { Panel } from "#app/components/panel.tsx";
import { showToast } from "#app/components/toast.tsx";
import { type CommonRequest, commonRequestLetter } from "#app/text/common-request.ts";
import { useFormat } from "#app/text/format.ts";
import { useTranslation } from "#app/text/use-translation.ts";

/** The draft of one request from all who name the actor: changed here, sent from one's own mail, kept nowhere. */
export function CommonRequestPanel(request: CommonRequest) {
  const { t } = useTranslation("actors");
  const { t: word } = useTranslation("vocabulary");
  const format = useFormat();
  const id = useId();
  const letter = commonRequestLetter(request, { t, word, format });
  const copy = async () => {
    const field = document.getElementById(id) as HTMLTextAreaElement;
    try {
      await navigator.clipboard.writeText(field.value);
      showToast({ text: t("request.copied") });
    } catch {
      // Some browsers refuse outside https: the text is selected, to be copied by hand.
      field.select();
      showToast({ text: t("request.copyByHand") });
    }
  };
  return (
    <Panel heading={t("request.heading")} aside={<Button onPress={() => void copy()}>{t("request.copy")}</Button>}>
      <p id={`${id}-help`} className="mb-2 text-muted">
        {t("request.help")}
      </p>
      <textarea
        // Another actor's letter is another field: what was changed in one is not carried over.
        key={request.name}
        id={id}
        aria-label={t("request.label", { name: request.name })}
        aria-describedby={`${id}-help`}
        rows={letter.split("\n").length + 1}
        defaultValue={letter}
        className={inputClass}
      />
    </Panel>
  );
}
