import { useState } from "react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Button } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { ComboBox } from "#app/components/combobox.tsx";
import { SelectField } from "#app/components/field.tsx";
import { useAsked } from "#app/http/use-asked.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { ACTOR_TYPES, type ActorType } from "#domain/actor.ts";
import type { ActorSuggestion } from "#domain/actor-registry.ts";

export interface ChosenActors {
  readonly known: readonly { readonly id: string; readonly name: string; readonly type: ActorType }[];
  /** Nobody in the registry has the name: its kind has to be said. */
  readonly made: readonly { readonly name: string; readonly type: ActorType }[];
}

export const NO_ACTORS: ChosenActors = { known: [], made: [] };

const PAUSE_MS = 120;
const NEW = "new";

export interface IdeaActorsProps {
  readonly chosen: ChosenActors;
  readonly onChange: (chosen: ChosenActors) => void;
}

/** Who takes part, by name, former name or short name, with or without an @ before it. */
export function IdeaActors({ chosen, onChange }: IdeaActorsProps) {
  const { t } = useTranslation("phone");
  const { t: card } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const [text, setText] = useState("");
  const [naming, setNaming] = useState<string | null>(null);
  const typed = text.normalize("NFC").replace(/^@/, "").trim();
  const { answer } = useAsked<{ suggestions: ActorSuggestion[] }>(
    typed === "" ? null : `/actors/suggest?q=${encodeURIComponent(typed)}`,
    PAUSE_MS,
  );
  const suggestions = typed === "" ? [] : (answer?.suggestions ?? []);
  const choose = (id: string) => {
    setText("");
    if (id === NEW) return setNaming(typed);
    const actor = suggestions.find((each) => each.id === id);
    if (actor === undefined || chosen.known.some((each) => each.id === id)) return;
    onChange({ ...chosen, known: [...chosen.known, actor] });
  };
  const without = <T extends { readonly name: string }>(list: readonly T[], name: string) =>
    list.filter((each) => each.name !== name);
  return (
    <div className="grid gap-2 [&_input]:min-h-12 [&_input]:text-base">
      {/* Another field after each choice: the list of the one before would stand open over what comes below. */}
      {naming === null && (
        <ComboBox
          key={chosen.known.length + chosen.made.length}
          emptyText={typed === "" ? t("idea.actorsHint") : undefined}
          label={t("idea.actors")}
          placeholder={t("idea.actorsHint")}
          text={text}
          onTextChange={setText}
          onChoose={choose}
          suggestions={[
            ...suggestions.map(({ id, name, type, alias }) => ({
              id,
              label: name,
              hint: [word(`actorType.${type}`), ...(alias === null ? [] : [card("actors.formerly", { alias })])].join(
                " · ",
              ),
              icon: <ActorMark type={type} />,
            })),
            ...(typed.length > 1 ? [{ id: NEW, label: card("actors.create", { name: typed }) }] : []),
          ]}
        />
      )}
      {naming !== null && (
        <NewActorType
          name={naming}
          onChosen={(type) => {
            setNaming(null);
            if (type !== null) onChange({ ...chosen, made: [...chosen.made, { name: naming, type }] });
          }}
        />
      )}
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {[...chosen.known, ...chosen.made].map(({ name, type }) => (
          <Chip
            key={name}
            icon={<ActorMark type={type} />}
            onRemove={{
              label: card("actors.remove", { name }),
              run: () => onChange({ known: without(chosen.known, name), made: without(chosen.made, name) }),
            }}
          >
            {name}
          </Chip>
        ))}
      </div>
    </div>
  );
}

interface NewActorTypeProps {
  readonly name: string;
  /** Null when it is not to be made after all. */
  readonly onChosen: (type: ActorType | null) => void;
}

function NewActorType({ name, onChosen }: NewActorTypeProps) {
  const { t } = useTranslation("phone");
  const { t: card } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface p-3">
      <SelectField
        label={card("actors.createType", { name })}
        value=""
        onChange={(type) => onChosen(ACTOR_TYPES.find((each) => each === type) ?? null)}
        options={[
          { value: "", label: t("group.choose") },
          ...ACTOR_TYPES.map((each) => ({ value: each, label: word(`actorType.${each}`) })),
        ]}
      />
      <Button tone="plain" onPress={() => onChosen(null)} className="min-h-11 justify-self-start">
        {t("write.cancel")}
      </Button>
    </div>
  );
}
