/** The transaction that an adapter hands to its own stores. */
@NullMarked
package org.privacyrules.storage;

import org.jspecify.annotations.NullMarked;
