/** The journal: the append-only record of every command. A command, the event it leaves and its operation id are one entry. */
@NullMarked
package org.privacyrules.ledger;

import org.jspecify.annotations.NullMarked;
