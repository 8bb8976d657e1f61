/** The storage ports on plain JDBC: what a host calls. The packages below are not exported. */
@NullMarked
package org.privacyrules.jdbc;

import org.jspecify.annotations.NullMarked;
