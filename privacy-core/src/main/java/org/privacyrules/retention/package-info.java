/** Saying how long: what justifies each thing that is kept about a person, until when, and when it is due. Nothing is deleted here. */
@NullMarked
package org.privacyrules.retention;

import org.jspecify.annotations.NullMarked;
