/** How fast the library answers, beside what an engineer would write by hand and beside a rule engine. */
@NullMarked
package org.privacyrules.benchmarks;

import org.jspecify.annotations.NullMarked;
