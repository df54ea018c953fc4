import { Plus } from "lucide-react";
import { memo, useState } from "react";
import { IconButton } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { ComboBox } from "#app/components/combobox.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { addTag, removeTag } from "#domain/board-doc/commands.ts";
import { fold } from "#domain/fold.ts";
import { CHAIN_LINKS, type InitiativeSnapshot, TAG_FIELDS, type TagField } from "#domain/initiative.ts";
import { AddChip, CloseButton } from "./actor-field.tsx";
import { useBoard } from "./board-context.tsx";
import { CardSection, useTagLabel } from "./card-reading.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

export type TagFieldsProps = Pick<InitiativeSnapshot, "id" | "tags">;

/**
 * The sets an initiative is tagged from: filled ones with their tags, empty ones as one row of invitations. It stands
 * still while the initiative's texts are being written.
 */
export const TagFields = memo(function TagFields(initiative: TagFieldsProps) {
  const { t } = useTranslation("card");
  const [adding, setAdding] = useState<TagField | null>(null);
  const [container, returnTo] = useReturnFocus<HTMLDivElement>();
  const close = (field: TagField) => {
    setAdding(null);
    returnTo(field);
  };
  const filled = TAG_FIELDS.filter((field) => initiative.tags[field].length > 0);
  const empty = TAG_FIELDS.filter((field) => initiative.tags[field].length === 0);
  return (
    <div ref={container} className="grid gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3 empty:hidden">
        {filled.map((field) => (
          <TagGroup key={field} field={field} initiative={initiative} onAdd={() => setAdding(field)} />
        ))}
      </div>
      {adding !== null && <AddTag key={adding} field={adding} initiative={initiative} onClose={() => close(adding)} />}
      {empty.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {empty.map((field) => (
            <li key={field}>
              <AddChip name={field} label={t(`tags.add.${field}`)} onPress={() => setAdding(field)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});

interface TagGroupProps {
  readonly field: TagField;
  readonly initiative: TagFieldsProps;
}

function TagGroup({ field, initiative, onAdd }: TagGroupProps & { readonly onAdd: () => void }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { session } = useBoard();
  const labelOf = useTagLabel();
  return (
    <CardSection heading={word(`tagField.${field}`)}>
      <ul className="flex flex-wrap items-center gap-1.5">
        {initiative.tags[field].map((id) => {
          const name = labelOf(field, id);
          const run = () => session?.run((doc) => removeTag(doc, initiative.id, { field, tagId: id }));
          return (
            <li key={id} className="max-w-full">
              <Chip onRemove={{ label: t("tags.remove", { name }), run: () => void run() }}>{name}</Chip>
            </li>
          );
        })}
        <li>
          <IconButton
            size="small"
            data-add={field}
            label={t("tags.choose", { field: t(`tags.add.${field}`).toLowerCase() })}
            onPress={onAdd}
            className="size-6! rounded-full! border-dashed! border-edge!"
          >
            <Plus aria-hidden="true" />
          </IconButton>
        </li>
      </ul>
    </CardSection>
  );
}

function AddTag({ field, initiative, onClose }: TagGroupProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("card");
  const { session, terms } = useBoard();
  const labelOf = useTagLabel();
  const [text, setText] = useState("");
  const taken = new Set(initiative.tags[field]);
  const ids = field === "chainLinks" ? CHAIN_LINKS : terms[field].map(({ id }) => id);
  const wanted = fold(text);
  const suggestions = ids
    .filter((id) => !taken.has(id))
    .map((id) => ({ id, label: labelOf(field, id) }))
    .filter(({ label }) => fold(label).includes(wanted));
  return (
    <div className="flex items-end gap-1">
      <div className="min-w-0 flex-1">
        <ComboBox
          label={t("tags.choose", { field: t(`tags.add.${field}`).toLowerCase() })}
          autoFocus
          suggestions={suggestions}
          text={text}
          onTextChange={setText}
          onChoose={(tagId) => {
            session?.run((doc) => addTag(doc, initiative.id, { field, tagId }));
            onClose();
          }}
        />
      </div>
      <CloseButton onPress={onClose} />
    </div>
  );
}
