ALTER TABLE `agenda_item` ADD `indicators` text;--> statement-breakpoint
ALTER TABLE `workshop_run` ADD `names_in_report` integer DEFAULT false NOT NULL;