package org.privacyrules.jdbc.data;

/** A table as the catalogue has it, without quotes. */
record TableName(String schema, String table) {}
