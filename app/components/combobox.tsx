import type { ReactNode } from "react";
import { ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useTranslation } from "#app/text/use-translation.ts";
import { classNames } from "./class-names.ts";
import { inputClass } from "./field.tsx";
import { popoverClass, popoverItemClass } from "./popover.ts";

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** A second line: a type, a former name that matched. */
  readonly hint?: string;
  readonly icon?: ReactNode;
}

export interface ComboBoxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  /** Already narrowed down to the text; nothing is filtered here. */
  readonly suggestions: readonly Suggestion[];
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onChoose: (id: string) => void;
  /** Instead of "none found". */
  readonly emptyText?: ReactNode;
  readonly autoFocus?: boolean;
}

/** Type to find one of many; the caller empties the text after a choice when more can be chosen. */
export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation("common");
  const { label, isLabelHidden, placeholder, suggestions, text, onTextChange, onChoose, emptyText, autoFocus } = props;
  return (
    <AriaComboBox
      items={suggestions}
      inputValue={text}
      onInputChange={onTextChange}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && onChoose(String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={autoFocus ?? false}
    >
      <Label className={isLabelHidden ? "sr-only" : "mb-1 block text-[13px]/5 font-semibold"}>{label}</Label>
      <Input className={inputClass} {...(placeholder === undefined ? {} : { placeholder })} />
      <Popover className={classNames(popoverClass, "w-(--trigger-width)")} placement="bottom start" maxHeight={340}>
        <ListBox<Suggestion>
          className="outline-none"
          renderEmptyState={() => <div className="px-2.5 py-1.5 text-muted">{emptyText || t("noResults")}</div>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={popoverItemClass}>
              {item.icon}
              <span className="min-w-0">
                <span className="block truncate">{item.label}</span>
                {item.hint !== undefined && <span className="block truncate text-xs text-muted">{item.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
