import { useState } from "react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Button } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { ComboBox } from "#app/components/combobox.tsx";
import { SelectField } from "#app/components/field.tsx";
import { NEW_ACTOR, useActorSuggestions } from "#app/components/use-actor-suggestions.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ACTOR_TYPES, type ActorType } from "#domain/actor.ts";

export interface ChosenActors {
  readonly known: readonly { readonly id: string; readonly name: string; readonly type: ActorType }[];
  /** Nobody in the registry has the name: its kind has to be said. */
  readonly made: readonly { readonly name: string; readonly type: ActorType }[];
  /** A new actor whose kind has not been said yet. */
  readonly naming: string | null;
}

export const NO_ACTORS: ChosenActors = { known: [], made: [], naming: null };

export interface IdeaActorsProps {
  readonly chosen: ChosenActors;
  readonly onChange: (chosen: ChosenActors) => void;
}

/** Who takes part, by name, former name or short name, with or without an @ before it. */
export function IdeaActors({ chosen, onChange }: IdeaActorsProps) {
  const { t } = useTranslation("phone");
  const { t: card } = useTranslation("card");
  const { known, made, naming } = chosen;
  const [text, setText] = useState("");
  const { typed, suggestions, find, empty } = useActorSuggestions(text, false);
  const choose = (id: string) => {
    setText("");
    if (id === NEW_ACTOR) return onChange({ ...chosen, naming: typed });
    const actor = find(id);
    if (actor === undefined) return;
    onChange({ ...chosen, known: [...known.filter((each) => each.id !== id), actor] });
  };
  const without = <T extends { readonly name: string }>(list: readonly T[], name: string) =>
    list.filter((each) => each.name !== name);
  return (
    <div className="grid gap-2 [&_input]:min-h-12 [&_input]:text-base">
      {naming === null ? (
        // Another field after each choice: the list of the one before would stand open over what comes below.
        <ComboBox
          key={known.length + made.length}
          emptyText={typed === "" ? t("idea.actorsHint") : empty}
          label={t("idea.actors")}
          placeholder={t("idea.actorsHint")}
          text={text}
          onTextChange={setText}
          onChoose={choose}
          suggestions={suggestions}
        />
      ) : (
        <NewActorType
          name={naming}
          onChosen={(type) =>
            onChange({ ...chosen, naming: null, made: type === null ? made : [...made, { name: naming, type }] })
          }
        />
      )}
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {[...known, ...made].map(({ name, type }) => (
          <Chip
            key={name}
            icon={<ActorMark type={type} />}
            onRemove={{
              label: card("actors.remove", { name }),
              run: () => onChange({ ...chosen, known: without(known, name), made: without(made, name) }),
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
