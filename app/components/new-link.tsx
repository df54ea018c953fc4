import { useTranslation } from "#app/text/use-translation.ts";
import { CopyLink } from "./copy-link.tsx";

/** An invitation just made: this is the only time its link is shown. */
export function NewLink({ url }: { readonly url: string }) {
  const { t } = useTranslation("people");
  return (
    <div role="status" className="mb-4 rounded-lg bg-synergy-on p-3">
      <p className="font-semibold">{t("organisation.linkReady")}</p>
      <p className="mb-2 text-[13px]">{t("organisation.linkReadyText")}</p>
      <CopyLink label={t("organisation.linkReady")} url={url} copyText={t("copyLink")} copiedText={t("copied")} />
    </div>
  );
}
