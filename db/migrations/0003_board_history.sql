CREATE TABLE `board_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`board_id` text NOT NULL,
	`initiative_id` text NOT NULL,
	`person_id` text,
	`started_at` integer NOT NULL,
	`at` integer NOT NULL,
	`fields` text NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_event_board` ON `board_event` (`board_id`,`at`);--> statement-breakpoint
CREATE INDEX `board_event_initiative` ON `board_event` (`board_id`,`initiative_id`,`at`);--> statement-breakpoint
CREATE TABLE `board_version` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`reason` text NOT NULL,
	`name` text,
	`snapshot` blob NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_version_board` ON `board_version` (`board_id`,`at`);