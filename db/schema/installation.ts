import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts about the installation itself, such as that it is a demo. */
export const installation = sqliteTable("installation", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
