import type { OwnPlace } from "#app/http/live-guard.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { badRequest, forbidden, toScript } from "#app/http/responses.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { type NoteResult, removeNote, writeNote } from "#db/queries/live/notes.ts";

interface Posted extends OwnPlace {
  readonly form: FormData;
}

/** Answers `{ refused }`: null, or why the note was not kept. */
export async function changeNote(context: Services, { me, run, form }: Posted): Promise<Response> {
  if (run.closedAt !== null) return forbidden();
  const result = await change(context, { me, form });
  if (!result.kept && result.refused === "not-yours") return forbidden();
  if (result.kept && result.isShown) context.rooms.liveChanged(me.workshopId);
  else if (result.kept) context.rooms.liveChanged(me.workshopId, "counts");
  return toScript({ refused: result.kept ? null : result.refused });
}

/** As the phone makes them: nothing that could be taken for the id of something else. */
const ID = /^[A-Za-z0-9_-]{16,64}$/;

async function change({ db, now }: Services, { me, form }: Pick<Posted, "me" | "form">): Promise<NoteResult> {
  const field = (name: string) => String(form.get(name) ?? "");
  const [id, secret] = [field("id"), field("secret")];
  if (!ID.test(id) || !ID.test(secret)) throw badRequest();
  const secretHash = hashToken(secret);
  switch (form.get("intent")) {
    case "write": {
      const laneId = field("lane") === "" ? null : field("lane");
      const text = field("text").normalize("NFC").replaceAll("\r\n", "\n");
      const written = { id, itemId: field("item"), laneId, text, secretHash };
      return writeNote(db, { author: me, written, at: now(), random: Math.random });
    }
    case "remove":
      return removeNote(db, { author: me, noteId: id, secretHash, at: now() });
    default:
      throw badRequest();
  }
}
