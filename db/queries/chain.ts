/** Initiatives with their place in the chain, over boards that the reader may read. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import { CHAIN_LINKS, type ChainLink, type InitiativeStatus } from "#domain/initiative.ts";

export interface LinkedInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisationId: string;
  /** As somebody has tagged them. */
  readonly links: readonly ChainLink[];
}

/** Everything outside the bin. */
export async function listLinkedInitiatives(db: Database, boardIds: readonly string[]): Promise<LinkedInitiative[]> {
  const rows = db.all<Omit<LinkedInitiative, "links"> & { links: string }>(sql`
    select i.board_id as boardId, i.id as initiativeId, i.title, i.status, b.organisation_id as organisationId,
      (select json_group_array(t.tag_id) from initiative_tag t
        where t.board_id = i.board_id and t.initiative_id = i.id and t.field = 'chainLinks') as links
    from initiative i join board b on b.id = i.board_id
    where i.binned_at is null and ${isOneOf(sql`i.board_id`, boardIds)}`);
  return rows.map((row) => {
    const tagged = new Set<string>(JSON.parse(row.links));
    return { ...row, links: CHAIN_LINKS.filter((link) => tagged.has(link)) };
  });
}
