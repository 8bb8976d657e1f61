/** What keeps data still: restriction of processing (Art. 18 GDPR). */
@NullMarked
package org.privacyrules.hold;

import org.jspecify.annotations.NullMarked;
