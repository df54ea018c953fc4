import { EditorContent, useEditor } from "@tiptap/react";
import { type ReactNode, useId, useMemo, useState } from "react";
import { PersonalNumberWarning } from "#app/components/personal-number-warning.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { ensureDescription, initiativeOf } from "#domain/board-doc/schema.ts";
import { DESCRIPTION_LIMIT, type InitiativeSnapshot } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import type { BoardSession } from "./board-session.ts";
import { descriptionExtensions } from "./description-extensions.ts";
import { FormatBar } from "./format-bar.tsx";
import { cleanPastedHtml, cleanPastedText } from "./pasted-text.ts";
import { richTextClass } from "./rich-text.tsx";

/** The shared description, letter by letter, with the others' carets in it. */
export default function DescriptionField({ initiative }: { readonly initiative: InitiativeSnapshot }): ReactNode {
  const { session } = useBoard();
  const map = session === null ? null : initiativeOf(session.doc, initiative.id);
  if (session === null || map === null) return null;
  return <DescriptionEditor session={session} initiative={initiative} />;
}

interface EditorProps {
  readonly session: BoardSession;
  readonly initiative: InitiativeSnapshot;
}

function DescriptionEditor({ session, initiative }: EditorProps) {
  const { t } = useTranslation("card");
  const { t: common } = useTranslation("common");
  const noteId = useId();
  const [refusedLength, setRefusedLength] = useState<number | null>(null);
  const editor = useDescriptionEditor(session, initiative.id, {
    onRefused: setRefusedLength,
    attributes: {
      "aria-label": t("description"),
      "aria-describedby": `${noteId}-hint ${noteId}`,
      "aria-multiline": "true",
      role: "textbox",
      lang: "da",
      class: `min-h-24 px-3 py-2 outline-none ${richTextClass}`,
    },
  });
  const isEmpty = initiative.descriptionText === "";
  return (
    <div>
      <div className="relative rounded-md border border-edge bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-primary print:border-0">
        {editor !== null && <FormatBar editor={editor} />}
        <div className="relative">
          {isEmpty && (
            <p className="pointer-events-none absolute inset-x-3 top-2 text-muted" aria-hidden="true">
              {t("descriptionPlaceholder")}
            </p>
          )}
          <EditorContent editor={editor} />
        </div>
      </div>
      <p id={`${noteId}-hint`} className="mt-1 text-[13px]/5 text-muted print:hidden">
        {common("aboutPeople.hint")}
      </p>
      <div id={noteId} role="status" className="text-[13px]/5 font-medium text-overlap">
        {refusedLength !== null && (
          <p className="mt-1">{t("descriptionLong", { count: refusedLength, limit: DESCRIPTION_LIMIT })}</p>
        )}
        <PersonalNumberWarning text={initiative.descriptionText} />
      </div>
    </div>
  );
}

interface EditorWishes {
  readonly attributes: Record<string, string>;
  /** How long the description would have been; null when something has been written since. */
  readonly onRefused: (length: number | null) => void;
}

function useDescriptionEditor(session: BoardSession, initiativeId: string, { attributes, onRefused }: EditorWishes) {
  const fragment = useMemo(() => {
    const map = initiativeOf(session.doc, initiativeId);
    return map === null ? null : ensureDescription(map);
  }, [session, initiativeId]);
  return useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      extensions: fragment === null ? [] : descriptionExtensions({ fragment, awareness: session.awareness, onRefused }),
      editorProps: {
        attributes,
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: cleanPastedText,
      },
      onUpdate: ({ transaction }) => {
        if (transaction.getMeta("y-sync$") === undefined) {
          onRefused(null);
          session.presence.writeIn({ initiativeId, field: "description" });
        }
      },
      onBlur: () => session.presence.writeIn(null),
    },
    [fragment],
  );
}
