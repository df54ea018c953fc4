import { ChevronDown } from "lucide-react";
import { type ChangeEvent, type InputHTMLAttributes, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

/** The looks of a box to write in, for an element of another library. */
export const inputClass =
  "block w-full min-h-9 rounded-md border border-edge bg-surface px-3 py-1.5 text-sm/5 text-ink placeholder:text-muted invalid:border-overlap aria-invalid:border-overlap disabled:opacity-60";

const labelClass = "mb-1 block text-[13px]/5 font-semibold text-ink";
const hintClass = "mt-1 block text-[13px]/5 text-muted";
const errorClass = "mt-1 block text-[13px]/5 font-medium text-overlap";

interface NotesProps {
  /** Of the field that they belong to. */
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}

/** What stands under a field, and is read with it. */
function Notes({ id, hint, error }: NotesProps) {
  return (
    <>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={hintClass}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className={errorClass}>
          {error}
        </span>
      )}
    </>
  );
}

/** Their ids, for `aria-describedby`. */
function notesOf(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

type Passed = "name" | "type" | "value" | "defaultValue" | "autoComplete" | "autoFocus" | "maxLength" | "placeholder";

export interface TextFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, Passed> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value, as a sentence; shown under the field and read with it. */
  readonly error?: string | undefined;
  readonly onChange?: (value: string) => void;
  /** Number of lines; more than one makes it a text area. */
  readonly rows?: number;
  readonly className?: string;
}

/**
 * A labelled text field; `error` is the only judge. The browser's own: what is typed before the scripts have come stays.
 */
export function TextField({ label, hint, error, onChange, rows = 1, className, ...passed }: TextFieldProps) {
  const id = useId();
  const field = {
    ...passed,
    id,
    className: inputClass,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": notesOf(id, hint, error),
    onChange:
      onChange && ((event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value)),
  };
  return (
    <div className={classNames("block min-w-0", className)}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      {rows > 1 ? <textarea {...field} rows={rows} /> : <input {...field} />}
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps {
  readonly label: string;
  readonly name?: string;
  readonly options: readonly SelectOption[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
}

/** The browser's own list: best on phones, works without JavaScript, weighs nothing. */
export function SelectField(props: SelectFieldProps) {
  const { label, options, onChange, hint, error, className, ...select } = props;
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={labelClass}>
        {label}
      </label>
      <div className="relative">
        <select
          {...select}
          id={id}
          onChange={onChange && ((event) => onChange(event.target.value))}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={notesOf(id, hint, error)}
          className={classNames(inputClass, "appearance-none pr-9")}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
          aria-hidden="true"
        />
      </div>
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

export interface ChoiceFieldProps {
  readonly legend: ReactNode;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly defaultValue?: string;
}

/** A few alternatives that need a sentence each: radio buttons. */
export function ChoiceField({ legend, name, options, defaultValue }: ChoiceFieldProps) {
  return (
    <fieldset className="min-w-0">
      <legend className={labelClass}>{legend}</legend>
      <div className="grid gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-6 items-start gap-2 rounded-md px-1 py-0.5 has-checked:bg-primary-on/60"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className="mt-0.5 size-4 shrink-0 accent-primary"
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="block text-[13px] text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
