-- Full-text search, which drizzle-kit cannot write.
-- Finds any three letters in a row, so that "pleje" is found inside "hjemmeplejen".
CREATE VIRTUAL TABLE `initiative_trigram` USING fts5(`title`, `body`, content='initiative_text', content_rowid='id', tokenize='trigram');
--> statement-breakpoint
-- Finds the beginning of a word, for one or two letters.
CREATE VIRTUAL TABLE `initiative_word` USING fts5(`title`, `body`, content='initiative_text', content_rowid='id', tokenize='unicode61', prefix='1 2');
--> statement-breakpoint
CREATE TRIGGER `initiative_text_added` AFTER INSERT ON `initiative_text` BEGIN
  INSERT INTO `initiative_trigram` (`rowid`, `title`, `body`) VALUES (new.`id`, new.`title`, new.`body`);
  INSERT INTO `initiative_word` (`rowid`, `title`, `body`) VALUES (new.`id`, new.`title`, new.`body`);
END;
--> statement-breakpoint
CREATE TRIGGER `initiative_text_removed` AFTER DELETE ON `initiative_text` BEGIN
  INSERT INTO `initiative_trigram` (`initiative_trigram`, `rowid`, `title`, `body`) VALUES ('delete', old.`id`, old.`title`, old.`body`);
  INSERT INTO `initiative_word` (`initiative_word`, `rowid`, `title`, `body`) VALUES ('delete', old.`id`, old.`title`, old.`body`);
END;
--> statement-breakpoint
CREATE TRIGGER `initiative_text_changed` AFTER UPDATE ON `initiative_text` BEGIN
  INSERT INTO `initiative_trigram` (`initiative_trigram`, `rowid`, `title`, `body`) VALUES ('delete', old.`id`, old.`title`, old.`body`);
  INSERT INTO `initiative_word` (`initiative_word`, `rowid`, `title`, `body`) VALUES ('delete', old.`id`, old.`title`, old.`body`);
  INSERT INTO `initiative_trigram` (`rowid`, `title`, `body`) VALUES (new.`id`, new.`title`, new.`body`);
  INSERT INTO `initiative_word` (`rowid`, `title`, `body`) VALUES (new.`id`, new.`title`, new.`body`);
END;
