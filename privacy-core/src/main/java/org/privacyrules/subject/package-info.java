/** Who: tenants, data subjects, actors, and the identity of a command. */
@NullMarked
package org.privacyrules.subject;

import org.jspecify.annotations.NullMarked;
