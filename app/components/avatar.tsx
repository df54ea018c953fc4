import { classNames } from "./class-names.ts";

/** Colours that carry white letters at 4.5:1. */
const COLOURS = ["#0b4f5c", "#b3477a", "#8a5a00", "#4f3fa8", "#1b7248", "#a83d1b", "#2f6db5", "#55636b"];

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

/** The same colour for the same person on every screen. */
export function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[sum % COLOURS.length] ?? "#0b4f5c";
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
