/** Time as the law counts it. */
@NullMarked
package org.privacyrules.calendar;

import org.jspecify.annotations.NullMarked;
