/** Consent and objection: events, the fold of them to a status, evidence. */
@NullMarked
package org.privacyrules.consent;

import org.jspecify.annotations.NullMarked;
