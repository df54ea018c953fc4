CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`prompt` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	`kind` text NOT NULL,
	`anonymity` text DEFAULT 'named' NOT NULL,
	`reveal` text DEFAULT 'by-facilitator' NOT NULL,
	`vote_budget` integer,
	`lanes` text DEFAULT '[]' NOT NULL,
	`by_table` integer DEFAULT false NOT NULL,
	`extra_minutes` integer DEFAULT 0 NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`is_skipped` integer DEFAULT false NOT NULL,
	`revealed_at` integer,
	`revealed_lanes` text DEFAULT '[]' NOT NULL,
	`ballot_result` text,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_item_workshop` ON `agenda_item` (`workshop_id`,`position`);--> statement-breakpoint
CREATE TABLE `agenda_template` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`items` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cluster` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`item_id` text NOT NULL,
	`lane_id` text,
	`table_id` text,
	`title` text NOT NULL,
	`sort_order` text NOT NULL,
	`binned_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cluster_item` ON `cluster` (`item_id`);--> statement-breakpoint
CREATE TABLE `commitment` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`what` text NOT NULL,
	`owner_id` text NOT NULL,
	`partners` text NOT NULL,
	`first_step` text NOT NULL,
	`due` text NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`origin_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_owner` ON `commitment` (`owner_id`);--> statement-breakpoint
CREATE INDEX `commitment_workshop` ON `commitment` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `commitment_update` (
	`commitment_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`status` text NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`commitment_id`, `workshop_id`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `initiative_origin` (
	`origin_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`texts` text NOT NULL,
	`votes` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`item_id` text NOT NULL,
	`lane_id` text,
	`table_id` text,
	`organisation_id` text,
	`participant_id` text,
	`secret_hash` text,
	`text` text NOT NULL,
	`cluster_id` text,
	`sort_order` text,
	`hidden_at` integer,
	`revealed_at` integer,
	`binned_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cluster_id`) REFERENCES `cluster`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `note_item` ON `note` (`item_id`);--> statement-breakpoint
CREATE INDEX `note_cluster` ON `note` (`cluster_id`);--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`role` text NOT NULL,
	`table_id` text,
	`is_host` integer DEFAULT false NOT NULL,
	`ready_item_id` text,
	`joined_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `workshop_table`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participant_once` ON `participant` (`workshop_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `participant_transfer` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`participant_id`) REFERENCES `participant`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`state` text DEFAULT 'received' NOT NULL,
	`merged_into` text,
	`answer` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`participant_id` text,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `question_workshop` ON `question` (`workshop_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `question_vote` (
	`question_id` text NOT NULL,
	`participant_id` text NOT NULL,
	PRIMARY KEY(`question_id`, `participant_id`),
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vote` (
	`item_id` text NOT NULL,
	`voter` text NOT NULL,
	`target_id` text NOT NULL,
	`votes` integer NOT NULL,
	`organisation_id` text,
	`role` text,
	PRIMARY KEY(`item_id`, `voter`, `target_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_entry_workshop` ON `workshop_entry` (`workshop_id`,`at`);--> statement-breakpoint
CREATE TABLE `workshop_run` (
	`workshop_id` text PRIMARY KEY NOT NULL,
	`join_code` text NOT NULL,
	`opened_at` integer NOT NULL,
	`started_at` integer,
	`closed_at` integer,
	`item_id` text,
	`timer_ends_at` integer,
	`timer_left_ms` integer,
	`lead_person_id` text,
	`lead_seen_at` integer,
	`spotlight_id` text,
	`is_black` integer DEFAULT false NOT NULL,
	`frozen_screen` text,
	`retention_date` text,
	`anonymised_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_run_join_code_unique` ON `workshop_run` (`join_code`);--> statement-breakpoint
ALTER TABLE `person` ADD `kind` text DEFAULT 'member' NOT NULL;