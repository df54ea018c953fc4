import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { SelectField, TextField } from "#app/components/field.tsx";
import { ask } from "#app/http/ask.ts";
import { newId } from "#app/live/new-id.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { CHAIN_LINKS, TITLE_PAGE_LIMIT } from "#domain/initiative.ts";
import type { Term } from "#domain/vocabulary.ts";
import { BigButton } from "./big-button.tsx";
import { type ChosenActors, IdeaActors, NO_ACTORS } from "./idea-actors.tsx";
import { IdeaOrigin } from "./idea-origin.tsx";
import type { AddedIdea, IdeasAtHand } from "./ideas.server.ts";
import { usePhone } from "./phone-context.ts";
import { SimilarIdeas } from "./similar-ideas.tsx";

export interface IdeaFormProps {
  readonly boardId: string;
  readonly terms: IdeasAtHand["terms"];
  readonly onAdded: () => Promise<void>;
}

/** Unfinished: an actor whose kind has not been said would be left out without a word. */
type Answer = AddedIdea | "failed" | "unfinished";

const EMPTY = { title: "", profession: "", targetGroup: "", chainLink: "", originId: null as string | null };

/** A title is enough; who takes part and whom it is for make it easier to find. */
export function IdeaForm({ boardId, terms, onAdded }: IdeaFormProps) {
  const { t } = useTranslation("phone");
  const { t: word } = useTranslation("vocabulary");
  const { me } = usePhone();
  const [idea, setIdea] = useState(EMPTY);
  const [actors, setActors] = useState<ChosenActors>(NO_ACTORS);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const change = (next: Partial<typeof EMPTY>) => setIdea({ ...idea, ...next });
  // One id until the server has it.
  const id = useRef<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (actors.naming !== null) return setAnswer("unfinished");
    id.current ??= newId();
    const sent = {
      id: id.current,
      ...idea,
      title: idea.title.trim(),
      actors: actors.known.map(({ id }) => id),
      newActors: actors.made,
    };
    const body = new URLSearchParams({ idea: JSON.stringify(sent) });
    const reply = await ask<AddedIdea>(`/live/${me.workshopId}/ideas`, { method: "POST", body });
    if (id.current !== sent.id) return;
    setAnswer(reply.ok ? reply.value : "failed");
    if (!reply.ok || reply.value.idea === null) return;
    id.current = null;
    setIdea(EMPTY);
    setActors(NO_ACTORS);
    await onAdded();
  };
  return (
    <form onSubmit={add} className="grid gap-3 [&_select]:min-h-12 [&_select]:text-base [&_textarea]:text-base/6">
      <IdeaOrigin chosen={idea.originId} onChoose={(originId, title) => change({ originId, title })} />
      <TextField
        label={t("idea.title")}
        rows={2}
        value={idea.title}
        onChange={(title) => change({ title })}
        maxLength={TITLE_PAGE_LIMIT}
      />
      <SimilarIdeas boardId={boardId} title={idea.title} />
      <IdeaActors chosen={actors} onChange={setActors} />
      {answer === "unfinished" && actors.naming !== null && (
        <p role="alert" className="font-medium text-overlap">
          {t("idea.actorWithoutKind", { name: actors.naming })}
        </p>
      )}
      <details>
        <summary className="flex min-h-11 items-center text-primary">
          {t("idea.tags")}
          <ChevronDown className="ml-2 size-4" aria-hidden="true" />
        </summary>
        <div className="mt-2 grid gap-3">
          <TermField
            label={word("tagField.professions")}
            terms={terms.professions}
            value={idea.profession}
            onChange={(profession) => change({ profession })}
          />
          <TermField
            label={word("tagField.chainLinks")}
            terms={CHAIN_LINKS.map((id) => ({ id, label: word(`chainLink.${id}`) }))}
            value={idea.chainLink}
            onChange={(chainLink) => change({ chainLink })}
          />
          <TermField
            label={word("tagField.targetGroups")}
            terms={terms.targetGroups}
            value={idea.targetGroup}
            onChange={(targetGroup) => change({ targetGroup })}
          />
        </div>
      </details>
      <BigButton type="submit" isDisabled={idea.title.trim() === ""}>
        {t("idea.add")}
      </BigButton>
      <Said answer={answer} />
    </form>
  );
}

function Said({ answer }: { readonly answer: Answer | null }) {
  const { t } = useTranslation("phone");
  const added = typeof answer === "string" ? null : answer;
  const first = added?.first ?? null;
  return (
    <p role="status" className="font-medium empty:hidden">
      {answer === "failed" && t("idea.failed")}
      {first !== null && (
        <>
          {t("idea.twice")}{" "}
          <Link to={`/boards/${first.boardId}?card=${first.initiativeId}`} className="link">
            {t("idea.seeFirst")}
          </Link>
        </>
      )}
      {added !== null && first === null && t("idea.added")}
    </p>
  );
}

interface TermFieldProps {
  readonly label: string;
  readonly terms: readonly Term[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function TermField({ label, terms, value, onChange }: TermFieldProps) {
  const { t } = useTranslation("phone");
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: t("idea.none") },
        ...terms.map(({ id, label: name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
