/** Keeps the documents true that are made from tests, or whose code tests run. */
@NullMarked
package org.privacyrules.documentation;

import org.jspecify.annotations.NullMarked;
