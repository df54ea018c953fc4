import { Link2 } from "lucide-react";
import { memo } from "react";
import { Button } from "#app/components/button.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";

/** A view of the board is its address. */
export const ShareButton = memo(function ShareButton() {
  const { t } = useTranslation("board");
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => showToast({ text: t("share.copied") }),
      () => showToast({ text: t("share.failed") }),
    );
  return (
    <Button onPress={() => void copy()} className="max-sm:hidden noscript:hidden">
      <Link2 className="size-4" aria-hidden="true" />
      {t("share.open")}
    </Button>
  );
});
