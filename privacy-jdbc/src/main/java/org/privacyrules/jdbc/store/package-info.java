/** The ports of the core, each on the statements of the package {@code sql}. */
@NullMarked
package org.privacyrules.jdbc.store;

import org.jspecify.annotations.NullMarked;
