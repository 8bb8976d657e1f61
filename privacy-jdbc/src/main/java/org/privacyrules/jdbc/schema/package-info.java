/** The tables: the scripts that make them, and what is checked of them before a storage stands on them. */
@NullMarked
package org.privacyrules.jdbc.schema;

import org.jspecify.annotations.NullMarked;
