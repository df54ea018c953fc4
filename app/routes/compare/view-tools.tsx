import { Button, buttonClass, LinkButton } from "#app/components/button.tsx";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type CompareView, writeCompareView } from "#domain/compare.ts";

/** A view is its address: copied with one press, or taken along as a file with the same numbers. */
export function ViewTools({ view }: { readonly view: CompareView }) {
  const { t } = useTranslation("compare");
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => showToast({ text: t("copied") }),
      () => showToast({ text: t("copyFailed") }),
    );
  const { t: chain } = useTranslation("chain");
  const { workshopId } = view.filter;
  return (
    <>
      <LinkButton href={workshopId === null ? "/chain" : `/chain?${new URLSearchParams({ workshop: workshopId })}`}>
        {chain("open")}
      </LinkButton>
      <a href={`/compare.csv?${writeCompareView(view)}`} download className={buttonClass()}>
        {t("csv")}
      </a>
      <Button tone="primary" onPress={() => void copy()}>
        {t("copy")}
      </Button>
    </>
  );
}
