import { useTranslation } from "#app/text/use-translation.ts";
import { CAUSES, type Cause } from "#domain/finding.ts";

export interface CauseFieldProps {
  readonly legend: string;
  readonly value?: Cause | null;
  readonly onChange?: (cause: Cause) => void;
}

/** Why, at one press instead of in words. */
export function CauseField({ legend, value, onChange }: CauseFieldProps) {
  const { t } = useTranslation("vocabulary");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 block text-[13px]/5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {CAUSES.map((cause) => (
          <label
            key={cause}
            className="inline-flex min-h-8 cursor-pointer items-center rounded-full border border-edge bg-surface px-3 text-[13px]/5 has-checked:border-primary has-checked:bg-primary-on has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              type="radio"
              name="cause"
              value={cause}
              className="sr-only"
              {...(value !== undefined && { checked: value === cause, onChange: () => onChange?.(cause) })}
            />
            {t(`cause.${cause}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
