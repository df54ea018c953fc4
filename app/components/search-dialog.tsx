import { Link } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useAsked } from "#app/http/use-asked.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { ActorType } from "#domain/actor.ts";
import { ActorMark } from "./actor-mark.tsx";
import { Dialog } from "./dialog.tsx";
import { inputClass } from "./field.tsx";
import { WithoutAnswerNote } from "./without-answer-note.tsx";

/** What `/search?q=` answers. */
export interface SearchResults {
  readonly query: string;
  readonly initiatives: readonly {
    readonly boardId: string;
    readonly initiativeId: string;
    readonly title: string;
    readonly organisationName: string;
    readonly workshopTitle: string;
  }[];
  readonly actors: readonly { readonly id: string; readonly name: string; readonly type: ActorType }[];
}

const DEBOUNCE_MS = 150;
const resultClass = "flex min-h-9 flex-col justify-center rounded-md px-2 py-1 hover:bg-primary-on focus:bg-primary-on";

/** The down and up arrows walk the results as Tab does. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, a")];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Search over every initiative and actor that the reader may read. */
export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("search");
  const [text, setText] = useState("");
  const query = text.trim();
  const address = query === "" ? null : `/search?q=${encodeURIComponent(query)}`;
  const { answer: results, isAsking, failed } = useAsked<SearchResults>(address, DEBOUNCE_MS);
  return (
    <Dialog heading={t("heading")} isOpen onClose={onClose} width="wide">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut; Tab does the same */}
      <div onKeyDown={moveFocus}>
        <label>
          <span className="sr-only">{t("label")}</span>
          <input
            autoFocus
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t("placeholder")}
            className={inputClass}
          />
        </label>
        <div aria-live="polite" className="sr-only">
          {results !== null && !isAsking && t("found", { count: results.initiatives.length + results.actors.length })}
        </div>
        {failed !== null && <WithoutAnswerNote because={failed} />}
        {results !== null && <Results results={results} onChoose={onClose} />}
      </div>
    </Dialog>
  );
}

function Results({ results, onChoose }: { readonly results: SearchResults; readonly onChoose: () => void }) {
  const { t } = useTranslation("search");
  const { t: word } = useTranslation("vocabulary");
  const { initiatives, actors } = results;
  if (initiatives.length + actors.length === 0) {
    return <p className="mt-4 text-muted">{t("nothing", { query: results.query })}</p>;
  }
  return (
    <>
      <ResultGroup id="search-initiatives" heading={t("initiatives")} count={initiatives.length}>
        {initiatives.map(({ boardId, initiativeId, title, organisationName, workshopTitle }) => (
          <li key={`${boardId} ${initiativeId}`}>
            <Link to={`/boards/${boardId}?card=${initiativeId}`} onClick={onChoose} className={resultClass}>
              <span className="min-w-0 font-medium">{title}</span>
              <span className="text-[13px] text-muted">
                {organisationName} · {workshopTitle}
              </span>
            </Link>
          </li>
        ))}
      </ResultGroup>
      <ResultGroup id="search-actors" heading={t("actors")} count={actors.length}>
        {actors.map(({ id, name, type }) => (
          <li key={id}>
            <Link to={`/actors/${id}`} onClick={onChoose} className={resultClass}>
              <span className="flex min-w-0 items-center gap-2 font-medium">
                <ActorMark type={type} /> {name}
              </span>
              <span className="text-[13px] text-muted">{word(`actorType.${type}`)}</span>
            </Link>
          </li>
        ))}
      </ResultGroup>
    </>
  );
}

interface ResultGroupProps {
  /** Of its heading. */
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** What was found of one kind; nothing where nothing was. */
function ResultGroup({ id, heading, count, children }: ResultGroupProps) {
  if (count === 0) return null;
  return (
    <section className="mt-4" aria-labelledby={id}>
      <h3 id={id} className="px-2 text-[13px] text-muted">
        {heading}
      </h3>
      <ul className="mt-1">{children}</ul>
    </section>
  );
}
