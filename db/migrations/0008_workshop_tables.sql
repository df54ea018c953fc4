CREATE TABLE `finding_table` (
	`finding_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`table_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`finding_id`, `workshop_id`),
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`table_id`) REFERENCES `workshop_table`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_table_table` ON `finding_table` (`table_id`);--> statement-breakpoint
CREATE TABLE `workshop_table` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_table_number` ON `workshop_table` (`workshop_id`,`number`);