import { useTranslation } from "#app/text/use-translation.ts";
import { Button } from "./button.tsx";
import { inputClass } from "./field.tsx";
import { showToast } from "./toast.tsx";

export interface CopyLinkProps {
  /** What the link is, for those who hear the page. */
  readonly label: string;
  readonly url: string;
  readonly copyText: string;
  readonly copiedText: string;
}

/** A link to pass on by hand: shown whole, copied with one press. */
export function CopyLink({ label, url, copyText, copiedText }: CopyLinkProps) {
  const { t } = useTranslation("common");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      showToast({ text: copiedText });
    } catch {
      // Some browsers refuse outside https: the field can be selected and copied by hand.
      showToast({ text: t("copyByHand") });
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      <input
        readOnly
        aria-label={label}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className={`${inputClass} min-w-0 flex-1 basis-60 font-mono text-[13px]`}
      />
      <Button onPress={() => void copy()}>{copyText}</Button>
    </div>
  );
}
