CREATE TABLE `actor` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`type` text NOT NULL,
	`level` text DEFAULT 'local' NOT NULL,
	`state` text NOT NULL,
	`merged_into` text,
	`areas` text DEFAULT '[]' NOT NULL,
	`domain` text,
	`note` text,
	`source_url` text,
	`proposed_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `actor_alias` (
	`actor_id` text NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`actor_id`, `alias`),
	FOREIGN KEY (`actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `actor_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`from_actor_id` text NOT NULL,
	`into_actor_id` text NOT NULL,
	`state_before` text NOT NULL,
	`merged_by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`from_actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_actor_id`) REFERENCES `actor`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actor_merge_from` ON `actor_merge` (`from_actor_id`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_event_at` ON `audit_event` (`at`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `board` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`visibility` text DEFAULT 'workshop' NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`projected_seq` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_workshop` ON `board` (`workshop_id`);--> statement-breakpoint
CREATE INDEX `board_organisation` ON `board` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `board_access` (
	`board_id` text NOT NULL,
	`person_id` text NOT NULL,
	`access` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `person_id`),
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `board_snapshot` (
	`board_id` text PRIMARY KEY NOT NULL,
	`upto_seq` integer NOT NULL,
	`state` blob NOT NULL,
	`state_vector` blob NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `board_update` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`board_id` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_update_board` ON `board_update` (`board_id`,`seq`);--> statement-breakpoint
CREATE TABLE `board_visit` (
	`board_id` text NOT NULL,
	`person_id` text NOT NULL,
	`previous_at` integer,
	`current_at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `person_id`),
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `field_change` (
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`field` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `initiative_id`, `field`),
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_change_at` ON `field_change` (`board_id`,`at`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`a_board_id` text NOT NULL,
	`a_initiative_id` text NOT NULL,
	`b_board_id` text NOT NULL,
	`b_initiative_id` text NOT NULL,
	`kind` text NOT NULL,
	`strength` text NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	`a_hash` text NOT NULL,
	`b_hash` text NOT NULL,
	`engine_version` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`gone_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_pair` ON `finding` (`a_board_id`,`a_initiative_id`,`b_board_id`,`b_initiative_id`);--> statement-breakpoint
CREATE INDEX `finding_a` ON `finding` (`a_board_id`,`a_initiative_id`);--> statement-breakpoint
CREATE INDEX `finding_b` ON `finding` (`b_board_id`,`b_initiative_id`);--> statement-breakpoint
CREATE TABLE `finding_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`person_id` text NOT NULL,
	`a_hash` text NOT NULL,
	`b_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_answer_finding` ON `finding_answer` (`finding_id`,`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `initiative` (
	`board_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`description_text` text NOT NULL,
	`snapshot` text NOT NULL,
	`status` text NOT NULL,
	`sort_order` text NOT NULL,
	`start_year` integer,
	`paused` integer DEFAULT false NOT NULL,
	`binned_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`board_id`, `id`),
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `initiative_updated` ON `initiative` (`updated_at`);--> statement-breakpoint
CREATE TABLE `initiative_actor` (
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`board_id`, `initiative_id`, `actor_id`),
	FOREIGN KEY (`board_id`,`initiative_id`) REFERENCES `initiative`(`board_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `initiative_actor_actor` ON `initiative_actor` (`actor_id`);--> statement-breakpoint
CREATE TABLE `initiative_tag` (
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`field` text NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`board_id`, `initiative_id`, `field`, `tag_id`),
	FOREIGN KEY (`board_id`,`initiative_id`) REFERENCES `initiative`(`board_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `initiative_tag_tag` ON `initiative_tag` (`field`,`tag_id`);--> statement-breakpoint
CREATE TABLE `initiative_text` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`board_id`,`initiative_id`) REFERENCES `initiative`(`board_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `initiative_text_initiative` ON `initiative_text` (`board_id`,`initiative_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text,
	`workshop_id` text,
	`note` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_organisation` ON `invitation` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `invitation_workshop` ON `invitation` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`full_name` text NOT NULL,
	`actor_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `role_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text,
	`workshop_id` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_assignment_person` ON `role_assignment` (`person_id`);--> statement-breakpoint
CREATE INDEX `role_assignment_organisation` ON `role_assignment` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `role_assignment_once` ON `role_assignment` (`person_id`,`role`,(case when organisation_id is null then '' else organisation_id end),(case when workshop_id is null then '' else workshop_id end)) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`person_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_person` ON `account` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`language` text,
	`intro_seen_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer,
	`updated_at` integer
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `workshop` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`organiser` text DEFAULT '' NOT NULL,
	`phase` text DEFAULT 'map' NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text
);
--> statement-breakpoint
CREATE TABLE `workshop_organisation` (
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `organisation_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
);
