CREATE TABLE `finding_assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`cause` text,
	`reason` text DEFAULT '' NOT NULL,
	`a_hash` text NOT NULL,
	`b_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_assessment_finding` ON `finding_assessment` (`finding_id`,`at`);--> statement-breakpoint
CREATE TABLE `finding_kind_change` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_kind` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text,
	`reason` text DEFAULT '' NOT NULL,
	`a_hash` text NOT NULL,
	`b_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_kind_change_finding` ON `finding_kind_change` (`finding_id`,`at`);--> statement-breakpoint
ALTER TABLE `finding` ADD `given_kind` text;--> statement-breakpoint
ALTER TABLE `finding_answer` ADD `cause` text;