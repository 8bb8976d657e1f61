/**
 * Faults lose nothing and do nothing twice: every call of a driver fails once, lines break at the commit, servers die, nodes stand
 * still. Each harness finds a planted bug of its own.
 */
@NullMarked
package org.privacyrules.jdbc.faults;

import org.jspecify.annotations.NullMarked;
