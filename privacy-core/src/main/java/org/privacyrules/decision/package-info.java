/** May this be done now? Answers with a stable reason and a line that explains it. */
@NullMarked
package org.privacyrules.decision;

import org.jspecify.annotations.NullMarked;
