/** The host's own tables, in which the personal data lies. */
@NullMarked
package org.privacyrules.jdbc.data;

import org.jspecify.annotations.NullMarked;
