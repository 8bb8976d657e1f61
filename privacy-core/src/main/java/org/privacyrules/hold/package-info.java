/** What keeps data still: legal holds (Art. 17(3)(e) GDPR) and restriction of processing (Art. 18 GDPR). */
@NullMarked
package org.privacyrules.hold;

import org.jspecify.annotations.NullMarked;
