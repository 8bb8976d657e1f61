package org.privacyrules.jdbc.data;

/**
 * A column of one of the host's tables.
 *
 * @param name as the catalogue has it
 * @param type in full, as the catalogue spells it
 * @param jdbcType one of {@link java.sql.Types}, {@code OTHER} for what JDBC has no word for; that of a domain's own type
 * @param size characters of text, bytes, or digits of an exact number; 0 if it has no limit or none of these
 * @param nullable whether it may be null
 * @param generated whether only the database gives it a value: no statement can set it
 */
record HostColumn(String name, String type, int jdbcType, long size, boolean nullable, boolean generated) {}
