/** The storage ports on plain JDBC. Public is what a host calls; the rest is package-private. */
@NullMarked
package org.privacyrules.jdbc;

import org.jspecify.annotations.NullMarked;
