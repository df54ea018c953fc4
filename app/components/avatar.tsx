import { colourOf } from "#domain/person-colour.ts";
import { classNames } from "./class-names.ts";

/** First letters of the first and the last word; of a function ("HR, Holbæk") the first two of its name. */
export function initialsOf(name: string): string {
  const [office, place] = name.split(",");
  if (office !== undefined && place !== undefined) return office.trim().slice(0, 2).toLocaleUpperCase("da");
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]?.slice(0, 1)];
  return letters
    .map((word) => word?.charAt(0) ?? "")
    .join("")
    .toLocaleUpperCase("da");
}

export interface AvatarProps {
  readonly id: string;
  readonly name: string;
  /** When the name already stands beside it. */
  readonly isDecorative?: boolean;
  readonly className?: string;
}

/** A person as initials on their colour. */
export function Avatar({ id, name, isDecorative = false, className }: AvatarProps) {
  return (
    <span
      className={classNames(
        "inline-grid size-7 shrink-0 place-items-center rounded-full text-[11px]/none font-semibold text-white select-none",
        className,
      )}
      style={{ backgroundColor: colourOf(id) }}
      {...(isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
    >
      {initialsOf(name)}
    </span>
  );
}
