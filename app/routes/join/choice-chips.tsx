import { useId } from "react";

export interface ChoiceChipsProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly defaultValue: string;
  readonly error: string | undefined;
}

/** Every answer in sight, one tap each: quicker on a phone than a list that opens. */
export function ChoiceChips({ legend, name, options, defaultValue, error }: ChoiceChipsProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : id}>
      <legend className="mb-1.5 text-[13px]/5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-2 rounded-lg border border-edge bg-surface px-3 has-checked:border-primary has-checked:bg-primary-on has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              className="size-4 accent-primary"
            />
            {label}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={id} className="mt-1 text-[13px]/5 font-medium text-overlap">
          {error}
        </p>
      )}
    </fieldset>
  );
}
