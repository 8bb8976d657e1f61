package org.privacyrules.jdbc.data;

import java.util.Optional;

/**
 * A table whose rows are also those of another: a statement on the parent reaches them.
 *
 * @param child the table that has the rows
 * @param parent the table through which they are seen too
 * @param bounds which rows a partition takes, as the database spells it; empty if the child inherits and is no partition
 */
record HostChild(TableName child, TableName parent, Optional<String> bounds) {}
