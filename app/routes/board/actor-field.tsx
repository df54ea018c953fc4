import { ChevronDown, Plus, X } from "lucide-react";
import { memo, useState } from "react";
import { ActorMark } from "#app/components/actor-mark.tsx";
import { Button, IconButton } from "#app/components/button.tsx";
import { ComboBox } from "#app/components/combobox.tsx";
import { NEW_ACTOR, useActorSuggestions } from "#app/components/use-actor-suggestions.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorSuggestion } from "#domain/actor-registry.ts";
import { tagActor, untagActor } from "#domain/board-doc/commands.ts";
import {
  ACTOR_ROLES,
  type ActorRole,
  type ActorTag,
  type InitiativeSnapshot,
  isActorRole,
} from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { CardSection } from "./card-reading.tsx";
import { NewActor } from "./new-actor.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

const FIRST_ROLE: ActorRole = "contributor";

export type ActorFieldProps = Pick<InitiativeSnapshot, "id" | "actors">;

/** Who takes part, and as what; stands still while the initiative's texts are being written. */
export const ActorField = memo(function ActorField({ id, actors }: ActorFieldProps) {
  const { t } = useTranslation("card");
  const [isAdding, setAdding] = useState(false);
  const [container, returnTo] = useReturnFocus<HTMLUListElement>();
  const close = () => {
    setAdding(false);
    returnTo("actors");
  };
  return (
    <CardSection heading={t("actors.heading")}>
      <ul ref={container} className="flex flex-wrap gap-1.5">
        {actors.map((tag) => (
          <li key={tag.actorId} className="max-w-full">
            <TaggedActor initiativeId={id} tag={tag} />
          </li>
        ))}
        {!isAdding && (
          <li>
            <AddChip name="actors" label={t("actors.add")} onPress={() => setAdding(true)} />
          </li>
        )}
      </ul>
      {isAdding && <AddActor id={id} actors={actors} onClose={close} />}
    </CardSection>
  );
});

export interface AddChipProps {
  /** What it adds to; focus comes back here by it. */
  readonly name: string;
  readonly label: string;
  readonly onPress: () => void;
}

export function AddChip({ name, label, onPress }: AddChipProps) {
  return (
    <Button
      data-add={name}
      size="small"
      tone="plain"
      onPress={onPress}
      className="rounded-full border-dashed border-edge! font-medium! text-xs/4!"
    >
      <Plus className="size-3.5" aria-hidden="true" />
      {label}
    </Button>
  );
}

function TaggedActor({ initiativeId, tag }: { readonly initiativeId: string; readonly tag: ActorTag }) {
  const { t } = useTranslation("card");
  const { t: word } = useTranslation("vocabulary");
  const { session, actorOf } = useBoard();
  const actor = actorOf(tag.actorId);
  const name = actor?.name ?? t("actors.unknown");
  return (
    <span className="inline-flex min-h-7 max-w-full items-center rounded-full border border-line bg-surface pl-2 text-xs/4">
      <ActorMark type={actor?.type ?? "other"} />
      <span className="ml-1.5 min-w-0 truncate">{name}</span>
      {actor?.isNew && (
        <span className="ml-1 rounded-full bg-gap-on px-1.5 font-semibold text-gap">{t("actors.isNew")}</span>
      )}
      <span className="relative ml-1 shrink-0 text-muted">
        <select
          aria-label={t("actors.role", { name })}
          value={tag.role}
          onChange={({ target }) => {
            if (!isActorRole(target.value)) return;
            const role = target.value;
            session?.run((doc) => tagActor(doc, initiativeId, { actorId: tag.actorId, role }));
          }}
          className="min-h-6 cursor-pointer appearance-none rounded-full bg-transparent pr-5 pl-1 lowercase [field-sizing:content] hover:bg-sand"
        >
          {ACTOR_ROLES.map((role) => (
            <option key={role} value={role}>
              {word(`actorRole.${role}`)}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute top-1.5 right-1 size-3" aria-hidden="true" />
      </span>
      <IconButton
        label={t("actors.remove", { name })}
        size="small"
        onPress={() => session?.run((doc) => untagActor(doc, initiativeId, tag.actorId))}
        className="rounded-full! text-muted!"
      >
        <X aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function AddActor({ id, actors, onClose }: ActorFieldProps & { readonly onClose: () => void }) {
  const { t } = useTranslation("card");
  const [text, setText] = useState("");
  const [creating, setCreating] = useState<string | null>(null);
  const { typed, suggestions, find, empty } = useActorSuggestions(text, true);
  const tag = useTagging({ id, actors });
  const choose = (id: string) => {
    if (id === NEW_ACTOR) return setCreating(typed);
    const actor = find(id);
    if (actor === undefined) return;
    tag(actor);
    onClose();
  };
  if (creating !== null) {
    return (
      <NewActor
        name={creating}
        onCancel={() => setCreating(null)}
        onMade={(actor) => {
          tag(actor);
          onClose();
        }}
      />
    );
  }
  return (
    <div className="mt-2 flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <ComboBox
          label={t("actors.search")}
          isLabelHidden
          autoFocus
          placeholder={t("actors.placeholder")}
          text={text}
          onTextChange={setText}
          onChoose={choose}
          emptyText={empty}
          suggestions={suggestions}
        />
      </div>
      <CloseButton onPress={onClose} />
    </div>
  );
}

export function CloseButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation("common");
  return (
    <IconButton label={t("actions.close")} onPress={onPress}>
      <X aria-hidden="true" />
    </IconButton>
  );
}

function useTagging({
  id: initiativeId,
  actors,
}: ActorFieldProps): (actor: Omit<ActorSuggestion, "alias" | "isWhole">) => void {
  const { session, rememberActor } = useBoard();
  return ({ id, name, type, isNew }) => {
    rememberActor({ id, name, shortName: null, type, isNew });
    if (actors.some(({ actorId }) => actorId === id)) return;
    session?.run((doc) => tagActor(doc, initiativeId, { actorId: id, role: FIRST_ROLE }));
  };
}
