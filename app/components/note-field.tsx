import { useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { TextField, type TextFieldProps } from "./field.tsx";
import { PersonalNumberWarning } from "./personal-number-warning.tsx";

/** A field for sentences: says what does not belong in it, and warns of what looks like a personal number. */
export function NoteField({ hint, onChange, ...field }: TextFieldProps) {
  const { t } = useTranslation("common");
  const [text, setText] = useState(String(field.value ?? field.defaultValue ?? ""));
  return (
    <div>
      <TextField
        {...field}
        hint={
          <>
            {hint} {t("aboutPeople.hint")}
          </>
        }
        onChange={(next) => {
          setText(next);
          onChange?.(next);
        }}
      />
      <div role="status" className="text-[13px]/5 font-medium text-overlap">
        <PersonalNumberWarning text={text} />
      </div>
    </div>
  );
}
