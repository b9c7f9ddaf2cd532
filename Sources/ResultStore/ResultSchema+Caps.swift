extension ResultSchema {
  /// Came with version 3: in the studies of an older file no work was capped.
  static let caps = """
    ALTER TABLE run ADD COLUMN work_capped REAL NOT NULL DEFAULT 0;
    ALTER TABLE group_result ADD COLUMN work_capped REAL NOT NULL DEFAULT 0;
    """
}
