/** A table in the room. */
export interface WorkshopTable {
  readonly id: string;
  readonly number: number;
  /** What it talks about; empty when nobody has said. */
  readonly name: string;
}

export const TABLE_NAME_LIMIT = 60;
