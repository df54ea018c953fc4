import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";
import { classNames } from "./class-names.ts";

/** The looks of a box to write in, for an element of another library. */
export const inputClass =
  "block w-full min-h-9 rounded-md border border-edge bg-surface px-3 py-1.5 text-sm/5 text-ink placeholder:text-muted invalid:border-overlap aria-invalid:border-overlap disabled:opacity-60";

const labelClass = "mb-1 block text-[13px]/5 font-semibold text-ink";
const hintClass = "mt-1 block text-[13px]/5 text-muted";
const errorClass = "mt-1 block text-[13px]/5 font-medium text-overlap";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "style" | "children"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value, as a sentence; shown under the field and read with it. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Number of lines; more than one makes it a text area. */
  readonly rows?: number;
  readonly className?: string;
}

/** A labelled text field. With native validation off, `error` is the only judge. */
export function TextField({ label, hint, error, placeholder, rows = 1, className, ...props }: TextFieldProps) {
  const input = { className: inputClass, ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("block", className)}
    >
      <Label className={labelClass}>{label}</Label>
      {rows > 1 ? <TextArea {...input} rows={rows} /> : <Input {...input} />}
      {hint !== undefined && (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error}</FieldError>
    </AriaTextField>
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
  readonly isDisabled?: boolean;
  /** A label only for those who hear the page; the field then stands alone in a toolbar. */
  readonly isLabelHidden?: boolean;
  readonly className?: string;
}

/** The browser's own list: best on phones, works without JavaScript, weighs nothing. */
export function SelectField(props: SelectFieldProps) {
  const { label, options, onChange, hint, error, isDisabled, isLabelHidden, className, ...select } = props;
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return (
    <div className={className}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : labelClass}>
        {label}
      </label>
      <div className="relative">
        <select
          {...select}
          id={id}
          disabled={isDisabled}
          onChange={onChange && ((event) => onChange(event.target.value))}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy.length > 0 ? describedBy.join(" ") : undefined}
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
    </div>
  );
}

export interface ChoiceFieldProps {
  readonly legend: ReactNode;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly defaultValue?: string;
  readonly isDisabled?: boolean;
}

/** A few alternatives that need a sentence each: radio buttons. */
export function ChoiceField({ legend, name, options, defaultValue, isDisabled }: ChoiceFieldProps) {
  return (
    <fieldset disabled={isDisabled}>
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
