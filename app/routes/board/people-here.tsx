import { memo } from "react";
import { initialsOf } from "#app/components/avatar.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { PresenceUser } from "#domain/board-doc/presence.ts";

/** Faces before "+4". */
const SHOWN = 4;

export interface PeopleHereProps {
  readonly people: readonly PresenceUser[];
  readonly personId: string;
}

/** Who is at the board now, in the colours of their carets. */
export const PeopleHere = memo(function PeopleHere({ people, personId }: PeopleHereProps) {
  const { t } = useTranslation("board");
  if (people.length < 2) return null;
  const shown = people.length > SHOWN ? people.slice(0, SHOWN - 1) : people;
  const hidden = people.slice(shown.length);
  const nameOf = ({ id, name }: PresenceUser) => (id === personId ? t("present.me", { name }) : name);
  return (
    <ul aria-label={t("present.label")} className="flex -space-x-1.5 max-sm:hidden">
      {shown.map((person) => (
        <li key={person.id}>
          <Face label={nameOf(person)} text={initialsOf(person.name)} colour={person.colour} />
        </li>
      ))}
      {hidden.length > 0 && (
        <li>
          <Face label={hidden.map(nameOf).join(", ")} text={`+${hidden.length}`} colour="#55636b" />
        </li>
      )}
    </ul>
  );
});

function Face({ label, text, colour }: { readonly label: string; readonly text: string; readonly colour: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="grid size-7 place-items-center rounded-full border-2 border-surface text-[10px] font-semibold text-white"
      style={{ backgroundColor: colour }}
    >
      {text}
    </span>
  );
}
