/** A hosting company runs its privacy policy: what a host's own code looks like, told as one day. */
@NullMarked
package org.privacyrules.examples.glesys;

import org.jspecify.annotations.NullMarked;
