/** What is known of a subject's relation to the controller: what the host reports. */
@NullMarked
package org.privacyrules.fact;

import org.jspecify.annotations.NullMarked;
