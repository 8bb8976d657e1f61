/** Every port in memory: for tests, trials and demonstrations. */
@NullMarked
package org.privacyrules.memory;

import org.jspecify.annotations.NullMarked;
