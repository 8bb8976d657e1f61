/**
 * What several nodes did at the same time, seen from outside: nodes write down when they asked and what they were told, and a
 * checker looks for an answer that cannot have been true.
 */
@NullMarked
package org.privacyrules.jdbc.history;

import org.jspecify.annotations.NullMarked;
