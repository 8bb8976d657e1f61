/** What can go wrong: one unchecked root with a stable code, and few children named for what the caller can do. */
@NullMarked
package org.privacyrules.failure;

import org.jspecify.annotations.NullMarked;
