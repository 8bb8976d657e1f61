/** What people read of a policy: the privacy notice, the record of processing, the deletion concept, as pages and tables. */
@NullMarked
package org.privacyrules.report;

import org.jspecify.annotations.NullMarked;
