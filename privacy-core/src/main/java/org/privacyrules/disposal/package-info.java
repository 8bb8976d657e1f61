/**
 * Lets go of what nothing justifies any more: what is due in the host's own tables and elsewhere, the dry run, the sweep, and the
 * brake before a mistake becomes a loss.
 */
@NullMarked
package org.privacyrules.disposal;

import org.jspecify.annotations.NullMarked;
