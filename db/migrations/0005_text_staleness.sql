ALTER TABLE `initiative` ADD `is_text_stale` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `initiative_text_stale` ON `initiative` (`is_text_stale`) WHERE is_text_stale = 1;