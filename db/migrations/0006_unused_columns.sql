ALTER TABLE `actor` DROP COLUMN `proposed_by`;--> statement-breakpoint
ALTER TABLE `finding` DROP COLUMN `engine_version`;--> statement-breakpoint
ALTER TABLE `organisation` DROP COLUMN `actor_id`;