/** Marks on tests from which {@code docs/coverage.md} is generated. */
@NullMarked
package org.privacyrules.coverage;

import org.jspecify.annotations.NullMarked;
