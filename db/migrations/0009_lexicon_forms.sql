CREATE TABLE `lexicon_form` (
	`id` text PRIMARY KEY NOT NULL,
	`facet` text NOT NULL,
	`concept_id` text NOT NULL,
	`form` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lexicon_form_standing` ON `lexicon_form` (`facet`,`concept_id`,`form`) WHERE removed_at is null;