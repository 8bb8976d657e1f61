/**
 * What every storage must keep: extend each {@code ...Contract} class and supply the storage. Published in the test jar, so that
 * others can prove their own adapter.
 */
@NullMarked
package org.privacyrules.contract;

import org.jspecify.annotations.NullMarked;
