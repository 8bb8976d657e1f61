/** The house: which package may know which. */
@NullMarked
package org.privacyrules.architecture;

import org.jspecify.annotations.NullMarked;
