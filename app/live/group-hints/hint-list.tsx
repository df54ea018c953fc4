import { Button } from "#app/components/button.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type GroupHint, titleOfHint } from "./group-hints.ts";
import type { GroupHints } from "./use-group-hints.ts";

export interface HintListProps extends GroupHints {
  readonly accept: (hint: GroupHint) => void;
  /** Whose notes they are, where that is to be told. */
  readonly placeOf?: (hint: GroupHint) => string | null;
}

/** Each with what makes its notes alike; nothing is grouped before somebody says so. */
export function HintList({ hints, ...does }: HintListProps) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {hints.map((hint) => (
        <Hint key={hint.key} hint={hint} {...does} />
      ))}
    </ul>
  );
}

function Hint({ hint, accept, decline, placeOf }: Omit<HintListProps, "hints"> & { readonly hint: GroupHint }) {
  const { t } = useTranslation("live");
  const { notes, into } = hint;
  return (
    <li className="rounded-lg border border-dashed border-edge bg-surface p-3">
      <p className="text-[13px]/5 text-muted">
        {placeOf?.(hint)} <Why hint={hint} />
      </p>
      <ul className="my-1.5 grid list-disc gap-0.5 pl-5">
        {notes.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button className="min-h-11 text-pretty shrink! lg:min-h-9" onPress={() => accept(hint)}>
          {into === null
            ? t("hint.create", { title: titleOfHint(hint) })
            : t("hint.put", { title: into.title, count: notes.length })}
        </Button>
        <Button tone="plain" className="min-h-11 lg:min-h-9" onPress={() => decline(hint)}>
          {t("hint.decline")}
        </Button>
      </div>
    </li>
  );
}

function Why({ hint: { about, words } }: { readonly hint: GroupHint }) {
  const { t } = useTranslation("live");
  const parts = [
    about !== null && t("hint.about", { about }),
    words.length > 0 && t("hint.words", { words: words.join(", ") }),
  ];
  return parts.filter(Boolean).join(" ");
}
