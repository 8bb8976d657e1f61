/** What talks to a database: connections, transactions, statements, failures, and what differs between the databases. */
@NullMarked
package org.privacyrules.jdbc.sql;

import org.jspecify.annotations.NullMarked;
