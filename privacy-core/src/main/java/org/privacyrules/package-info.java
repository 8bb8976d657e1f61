/**
 * The front door: {@link org.privacyrules.PrivacyRules} and the ports that a storage supplies.
 */
@NullMarked
package org.privacyrules;

import org.jspecify.annotations.NullMarked;
