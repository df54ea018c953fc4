import type { Services } from "#app/http/load-context.server.ts";
import { markRead } from "#db/queries/inbox.ts";
import type { Person } from "#domain/permissions.ts";

/** One notice is read, or without `notice` all of them. */
export async function readNotices({ db, now, rooms }: Services, { person, form }: { person: Person; form: FormData }) {
  const notice = form.get("notice");
  await markRead(db, { personId: person.id, noticeId: notice === null ? null : Number(notice), at: now() });
  rooms.inboxChanged([person.id]);
}
